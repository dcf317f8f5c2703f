import type { BeltLines, Keypoint } from '../body/poseFrame';
import type { Side } from '../body/keypoint';
import type { MeasureId } from '../kinematics/measures';
import type { UnitName } from '../units';
import type { CameraEstimate } from '../kinematics/camera';
import type { CameraHint } from '../kinematics/cameraHint';
import type { View } from '../kinematics/view';
import type { SignalId, SignalKey } from '../kinematics/signals';
import type { CueId, FaultId, UnseenReason } from '../form/rule';
import type { FaultInterval, RuleVerdict } from '../form/verdict';
import type { ExerciseId } from '../exercises/exercise';
import type { BackView, BarView, NeutralRefusal } from './display';
import type { FeltCategory } from './felt';
import type { Gesture, RaisedArms } from './gesture';

/** The three clocks and rest, in seconds; their sum is the time since the set began. */
export interface Clocks {
  readonly goodSec: number;
  readonly faultySec: number;
  readonly unseenSec: number;
  readonly restSec: number;
}

/** What is needed of the picture before a set can start; the first unmet one is shown large. */
export type FramingId =
  | 'person'
  /** Nobody else stands before the athlete. */
  | 'clear'
  | 'head'
  | 'shoulders'
  | 'hips'
  | 'knees'
  | 'feet'
  | 'view'
  | 'height'
  | 'level'
  /** Which leg is left and which right has been seen. */
  | 'legLift'
  | 'closer'
  | 'back'
  | 'startPosition'
  | 'still';

export interface FramingCheck {
  readonly id: FramingId;
  readonly met: boolean;
  /** What to do, with the amount, where the camera's place is what is missing. */
  readonly hint?: CameraHint;
  /** The leg that is to be lifted. */
  readonly leg?: Side;
}

/**
 * Where the set stands. `framing`: not yet ready to start; `ready`: still in the start position,
 * about to start; `active`: running; `paused`: by a gesture, frames still come; `ended`.
 */
export type SetPhase = 'framing' | 'ready' | 'active' | 'paused' | 'ended';

/** Within a running set. `attempt`: still, but below the height of the hold; `stride`: walking. */
export type MovePhase = 'rest' | 'up' | 'hold' | 'attempt' | 'down' | 'stride';

/** A finished hold, attempt or repetition; `pass`: strides in one direction without a break. */
export interface RepSummary {
  readonly n: number;
  readonly kind: 'hold' | 'attempt' | 'rep' | 'pass';
  readonly side: Side | null;
  readonly startSec: number;
  readonly endSec: number;
  readonly goodSec: number;
  readonly faultySec: number;
  readonly unseenSec: number;
  /** Spec 3.7. */
  readonly quality: boolean;
  /** Spec 3.7: a hold without any fail. */
  readonly clean: boolean;
  /** A rep that did not stay at its deepest for as long as the exercise asks. */
  readonly hurried?: true;
  /** Points on the exercise's scale, 0 best, of the most there can be; only where all was seen. */
  readonly score?: { readonly points: number; readonly of: number };
  readonly faults: readonly FaultId[];
}

/** A measure that a set reports beside its faults, over all holds or strides that had it. */
export interface MeasureSummary {
  readonly measure: MeasureId;
  readonly side: Side | null;
  readonly unit: UnitName;
  /** Undefined where it was never measured; then `unseen` says why. */
  readonly mean: number | undefined;
  /** Standard deviation; 0 of fewer than two. */
  readonly sd: number;
  /** How many it is the mean of. */
  readonly n: number;
  /** Fewer than this many are too few to rely on. */
  readonly least: number;
  readonly unseen: UnseenReason | undefined;
}

/** Everything that is seen, heard or stored of a set is one of these. */
export type CoachEvent =
  | { readonly type: 'setStarted'; readonly tSec: number }
  | { readonly type: 'holdStarted'; readonly tSec: number; readonly n: number }
  | { readonly type: 'holdReached'; readonly tSec: number; readonly n: number }
  | { readonly type: 'repEnded'; readonly tSec: number; readonly rep: RepSummary }
  | {
      readonly type: 'faultRaised';
      readonly tSec: number;
      readonly faultId: FaultId;
      readonly side: Side | null;
      readonly level: 'warn' | 'fail';
      readonly value: number;
      readonly unit: UnitName;
      readonly provisional: boolean;
      /** It says something about the athlete, not about the way it was done. */
      readonly finding: boolean;
      /** When the measure crossed the limit. */
      readonly sinceSec: number;
    }
  | {
      readonly type: 'faultCleared';
      readonly tSec: number;
      readonly faultId: FaultId;
      readonly side: Side | null;
    }
  | { readonly type: 'cue'; readonly tSec: number; readonly cue: CueId; readonly faultId: FaultId }
  | { readonly type: 'confirmation'; readonly tSec: number; readonly faultId: FaultId }
  /** The athlete is reminded to breathe: of no fault, for none is seen. */
  | { readonly type: 'breathCue'; readonly tSec: number; readonly n: number }
  /** Arms were held up for 1.5 s, whatever the set makes of it. */
  | { readonly type: 'gesture'; readonly tSec: number; readonly arms: RaisedArms }
  | { readonly type: 'paused' | 'resumed'; readonly tSec: number }
  /** The neutral back is to be shown: in a hold, or in one slow repetition. */
  | { readonly type: 'neutralAsked'; readonly tSec: number; readonly by: 'hold' | 'rep' }
  | { readonly type: 'neutralFound'; readonly tSec: number }
  | { readonly type: 'neutralRefused'; readonly tSec: number; readonly reason: NeutralRefusal }
  /** Arms have told how a hold felt: left, both, right for the answers of `asks` in their order. */
  | {
      readonly type: 'felt';
      readonly tSec: number;
      readonly n: number;
      readonly arms: RaisedArms;
    }
  | {
      readonly type: 'bodyLost';
      readonly tSec: number;
      /** Somebody else stands before the athlete. */
      readonly occludedBy?: 'other';
    }
  | { readonly type: 'bodyFound'; readonly tSec: number }
  | {
      readonly type: 'setEnded';
      readonly tSec: number;
      readonly reason: 'dose' | 'left' | 'stopped';
    };

/** A fault that could not be judged in a set, and what would bring it into view. */
export interface UnjudgedFault {
  readonly faultId: FaultId;
  readonly unseen: UnseenReason;
  readonly hint?: CameraHint;
}

/** All that the screen, the voice and the recorder need of one frame. Plain data: it crosses threads. */
export interface Snapshot {
  readonly tSec: number;
  readonly exercise: ExerciseId;
  /** The place of the laptop that the set-up leads to, from 0. */
  readonly pass: number;
  readonly setPhase: SetPhase;
  readonly movePhase: MovePhase;
  /** Smoothed keypoints in picture pixels, y down, not mirrored. */
  readonly pose: readonly (Keypoint | undefined)[] | undefined;
  /** Somebody else stands before the athlete: there is no pose, and the clock stands still. */
  readonly occludedBy: 'other' | undefined;
  /** The tracker holds on to this one person: others are ignored. */
  readonly held: boolean;
  /** The camera has moved since quiet standing was read: the set is judged without it. */
  readonly isMoved: boolean;
  readonly view: View;
  /** Where the camera stands, from the start position; undefined until it has been seen. */
  readonly camera: CameraEstimate | undefined;
  /** The side of the person nearer to the camera; undefined in front views. */
  readonly nearSide: Side | undefined;
  /** The side that works (the supporting leg); undefined where it is not known or both work alike. */
  readonly workingSide: Side | undefined;
  readonly framing: readonly FramingCheck[];
  /** What the lifted leg has shown of left and right; absent until then. */
  readonly sides?: 'asNamed' | 'swapped';
  /** Whole seconds before the set starts by itself: 3, 2, 1; absent while nothing is counted. */
  readonly countdownSec?: number;
  /** The hold that the athlete is asked about now; absent while nothing is asked. */
  readonly asking?: { readonly n: number; readonly category: FeltCategory };
  readonly signals: Readonly<Partial<Record<SignalKey, number>>>;
  readonly verdicts: readonly RuleVerdict[];
  readonly clocks: Clocks;
  /** The running hold, attempt or rep. */
  readonly current:
    | {
        readonly n: number;
        readonly goodSec: number;
        readonly elapsedSec: number;
        readonly targetSec: number | undefined;
      }
    | undefined;
  /** The hold or rep that runs or comes is done in the dark: nothing of form is shown or said. */
  readonly dark: boolean;
  readonly reps: readonly RepSummary[];
  readonly faults: readonly FaultInterval[];
  /** What is reported without being judged. */
  readonly measures: readonly MeasureSummary[];
  /** Faults that could not be judged at all, each once; filled when the set has ended. */
  readonly unjudged: readonly UnjudgedFault[];
  /** The cue to show now, until it is corrected or 4 s have passed. */
  readonly cue:
    { readonly id: CueId; readonly faultId: FaultId; readonly sinceSec: number } | undefined;
  /** The measure that the gauge shows, relative to its own good position, with its bands. */
  readonly gauge:
    | {
        readonly signal: SignalId;
        readonly value: number | undefined;
        readonly warnBelow?: number;
        readonly failBelow?: number;
        readonly warnAbove?: number;
        readonly failAbove?: number;
      }
    | undefined;
  /** What is seen of the low back; undefined where the exercise does not read it. */
  readonly back: BackView | undefined;
  /** The bands that are worn, as they were last seen; undefined where none are. */
  readonly belt: BeltLines | undefined;
  /** The bar across the pelvis; undefined where none is seen. */
  readonly bar: BarView | undefined;
  /** The angle to draw at its joint, degrees, and the three joints of its line. */
  readonly angle:
    { readonly joint: 'hip' | 'knee'; readonly side: Side; readonly valueDeg: number } | undefined;
  /** Arms that are being held up and were not told of yet. */
  readonly gesture: Gesture | undefined;
  /** New since the last snapshot. */
  readonly events: readonly CoachEvent[];
}
