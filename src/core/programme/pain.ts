import type { Day, HistoryEntry, MorningEntry, PainAnswers, SetEntry } from './history';

/**
 * The pain rule (spec 6.5). `green`: go on; `amber`: less range or load, ask again after three
 * reps; `red`: stop this exercise.
 */
export type PainLight = 'green' | 'amber' | 'red';

/** At this level pain stops an exercise whatever it was before. */
const redLevel = 5;
/** So much more than at the start stops it too. */
const redRise = 2;
const amberLevel = 3;
/** A morning so much worse than the one before training takes a step back. */
const morningRise = 1;
/** A morning with this pain is a reason to regress by itself (spec 6.4). */
const morningRed = 4;

/** What pain says of going on. */
export function readPain({ before, during, after, sharp }: PainAnswers): PainLight {
  const worst = Math.max(during, after);
  if (sharp === true || worst >= redLevel || worst >= before + redRise) return 'red';
  return worst >= amberLevel || worst > before ? 'amber' : 'green';
}

/** Morning pain at which the day is a rest. [P] */
const morningRest = 5;

/** A morning that makes its day a rest. */
export const isRestMorning = (entry: HistoryEntry): boolean =>
  entry.kind === 'morning' && entry.pain >= morningRest;

/** Mornings of a person, oldest first. */
const listMornings = (history: readonly HistoryEntry[]): readonly MorningEntry[] =>
  history.filter((entry) => entry.kind === 'morning').sort((a, b) => a.day - b.day);

/** The answers of the morning after a day. */
export const findMorningAfter = (
  history: readonly HistoryEntry[],
  day: Day,
): MorningEntry | undefined => listMornings(history).find((morning) => morning.day === day + 1);

/**
 * Whether the morning after a day of training was worse than the morning of that day; where there
 * was none, than the pain before the day's first set.
 */
export function hasBadMorning(history: readonly HistoryEntry[], day: Day): boolean {
  const after = findMorningAfter(history, day);
  if (after === undefined) return false;
  const before = listMornings(history)
    .filter((morning) => morning.day <= day)
    .at(-1);
  const first = history.find((entry) => entry.kind === 'set' && entry.day === day);
  const atSet = first?.kind === 'set' ? first.pain?.before : undefined;
  const usual = before?.pain ?? atSet ?? after.pain;
  return after.pain >= morningRed || after.pain > usual + morningRise;
}

/** Whether pain did not rise over some sets and stayed at or under a level. */
export function isPainStable(sets: readonly SetEntry[], most: number): boolean {
  return sets.every(
    ({ pain }) =>
      pain !== undefined &&
      pain.sharp !== true &&
      pain.during <= most &&
      pain.after <= most &&
      pain.after <= pain.before,
  );
}
