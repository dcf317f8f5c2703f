import type { UnseenReason } from '../form/rule';
import { type CameraHint, hintHeight, hintLevel, hintTurn } from '../kinematics/cameraHint';
import type { Posture } from '../body/posture';
import type { View } from '../kinematics/view';
import type { BoardFrame } from './signalBoard';

/** What of a frame tells where the camera stands. */
export type CameraPlace = Pick<
  BoardFrame,
  'view' | 'azimuthDeg' | 'camera' | 'isHigh' | 'isRolled' | 'isRollKnown'
>;

/** Why nothing can be judged from the front all the same; undefined where it can. */
export const findRolled = ({ view, isRolled }: CameraPlace): UnseenReason | undefined =>
  isRolled && (view === 'front' || view === 'back') ? 'needsLevelCamera' : undefined;

/**
 * Whether what is judged from the front is in doubt: neither a quiet stance nor the source has told
 * the camera's roll, so 0 is assumed (views.md).
 */
export const isRollUnknown = ({ view, isRollKnown }: CameraPlace): boolean =>
  !isRollKnown && (view === 'front' || view === 'back');

const viewByReason: Readonly<Partial<Record<UnseenReason, View>>> = {
  needsSideView: 'side',
  needsFrontView: 'front',
  needsHighSideView: 'side',
};

/** What to do about a reason, with the amount; undefined where there is none to be said. */
export function findHint(
  reason: UnseenReason,
  posture: Posture,
  { view, azimuthDeg, camera }: CameraPlace,
): CameraHint | undefined {
  if (reason === 'needsLevelCamera') return hintLevel(camera);
  const isLow = reason === 'needsHighSideView' && view === 'side';
  if (isLow || reason === 'needsTableHeight') return hintHeight(camera, 'high');
  const wanted = viewByReason[reason];
  return wanted && hintTurn(posture, wanted, azimuthDeg, camera?.distanceM);
}
