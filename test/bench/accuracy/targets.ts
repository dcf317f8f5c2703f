import { type AngleName, comparedAngles } from './angles';
import type { FrameVerdict } from './frameSets';
import type { ClipScore, Finding } from './score';
import type { SwingScore } from './swings';

/** Something to be reached, and what was. */
export interface Target {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  /** Undefined where nothing was there to measure it with. */
  readonly reached: boolean | undefined;
}

/** An event may come so much later than dwell and filters say, seconds. */
export const lateMost = 0.3;

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** A target on a number; `undefined` where there was nothing to take it from. */
function target(
  name: string,
  value: number | undefined,
  wanted: string,
  isReached: (value: number) => boolean,
  format: (value: number) => string,
): Target {
  if (value === undefined) return { name, wanted, found: '–', reached: undefined };
  return { name, wanted, found: format(value), reached: isReached(value) };
}

const share = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole;

const largest = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.max(...values.map(Math.abs));

function listClipTargets(clips: readonly ClipScore[]): readonly Target[] {
  const asked = clips.filter(({ recommended }) => recommended);
  const faults = clips.flatMap((clip) => clip.faults.filter((at) => at.finding !== 'elsewhere'));
  const count = (wanted: Finding): number =>
    faults.filter(({ finding }) => finding === wanted).length;
  const hits = count('hit');
  const good = asked.reduce((sum, { goodReps }) => sum + goodReps, 0);
  const alarms = asked.flatMap(({ falseAlarms }) =>
    falseAlarms.filter(({ during }) => during === 'good'),
  );
  const wrong = asked.filter(({ reps }) => reps.counted !== reps.truth).length;
  const lengths = asked.flatMap(({ holds }) => holds?.lengthSec ?? []);
  const late = faults.flatMap(({ lateSec }) => lateSec ?? []);
  const unseen = asked.map(({ unseenShare }) => unseenShare);
  const meanUnseen = share(
    unseen.reduce((sum, one) => sum + one, 0),
    unseen.length,
  );
  const perTen = share(10 * alarms.length, good);
  const worstHold = lengths.includes(undefined)
    ? Infinity
    : largest(lengths.filter((error) => error !== undefined));
  const seconds = (value: number): string => `${value.toFixed(2)} s`;
  const latest = late.length === 0 ? undefined : Math.max(...late);
  return [
    target(
      'recall',
      share(hits + count('milder'), faults.length),
      '≥ 95 %',
      (v) => v >= 0.95,
      percent,
    ),
    target(
      'recall, at the strongest level',
      share(hits, faults.length),
      '≥ 95 %',
      (v) => v >= 0.95,
      percent,
    ),
    target(
      'false alarms in 10 good ones',
      perTen,
      '≤ 1',
      (v) => v <= 1,
      (v) => v.toFixed(2),
    ),
    target(
      'clips with a wrong count',
      share(wrong, asked.length),
      'none',
      (v) => v === 0,
      () => `${String(wrong)} of ${String(asked.length)}`,
    ),
    target('hold, worst', worstHold, '≤ 0.5 s', (v) => v <= 0.5, seconds),
    target('onset, latest', latest, `≤ ${String(lateMost)} s`, (v) => v <= lateMost, seconds),
    target('unseen', meanUnseen, '≤ 10 %', (v) => v <= 0.1, percent),
  ];
}

function listAngleTargets(clips: readonly ClipScore[]): readonly Target[] {
  return (Object.keys(comparedAngles) as AngleName[]).map((name) => {
    const { limitDeg } = comparedAngles[name];
    const sums = clips.flatMap(({ angles }) => angles[name] ?? []);
    const mean = share(
      sums.reduce((sum, { sumDeg }) => sum + sumDeg, 0),
      sums.reduce((sum, { frames }) => sum + frames, 0),
    );
    return target(
      name,
      mean,
      `≤ ${String(limitDeg)}°`,
      (v) => v <= limitDeg,
      (v) => `${v.toFixed(1)}°`,
    );
  });
}

function listPlankTargets(planks: readonly FrameVerdict[]): readonly Target[] {
  const of = (label: string, isRight: (failed: readonly string[]) => boolean) => {
    const own = planks.filter((frame) => frame.label === label);
    return share(own.filter(({ failed }) => isRight(failed)).length, own.length);
  };
  const rows = [
    ['plank pictures, low', of('L', (failed) => failed.includes('lowBackSags'))],
    ['plank pictures, high', of('H', (failed) => failed.includes('hipsHigh'))],
    ['plank pictures, correct', of('C', (failed) => failed.length === 0)],
  ] as const;
  return rows.map(([name, value]) => target(name, value, '≥ 95 %', (v) => v >= 0.95, percent));
}

/** Everything that is to be reached, with what was. */
export function listTargets(
  clips: readonly ClipScore[],
  planks: readonly FrameVerdict[],
  swings: readonly SwingScore[],
): readonly Target[] {
  const right = swings.filter(({ counted, truth, failed }) => counted === truth && !failed.length);
  return [
    ...listClipTargets(clips),
    ...listAngleTargets(clips),
    ...listPlankTargets(planks),
    target(
      'recorded swings counted, no fail',
      share(right.length, swings.length),
      'all',
      (v) => v === 1,
      () => `${String(right.length)} of ${String(swings.length)}`,
    ),
  ];
}
