import type { ExerciseId } from '../core/exercises/exercise';

/** A clip that is shipped with the app and the set that fits it. */
export interface Demo {
  /** Relative to the page. */
  readonly url: string;
  readonly doseReps: number;
  readonly targetSec?: number;
}

/**
 * The clips by exercise; most have none. The rendered athletes hold for one to two seconds, so the
 * demo's target is shorter.
 */
export const demos: Readonly<Partial<Record<ExerciseId, Demo>>> = {
  gluteBridge: { url: 'demo/bridge.webm', doseReps: 3, targetSec: 1 },
  squat: { url: 'demo/squat.webm', doseReps: 4 },
};
