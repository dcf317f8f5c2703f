import { type Exercise, usesBar, usesBelt } from '../exercises/exercise';
import type { BeltColours, Colour } from '../kinematics/belt';
import type { SetOptions } from './setOptions';

/** What the pose room must do beyond the keypoints. */
export interface TrackingNeeds {
  /** The trunk's outline in at least 6 frames a second. */
  readonly outline: boolean;
  /** The athlete lies, which the person detector may miss. */
  readonly lies: boolean;
  /** The colours of the bands to be followed; absent where none are worn. */
  readonly belt?: BeltColours;
  /** The colour of the bar across the pelvis; absent where there is none. */
  readonly bar?: Colour;
  /** A camera that does not wait: what the machine cannot do in time may give way. */
  readonly live?: boolean;
}

/** What an exercise's signals need of the pose room. */
export const readTrackingNeeds = (
  exercise: Exercise,
  { belt, bar }: Pick<SetOptions, 'belt' | 'bar'> = {},
): TrackingNeeds => ({
  outline: exercise.outline !== undefined,
  lies: exercise.posture !== 'standing',
  ...(belt === undefined || !usesBelt(exercise) ? {} : { belt }),
  ...(bar === undefined || !usesBar(exercise) ? {} : { bar: bar.colour }),
});

/** The pace that a set asks of the pose room. */
export interface PaceNeeds {
  /** Judged pictures a second, where the machine can. */
  readonly fps: number;
  /** A rule reads the trunk's outline: the light model's mask is too coarse for it. */
  readonly outline: boolean;
  /** The machine is hot or its battery low: it is to do less. */
  readonly sparing?: boolean;
}

/** Pictures a second that are wanted of what is held or lifted slowly, and of what swings. */
export const wantedFps = { slow: 20, fast: 40 } as const;

/** The pace of an exercise. */
export const readPaceNeeds = ({ outline, scoredFromFps }: Exercise): PaceNeeds => ({
  fps: scoredFromFps === undefined ? wantedFps.slow : wantedFps.fast,
  outline: outline !== undefined,
});
