import type {
  BandLine,
  BeltLines,
  Keypoint,
  PoseFrame,
  TrunkProfile,
  WorldPoint,
} from './poseFrame';

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

/** Farther from the chord than this no outline is, trunk lengths. */
const reachTrunks = 2;

const isSample = (sample: number | undefined): boolean =>
  sample === undefined || isWithin(sample, reachTrunks);

const isTrunk = ({ dorsal, ventral }: TrunkProfile): boolean =>
  dorsal.every(isSample) && ventral.every(isSample);

const isLine = (line: BandLine | undefined): boolean =>
  line === undefined || line.every((value) => isWithin(value, reachPx));

const isBelt = ({ ribs, pelvis }: BeltLines): boolean => isLine(ribs) && isLine(pelvis);

const drop = <T>(points: readonly (T | undefined)[], isValid: (point: T | undefined) => boolean) =>
  points.map((point) => (isValid(point) ? point : undefined));

/**
 * The frame without points that are no places: NaN, infinite or out of all reach, as a model whose
 * context was lost or a hostile trace gives them; an outline with such a sample goes as a whole. One such value would stay in the filters.
 * @returns the same frame where all points are valid
 */
export function dropInvalidPoints(frame: PoseFrame): PoseFrame {
  let { image, world } = frame;
  if (image?.every(isKeypoint) === false) image = drop(image, isKeypoint);
  if (world?.every(isWorldPoint) === false) world = drop(world, isWorldPoint);
  const hasTrunk = frame.trunk === undefined || isTrunk(frame.trunk);
  const hasBelt = frame.belt === undefined || isBelt(frame.belt);
  const hasBar = isLine(frame.bar);
  const hasLines = hasTrunk && hasBelt && hasBar;
  if (image === frame.image && world === frame.world && hasLines) return frame;
  const { trunk, belt, bar, ...rest } = frame;
  return {
    ...rest,
    image,
    ...(world === undefined ? {} : { world }),
    ...(trunk === undefined || !hasTrunk ? {} : { trunk }),
    ...(belt === undefined || !hasBelt ? {} : { belt }),
    ...(bar === undefined || !hasBar ? {} : { bar }),
  };
}
