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
    digits(mean(faults.flatMap(({ reading }) => reading ?? [])), 2),
    digits(worst(faults.flatMap(({ lateSec }) => lateSec ?? [])), 2),
    digits(worst(faults.flatMap(({ toldSec }) => toldSec ?? [])), 2),
  ];
}

const columns = ['r', 'error', 'seen', 'faults', 'found', 'missed', "can't see"].concat(
  'false s',
  'a degree reads',
  'late worst s',
  'told at its end s',
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
  ['clip', 'yaw', ...columns, 'says most'],
  ...listRows(clips).map((row) => [
    row.clip,
    `${row.yawDeg.toFixed(0)}°`,
    ...describe([row]),
    row.hiddenBy ?? '–',
  ]),
];

/** What one clip says of the gain. */
interface Gain {
  readonly body: string;
  readonly trueDeg: number;
  readonly read: number;
  readonly hollow: number | undefined;
}

/** Least squares of the reading per degree over the hollow; undefined of less than two hollows. */
function fitOverHollow(gains: readonly Gain[]): ((hollow: number) => number) | undefined {
  const points = gains.flatMap(({ hollow, read, trueDeg }) =>
    hollow === undefined ? [] : [{ hollow, reading: read / trueDeg }],
  );
  const middle = mean(points.map(({ hollow }) => hollow)) ?? 0;
  const level = mean(points.map(({ reading }) => reading)) ?? 0;
  const spread = sum(points.map(({ hollow }) => (hollow - middle) ** 2));
  if (points.length < 2 || spread === 0) return undefined;
  const slope =
    sum(points.map(({ hollow, reading }) => (hollow - middle) * (reading - level))) / spread;
  return (hollow) => level + slope * (hollow - middle);
}

function describeGain(body: string, gains: readonly Gain[]): readonly string[] {
  const own = gains.filter((gain) => gain.body === body);
  const others = gains.filter((gain) => gain.body !== body);
  const read = sum(own.map((gain) => gain.read));
  const reading = read / sum(own.map(({ trueDeg }) => trueDeg));
  const bodies = [...new Set(others.map((gain) => gain.body))].map((name) => {
    const theirs = others.filter((gain) => gain.body === name);
    return sum(theirs.map((gain) => gain.read)) / sum(theirs.map(({ trueDeg }) => trueDeg));
  });
  const constant = mean(bodies);
  const line = fitOverHollow(others);
  const expected = own.map(({ hollow, trueDeg }) =>
    line === undefined || hollow === undefined ? NaN : trueDeg * line(hollow),
  );
  const carried = read / sum(expected);
  return [
    body,
    reading.toFixed(2),
    digits(mean(own.flatMap(({ hollow }) => hollow ?? [])), 2),
    digits(constant && reading / constant, 2),
    digits(Number.isFinite(carried) ? carried : undefined, 2),
  ];
}

/**
 * The gain with flexed hips, left-one-body-out: what a degree reads on each body, and what it would
 * read with a gain that the other bodies alone give, constant or over the hollow of the loin.
 */
export function tableFlexedGain(clips: readonly ClipScore[]): Table {
  const rows = listRows(clips).filter(
    ({ yawDeg, seenShare = 0 }) => yawDeg <= squareDeg && seenShare >= seenShareMin,
  );
  const senses: readonly Sense[] = ['extension', 'flexion'];
  return [
    ['sense', 'body', 'a degree reads', 'hollow', 'with the gain of the others', 'over the hollow'],
    ...senses.flatMap((sense) => {
      const gains = rows.flatMap(({ body, flexed, hollow }): Gain[] =>
        flexed[sense].trueDeg === 0 ? [] : [{ body, hollow, ...flexed[sense] }],
      );
      return [...new Set(gains.map(({ body }) => body))].map((body) => [
        sense,
        ...describeGain(body, gains),
      ]);
    }),
  ];
}

/** A clip whose back was seen less than this says nothing of a gain. */
const seenShareMin = 0.5;
