import { otherSide, type Side } from '../body/keypoint';
import { midpoint } from './angle';
import { type Athlete, pointOf } from './athlete';
import { computeFootRise } from './headEndSignals';

/**
 * What a lift of one shank's length of the free leg against the shoulders is in degrees of roll: one
 * slope over eight rendered clips of three bodies, camera 1.2-1.3 m high, either leg free. By
 * clip it is 0.8 to 1.3 of it; left out in turn, the mean error of the 1 s mean is 0.5-1.5° (3.3°
 * in the one clip whose legs the tracker mixed up).
 */
const degPerShank = 100;
/** Share of the ankle; the rest is the knee's. The hips' own keypoints move too little to help. */
const ankleShare = 0.7;
/** The planted ankle is within this of its height in the start position, in trunk lengths. */
const plantedBand = 0.2;
/** The free ankle is at least this far above the planted one, in trunk lengths. */
const raisedMin = 0.5;

/**
 * From the head end, what a lift of the free leg by one width of the shoulders is: one slope over four
 * rendered clips of three bodies, camera 0.9-1.3 m high. By clip it is 0.9 to 1.5 of it; left out in
 * turn, the mean error of the 1 s mean is 1.0-2.3°.
 */
const degPerShoulders = 106;
/** There the knee is as near as the ankle, and both follow: half of each. */
const headAnkleShare = 0.5;
/** A foot is held up that is at least so far over its knee, in trunk lengths. */
const footRiseMin = 0.2;

const sides = ['left', 'right'] as const;

/** Whether both feet are where they were put in the start position, or one is raised; undefined while it is not seen. */
export function readFeet(athlete: Athlete): 'down' | 'raised' | undefined {
  const { scale } = athlete;
  if (athlete.view === 'headEnd') {
    if (findRaised(athlete) !== undefined) return 'raised';
    const isKnown = sides.every((side) => computeFootRise(athlete, side) !== undefined);
    return isKnown ? 'down' : undefined;
  }
  const left = pointOf(athlete, 'ankle', 'left');
  const right = pointOf(athlete, 'ankle', 'right');
  if (scale?.feetUpPx === undefined || !left || !right) return undefined;
  const upPx = Math.max(left.y, right.y) - scale.feetUpPx;
  return upPx <= plantedBand * scale.torsoPx ? 'down' : 'raised';
}

/**
 * [PR] Roll of the pelvis about the long axis in a single-leg bridge seen from above, from the side or
 * beyond the head, from how high the free leg is: it is carried by its half of the pelvis. Only
 * changes within a hold mean anything, positive with the free side lower; a leg that sinks by itself
 * reads the same.
 * @returns degrees; undefined where no leg is raised, or, from the side, the planted one is not where
 * it was put, as when the tracker takes one leg for the other
 */
export const computePelvicRoll = (athlete: Athlete): number | undefined =>
  athlete.view === 'headEnd' ? readFromHeadEnd(athlete) : readFromSide(athlete);

/** The leg of which the foot is held up, the higher one of two. */
function findRaised(athlete: Athlete): Side | undefined {
  const left = computeFootRise(athlete, 'left') ?? 0;
  const right = computeFootRise(athlete, 'right') ?? 0;
  if (Math.max(left, right) < footRiseMin) return undefined;
  return left > right ? 'left' : 'right';
}

function readFromHeadEnd(athlete: Athlete): number | undefined {
  const shouldersPx = athlete.scale?.shouldersPx;
  const side = findRaised(athlete);
  const left = pointOf(athlete, 'shoulder', 'left');
  const right = pointOf(athlete, 'shoulder', 'right');
  if (shouldersPx === undefined || side === undefined || !left || !right) return undefined;
  const ankle = pointOf(athlete, 'ankle', side);
  const knee = pointOf(athlete, 'knee', side);
  if (!ankle || !knee) return undefined;
  const legUpPx = headAnkleShare * ankle.y + (1 - headAnkleShare) * knee.y;
  return (degPerShoulders * (midpoint(left, right).y - legUpPx)) / shouldersPx;
}

function readFromSide(athlete: Athlete): number | undefined {
  const { scale } = athlete;
  if (scale?.feetUpPx === undefined) return undefined;
  const leftAnkle = pointOf(athlete, 'ankle', 'left');
  const rightAnkle = pointOf(athlete, 'ankle', 'right');
  const { left, right } = scale.shankPx;
  if (!leftAnkle || !rightAnkle || !left || !right) return undefined;
  // Which leg is raised is told by the picture: the tracker may have swapped their names.
  const side = leftAnkle.y > rightAnkle.y ? 'left' : 'right';
  const ankle = side === 'left' ? leftAnkle : rightAnkle;
  const planted = side === 'left' ? rightAnkle : leftAnkle;
  const knee = pointOf(athlete, 'knee', side);
  const shoulder = pointOf(athlete, 'shoulder', side);
  const shoulderOther = pointOf(athlete, 'shoulder', otherSide(side));
  if (!knee || !shoulder || !shoulderOther) return undefined;
  if (Math.abs(planted.y - scale.feetUpPx) > plantedBand * scale.torsoPx) return undefined;
  if (ankle.y - planted.y < raisedMin * scale.torsoPx) return undefined;
  const legUpPx = ankleShare * ankle.y + (1 - ankleShare) * knee.y;
  const downPx = midpoint(shoulder, shoulderOther).y - legUpPx;
  return (degPerShank * downPx) / ((left + right) / 2);
}
