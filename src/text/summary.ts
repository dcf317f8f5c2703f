import type { RepSummary } from '../core/coach/snapshot';
import type { ExerciseId } from '../core/exercises/exercise';
import type { FaultId } from '../core/form/rule';
import type { FaultInterval } from '../core/form/verdict';
import { exerciseText } from './exercises';
import { faultText } from './faults';
import { formatNumbers } from './numbers';

/** No more faults than these are named in the sentence; the list below it has them all. */
const namedFaults = 2;

/** What of a set the sentence is made from. */
export interface SetResult {
  readonly exercise: ExerciseId;
  readonly reps: readonly RepSummary[];
  readonly faults: readonly FaultInterval[];
}

/** The set in a line or two: "2 of 3 held well. The hips sank in 2, late in the hold." */
export function summarySentence({ exercise, reps, faults }: SetResult): string {
  const { counted, wellDone } = exerciseText[exercise];
  if (reps.length === 0) return `No ${counted[0]} was finished.`;
  return [
    `${countGood(reps)} ${wellDone}.`,
    ...describeAttempts(reps),
    ...describeShort(exercise, reps),
    ...describeHurried(exercise, reps),
    ...describeScore(reps),
    ...describeFaults(exercise, reps, faults),
  ].join(' ');
}

/** "8 of 10". */
export const countGood = (reps: readonly RepSummary[]): string =>
  `${String(reps.filter((rep) => rep.quality).length)} of ${String(reps.length)}`;

function describeAttempts(reps: readonly RepSummary[]): string[] {
  const attempts = reps.filter((rep) => rep.kind === 'attempt').map((rep) => rep.n);
  if (attempts.length === 0) return [];
  const noun = attempts.length === 1 ? 'Rise' : 'Rises';
  return [`${noun} ${formatNumbers(attempts)} never came to the line.`];
}

/** Holds that nothing was wrong with, but that did not come to their target. */
function describeShort(exercise: ExerciseId, reps: readonly RepSummary[]): string[] {
  const short = reps
    .filter((rep) => rep.kind === 'hold' && !rep.quality && rep.faults.length === 0)
    .map((rep) => rep.n);
  if (short.length === 0) return [];
  const noun = exerciseText[exercise].counted[short.length === 1 ? 0 : 1];
  const verb = short.length === 1 ? 'was' : 'were';
  return [`${capitalize(noun)} ${formatNumbers(short)} ${verb} too short.`];
}

/** Reps that did not stay where they are held for a moment. */
function describeHurried(exercise: ExerciseId, reps: readonly RepSummary[]): string[] {
  const hurried = reps.filter((rep) => rep.hurried).map((rep) => rep.n);
  if (hurried.length === 0) return [];
  const noun = exerciseText[exercise].counted[hurried.length === 1 ? 0 : 1];
  const verb = hurried.length === 1 ? 'was' : 'were';
  return [`${capitalize(noun)} ${formatNumbers(hurried)} ${verb} not held at the top.`];
}

/** The middle of the reps' points on a clinician's scale. */
function describeScore(reps: readonly RepSummary[]): string[] {
  const scores = reps.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const sorted = scores.toSorted((a, b) => a.points - b.points);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) return [];
  return [`Points ${String(middle.points)} of ${String(middle.of)}, fewer are better.`];
}

/** One sentence for each of the heaviest faults; a warning is named only where nothing failed. */
function describeFaults(
  exercise: ExerciseId,
  reps: readonly RepSummary[],
  faults: readonly FaultInterval[],
): string[] {
  const failed = faults.filter((fault) => fault.level === 'fail');
  const attempts = new Set(reps.filter((rep) => rep.kind === 'attempt').map((rep) => rep.n));
  const told = (failed.length > 0 ? failed : faults).filter(
    (fault) => !(fault.faultId === 'hipsLow' && attempts.has(fault.rep)),
  );
  const ids = [...new Set(told.map((fault) => fault.faultId))];
  return ids.slice(0, namedFaults).map((id) => describeFault(exercise, id, told, reps));
}

function describeFault(
  exercise: ExerciseId,
  id: FaultId,
  faults: readonly FaultInterval[],
  reps: readonly RepSummary[],
): string {
  const own = faults.filter((fault) => fault.faultId === id);
  const numbers = [...new Set(own.map((fault) => fault.rep))].filter((n) => n > 0);
  // A number never begins a line of its own.
  const where = numbers.length === 0 ? '' : ` in\u00a0${formatNumbers(numbers)}`;
  const slightly = own.every((fault) => fault.level === 'warn') ? ' a little' : '';
  const late = own.every((fault) => isLate(fault, reps));
  const when = late ? `, late in the ${exerciseText[exercise].counted[0]}` : '';
  return `${faultText[id].happened}${slightly}${where}${when}.`;
}

/** Which side worked, where all of the set was on one; empty otherwise: "On the left leg". */
export function describeSide({ exercise, reps }: Pick<SetResult, 'exercise' | 'reps'>): string {
  const [side, ...others] = new Set(reps.map((rep) => rep.side));
  if (side === undefined || side === null || others.length > 0) return '';
  return exerciseText[exercise].onSide?.[side] ?? '';
}

/** Whether a fault began in the last 40 % of a hold. */
function isLate(fault: FaultInterval, reps: readonly RepSummary[]): boolean {
  const rep = reps.find((candidate) => candidate.n === fault.rep);
  if (rep?.kind !== 'hold') return false;
  return fault.startSec - rep.startSec > 0.6 * (rep.endSec - rep.startSec);
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
