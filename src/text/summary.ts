import type { RepSummary } from '../core/coach/snapshot';
import type { ExerciseId } from '../core/exercises/exercise';
import type { FaultId } from '../core/form/rule';
import type { FaultInterval } from '../core/form/verdict';
import { exerciseText } from './exercises';
import { faultText } from './faults';
import { localize } from './language';
import { formatNumbers } from './numbers';

/** The sentences of a summary. */
const sentenceText = localize({
  en: {
    none: (one: string) => `No ${one} was finished.`,
    of: (good: number, all: number) => `${String(good)} of ${String(all)}`,
    attempts: (numbers: string, isOne: boolean) =>
      `${isOne ? 'Rise' : 'Rises'} ${numbers} never came to the line.`,
    short: (noun: string, numbers: string, isOne: boolean) =>
      `${noun} ${numbers} ${isOne ? 'was' : 'were'} too short.`,
    hurried: (noun: string, numbers: string, isOne: boolean) =>
      `${noun} ${numbers} ${isOne ? 'was' : 'were'} not held at the top.`,
    points: (points: number, of: number) =>
      `Points ${String(points)} of ${String(of)}, fewer are better.`,
    fault: (happened: string, slightly: boolean, where: string, lateIn: string) =>
      `${happened}${slightly ? ' a little' : ''}${where === '' ? '' : ` in\u00a0${where}`}${
        lateIn === '' ? '' : `, late in the ${lateIn}`
      }.`,
  },
  de: {
    none: (one) => `Keine ${one} wurde beendet.`,
    of: (good, all) => `${String(good)} von ${String(all)}`,
    attempts: (numbers, isOne) =>
      isOne
        ? `Versuch ${numbers} kam nie bis zur Linie.`
        : `Die Versuche ${numbers} kamen nie bis zur Linie.`,
    short: (noun, numbers, isOne) => `${noun} ${numbers} ${isOne ? 'war' : 'waren'} zu kurz.`,
    hurried: (noun, numbers, isOne) =>
      `${noun} ${numbers} ${isOne ? 'wurde' : 'wurden'} oben nicht gehalten.`,
    points: (points, of) => `${String(points)} von ${String(of)} Punkten, weniger sind besser.`,
    fault: (happened, slightly, where, lateIn) => {
      const how = [
        ...(slightly ? ['leicht'] : []),
        ...(where === '' ? [] : [`bei\u00a0${where}`]),
        ...(lateIn === '' ? [] : [`spät in der ${lateIn}`]),
      ];
      return `${[happened, ...(how.length === 0 ? [] : [how.join(', ')])].join(': ')}.`;
    },
  },
});

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
  if (reps.length === 0) return sentenceText.none(counted[0]);
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
  sentenceText.of(reps.filter((rep) => rep.quality).length, reps.length);

function describeAttempts(reps: readonly RepSummary[]): string[] {
  const attempts = reps.filter((rep) => rep.kind === 'attempt').map((rep) => rep.n);
  if (attempts.length === 0) return [];
  return [sentenceText.attempts(formatNumbers(attempts), attempts.length === 1)];
}

/** Holds that nothing was wrong with, but that did not come to their target. */
function describeShort(exercise: ExerciseId, reps: readonly RepSummary[]): string[] {
  const short = reps
    .filter((rep) => rep.kind === 'hold' && !rep.quality && rep.faults.length === 0)
    .map((rep) => rep.n);
  if (short.length === 0) return [];
  const noun = exerciseText[exercise].counted[short.length === 1 ? 0 : 1];
  return [sentenceText.short(capitalize(noun), formatNumbers(short), short.length === 1)];
}

/** Reps that did not stay where they are held for a moment. */
function describeHurried(exercise: ExerciseId, reps: readonly RepSummary[]): string[] {
  const hurried = reps.filter((rep) => rep.hurried).map((rep) => rep.n);
  if (hurried.length === 0) return [];
  const noun = exerciseText[exercise].counted[hurried.length === 1 ? 0 : 1];
  return [sentenceText.hurried(capitalize(noun), formatNumbers(hurried), hurried.length === 1)];
}

/** The middle of the reps' points on a clinician's scale. */
function describeScore(reps: readonly RepSummary[]): string[] {
  const scores = reps.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const sorted = scores.toSorted((a, b) => a.points - b.points);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) return [];
  return [sentenceText.points(middle.points, middle.of)];
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
  const slightly = own.every((fault) => fault.level === 'warn');
  const late = own.every((fault) => isLate(fault, reps));
  const lateIn = late ? exerciseText[exercise].counted[0] : '';
  return sentenceText.fault(faultText[id].happened, slightly, formatNumbers(numbers), lateIn);
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
