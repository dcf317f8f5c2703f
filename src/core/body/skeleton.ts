import { type Joint, jointIndex, type Side } from './keypoint';

/** Two keypoints that are joined by a thin line. */
export type Bone = readonly [from: number, to: number];

const ofSide = (side: Side, ...joints: readonly Joint[]): Bone[] =>
  joints.slice(1).map((joint, i) => {
    const previous = joints[i] ?? joint;
    return [jointIndex[side][previous], jointIndex[side][joint]];
  });

const bonesOfSide = (side: Side): Bone[] => [
  ...ofSide(side, 'ear', 'shoulder', 'elbow', 'wrist'),
  ...ofSide(side, 'shoulder', 'hip', 'knee', 'ankle', 'heel', 'footIndex', 'ankle'),
];

/** The bones that are drawn: both sides, and the girdles between them. */
export const bones: readonly Bone[] = [
  ...bonesOfSide('left'),
  ...bonesOfSide('right'),
  [jointIndex.left.shoulder, jointIndex.right.shoulder],
  [jointIndex.left.hip, jointIndex.right.hip],
];
