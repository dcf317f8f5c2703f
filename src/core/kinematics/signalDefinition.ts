import { type Joint, otherSide, type Side } from '../body/keypoint';
import type { UnitName } from '../units';
import { midpoint, type Vec } from './angle';
import { type Athlete, pointOf } from './athlete';

/**
 * One row of the table of signals: its unit, whether each side has its own, and how it is computed
 * from the athlete of one frame. Undefined where a keypoint it needs is missing.
 */
export interface SignalDefinition {
  readonly unit: UnitName;
  /** `each`: one value per side of the person; `one`: the near side's, or both sides' together. */
  readonly sides: 'one' | 'each';
  readonly compute: (athlete: Athlete, side: Side) => number | undefined;
  /**
   * Decided otherwise than the exercise's other signals: over a longer window, of which a smaller
   * share must be seen. Such a signal is not measured in every frame, only where the part of the
   * athlete that it is read from is there.
   */
  readonly decision?: {
    readonly windowSec: number;
    readonly shareMin: number;
    readonly of: 'back' | 'belt';
  };
}

/** Rows of the table. */
export type SignalRows = Readonly<Record<string, SignalDefinition>>;

/** Three joints of one side; undefined where one is not seen. */
export const chainOf = (
  athlete: Athlete,
  joints: readonly [Joint, Joint, Joint],
  side: Side,
): readonly [Vec, Vec, Vec] | undefined => {
  const a = pointOf(athlete, joints[0], side);
  const b = pointOf(athlete, joints[1], side);
  const c = pointOf(athlete, joints[2], side);
  return a && b && c ? [a, b, c] : undefined;
};

/** Middle of a joint's two sides; undefined where one is not seen. */
export const middleOf = (athlete: Athlete, joint: Joint): Vec | undefined => {
  const l = pointOf(athlete, joint, 'left');
  const r = pointOf(athlete, joint, 'right');
  return l && r ? midpoint(l, r) : undefined;
};

/** Toward the body's midline in the picture, as seen from one side's hip. */
export const medialX = (athlete: Athlete, side: Side): 1 | -1 | undefined => {
  const own = pointOf(athlete, 'hip', side);
  const other = pointOf(athlete, 'hip', otherSide(side));
  if (!own || !other) return undefined;
  return other.x > own.x ? 1 : -1;
};
