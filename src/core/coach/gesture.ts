import { jointIndex, type Side } from '../body/keypoint';
import { distance, midpoint, type Vec } from '../kinematics/angle';

/** The arms that are held up. */
export type RaisedArms = Side | 'both';

/** A raised arm as the screen shows it. */
export interface Gesture {
  readonly arms: RaisedArms;
  /** Share of the time it has to be held that is over, 0..1. */
  readonly heldRatio: number;
}

/** A gesture counts when it has been held for so long, seconds. */
const holdSec = 1.5;
/** Jitter may hide an arm for so long, seconds. */
const bridgedSec = 0.3;
/** Someone is upright whose shoulders are over the hips by this share of the trunk. */
const uprightRatio = 0.5;
/** Standing: the wrist is above nose and ears by this share of the trunk. */
const aboveHeadRatio = 0.15;
/** Lying: the wrist is over the shoulder by this share of the arm: straight and within 30° of up. */
const straightUpRatio = 0.86;
/** An arm that looks shorter than this share of the trunk points at the camera. */
const leastArmRatio = 0.5;

type Points = readonly (Vec | undefined)[];

const headPoints = [0, jointIndex.left.ear, jointIndex.right.ear];

function isRaised(points: Points, side: Side, trunk: number, upright: boolean): boolean {
  const of = jointIndex[side];
  const shoulder = points[of.shoulder];
  const elbow = points[of.elbow];
  const wrist = points[of.wrist];
  if (!shoulder || !elbow || !wrist) return false;
  if (upright) {
    let headY = -Infinity;
    for (const index of headPoints) headY = Math.max(headY, points[index]?.y ?? headY);
    return headY > -Infinity && wrist.y > headY + aboveHeadRatio * trunk;
  }
  const arm = distance(shoulder, elbow) + distance(elbow, wrist);
  return arm >= leastArmRatio * trunk && wrist.y - shoulder.y >= straightUpRatio * arm;
}

/**
 * Which arms are held up: a wrist above the head of someone upright, a straight arm that points to
 * the ceiling of someone lying. Undefined where none is, or where the trunk is not seen.
 * @param points the gravity frame's
 */
export function readRaisedArms(points: Points): RaisedArms | undefined {
  const { left, right } = jointIndex;
  const ls = points[left.shoulder];
  const rs = points[right.shoulder];
  const lh = points[left.hip];
  const rh = points[right.hip];
  if (!ls || !rs || !lh || !rh) return undefined;
  const shoulder = midpoint(ls, rs);
  const hip = midpoint(lh, rh);
  const trunk = distance(shoulder, hip);
  const upright = shoulder.y - hip.y >= uprightRatio * trunk;
  const isLeft = isRaised(points, 'left', trunk, upright);
  const isRight = isRaised(points, 'right', trunk, upright);
  if (isLeft && isRight) return 'both';
  if (isLeft) return 'left';
  return isRight ? 'right' : undefined;
}

/** Follows the arms over time. */
export interface GestureTrack {
  arms: RaisedArms | undefined;
  sinceSec: number;
  lastSec: number;
  /** It was held and has been told: nothing more until the arms are down. */
  told: boolean;
}

export const createGestureTrack = (): GestureTrack => ({
  arms: undefined,
  sinceSec: 0,
  lastSec: 0,
  told: false,
});

/**
 * Takes one frame's arms in.
 * @returns the arms once they have been held up for 1.5 s, once for each time they go up
 */
export function stepGesture(
  track: GestureTrack,
  arms: RaisedArms | undefined,
  tSec: number,
): RaisedArms | undefined {
  if (arms === undefined) {
    if (tSec - track.lastSec <= bridgedSec) return undefined;
    track.arms = undefined;
    track.told = false;
    return undefined;
  }
  track.lastSec = tSec;
  if (arms !== track.arms) {
    track.arms = arms;
    track.sinceSec = tSec;
  }
  if (track.told || tSec - track.sinceSec < holdSec) return undefined;
  track.told = true;
  return arms;
}

/** The gesture that is being made, for the screen; undefined where none is or it has been told. */
export function readGesture(track: GestureTrack, tSec: number): Gesture | undefined {
  if (track.arms === undefined || track.told) return undefined;
  return { arms: track.arms, heldRatio: Math.min(1, (tSec - track.sinceSec) / holdSec) };
}
