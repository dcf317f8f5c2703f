import type { Exercise } from '../exercises/exercise';

/** What the pose room must do beyond the keypoints. */
export interface TrackingNeeds {
  /** The trunk's outline in at least 6 frames a second. */
  readonly outline: boolean;
  /** The athlete lies, which the person detector may miss. */
  readonly lies: boolean;
}

/** What an exercise's signals need of the pose room. */
export const readTrackingNeeds = (exercise: Exercise): TrackingNeeds => ({
  outline: exercise.outline !== undefined,
  lies: exercise.posture !== 'standing',
});
