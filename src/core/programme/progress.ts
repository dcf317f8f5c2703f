import type { ExerciseId } from '../exercises/exercise';
import type { Day, HistoryEntry, SetEntry } from './history';
import { ladder } from './ladder';

/** What is shown over months (spec 8). */
export type SeriesId =
  | 'holdSec'
  | 'qualityReps'
  | 'effort'
  | 'loadKg'
  | 'volumeReps'
  | 'felt'
  | 'biasDeg'
  | 'singleLegLeft'
  | 'singleLegRight'
  | 'hipFlexorLeft'
  | 'hipFlexorRight'
  | 'odi'
  | 'rmdq'
  | 'reach'
  | 'leanDeg'
  | 'swayDeg'
  | 'points'
  | 'pain';

export interface Point {
  readonly day: Day;
  readonly value: number;
}

/** One measure over time. */
export interface Series {
  readonly id: SeriesId;
  readonly points: readonly Point[];
  /** The first and the last value, where they differ by more than can be measured. */
  readonly change: { readonly from: number; readonly to: number } | undefined;
}

/** Smallest change that is more than measuring (spec 8, 5.8); none is marked where absent. */
const changeLeast: Readonly<Partial<Record<SeriesId, number>>> = {
  biasDeg: 6,
  singleLegLeft: 20,
  singleLegRight: 20,
  hipFlexorLeft: 5,
  hipFlexorRight: 5,
  odi: 10,
  rmdq: 5,
  pain: 2,
};

/** What is a difference that matters to people already, not only more than measuring (spec 6.2). */
const important: ReadonlySet<SeriesId> = new Set(['pain', 'odi', 'rmdq']);

/** The measure that the exercise's own gate reads. */
const gateSeries: Readonly<Partial<Record<ExerciseId, SeriesId>>> = {
  abRollout: 'reach',
  suitcaseCarry: 'leanDeg',
  crawl: 'swayDeg',
  stepDown: 'points',
};

/** Pain's minimal important change: two points or 30 % (spec 6.2), as the level below the first. */
export const painGoal = (first: number): number => Math.max(0, first - Math.max(2, 0.3 * first));

/** The level at which a questionnaire's score is better by what matters (spec 6.2): ODI 10, RMDQ 5. */
export const scoreGoal = (id: 'odi' | 'rmdq', first: number): number =>
  Math.max(0, first - (changeLeast[id] ?? 0));

function toSeries(id: SeriesId, points: readonly Point[]): Series {
  const first = points[0];
  const last = points.at(-1);
  const least = changeLeast[id];
  const differs = (by: number): boolean =>
    least !== undefined && (important.has(id) ? by >= least : by > least);
  const change =
    first !== undefined && last !== undefined && differs(Math.abs(last.value - first.value))
      ? { from: first.value, to: last.value }
      : undefined;
  return { id, points, change };
}

/** One point a day out of some entries; days without a value have none. */
function byDay<T extends { readonly day: Day }>(
  entries: readonly T[],
  read: (entry: T) => number | undefined,
  join: (values: readonly number[]) => number,
): readonly Point[] {
  const days = new Map<Day, number[]>();
  for (const entry of entries) {
    const value = read(entry);
    if (value === undefined) continue;
    days.set(entry.day, [...(days.get(entry.day) ?? []), value]);
  }
  return [...days]
    .toSorted(([a], [b]) => a - b)
    .map(([day, values]) => ({ day, value: join(values) }));
}

const most = (values: readonly number[]): number => Math.max(...values);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Effort is comparable at one dose only: that of the last set. */
function atLastDose(sets: readonly SetEntry[]): readonly SetEntry[] {
  const last = sets.at(-1)?.dose;
  return sets.filter(
    ({ dose }) =>
      dose.reps === last?.reps && dose.holdSec === last.holdSec && dose.loadKg === last.loadKg,
  );
}

/** The measures of one exercise, those that have a point. */
export function listExerciseSeries(
  history: readonly HistoryEntry[],
  exercise: ExerciseId,
): readonly Series[] {
  const sets = history
    .filter((entry) => entry.kind === 'set')
    .filter((entry) => entry.exercise === exercise);
  const load = (set: SetEntry): number | undefined =>
    sets.some(({ dose }) => dose.loadKg > 0) ? set.dose.loadKg : undefined;
  const own = gateSeries[exercise];
  return [
    toSeries(
      'holdSec',
      byDay(sets, (set) => set.longestHoldSec, most),
    ),
    toSeries(
      'qualityReps',
      byDay(sets, ({ reps }) => reps.quality, most),
    ),
    toSeries(
      'effort',
      byDay(atLastDose(sets), ({ effort }) => effort, mean),
    ),
    toSeries('loadKg', byDay(sets, load, most)),
    toSeries(
      'volumeReps',
      byDay(sets, ({ reps }) => reps.done, sum),
    ),
    toSeries(
      'felt',
      byDay(sets, ({ felt }) => felt, mean),
    ),
    toSeries(
      'biasDeg',
      byDay(sets, ({ biasDeg }) => biasDeg, mean),
    ),
    ...(own === undefined
      ? []
      : [
          toSeries(
            own,
            byDay(sets, ({ measure }) => measure, own === 'reach' ? most : mean),
          ),
        ]),
  ].filter(({ points }) => points.length > 0);
}

/** What is measured over all exercises: the tests of both sides, and the questionnaires' scores. */
export function listBodySeries(history: readonly HistoryEntry[]): readonly Series[] {
  const tests = history.filter((entry) => entry.kind === 'test');
  const of = (id: SeriesId, test: string, side: 'left' | 'right'): Series =>
    toSeries(
      id,
      byDay(
        tests.filter((one) => one.test === test && one.side === side),
        ({ value }) => value,
        most,
      ),
    );
  const asked = history.filter((entry) => entry.kind === 'questions');
  const score = (id: 'odi' | 'rmdq'): Series =>
    toSeries(
      id,
      byDay(asked, (entry) => entry[id], most),
    );
  return [
    of('singleLegLeft', 'singleLegBridge', 'left'),
    of('singleLegRight', 'singleLegBridge', 'right'),
    of('hipFlexorLeft', 'hipFlexor', 'left'),
    of('hipFlexorRight', 'hipFlexor', 'right'),
    score('odi'),
    score('rmdq'),
  ].filter(({ points }) => points.length > 0);
}

/** Pain by day: the morning's, and the worst of the sets. */
export function readPainSeries(history: readonly HistoryEntry[]): Series {
  const told = history.flatMap((entry): Point[] => {
    if (entry.kind === 'morning') return [{ day: entry.day, value: entry.pain }];
    if (entry.kind === 'questions') return [{ day: entry.day, value: entry.painNow }];
    if (entry.kind !== 'set' || entry.pain === undefined) return [];
    return [{ day: entry.day, value: Math.max(entry.pain.during, entry.pain.after) }];
  });
  return toSeries(
    'pain',
    byDay(told, ({ value }) => value, most),
  );
}

/** Exercises with a set, in the ladder's order. */
export const listTrained = (history: readonly HistoryEntry[]): readonly ExerciseId[] =>
  ladder
    .map(({ exercise }) => exercise)
    .filter((id) => history.some((entry) => entry.kind === 'set' && entry.exercise === id));

/** Points joined by calendar week: the mean of each, on its first day; for long spans. */
export function joinWeeks(points: readonly Point[]): readonly Point[] {
  const weeks = new Map<number, number[]>();
  for (const { day, value } of points) {
    const week = Math.floor((day + 3) / 7);
    weeks.set(week, [...(weeks.get(week) ?? []), value]);
  }
  return [...weeks].map(([week, values]) => ({ day: week * 7 - 3, value: mean(values) }));
}

/** What a column of the table may hold. */
type Cell = string | number | boolean | null | undefined;

/** A field of a CSV file (RFC 4180); a formula of a spreadsheet is none. */
function toField(value: Cell): string {
  const text = value === undefined || value === null ? '' : String(value);
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The history as a table: one row an entry, oldest first. `isoDay` writes a day. */
export function toCsv(history: readonly HistoryEntry[], isoDay: (day: Day) => string): string {
  const head = [
    ...['day', 'kind', 'exercise', 'side', 'sets', 'reps_planned', 'hold_s', 'load_kg', 'stage'],
    ...['done', 'quality', 'failed', 'warned', 'without_mirror', 'longest_hold_s', 'effort_0_10'],
    ...['pain_before', 'pain_during', 'pain_after', 'stiffness', 'back_tired', 'felt_in'],
    ...['strongest', 'cramp', 'breath', 'felt_vs_measured', 'bias_deg', 'value', 'needs_eye'],
    ...['odi_0_100', 'rmdq_0_24', 'text'],
  ];
  const row = (entry: HistoryEntry): Readonly<Record<string, Cell>> => {
    const base = { day: isoDay(entry.day), kind: entry.kind };
    switch (entry.kind) {
      case 'set': {
        const { dose, reps, pain } = entry;
        return {
          ...base,
          ...{ exercise: entry.exercise, side: entry.side, sets: dose.sets },
          ...{ reps_planned: dose.reps, hold_s: dose.holdSec, load_kg: dose.loadKg },
          ...{ stage: entry.stage, done: reps.done, quality: reps.quality, failed: reps.failed },
          ...{ warned: reps.warned, without_mirror: reps.dark },
          longest_hold_s: entry.longestHoldSec?.toFixed(1),
          ...{ effort_0_10: entry.effort, pain_before: pain?.before, pain_during: pain?.during },
          ...{ pain_after: pain?.after, felt_in: entry.feltIn?.join(' ') },
          ...{ strongest: entry.strongest, cramp: entry.cramp, breath: entry.breath },
          ...{ felt_vs_measured: entry.felt?.toFixed(0), bias_deg: entry.biasDeg?.toFixed(1) },
          ...{ value: entry.measure, needs_eye: entry.needsEye },
        };
      }
      case 'morning':
        return {
          ...{ ...base, pain_before: entry.pain, stiffness: entry.stiffness },
          back_tired: entry.pump,
        };
      case 'test':
        return {
          ...{ ...base, text: entry.test, side: entry.side, value: entry.value },
          ...{ done: entry.of, needs_eye: entry.needsEye },
        };
      case 'questions':
        return {
          ...{ ...base, pain_before: entry.painNow },
          ...{ odi_0_100: entry.odi, rmdq_0_24: entry.rmdq },
          text: entry.symptoms.join(' '),
        };
      case 'overrule':
        return {
          ...{ ...base, exercise: entry.exercise, sets: entry.dose.sets },
          ...{ reps_planned: entry.dose.reps, hold_s: entry.dose.holdSec },
          ...{ load_kg: entry.dose.loadKg, text: `${entry.by}: ${entry.why}` },
        };
      case 'review':
        return { ...base, exercise: entry.exercise, value: entry.passed, text: entry.by };
      case 'transfer':
        return { ...base, text: entry.task, pain_during: entry.pain };
      case 'reset':
        return { ...base, text: entry.cards.join(' ') };
      case 'day':
        return { ...base, text: `${entry.to}: ${entry.over} ${entry.why}`.trim() };
      case 'plan':
        return { ...base, text: `${entry.what} ${entry.by} ${entry.signedOn}` };
    }
  };
  const lines = history.map((entry) => {
    const fields = row(entry);
    return head.map((name) => toField(fields[name])).join(',');
  });
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
