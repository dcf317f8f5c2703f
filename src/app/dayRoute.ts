import type { DayItem } from '../core/programme/dayPlan';
import type { Plan } from '../core/programme/programme';
import type { Route } from './route';

/** The set-up of an exercise of the day, with its dose. */
export function toTrainRoute({ exercise, dose, easier, stageCap }: DayItem, plan: Plan): Route {
  const stage = stageCap ?? plan.prescribed?.items.find((one) => one.exercise === exercise)?.stage;
  return {
    screen: 'train',
    exercise,
    source: 'camera',
    options: {
      doseReps: dose.reps,
      rounds: dose.sets,
      ...(dose.holdSec === undefined ? {} : { targetSec: dose.holdSec }),
      ...(dose.loadKg > 0 ? { loadKg: dose.loadKg } : {}),
      ...(stage === undefined ? {} : { stage }),
      ...(easier === undefined ? {} : { easier }),
    },
  };
}
