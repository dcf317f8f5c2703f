import type { BackGap } from '../kinematics/backCurve';
import type { BarGap } from '../kinematics/barGeometry';
import type { MeasureId } from '../kinematics/measures';
import type { SignalId } from '../kinematics/signals';
import type { View } from '../kinematics/view';

/** Fixed ids of the faults (trace format, `faultId` of the specification's rows). */
export type FaultId =
  | 'armLift'
  | 'backArch'
  | 'backRounds'
  | 'bellTooHigh'
  | 'bellTooLow'
  | 'breathHold'
  | 'dropsTooFast'
  | 'headOffLine'
  | 'headThrownBack'
  | 'heelDistance'
  | 'heelsLift'
  | 'freeThighNotParallel'
  | 'freeKneeBent'
  | 'stanceKneeDrifts'
  | 'pelvisShiftsSideways'
  | 'pelvisDips'
  | 'hipFlexorsShort'
  | 'hipHike'
  | 'hipShift'
  | 'hipsHigh'
  | 'hipsLow'
  | 'hipsSag'
  | 'hipsShootUp'
  | 'hipsSway'
  | 'incompleteExtension'
  | 'kneesBend'
  | 'kneesCave'
  | 'kneesDriftForward'
  | 'leanBack'
  | 'loadDriftsForward'
  | 'lowBackSags'
  | 'overHeight'
  | 'pelvicDrop'
  | 'pelvisRolls'
  | 'rectusFemorisShort'
  | 'pushesOffBack'
  | 'rangeShort'
  | 'reachTooFar'
  | 'ribFlare'
  | 'sameSidePattern'
  | 'shallowDepth'
  | 'shoulderHike'
  | 'sideLean'
  | 'shinNotVertical'
  | 'shouldersLead'
  | 'squatNotHinge'
  | 'squatSwing'
  | 'stanceLegGives'
  | 'testInvalid'
  | 'toePush'
  | 'trunkDrifts'
  | 'trunkLean'
  | 'unevenSteps';

/** Names of the short spoken instructions; the text room holds their words. */
export type CueId =
  | 'backFlat'
  | 'bellClose'
  | 'bellHigh'
  | 'chestAndHips'
  | 'chestHeight'
  | 'crackTheAcorn'
  | 'evenFeet'
  | 'flattenYourBack'
  | 'heelsCloser'
  | 'hipsBack'
  | 'hipsInLine'
  | 'hipsLevel'
  | 'holdStill'
  | 'keepBreathing'
  | 'kneeHigher'
  | 'kneeOverToes'
  | 'kneesOut'
  | 'leadLegWorks'
  | 'leadWithHips'
  | 'littleLower'
  | 'longNeck'
  | 'longSpine'
  | 'oppositeHandKnee'
  | 'moveYourFeet'
  | 'pushThroughHeels'
  | 'ribcageDown'
  | 'ribsOverHips'
  | 'shinsStill'
  | 'shouldersLevel'
  | 'shorterRoll'
  | 'slowDown'
  | 'smoothSteps'
  | 'snapYourHips'
  | 'softKnees'
  | 'stayTall'
  | 'stopHereTall'
  | 'tallOnLeg'
  | 'thighsTogether'
  | 'straightenYourKnee'
  | 'tuckTailbone';

/** Why a measure cannot be judged: a code that the text room turns into words. */
export type UnseenReason =
  | 'needsFrontView'
  | 'needsBackView'
  | 'needsFootEndView'
  | 'needsHeadEndView'
  | 'needsHighSideView'
  | 'needsTableHeight'
  | 'notFollowedThere'
  | 'needsLevelCamera'
  | 'needsQuestion'
  | 'occluded'
  | 'frameRateTooLow'
  | 'notInRange'
  | BackGap
  | BarGap;

/** Evidence for the threshold (A to D) and that one camera measures it (1, 2, 3, 3c). Spec, head. */
export type Grade = `${'A' | 'B' | 'C' | 'D'}${'1' | '2' | '3' | '3c'}`;

/** Grade 3, but not 3c: shown as provisional, never ends a hold nor blocks a gate. */
export const isProvisional = (grade: Grade): boolean => grade.endsWith('3');

/**
 * What a signal is compared with before it meets the limits.
 * - `absolute`: nothing;
 * - `neutral`: the athlete's own good position, subtracted (baseline, or the set's first good second);
 * - `holdEntry`: the median of the first second of this hold, subtracted;
 * - `start`: the quiet start position, subtracted; `startRatio`: the same, divided;
 * - `bestHold`: the largest in a hold of quality before this one, divided;
 * - `goodRep`: the set's own good rep at equal depth, subtracted; `goodBottom`: its deepest point.
 */
export type Reference =
  | 'absolute'
  | 'neutral'
  | 'holdEntry'
  | 'bestHold'
  | 'start'
  | 'startRatio'
  | 'goodRep'
  | 'goodBottom';

/** Bounds of another signal within which something is measured at all. */
export interface Mask {
  readonly signal: SignalId;
  /** What it is compared with; nothing where absent. */
  readonly reference?: Reference;
  readonly above: number;
  readonly below?: number;
}

/** One measure of a rule with its limits, in the measure's unit. */
export interface Condition {
  readonly signal: MeasureId;
  readonly reference: Reference;
  /** `above`: a value over the limit is a fault; `below`: under it; `beyond`: either way. */
  readonly sense: 'above' | 'below' | 'beyond';
  readonly warn: number;
  /** Absent where the row only ever warns. */
  readonly fail?: number;
  /** Hysteresis: how far inside a limit the measure must return. */
  readonly clearMargin: number;
  /** `highest`: judged on the highest it has been in this hold, so that a later drop is another fault. */
  readonly extent?: 'highest';
  /**
   * The hold's entry is the first second in which the signal stays within this, in its unit, where
   * the signal still moves as the hold begins; without such a second there is no entry.
   */
  readonly settledWithin?: number;
  /** Compared with nothing while there is no good position yet: who never gets there must hear of it. */
  readonly orAbsolute?: true;
  /**
   * Read from an aid that is worn, with evidence of this grade. Conditions of aids stand first: where
   * one is read it alone speaks for the rule, and a bar does so until the hold's end.
   */
  readonly aid?: Grade;
  /** Judged only while another signal is over its limit (masks). */
  readonly onlyWhile?: Mask;
}

/** One row of the specification: a fault, how it shows, and what is said. */
export interface Rule {
  readonly faultId: FaultId;
  /** `E01-F2` and so on. */
  readonly specRow: string;
  /** The views from which it can be judged. */
  readonly views: readonly View[];
  /** The camera shows it from table height only, 1.2-1.3 m (views.md). */
  readonly fromHigh?: true;
  /** A camera at table height looks over it: it is seen from low down only (views.md). */
  readonly fromLow?: true;
  /** Why it cannot be seen at all by what is measured today, except by an aid. */
  readonly unseen?: UnseenReason;
  /**
   * `each`: judged for the left and the right by itself; `working`, `other`: for that side of an
   * exercise in which the sides do different things.
   */
  readonly sides: 'one' | 'each' | 'working' | 'other';
  /** Any of them makes the fault. */
  readonly conditions: readonly Condition[];
  /** How long the measure must stay beyond the limit, seconds; both timers run side by side. */
  readonly warnSec: number;
  readonly failSec: number;
  /**
   * `throughout`: every frame; `bottom`, `top`: once a rep, at its deepest and at its highest;
   * `entry`: once a hold, of the way into it.
   */
  readonly when: 'throughout' | 'entry' | 'bottom' | 'top';
  /** Judged in attempts below the hold's height too. */
  readonly inAttempts?: boolean;
  /**
   * `report`: a finding about the athlete, which pauses no clock and spoils nothing; `discard`: its
   * fail makes the hold no valid one, whatever its grade.
   */
  readonly effect?: 'report' | 'discard';
  readonly cue?: CueId;
  /** 1 is most urgent (spec 4.1). */
  readonly priority: 1 | 2 | 3 | 4 | 5 | 6 | 9;
  readonly grade: Grade;
}

/** Whether anything is measured that can find it. */
export const isMeasured = ({ unseen, conditions }: Rule): boolean =>
  unseen === undefined || conditions.some(({ aid }) => aid !== undefined);
