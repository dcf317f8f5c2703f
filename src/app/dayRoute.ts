import type { DayItem } from '../core/programme/dayPlan';
import type { HistoryEntry } from '../core/programme/history';
import type { Plan } from '../core/programme/programme';
import { findCardBetween } from '../core/programme/resetCards';
import type { Route } from './route';

/** The set-up of an exercise of the day, with its dose. */
export function toTrainRoute(
  { exercise, dose, sides, easier, stageCap }: DayItem,
  plan: Plan,
  history: readonly HistoryEntry[],
): Route {
  const prescribed = plan.prescribed?.items.find((one) => one.exercise === exercise);
  const stage = stageCap ?? prescribed?.stage;
  const firstSide = sides[0] ?? undefined;
  const card = findCardBetween(exercise, history, prescribed?.between);
  return {
    screen: 'train',
    exercise,
    source: 'camera',
    options: {
      doseReps: dose.reps,
      rounds: dose.sets,
      ...(firstSide === undefined ? {} : { firstSide }),
      ...(dose.holdSec === undefined ? {} : { targetSec: dose.holdSec }),
      ...(dose.loadKg > 0 ? { loadKg: dose.loadKg } : {}),
      ...(stage === undefined ? {} : { stage }),
      ...(easier === undefined ? {} : { easier }),
      ...(card === undefined ? {} : { card }),
    },
  };
}
