import type { Exercise } from '../exercises/exercise';
import type { SignalId } from '../kinematics/signals';
import { listSignals } from './signalBoard';

/** What the pose room must do beyond the keypoints. */
export interface TrackingNeeds {
  /** The trunk's outline in at least 6 frames a second. */
  readonly outline: boolean;
}

/** Signals that are read off the trunk's outline. */
const fromOutline: readonly SignalId[] = [
  'backCurveDorsalScore',
  'backCurveVentralScore',
  'ribFlareRatio',
];

/** What an exercise's signals need of the pose room. */
export const readTrackingNeeds = (exercise: Exercise): TrackingNeeds => ({
  outline: listSignals(exercise).some(({ signal }) => fromOutline.includes(signal)),
});
