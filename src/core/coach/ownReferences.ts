import type { BackNeutral } from '../kinematics/backNeutral';
import type { Baseline } from '../kinematics/baseline';
import type { LumbarRange } from '../kinematics/beltTrack';
import type { SignalKey } from '../kinematics/signals';
import type { Exercise, ReadingRange } from '../exercises/exercise';
import type { Posture } from '../body/posture';

/** What is known of the athlete before a set. Nothing of it has to be. */
export interface OwnReferences {
  /** Medians of a trace of the good position; without it the set's own first good seconds are used. */
  readonly baseline?: Baseline;
  /** The neutral back of another set or trace; used only where the camera stands as it did then. */
  readonly backNeutral?: BackNeutral;
  /** There was a neutral back, and it is too old: it is said that it is to be shown anew. */
  readonly isNeutralStale?: boolean;
  /** What quiet standing reads: it counts as 0 of these signals (spec 2.5). */
  readonly standing?: Baseline;
  /** Own full flexion of the low back by the bands as they sit now (spec 2.5-4). */
  readonly lumbarRange?: LumbarRange;
  /** How the camera stood when these were read; it is refused where it has moved since. */
  readonly standingFrom?: readonly CalibratedPlace[];
  /** Personal bridge target, degrees, -15..0: limits of trunk against thigh are relative to it. */
  readonly bridgeTargetDeg?: number;
}

/** What a camera saw of someone in a position, from the side. */
export interface CalibratedPlace {
  readonly posture: Posture;
  /** Length of the trunk in the picture, px. */
  readonly torsoPx: number;
  /** Undefined without world landmarks. */
  readonly yawDeg?: number | undefined;
}

/**
 * The camera has moved where the trunk is another length by this share, or is seen from another
 * direction by so many degrees: what a hip reads while one stands tall depends on both (views.md).
 */
const movedShare = 0.2;
const movedDeg = 12;

/** Whether the camera stands elsewhere than when the athlete was read in the same position. */
export function isMoved(places: readonly CalibratedPlace[], now: CalibratedPlace): boolean {
  const then = places.find(({ posture }) => posture === now.posture);
  if (then === undefined) return false;
  const turnedDeg =
    then.yawDeg === undefined || now.yawDeg === undefined ? 0 : now.yawDeg - then.yawDeg;
  return Math.abs(now.torsoPx / then.torsoPx - 1) > movedShare || Math.abs(turnedDeg) > movedDeg;
}

/** Largest hip-flexor deficit that lowers the target (spec 2.5-6). */
const deficitMaxDeg = 15;

/**
 * The personal bridge target: who cannot extend the hip is not asked to arch the back instead.
 * @param thighAboveLevelDeg thigh from the horizontal in the hip-flexor test (MT_hip), positive above
 * @returns degrees, -15..0
 */
export const computeBridgeTarget = (thighAboveLevelDeg: number): number =>
  -Math.min(deficitMaxDeg, Math.max(0, thighAboveLevelDeg));

/**
 * The zero of every signal: quiet standing where it is known, moved by the personal target.
 * @returns 0 for a signal of which nothing is known
 */
export function createZero(
  { personalTarget }: Exercise,
  { standing, bridgeTargetDeg }: OwnReferences,
): (key: SignalKey) => number {
  return (key) => (standing?.[key] ?? 0) + (key === personalTarget ? (bridgeTargetDeg ?? 0) : 0);
}

/** What a good position of this athlete can read, and where the ideal one is likely to. */
export interface GoodPosition {
  readonly key: SignalKey;
  readonly plausible: ReadingRange;
  readonly likely: ReadingRange;
}

/** Whether a reading is in a range, its ends included. */
export const isWithin = (reading: number, { from, to }: ReadingRange): boolean =>
  reading >= from && reading <= to;

/** The reading, or the end of the range that it is beyond. */
export const clampTo = (reading: number, { from, to }: ReadingRange): number =>
  Math.min(to, Math.max(from, reading));

/**
 * The ranges of a hold's own good position. They are those of any body; where quiet standing is
 * known, they stand around its reading, as wide as before.
 */
export function findGoodPosition(
  { phases }: Exercise,
  { standing }: OwnReferences,
  zero: (key: SignalKey) => number,
): GoodPosition | undefined {
  if (phases.kind !== 'hold') return undefined;
  const { signal, likely = phases.plausible, ...plausible } = phases.plausible;
  const middle = standing?.[signal] === undefined ? 0 : (likely.from + likely.to) / 2;
  const moved = ({ from, to }: ReadingRange): ReadingRange => ({
    from: from + zero(signal) - middle,
    to: to + zero(signal) - middle,
  });
  return { key: signal, plausible: moved(plausible), likely: moved(likely) };
}
