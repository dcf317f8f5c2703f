import type { PictureFormat } from '../body/poseFrame';
import type { Side } from '../body/keypoint';
import type { ExerciseId } from '../exercises/exercise';
import type { RuleChanges } from '../form/strictness';
import type { BeltColours, BarOption } from '../kinematics/belt';
import type { FeltCategory } from './felt';
import type { Stage } from './feedback';
import type { OwnReferences } from './ownReferences';

/** What a set is run with. */
export interface SetOptions extends PictureFormat, OwnReferences {
  readonly exercise: ExerciseId;
  /** The working side where the exercise has one. */
  readonly side?: Side;
  /** Seconds a hold lasts; the exercise's own dose where absent. */
  readonly targetSec?: number;
  /** Holds or reps in the set; the exercise's own dose where absent. */
  readonly doseReps?: number;
  /**
   * `start`: wait for framing and stillness in the start position, then begin (live);
   * `now`: begin with the first frame (a recorded trace or a video).
   */
  readonly begin: 'start' | 'now';
  /** Which of the exercise's places of the laptop the set-up leads to, from 0; the first where absent. */
  readonly pass?: number;
  /** Strictness, rules switched off and limits set by a clinician; the table's where absent. */
  readonly changes?: RuleChanges;
  /** How much the athlete sees and hears (spec 4.3); everything where absent. */
  readonly stage?: Stage;
  /** Bands worn round the lower ribs and the pelvis, whose angle tells the back best. */
  readonly belt?: BeltColours;
  /** A bar or a strip of tape across the front of the pelvis, whose roll tells a dip best. */
  readonly bar?: BarOption;
  /** A set that starts by itself counts down for so long first, seconds; at once where absent. */
  readonly countdownSec?: number;
  /** What the athlete is asked about after each hold, before its result; nothing where absent. */
  readonly asks?: FeltCategory;
  /** Long holds have a reminder to breathe. */
  readonly remindsBreath?: true;
  /** A warn of `backArch` pauses the good clock. */
  readonly archAlert?: boolean;
}
