import { type BackNeutral, nearestProfile } from './backNeutral';
import { buttock, loin, medianAt } from './backOutline';
import { rangeOf } from './trunkOutline';

/**
 * A mask rounds off a hollow, so extension, which deepens the loin, reads too little; flexion, which
 * flattens it, reads right on every body. How much too little depends on how hollow the loin is to
 * begin with, and each athlete's own neutral shows that.
 */

/** The back above the loin, below the shoulder blade and what hangs from the arm. */
const ribs = rangeOf(0.6, 0.8);
/**
 * What a degree of extension reads with flexed hips: of a loin without a hollow, and less for each
 * trunk length of it. Least squares over five clips of three bodies (0.41, 0.28, 0.57, 0.75 and 0.66
 * at hollows of 0.10, 0.10, 0.05, 0 and -0.03); the accuracy page has it left-one-body-out.
 */
const flatReading = 0.66;
const readingPerHollow = -2.9;
/** Below this there is more noise than spine, and no hollow makes a mask read more than there is. */
const readingMin = 0.4;
const readingMax = 1;
/** The gain where the hollow is not known, and of the belly, which moves with the spine less. */
const plainGain = 1.4;
/** From here hips begin to count as flexed, and from there they are, degrees. */
const flexedFromDeg = 30;
const flexedDeg = 60;

/** How far hips count as flexed, 0..1. */
export const flexedShare = (hipDeg: number): number =>
  Math.min(1, Math.max(0, (hipDeg - flexedFromDeg) / (flexedDeg - flexedFromDeg)));

/**
 * How deep the loin of the neutral lies under the line from buttock to ribs at a hip angle, trunk
 * lengths; negative where it stands out.
 * @returns undefined where one of the three was hidden
 */
export function readHollow(neutral: BackNeutral, hipDeg: number): number | undefined {
  const back = nearestProfile(neutral, hipDeg)?.dorsal ?? [];
  const low = medianAt(back, buttock);
  const middle = medianAt(back, loin);
  const high = medianAt(back, ribs);
  if (low === undefined || middle === undefined || high === undefined) return undefined;
  return (low + high) / 2 - middle;
}

/** What a reading of the back in extension is to be multiplied with, with hips that are flexed. */
export function computeFlexedGain(hollow: number | undefined): number {
  if (hollow === undefined) return plainGain;
  const reading = flatReading + readingPerHollow * hollow;
  return 1 / Math.min(readingMax, Math.max(readingMin, reading));
}

/** Extension as it is without the mask's rounding off; flexion as it is read. */
const widen = (score: number, gain: number): number => (score > 0 ? gain * score : score);

/**
 * The spine's change from the back alone.
 * @param hollow of the neutral at this hip angle
 */
export const joinBack = (back: number, hipDeg: number, hollow: number | undefined): number =>
  widen(back, 1 + (computeFlexedGain(hollow) - 1) * flexedShare(hipDeg));

/**
 * Both sides of straight hips, weighed as two readings of like noise are: by the square of what a
 * degree of extension reads on each. A back whose hollow the mask fills says less than its belly.
 */
function joinStraight(back: number, front: number, hollow: number | undefined): number {
  const ofBack = computeFlexedGain(hollow) ** -2;
  const ofFront = plainGain ** -2;
  const extension = (plainGain * (ofBack * back + ofFront * front)) / (ofBack + ofFront);
  // A degree of flexion reads one on both.
  return extension > 0 ? extension : Math.min(0, (back + front) / 2);
}

/** Both sides of flexed hips, whose thighs come up to the belly: neither is surer. */
const joinFlexed = (back: number, front: number, hollow: number | undefined): number =>
  (widen(back, computeFlexedGain(hollow)) + widen(front, plainGain)) / 2;

/**
 * The same from back and belly of one trunk: the middle line between them bends with the spine, while
 * breath and cloth move one of them alone.
 */
export function joinBoth(
  back: number,
  front: number,
  hipDeg: number,
  hollow: number | undefined,
): number {
  const share = flexedShare(hipDeg);
  return share * joinFlexed(back, front, hollow) + (1 - share) * joinStraight(back, front, hollow);
}
