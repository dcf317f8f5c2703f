import type { Exercise } from '../exercises/exercise';
import type { BeltColours } from '../kinematics/belt';

/** What the pose room must do beyond the keypoints. */
export interface TrackingNeeds {
  /** The trunk's outline in at least 6 frames a second. */
  readonly outline: boolean;
  /** The athlete lies, which the person detector may miss. */
  readonly lies: boolean;
  /** The colours of the bands to be followed; absent where none are worn. */
  readonly belt?: BeltColours;
  /** A camera that does not wait: what the machine cannot do in time may give way. */
  readonly live?: boolean;
}

/** What an exercise's signals need of the pose room. */
export const readTrackingNeeds = (exercise: Exercise, belt?: BeltColours): TrackingNeeds => ({
  outline: exercise.outline !== undefined,
  lies: exercise.posture !== 'standing',
  ...(belt === undefined || exercise.outline === undefined ? {} : { belt }),
});
