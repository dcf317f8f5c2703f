import { jointIndex } from '../body/keypoint';
import { midpoint, type Vec } from './angle';
import type { Posture } from './athlete';

const middle = (
  points: readonly (Vec | undefined)[],
  joint: 'shoulder' | 'hip' | 'knee' | 'ankle',
): Vec | undefined => {
  const l = points[jointIndex.left[joint]];
  const r = points[jointIndex.right[joint]];
  return l !== undefined && r !== undefined ? midpoint(l, r) : (l ?? r);
};

/** A lying trunk is within 30° of the horizontal; the spec's 15° plus a low or tilted camera. */
const lyingTrunkDeg = 30;
/** A standing trunk is within 30° of the vertical. */
const standingTrunkDeg = 30;
/** Knees of someone on the back with bent knees stand this far above the hips, in trunk lengths. */
const bentKneeRatio = 0.3;
/**
 * Resting hips are no higher than this above the shoulders, in trunk lengths: the spec's 5 %, with
 * what the lighter models place the hip too high; a bridge in line reads 0.3 and more.
 */
const restingHipRatio = 0.2;
/** Legs of someone standing are at least this long in the picture, in trunk lengths. */
const standingLegRatio = 1.15;

/**
 * Whether the athlete is in the start position; undefined where it cannot be seen.
 * `supine`: on the back with the knees bent, hips on the floor. `prone`: face down, trunk and legs
 * stretched. `standing`: upright on straight legs.
 */
export function isInPosture(
  points: readonly (Vec | undefined)[],
  posture: Posture,
): boolean | undefined {
  const shoulder = middle(points, 'shoulder');
  const hip = middle(points, 'hip');
  const knee = middle(points, 'knee');
  const ankle = middle(points, 'ankle');
  if (!shoulder || !hip || !knee || !ankle) return undefined;
  const torso = Math.hypot(shoulder.x - hip.x, shoulder.y - hip.y);
  const fromVertical =
    (Math.atan2(Math.abs(shoulder.x - hip.x), shoulder.y - hip.y) * 180) / Math.PI;
  if (posture === 'standing') {
    const legs = hip.y - ankle.y;
    return (
      fromVertical <= standingTrunkDeg &&
      hip.y > knee.y &&
      knee.y > ankle.y &&
      legs >= standingLegRatio * torso
    );
  }
  if (posture === 'prone') {
    return (
      Math.abs(90 - fromVertical) <= lyingTrunkDeg + 10 && Math.abs(hip.y - ankle.y) <= 0.8 * torso
    );
  }
  return (
    Math.abs(90 - fromVertical) <= lyingTrunkDeg &&
    knee.y - hip.y >= bentKneeRatio * torso &&
    hip.y - shoulder.y <= restingHipRatio * torso
  );
}
