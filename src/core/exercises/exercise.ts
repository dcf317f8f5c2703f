import type { Posture } from '../kinematics/athlete';
import type { Condition, Rule } from '../form/rule';
import type { SignalId } from '../kinematics/signals';
import type { View } from '../kinematics/view';

/** Fixed ids of the exercises (trace format). */
export type ExerciseId = 'gluteBridge' | 'squat';

/** How a hold begins and ends (spec, phases of the exercise). Heights count up. */
export interface HoldPhases {
  readonly kind: 'hold';
  /** The position's measure, against the athlete's own good position. */
  readonly measure: SignalId;
  /** The hold begins from here on... */
  readonly enterAbove: number;
  /** ...and ends below this. */
  readonly leaveBelow: number;
  /** A good position is one within these, as read, before there is a neutral to compare with. */
  readonly plausible: readonly [number, number];
  /** Height that rises and sinks, in trunk lengths. */
  readonly height: SignalId;
  /** Trunk lengths per second. */
  readonly upSpeed: number;
  readonly stillSpeed: number;
  readonly stillSec: number;
  readonly downSpeed: number;
  /** Least rise over the rest position of an attempt, trunk lengths. */
  readonly attemptRise: number;
  readonly targetSec: number;
}

/** How a repetition begins, turns and ends. */
export interface RepPhases {
  readonly kind: 'rep';
  /** Depth of the movement, by view; the first measure whose view stands is used. */
  readonly measures: readonly { readonly views: readonly View[]; readonly signal: SignalId }[];
  /** A rep begins when the measure rises over this... */
  readonly startAbove: number;
  /** ...counts when it has reached this... */
  readonly countAbove: number;
  /** ...and ends when it is back under this. */
  readonly endBelow: number;
}

/** A measure for the gauge at the screen's edge; its bands come from the rules. */
export type Gauge = Pick<Condition, 'signal' | 'reference'>;

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
  /** Parts that must be in the picture before a set starts. */
  readonly mustSee: readonly ('head' | 'shoulders' | 'hips' | 'knees' | 'feet')[];
  /** Cutoff of the keypoint filter at rest, Hz (spec 2.4). */
  readonly cutoffHz: number;
  /** Length of the running median that decides, seconds (spec 2.4). */
  readonly decisionSec: number;
  /** How far a limb's length in the picture may be from the set-up's, as a share (spec 2.3). */
  readonly boneTolerance: number;
  readonly phases: HoldPhases | RepPhases;
  /** Holds or reps in a set. */
  readonly doseReps: number;
  /** The arch alert is on unless it is switched off: a warn of `backArch` pauses the clock. */
  readonly archAlert: boolean;
  readonly gauge: Gauge | undefined;
  /** The joint whose angle is drawn. */
  readonly angle: { readonly joint: 'hip' | 'knee'; readonly signal: SignalId } | undefined;
  readonly rules: readonly Rule[];
}

/** Checks the shape of an exercise's data at compile time. */
export const defineExercise = (exercise: Exercise): Exercise => exercise;
