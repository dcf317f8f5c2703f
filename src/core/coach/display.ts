import type { BandLine } from '../body/poseFrame';
import type { BackGap } from '../kinematics/backCurve';

/** Limits between which a measure is good; absent where no rule sets one. */
export interface Bands {
  readonly warnBelow?: number;
  readonly failBelow?: number;
  readonly warnAbove?: number;
  readonly failAbove?: number;
}

/** A place in the picture, px. */
export interface PicturePoint {
  readonly xPx: number;
  readonly yPx: number;
}

/** An outline from the pelvis upward; undefined where it was not seen. */
export type OutlineLine = readonly (PicturePoint | undefined)[];

/** One side's outline with the neutral one at the same stations. */
export interface OutlinePair {
  readonly own: OutlineLine;
  readonly neutral: OutlineLine;
}

/** Why a neutral back that was known, or was just shown, is not used: it is to be shown anew. */
export type NeutralRefusal = 'cameraMoved' | 'stale' | 'tooFast';

/** Where the athlete's neutral back stands in a set. */
export type NeutralState =
  /** Nothing is to be shown of it: it has not been asked for yet. */
  | 'none'
  /** The athlete is asked to find and hold it, or to show one slow repetition. */
  | 'asked'
  /** It is known. */
  | 'known';

/** The bar across the pelvis as it was last seen. */
export interface BarView {
  readonly line: BandLine;
  /** From where the camera stands its roll can be told. */
  readonly isReadable: boolean;
}

/** What is to be shown of the low back. */
export interface BackView {
  /** The score that decides, on its scale; undefined while the back is not seen. */
  readonly score: number | undefined;
  readonly bands: Bands;
  /** Why the back has not been seen for a while; undefined while it is, or only just is not. */
  readonly hidden: BackGap | undefined;
  /** Where the neutral stands, which everything here is a change from. */
  readonly neutral: NeutralState;
  /** The outlines that are judged: the back's, and the belly's where it may speak. */
  readonly outlines: readonly OutlinePair[];
}
