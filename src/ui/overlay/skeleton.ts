import { type Joint, jointIndex, type Side } from '../../core/body/keypoint';

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

/** The three joints of the line whose angle is measured at the middle one. */
export function lineJoints(joint: 'hip' | 'knee', side: Side): readonly [number, number, number] {
  const of = jointIndex[side];
  return joint === 'hip' ? [of.shoulder, of.hip, of.knee] : [of.hip, of.knee, of.ankle];
}
