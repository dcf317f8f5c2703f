import type { Side } from '../body/keypoint';
import type { ExerciseId } from '../exercises/exercise';
import type { Day, HistoryEntry, QuestionsEntry, TestEntry, TestId } from './history';
import { findLongestHold, type FinishedSet, needsEye } from './setEntry';

/** What a test gives: degrees, seconds, or reps of quality. */
export type TestUnit = 'deg' | 'sec' | 'reps';

/** One test of the baseline (spec 6.1) and how its set is done. */
export interface BaselineTest {
  readonly id: TestId;
  readonly exercise: ExerciseId;
  readonly sides: readonly (Side | null)[];
  readonly unit: TestUnit;
  readonly reps: number;
  readonly holdSec?: number;
  /** May be left out by who has no kit for it. */
  readonly optional?: true;
  /** The smallest change that is more than measuring (spec 8, 5.8); none is marked where absent. */
  readonly changeLeast?: number;
  /** A greater value is worse: the thigh above the horizontal. */
  readonly lessIsBetter?: true;
  readonly minutes: number;
}

const each = ['left', 'right'] as const;
const both = [null] as const;

/**
 * The tests in their order (spec 6.1). The bow is the hinge held for a moment at 50°; the single-leg
 * bridge is held to its end, at most 3 min; the hinge hold at most 60 s.
 */
export const tests: readonly BaselineTest[] = [
  {
    id: 'hipFlexor',
    exercise: 'hipFlexorTest',
    sides: each,
    unit: 'deg',
    reps: 3,
    changeLeast: 5,
    lessIsBetter: true,
    minutes: 4,
  },
  {
    id: 'standingBow',
    exercise: 'hingeHold',
    sides: both,
    unit: 'reps',
    reps: 3,
    holdSec: 2,
    minutes: 1,
  },
  { id: 'bridge', exercise: 'gluteBridge', sides: both, unit: 'reps', reps: 3, minutes: 2 },
  {
    id: 'singleLegBridge',
    exercise: 'singleLegBridge',
    sides: each,
    unit: 'sec',
    reps: 1,
    holdSec: 180,
    changeLeast: 20,
    minutes: 4,
  },
  { id: 'squat', exercise: 'squat', sides: both, unit: 'reps', reps: 5, minutes: 1 },
  { id: 'stepDown', exercise: 'stepDown', sides: each, unit: 'reps', reps: 5, minutes: 3 },
  {
    id: 'hingeHold',
    exercise: 'hingeHold',
    sides: both,
    unit: 'sec',
    reps: 1,
    holdSec: 60,
    minutes: 2,
  },
  {
    id: 'deadlift',
    exercise: 'kettlebellDeadlift',
    sides: both,
    unit: 'reps',
    reps: 5,
    optional: true,
    minutes: 1,
  },
];

export const findTest = (id: TestId): BaselineTest => {
  const found = tests.find((test) => test.id === id);
  if (found === undefined) throw new Error(`there is no test ${id}`);
  return found;
};

/** A baseline is measured within so many days: one visit, or two. */
const visitDays = 14;
/** It is repeated every four weeks (spec 6.1). */
const repeatDays = 28;
/** Norms of the single-leg bridge's hold: mean and spread, and what of it is a flag (spec 5.2). */
export const singleLegNorm = { meanSec: 65, sdSec: 33, differenceSec: 10, differenceShare: 0.2 };
/** Thigh above the horizontal, and knee short of this, are short hip flexors (spec 5.8). */
export const hipFlexorNorm = { thighDeg: 0, kneeDeg: 67 };

/** One round of tests, and what is still to be done of it. */
export interface Baseline {
  readonly from: Day;
  readonly questions: QuestionsEntry;
  /** The last result of each test and side. */
  readonly results: readonly TestEntry[];
  /** What is to be done next, in order. */
  readonly todo: readonly { readonly test: BaselineTest; readonly side: Side | null }[];
  /** Days on which something was measured. */
  readonly visits: readonly Day[];
  readonly done: boolean;
}

/** The baselines of a history, oldest first. Each begins with its questions. */
export function listBaselines(history: readonly HistoryEntry[]): readonly Baseline[] {
  const starts = history.filter((entry) => entry.kind === 'questions');
  return starts.map((questions, index) => {
    const from = questions.day;
    const until = Math.min(from + visitDays, starts[index + 1]?.day ?? Infinity);
    const own = history
      .filter((entry) => entry.kind === 'test')
      .filter(({ day }) => day >= from && (day < until || day === from));
    const results = tests.flatMap(({ id, sides }) =>
      sides.flatMap((side) => own.findLast((one) => one.test === id && one.side === side) ?? []),
    );
    const todo = tests.flatMap((test) =>
      test.sides
        .filter((side) => !results.some((one) => one.test === test.id && one.side === side))
        .map((side) => ({ test, side })),
    );
    return {
      from,
      questions,
      results,
      todo,
      visits: [...new Set(own.map(({ day }) => day))],
      done: todo.length === 0,
    };
  });
}

/**
 * Where the baseline stands on a day. `first`: none yet; `open`: begun and not finished; `due`: four
 * weeks have passed; `fresh`: nothing to do.
 */
export function readBaselineState(
  history: readonly HistoryEntry[],
  day: Day,
): 'first' | 'open' | 'due' | 'fresh' {
  const last = listBaselines(history.filter((entry) => entry.day <= day)).at(-1);
  if (last === undefined) return 'first';
  if (day - last.from >= repeatDays) return 'due';
  return !last.done && day - last.from < visitDays ? 'open' : 'fresh';
}

/** How a result compares with the one of the baseline before; undefined where there is none. */
export interface TestChange {
  readonly from: number;
  readonly to: number;
  /** More than measuring can tell: only then it is called a change. */
  readonly isChange: boolean;
  readonly better: boolean;
}

/** The change of a test from one baseline to a later one, marked only above its MDC (spec 8). */
export function readTestChange(
  before: Baseline | undefined,
  now: TestEntry,
): TestChange | undefined {
  const earlier = before?.results.find(({ test, side }) => test === now.test && side === now.side);
  if (earlier?.value === undefined || now.value === undefined) return undefined;
  const { changeLeast, lessIsBetter } = findTest(now.test);
  const by = now.value - earlier.value;
  return {
    from: earlier.value,
    to: now.value,
    isChange: changeLeast !== undefined && Math.abs(by) > changeLeast,
    better: lessIsBetter === true ? by < 0 : by > 0,
  };
}

/** What a baseline shows; words by id in the text room. No diagnosis, no score (spec 6.1, 7.4). */
export type Finding =
  | { readonly id: 'overload'; readonly count: number }
  | { readonly id: 'hipFlexorShort'; readonly side: Side; readonly deg: number }
  | { readonly id: 'thighFrontShort'; readonly side: Side; readonly deg: number }
  | { readonly id: 'bridgeNotYet'; readonly is: number; readonly of: number }
  | { readonly id: 'singleLegShort'; readonly side: Side; readonly sec: number }
  | { readonly id: 'singleLegUneven'; readonly bySec: number; readonly weaker: Side }
  | {
      readonly id: 'squatKnees' | 'stepKnees' | 'bowRounds';
      readonly is: number;
      readonly of: number;
    }
  | { readonly id: 'hingeShort'; readonly sec: number }
  | { readonly id: 'runnerPattern' }
  | { readonly id: 'needsEye'; readonly test: TestId };

const hingeGateSec = 20;

/** What the results of a baseline show, in the order of the tests. */
export function listFindings({ questions, results }: Baseline): readonly Finding[] {
  const of = (test: TestId): readonly TestEntry[] =>
    results.filter((one) => one.test === test && one.value !== undefined);
  const findings: Finding[] = [];
  const overload = questions.overload.filter(Boolean).length;
  if (overload > 0) findings.push({ id: 'overload', count: overload });
  for (const { side, value, kneeDeg } of of('hipFlexor')) {
    if (side === null || value === undefined) continue;
    if (value > hipFlexorNorm.thighDeg) findings.push({ id: 'hipFlexorShort', side, deg: value });
    if (kneeDeg !== undefined && kneeDeg < hipFlexorNorm.kneeDeg) {
      findings.push({ id: 'thighFrontShort', side, deg: kneeDeg });
    }
  }
  const few = (test: TestId, id: 'bridgeNotYet' | 'squatKnees' | 'stepKnees' | 'bowRounds') => {
    const all = of(test);
    const is = all.reduce((sum, { value }) => sum + (value ?? 0), 0);
    const total = all.reduce((sum, one) => sum + (one.of ?? 0), 0);
    if (is < total) findings.push({ id, is, of: total });
  };
  few('standingBow', 'bowRounds');
  few('bridge', 'bridgeNotYet');
  const legs = of('singleLegBridge');
  for (const { side, value } of legs) {
    const low = singleLegNorm.meanSec - singleLegNorm.sdSec;
    if (side !== null && value !== undefined && value < low) {
      findings.push({ id: 'singleLegShort', side, sec: value });
    }
  }
  const left = legs.find(({ side }) => side === 'left')?.value;
  const right = legs.find(({ side }) => side === 'right')?.value;
  if (left !== undefined && right !== undefined) {
    const bySec = Math.abs(left - right);
    const share = bySec / Math.max(left, right, 1);
    if (bySec > singleLegNorm.differenceSec || share > singleLegNorm.differenceShare) {
      const weaker = left < right ? 'left' : 'right';
      if (bySec >= 1) findings.push({ id: 'singleLegUneven', bySec, weaker });
    }
  }
  few('squat', 'squatKnees');
  few('stepDown', 'stepKnees');
  const hinge = of('hingeHold')[0]?.value;
  if (hinge !== undefined && hinge < hingeGateSec) findings.push({ id: 'hingeShort', sec: hinge });
  const isShort =
    of('hipFlexor').length === 2 && of('hipFlexor').every((one) => (one.value ?? 0) > 0);
  if (questions.runs && isShort && questions.symptoms.includes('running')) {
    findings.push({ id: 'runnerPattern' });
  }
  for (const test of new Set(results.filter((one) => one.needsEye).map((one) => one.test))) {
    findings.push({ id: 'needsEye', test });
  }
  return findings;
}

/** A test that was left out, for want of kit or because it hurts. */
export const skipTest = (test: TestId, side: Side | null, day: Day): TestEntry => ({
  kind: 'test',
  day,
  test,
  side,
  needsEye: false,
});

/** The finished set of a test as its results, one for each side that was done. */
export function toTestEntries(set: FinishedSet, test: TestId): readonly TestEntry[] {
  const { sides, unit } = findTest(test);
  const eye = needsEye(set);
  return sides.flatMap((side): TestEntry[] => {
    const reps = set.reps.filter(
      (rep) => rep.kind !== 'attempt' && (side === null || (rep.side ?? set.side) === side),
    );
    if (reps.length === 0) return [];
    const base = { kind: 'test', day: set.day, test, side, needsEye: eye } as const;
    const meanOf = (measure: string): number | undefined =>
      set.measures.find(
        (one) => one.measure === measure && (one.side === null || one.side === side),
      )?.mean;
    if (unit === 'reps') {
      return [{ ...base, value: reps.filter(({ quality }) => quality).length, of: reps.length }];
    }
    if (unit === 'sec') {
      const longest = findLongestHold(reps, set.faults);
      return longest === undefined ? [] : [{ ...base, value: Math.round(10 * longest) / 10 }];
    }
    const thigh = meanOf('thighAboveLevelDeg');
    const knee = meanOf('legKneeFlexionDeg');
    return [
      {
        ...base,
        needsEye: eye || thigh === undefined,
        ...(thigh === undefined ? {} : { value: Math.round(10 * thigh) / 10 }),
        ...(knee === undefined ? {} : { kneeDeg: Math.round(10 * knee) / 10 }),
      },
    ];
  });
}
