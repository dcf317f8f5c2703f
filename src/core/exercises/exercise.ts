import type { Posture } from '../body/posture';
import type { OutlineUse } from '../kinematics/backCurve';
import type { BoneTolerance } from '../kinematics/boneLengths';
import type { FaultId, Mask, Reference, Rule } from '../form/rule';
import type { MeasureId } from '../kinematics/measures';
import type { SignalId } from '../kinematics/signals';
import type { View } from '../kinematics/view';

/** Fixed ids of the exercises (trace format). */
export type ExerciseId =
  | 'singleLegBridge'
  | 'gluteBridge'
  | 'plank'
  | 'kettlebellDeadlift'
  | 'kettlebellSwing'
  | 'squat'
  | 'hingeHold'
  | 'romanianDeadlift'
  | 'suitcaseCarry'
  | 'crawl'
  | 'runCheck'
  | 'hipFlexorTest'
  | 'hipThrust'
  | 'stepDown'
  | 'bandedHipFlexion'
  | 'abRollout';

/** A measure that must be within bounds for the athlete to be in position; `leave…` are wider. */
export interface PositionBand {
  readonly signal: SignalId;
  /** Of the working side, or of the other; absent where the signal has no sides. */
  readonly side?: 'working' | 'other';
  /**
   * `neutral`: against the athlete's own good position, once it is known. `bestHold`: as a share of
   * the largest so far, of this set or of the baseline.
   */
  readonly reference: 'absolute' | 'neutral' | 'bestHold';
  readonly from?: number;
  readonly leaveFrom?: number;
  readonly to?: number;
  readonly leaveTo?: number;
}

/** The signal that tells whether the athlete is still, and which way they move. */
export interface Motion {
  readonly signal: SignalId;
  /** Units of the signal per second. */
  readonly stillSpeed: number;
  readonly stillSec: number;
  /** Into the hold, and out of it. */
  readonly upSpeed: number;
  readonly downSpeed: number;
  /** Change within which the position is the same. */
  readonly plateauBand: number;
}

/**
 * How the working side is told where it is not given: the side on which a signal is lower or higher,
 * by at least a margin.
 */
export interface WorkingSide {
  readonly signal: SignalId;
  readonly is: 'lower' | 'higher';
  readonly margin: number;
  /** It alone carries the pelvis: the other leg may be raised further than it. */
  readonly supports?: true;
}

/** From and to a reading, both within. */
export interface ReadingRange {
  readonly from: number;
  readonly to: number;
}

/** How a hold begins and ends (spec, phases of the exercise). */
export interface HoldPhases {
  readonly kind: 'hold';
  readonly position: readonly PositionBand[];
  /** What tells the position in its place from views that do not show it. */
  readonly positionFrom?: Readonly<Partial<Record<View, readonly PositionBand[]>>>;
  /**
   * What a good position can read before there is an own one to compare with. `likely`: what the
   * ideal one reads by body and view; a neutral is taken no further out than that.
   */
  readonly plausible: ReadingRange & { readonly signal: SignalId; readonly likely?: ReadingRange };
  readonly motion: Motion;
  /** Least rise of the motion's signal over rest for an attempt; absent where there are none. */
  readonly attemptRise?: number;
  readonly targetSec: number;
}

/** The depth of a movement as seen from some views. */
export interface DepthMeasure {
  readonly views: readonly View[];
  readonly signal: SignalId;
  /** Of the working side; while that is not known, of the side that has moved less. */
  readonly side?: 'working';
  /** `start`: against the quiet start position, where it is known. */
  readonly reference: 'absolute' | 'start';
}

/**
 * How a repetition begins, turns and ends. Its depth is how far it has gone from the start: a thrust
 * is deepest with the hips high.
 */
export interface RepPhases {
  readonly kind: 'rep';
  /** Depth of the movement, by view; the first measure whose view stands is used. */
  readonly depth: readonly DepthMeasure[];
  /** A rep begins when the measure rises over this... */
  readonly startAbove: number;
  /** ...counts when it has reached this... */
  readonly countAbove: number;
  /** ...and is over when it is back under this... */
  readonly endBelow: number;
  /** ...and its top has been seen for this long, seconds. */
  readonly settleSec: number;
  /** A rep of quality stays at its deepest for this long, seconds; absent where it need not. */
  readonly deepestSec?: number;
  /** What the deepest position of a rep can read that others are compared with; absent: anything. */
  readonly plausible?: { readonly signal: SignalId; readonly from: number; readonly to: number };
}

/** What tells the steps as seen from some views: it rises and falls once a stride. */
export interface CycleMeasure {
  readonly views: readonly View[];
  /** Highest with the left leg furthest ahead, or furthest off the ground. */
  readonly signal: SignalId;
  /** Least change from one step to the next, in the signal's unit. */
  readonly swing: number;
  /** What its highest and lowest points are: a leg's mid-stance, or the change of legs. */
  readonly extreme: 'midStance' | 'change';
}

/** How a cyclic movement that goes on is told: walking, crawling, running. */
export interface StridePhases {
  readonly kind: 'stride';
  /** The cycle, by view; the first measure whose view stands is used. */
  readonly cycle: readonly CycleMeasure[];
  /** No step for this long: the athlete has stopped, seconds. */
  readonly stepMaxSec: number;
  /** A pass of fewer steps is none: a turn, a step aside. */
  readonly stepsMin: number;
  /** Steps after which a pass is long enough; absent where there is no such number. */
  readonly targetSteps?: number;
}

/** A measure that is reported, not judged: its mean and spread over all strides or holds. */
export interface ReportedMeasure {
  readonly measure: MeasureId;
  /** `near`: of the side nearer to the camera; `each`: of both; `working`: of the side that works. */
  readonly sides: 'one' | 'each' | 'near' | 'working';
  readonly views: readonly View[];
  /** Fewer than this many are too few to rely on. */
  readonly least: number;
  /** Told whatever the frame rate is. */
  readonly atAnyRate?: true;
  /** Taken only while another signal is within these bounds: told by the posture that is seen. */
  readonly onlyWhile?: Mask;
}

/** What a fault counts on a scale at the level it has reached. */
export interface FaultPoints {
  readonly faultId: FaultId;
  readonly warn: number;
  readonly fail: number;
}

/** A measure for the gauge at the screen's edge; its bands come from the rules. */
export interface Gauge {
  readonly signal: SignalId;
  readonly reference: Reference;
}

/** A part of the body that the set-up looks for. */
export type BodyPart = 'head' | 'shoulders' | 'hips' | 'knees' | 'feet';

/**
 * One place of the laptop. What a pass is for is what its rules can be judged from there.
 */
export interface Pass {
  /** The first one is asked for. */
  readonly views: readonly View[];
  /** Of someone who lies: along the floor, or looking down from table height. */
  readonly height?: 'low' | 'high';
  /** Parts that the body itself hides from there in the start position. */
  readonly hides?: readonly BodyPart[];
}

/**
 * One exercise: data only. What cannot be said here becomes a signal (kinematics) or a kind of
 * rule (form), never an `if`.
 */
export interface Exercise {
  readonly id: ExerciseId;
  /** Section of the specification. */
  readonly spec: string;
  readonly posture: Posture;
  /** Views in which the exercise is coached; the first one is asked for. */
  readonly views: readonly View[];
  /** Places of the laptop, in the order in which the app leads through them, where one is not enough. */
  readonly passes?: readonly Pass[];
  /** Parts that must be in the picture before a set starts. */
  readonly mustSee: readonly BodyPart[];
  /** Cutoff of the keypoint filter at rest, Hz (spec 2.4). */
  readonly cutoffHz: number;
  /** Length of the running median that decides, seconds (spec 2.4). */
  readonly decisionSec: number;
  /**
   * How far a limb's length in the picture may be from what it is known to be; absent where the
   * athlete walks toward the camera and away.
   */
  readonly boneTolerance?: BoneTolerance;
  /** Below this frame rate only count and tempo are told; absent where any rate will do. */
  readonly scoredFromFps?: number;
  /** Absent where both sides work alike; `given`: the body does not tell it (the hand that carries). */
  readonly workingSide?: WorkingSide | 'given';
  readonly phases: HoldPhases | RepPhases | StridePhases;
  /** At most one cue in so many reps (spec 4.1); one in each where absent. */
  readonly repsPerCue?: number;
  /** A weight is held: feedback begins anew with each new one. */
  readonly loaded?: true;
  /** Points that a rep's faults make on a clinician's scale, 0 best; absent where there is none. */
  readonly points?: readonly FaultPoints[];
  /** Holds, reps or passes in a set. */
  readonly doseReps: number;
  /** The arch alert is on unless it is switched off: a warn of `backArch` pauses the clock. */
  readonly archAlert: boolean;
  /** The signal whose zero the personal bridge target moves (spec 2.5); absent where none does. */
  readonly personalTarget?: SignalId;
  /** How the lumbar curve is read from the trunk's outline; absent where it is not. */
  readonly outline?: OutlineUse;
  readonly gauge: Gauge | undefined;
  /** The joint whose angle is drawn. */
  readonly angle: { readonly joint: 'hip' | 'knee'; readonly signal: SignalId } | undefined;
  readonly rules: readonly Rule[];
  /** What is reported beside the faults. */
  readonly measures?: readonly ReportedMeasure[];
}

/** The places of the laptop of an exercise: at least one. */
export const listPasses = ({ passes, views }: Exercise): readonly Pass[] => passes ?? [{ views }];

/** One of the places, the first where there are not so many. */
export const findPass = (exercise: Exercise, index: number): Pass =>
  listPasses(exercise)[index] ?? { views: exercise.views };

/** The faults that can be judged from a place of the laptop. */
export const listPassFaults = (exercise: Exercise, pass: Pass): readonly FaultId[] =>
  exercise.rules.flatMap(({ faultId, views, unseen, fromHigh, fromLow }) => {
    const isShown = unseen === undefined && pass.views.some((view) => views.includes(view));
    const isMissed = pass.height === 'high' ? fromLow : fromHigh;
    return isShown && isMissed !== true ? [faultId] : [];
  });

/**
 * The next place of the laptop, round from the present one, that shows what was not judged; undefined
 * where no other does.
 */
export function findNextPass(
  exercise: Exercise,
  pass: number,
  unjudged: readonly { readonly faultId: FaultId }[],
): number | undefined {
  const passes = listPasses(exercise);
  const others = passes.map((_, step) => (pass + step) % passes.length).slice(1);
  return others.find((index) => {
    const shown = listPassFaults(exercise, findPass(exercise, index));
    return unjudged.some(({ faultId }) => shown.includes(faultId));
  });
}

/** Whether a bar across the pelvis tells more of an exercise. */
export const usesBar = ({ rules }: Exercise): boolean =>
  rules.some(({ conditions }) => conditions.some(({ signal }) => signal === 'barRollDeg'));

/** Whether the two bands tell more of an exercise. */
export const usesBelt = ({ outline, rules }: Exercise): boolean =>
  outline !== undefined ||
  rules.some(({ conditions }) => conditions.some(({ signal }) => signal === 'lumbarFlexionRatio'));

/** Checks the shape of an exercise's data at compile time. */
export const defineExercise = (exercise: Exercise): Exercise => exercise;
