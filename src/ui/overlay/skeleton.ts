import { jointIndex, type Side } from '../../core/body/keypoint';

export { type Bone, bones } from '../../core/body/skeleton';

/** The three joints of the line whose angle is measured at the middle one. */
export function lineJoints(joint: 'hip' | 'knee', side: Side): readonly [number, number, number] {
  const of = jointIndex[side];
  return joint === 'hip' ? [of.shoulder, of.hip, of.knee] : [of.hip, of.knee, of.ankle];
}
