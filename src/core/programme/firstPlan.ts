import { computeBridgeTarget } from '../coach/ownReferences';
import type { ExerciseId } from '../exercises/exercise';
import { type Baseline, findTest, listBaselines } from './baseline';
import type { Day, Dose, HistoryEntry, TestEntry, TestId } from './history';
import { findRung, ladder, readStartDose, type Rung } from './ladder';
import type { Person } from './person';
import type { Start } from './progression';

/** With more pain than this nobody starts higher than the programme's opening dose (spec 6.5). */
export const painCalm = 2;
/** A single-leg bridge held so long makes holds of 10 s easy enough to begin with. [P] */
const singleLegReadySec = 20;
/** Held shorter than this, the leg is lifted for a moment only at first. [P] */
const singleLegShortSec = 5;
/** A hold that is trained is at most half of what was held once. [P] */
const hingeShare = 0.5;
const hingeMost = 20;
const hingeStep = 5;

type Found = Pick<Start, 'numbers'> & { readonly dose?: Partial<Dose>; readonly eased?: number };

/** The results of a test that was done, of both sides where it has them; undefined where one lacks. */
function readTest({ results }: Baseline, id: TestId): readonly TestEntry[] | undefined {
  const own = results.filter((one) => one.test === id && one.value !== undefined);
  return own.length === findTest(id).sides.length ? own : undefined;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const valueOf = ({ value }: TestEntry): number => value ?? 0;

/** May one begin higher? Never on what a single camera saw only roughly, nor in pain. */
const isSure = ({ questions }: Baseline, tests: readonly TestEntry[]): boolean =>
  questions.painNow <= painCalm && tests.every(({ needsEye }) => !needsEye);

/** Half or less of the reps good: the first easier form comes first. */
function readReps(baseline: Baseline, test: TestId, eased: number): Found | undefined {
  const own = readTest(baseline, test);
  if (own === undefined) return undefined;
  const isHalf = own.some((one) => valueOf(one) * 2 <= (one.of ?? 0));
  return {
    numbers: [sum(own.map(valueOf)), sum(own.map(({ of }) => of ?? 0))],
    eased: isHalf ? eased : 0,
  };
}

/** What the tests of a baseline say of the first dose of an exercise. [P] */
const readers: Readonly<Partial<Record<ExerciseId, (baseline: Baseline) => Found | undefined>>> = {
  gluteBridge: (baseline) => {
    const own = readTest(baseline, 'bridge');
    const [one] = own ?? [];
    if (own === undefined || one?.of === undefined) return undefined;
    const ready = one.value === one.of && one.of >= 3 && isSure(baseline, own);
    return { numbers: [valueOf(one), one.of], ...(ready ? { dose: { holdSec: 10 } } : {}) };
  },
  singleLegBridge: (baseline) => {
    const own = readTest(baseline, 'singleLegBridge');
    if (own === undefined) return undefined;
    const weaker = Math.min(...own.map(valueOf));
    const ready = weaker >= singleLegReadySec && isSure(baseline, own);
    return {
      numbers: [weaker],
      eased: weaker < singleLegShortSec ? 1 : 0,
      ...(ready ? { dose: { holdSec: 10 } } : {}),
    };
  },
  hingeHold: (baseline) => {
    const own = readTest(baseline, 'hingeHold');
    const bow = readReps(baseline, 'standingBow', 1);
    const [one] = own ?? [];
    if (own === undefined || one === undefined) return bow;
    const half = Math.floor((hingeShare * valueOf(one)) / hingeStep) * hingeStep;
    const ready = bow?.eased !== 1 && isSure(baseline, own);
    return {
      numbers: [valueOf(one)],
      eased: bow?.eased ?? 0,
      ...(ready ? { dose: { holdSec: Math.min(hingeMost, Math.max(10, half)) } } : {}),
    };
  },
  squat: (baseline) => readReps(baseline, 'squat', 1),
  stepDown: (baseline) => readReps(baseline, 'stepDown', 1),
  // The second of its easier forms: there is no weight yet that could be lighter.
  kettlebellDeadlift: (baseline) => readReps(baseline, 'deadlift', 2),
};

/**
 * How an exercise begins: as prescribed, else by the baseline that was the last one then, else with
 * the programme's opening dose.
 * @param history up to the day on which it begins
 */
export function readStart(
  rung: Rung,
  history: readonly HistoryEntry[],
  person: Person,
  prescribed?: Dose,
): Start {
  if (prescribed !== undefined) {
    return { to: prescribed, eased: 0, why: 'prescribed', numbers: [] };
  }
  const start = readStartDose(rung, person);
  const baseline = listBaselines(history).at(-1);
  const found = baseline && readers[rung.exercise]?.(baseline);
  if (found === undefined) return { to: start, eased: 0, why: 'firstTime', numbers: [] };
  const { dose = {}, eased = 0, numbers } = found;
  return { to: { ...start, ...dose }, eased, why: 'baseline', numbers };
}

/** The first plan that a baseline leads to: what it says of each exercise that the plan has. */
export const listFirstPlan = (
  history: readonly HistoryEntry[],
  person: Person,
  isPlanned: (rung: Rung) => boolean,
): readonly { readonly exercise: ExerciseId; readonly start: Start }[] =>
  ladder
    .filter(isPlanned)
    .map((rung) => ({ exercise: rung.exercise, start: readStart(rung, history, person) }))
    .filter(({ start }) => start.why === 'baseline');

/** The easier form that an exercise begins with; undefined where it is its own. */
export const findStartForm = (exercise: ExerciseId, { eased }: Start) =>
  eased > 0 ? findRung(exercise)?.easier[eased - 1] : undefined;

/** A hip-flexor test says something for so many days (spec 5.8). */
const hipTestDays = 28;

/**
 * The personal bridge target of the stiffer hip, degrees, -15..0 (spec 2.5): 0 where no test is
 * fresh, or none found a deficit.
 */
export function readBridgeTargetDeg(history: readonly HistoryEntry[], day: Day): number {
  const tests = history.filter(
    (entry): entry is TestEntry =>
      entry.kind === 'test' &&
      entry.test === 'hipFlexor' &&
      entry.day <= day &&
      day - entry.day <= hipTestDays,
  );
  const thighs = (['left', 'right'] as const).map(
    (side) => tests.findLast((one) => one.side === side && one.value !== undefined)?.value ?? 0,
  );
  return computeBridgeTarget(Math.max(...thighs));
}
