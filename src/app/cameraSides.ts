import { otherSide } from '../core/body/keypoint';
import { type CameraSides, canLiftLeg } from '../core/coach/legLift';
import type { SetOptions } from '../core/coach/setOptions';
import type { Snapshot } from '../core/coach/snapshot';
import { catalogue } from '../core/exercises/catalogue';

/** What lifted legs have shown, by the camera's id; kept as long as the page. */
const shownBy = new Map<string, NonNullable<Snapshot['sides']>>();

/**
 * What is known of a camera's left and right, and the leg to lift where that is nothing yet.
 * @param cameraId the chosen camera's; empty for the browser's own choice
 */
export function readCameraSides(
  cameraId: string,
  { exercise, side }: Pick<SetOptions, 'exercise' | 'side'>,
): CameraSides {
  const shown = shownBy.get(cameraId);
  if (shown !== undefined) return { isSwapped: shown === 'swapped' };
  const data = catalogue[exercise];
  if (!canLiftLeg(data) || typeof data.workingSide !== 'object') return {};
  const isWorkingLegDown = data.workingSide.is === 'lower';
  return { legLift: side === undefined ? 'right' : isWorkingLegDown ? otherSide(side) : side };
}

/** Remembers what a set before the camera has shown. */
export function noteCameraSides(cameraId: string, { sides }: Pick<Snapshot, 'sides'>): void {
  if (sides !== undefined) shownBy.set(cameraId, sides);
}
