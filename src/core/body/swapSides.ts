import { keypointIndex, type KeypointName, keypointNames } from './keypoint';
import type { PoseFrame } from './poseFrame';

const mirrored: Readonly<Record<string, string>> = {
  left: 'right',
  right: 'left',
  Left: 'Right',
  Right: 'Left',
};

/** For each keypoint the index of the same one on the other side; its own in the middle. */
const partners = keypointNames.map((name) => {
  const other = name.replace(/left|right|Left|Right/, (side) => mirrored[side] ?? side);
  return keypointIndex[other as KeypointName];
});

const swap = <T>(points: readonly T[]): T[] =>
  points.map((_, index) => points[partners[index] ?? index] as T);

/** The same pose with left and right renamed, as of a camera that mirrors its picture. */
export const swapSides = (frame: PoseFrame): PoseFrame => ({
  ...frame,
  image: frame.image && swap(frame.image),
  ...(frame.world === undefined ? {} : { world: swap(frame.world) }),
});
