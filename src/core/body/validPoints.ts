import type { Keypoint, PoseFrame, WorldPoint } from './poseFrame';

/** Farther from the picture's corner than this no point is one, px; from the hips, metres. */
const reachPx = 1e5;
const reachM = 100;

/** False for NaN too. */
const isWithin = (value: number, reach: number): boolean => Math.abs(value) <= reach;

const isKeypoint = (point: Keypoint | undefined): boolean =>
  point === undefined ||
  (isWithin(point.xPx, reachPx) && isWithin(point.yPx, reachPx) && point.score >= 0);

const isWorldPoint = (point: WorldPoint | undefined): boolean =>
  point === undefined ||
  (isWithin(point.xM, reachM) && isWithin(point.yM, reachM) && isWithin(point.zM, reachM));

const keep = <T>(points: readonly (T | undefined)[], isValid: (point: T | undefined) => boolean) =>
  points.every(isValid) ? points : points.map((point) => (isValid(point) ? point : undefined));

/**
 * The frame without points that are no places: NaN, infinite or out of all reach, as a model whose
 * context was lost or a hostile trace gives them. One such value would stay in the filters.
 * @returns the same frame where all points are valid
 */
export function dropInvalidPoints(frame: PoseFrame): PoseFrame {
  const image = frame.image && keep(frame.image, isKeypoint);
  const world = frame.world && keep(frame.world, isWorldPoint);
  if (image === frame.image && world === frame.world) return frame;
  return { ...frame, image, ...(world === undefined ? {} : { world }) };
}
