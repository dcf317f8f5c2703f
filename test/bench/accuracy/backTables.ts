import type { BackFault, BackScore, Sense } from './backs';
import type { ClipScore } from './score';

type Table = readonly (readonly string[])[];

/** The back's score with what else is known of its clip. */
interface BackRow extends BackScore {
  readonly r: number | undefined;
  readonly errorSum: number;
  readonly frames: number;
  readonly seenShare: number | undefined;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const listRows = (clips: readonly ClipScore[]): readonly BackRow[] =>
  clips.flatMap(({ back, curve, angles, view }) => {
    if (back === undefined || view !== 'side') return [];
    const { sumDeg = 0, frames = 0 } = angles['back curve'] ?? {};
    return [{ ...back, r: curve?.r, errorSum: sumDeg, frames, seenShare: curve?.seenShare }];
  });

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : sum(values) / values.length;

const digits = (value: number | undefined, count: number): string =>
  value === undefined ? '–' : value.toFixed(count);

const percent = (value: number | undefined): string =>
  value === undefined ? '–' : `${(100 * value).toFixed(0)} %`;

const worst = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.max(...values);

const countOf = (faults: readonly BackFault[], finding: BackFault['finding']): number =>
  faults.filter((fault) => fault.finding === finding).length;

function describe(rows: readonly BackRow[]): readonly string[] {
  const faults = rows.flatMap((row) => row.faults);
  const frames = sum(rows.map((row) => row.frames));
  const neutralSec = sum(rows.map((row) => row.neutralSec));
  const alarmSec = sum(rows.map((row) => row.alarmSec));
  return [
    digits(mean(rows.flatMap(({ r }) => r ?? [])), 2),
    digits(frames === 0 ? undefined : sum(rows.map((row) => row.errorSum)) / frames, 1),
    percent(mean(rows.flatMap(({ seenShare }) => seenShare ?? []))),
    String(faults.length),
    String(countOf(faults, 'hit')),
    String(countOf(faults, 'missed')),
    String(countOf(faults, 'unseen')),
    `${alarmSec.toFixed(1)} of ${neutralSec.toFixed(0)}`,
    digits(worst(faults.flatMap(({ lateSec }) => lateSec ?? [])), 2),
  ];
}

const columns = ['r', 'error', 'seen', 'faults', 'found', 'missed', "can't see"].concat(
  'false s',
  'late worst s',
);

/** By exercise and body, filmed side-on within 10 degrees. */
export function tableBacks(clips: readonly ClipScore[]): Table {
  const groups = new Map<string, BackRow[]>();
  for (const row of listRows(clips)) {
    if (row.yawDeg > squareDeg) continue;
    const key = `${row.exercise} ${row.body}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const all = [...groups.values()].flat();
  if (all.length === 0) return [];
  return [
    ['exercise', 'body', ...columns],
    ...[...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, rows]) => [...key.split(' '), ...describe(rows)]),
    ['all', '', ...describe(all)],
  ];
}

/** Off the square by more than this is a view of its own, degrees. */
const squareDeg = 12;

/** Clip by clip, from all sides. */
export const tableBackClips = (clips: readonly ClipScore[]): Table => [
  ['clip', 'yaw', ...columns],
  ...listRows(clips).map((row) => [row.clip, `${row.yawDeg.toFixed(0)}°`, ...describe([row])]),
];

/**
 * The gain with flexed hips, left-one-body-out: what a degree reads on each body, and what it would
 * read with a gain from the other bodies alone.
 */
export function tableFlexedGain(clips: readonly ClipScore[]): Table {
  const rows = listRows(clips).filter(({ yawDeg }) => yawDeg <= squareDeg);
  const senses: readonly Sense[] = ['extension', 'flexion'];
  return [
    ['sense', 'body', 'a degree reads', 'with the gain of the others'],
    ...senses.flatMap((sense) => {
      const bodies = new Map<string, { trueDeg: number; read: number }>();
      for (const { body, flexed } of rows) {
        const { trueDeg, read } = flexed[sense];
        const before = bodies.get(body) ?? { trueDeg: 0, read: 0 };
        if (trueDeg === 0) continue;
        bodies.set(body, { trueDeg: before.trueDeg + trueDeg, read: before.read + read });
      }
      const perDegree = [...bodies].map(([body, { trueDeg, read }]) => ({
        body,
        reading: read / trueDeg,
      }));
      return perDegree.map(({ body, reading }) => {
        const others = mean(perDegree.filter((one) => one.body !== body).map((one) => one.reading));
        const carried = others === undefined ? undefined : reading / others;
        return [sense, body, reading.toFixed(2), digits(carried, 2)];
      });
    }),
  ];
}
