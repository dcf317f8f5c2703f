import type { Day, HistoryEntry, SetEntry } from './history';
import { readPain } from './pain';
import type { Plan } from './programme';
import { planToday, type Today, type TodayItem } from './today';

/** One exercise of the day with what has been done of it. */
export interface DayItem extends TodayItem {
  /** `stopped`: pain ended it for today. */
  readonly state: 'todo' | 'begun' | 'done' | 'stopped';
  readonly setsDone: number;
  readonly setsOf: number;
}

/** The day as it was planned in the morning, and how far it has come. */
export interface DayPlan extends Omit<Today, 'items'> {
  readonly items: readonly DayItem[];
  /** What to do now; undefined where all is done, or the day is a rest. */
  readonly next: DayItem | undefined;
  /** The reset has been done today. */
  readonly resetDone: boolean;
  /** Something was trained today. */
  readonly begun: boolean;
}

const isToday =
  (day: Day) =>
  (entry: HistoryEntry): entry is SetEntry =>
    entry.kind === 'set' && entry.day === day;

function toDayItem(item: TodayItem, sets: readonly SetEntry[], sharp: boolean): DayItem {
  const own = sets.filter(({ exercise }) => exercise === item.exercise);
  const setsOf = item.dose.sets * item.sides.length;
  const done = own.filter(({ cutShort }) => cutShort !== true).length;
  const red = own.some(({ pain }) => pain !== undefined && readPain(pain) === 'red');
  const state =
    red || (sharp && done < setsOf)
      ? 'stopped'
      : done >= setsOf
        ? 'done'
        : own.length > 0
          ? 'begun'
          : 'todo';
  return { ...item, state, setsDone: Math.min(done, setsOf), setsOf };
}

/**
 * The plan of a day from what was known before its first set, with what is done of it: a day does
 * not change its mind while it is trained, but pain stops an exercise, and sharp pain the day.
 */
export function readDayPlan(history: readonly HistoryEntry[], plan: Plan, day: Day): DayPlan {
  const sets = history.filter(isToday(day));
  const today = planToday(
    history.filter((entry) => !isToday(day)(entry)),
    plan,
    day,
  );
  const sharp = sets.some(({ pain }) => pain?.sharp === true);
  const items = today.items.map((item) => toDayItem(item, sets, sharp));
  const next = items.find(({ state }) => state === 'todo' || state === 'begun');
  const isOver = today.kind === 'train' && next === undefined;
  return {
    ...today,
    items,
    next,
    ...(isOver ? { kind: 'rest' as const, whyRest: 'doneToday' as const } : {}),
    resetDone: history.some((entry) => entry.kind === 'reset' && entry.day === day),
    begun: sets.length > 0,
  };
}
