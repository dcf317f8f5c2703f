import { type Joint, jointIndex, type Side } from '../body/keypoint';
import { distance, midpoint, type Vec } from './angle';

/** Lengths of the body in the picture, px, from the still start position. */
export interface BodyScale {
  readonly torsoPx: number;
  /** Of a limb that was seen to keep its length. */
  readonly thighPx: Readonly<Partial<Record<Side, number>>>;
  readonly shankPx: Readonly<Partial<Record<Side, number>>>;
  /** Height of the ankles' middle in the gravity frame. */
  readonly feetUpPx?: number;
  /** Distance of the shoulders; only once it has been learned. */
  readonly shouldersPx?: number;
}

/** What the set-up has learned of the body. */
interface LearnedBody {
  readonly scale: BodyScale | undefined;
  /** The lengths are known, and no longer being learned. */
  readonly scaleLatched: boolean;
  /** Positive with the left side nearer to the camera. */
  readonly nearVote: number;
}

/** How far lengths in the picture may be from the set-up's, as shares 0..1 (spec 2.3). */
export interface BoneTolerance {
  /** The trunk's, and a leg's. */
  readonly ofSetup: number;
  /**
   * One thigh over the other: both turn toward the camera and away alike, two that swapped their
   * knees do not. Absent where the legs do different things.
   */
  readonly ofSides?: number;
}

/** Length of a limb in the picture, px; undefined where an end of it is not seen. */
export function measureBone(
  points: readonly (Vec | undefined)[],
  side: Side,
  from: Joint,
  to: Joint,
): number | undefined {
  const a = points[jointIndex[side][from]];
  const b = points[jointIndex[side][to]];
  return a === undefined || b === undefined ? undefined : distance(a, b);
}

/** Middle of a joint's left and right, or the one that is seen. */
export const middleOfPoints = (
  points: readonly (Vec | undefined)[],
  joint: Joint,
): Vec | undefined => {
  const l = points[jointIndex.left[joint]];
  const r = points[jointIndex.right[joint]];
  return l !== undefined && r !== undefined ? midpoint(l, r) : (l ?? r);
};

/** Length of one over the other; undefined where one of them is not known. */
const toRatio = (left: number | undefined, right: number | undefined): number | undefined =>
  left === undefined || right === undefined ? undefined : left / right;

/**
 * Whether the body's lengths are still those of the set-up: from the side they stay, from elsewhere
 * they may only shorten. A skeleton that jumped to somebody else, or swapped its legs, does not pass.
 */
export function hasOwnLengths(
  { scale, scaleLatched, nearVote }: LearnedBody,
  points: readonly (Vec | undefined)[],
  { ofSetup, ofSides }: BoneTolerance,
  fromSide: boolean,
): boolean {
  if (!scaleLatched || scale === undefined) return true;
  const shoulder = middleOfPoints(points, 'shoulder');
  const hip = middleOfPoints(points, 'hip');
  if (shoulder === undefined || hip === undefined) return true;
  const { torsoPx, thighPx, shankPx } = scale;
  const fits = (length: number | undefined, own: number | undefined): boolean => {
    if (length === undefined || own === undefined) return true;
    const change = length / own - 1;
    return change <= ofSetup && (!fromSide || change >= -ofSetup);
  };
  const thighs = {
    left: measureBone(points, 'left', 'hip', 'knee'),
    right: measureBone(points, 'right', 'hip', 'knee'),
  };
  const fitsLeg = (side: Side): boolean =>
    fits(thighs[side], thighPx[side]) &&
    fits(measureBone(points, side, 'knee', 'ankle'), shankPx[side]);
  if (!fits(distance(shoulder, hip), torsoPx)) return false;
  if (!fromSide) return fitsLeg('left') && fitsLeg('right');
  const now = toRatio(thighs.left, thighs.right);
  const own = toRatio(thighPx.left, thighPx.right);
  const isSwapped =
    ofSides !== undefined &&
    now !== undefined &&
    own !== undefined &&
    Math.max(now / own, own / now) > 1 + ofSides;
  return !isSwapped && fitsLeg(nearVote >= 0 ? 'left' : 'right');
}
