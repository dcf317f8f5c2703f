import type { Side } from '../core/body/keypoint';
import type { ExerciseId } from '../core/exercises/exercise';
import type { LibraryEntry } from '../recording/library';

/** Which sets are shown; what is undefined does not matter. */
export interface LibraryFilter {
  readonly exercise: ExerciseId | undefined;
  /** Not older than so many days. */
  readonly days: number | undefined;
  readonly side: Side | undefined;
  readonly quality: 'good' | 'faulty' | undefined;
}

/** All sets. */
export const noFilter: LibraryFilter = {
  exercise: undefined,
  days: undefined,
  side: undefined,
  quality: undefined,
};

const msPerDay = 86_400_000;

const isGood = ({ reps }: LibraryEntry): boolean =>
  reps.length > 0 && reps.every((outcome) => outcome === 'good');

/** The sets that fit, in their order. */
export function filterSets(
  entries: readonly LibraryEntry[],
  { exercise, days, side, quality }: LibraryFilter,
  nowMs: number,
): readonly LibraryEntry[] {
  return entries.filter(
    (entry) =>
      (exercise === undefined || entry.exercise === exercise) &&
      (days === undefined || entry.startedAtMs >= nowMs - days * msPerDay) &&
      (side === undefined || entry.side === side) &&
      (quality === undefined || isGood(entry) === (quality === 'good')),
  );
}

/** Sets of one day of the device's calendar. */
export interface LibraryDay {
  /** Any moment of the day, ms since 1970. */
  readonly dayMs: number;
  readonly entries: readonly LibraryEntry[];
}

/** Sets by the day they were done on, in their order. */
export function groupByDay(entries: readonly LibraryEntry[]): readonly LibraryDay[] {
  const days = new Map<string, LibraryEntry[]>();
  for (const entry of entries) {
    const day = new Date(entry.startedAtMs).toDateString();
    const list = days.get(day);
    if (list === undefined) days.set(day, [entry]);
    else list.push(entry);
  }
  return [...days.values()].map((list) => ({ dayMs: list[0]?.startedAtMs ?? 0, entries: list }));
}
