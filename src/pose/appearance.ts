import { landmarkInputPx } from './landmarkModel';

/**
 * What the athlete wears, as the colours along the trunk, read from the landmark model's own crop.
 * Enough to tell two people in a gym apart, and cheap: no second model. Thighs were tried too: they
 * foreshorten in a squat, and most trousers are dark.
 */

/** Bins over brightness and over each of the two colour differences (ITU-R BT.601). */
const lumaBins = 4;
const chromaBins = 6;
const binCount = lumaBins * chromaBins * chromaBins;
/** Clothes' colour differences lie within ± this; farther ones count as the outermost. */
const chromaReach = 0.25;

/** The strip that is read: from here to there on the way from the hips up, and half its width. */
const stripFrom = 0.15;
const stripTo = 0.85;
const stripHalfWidth = 0.16;
const stepsAlong = 16;
const stepsAcross = 8;

/** Shares of colours; their sum is 1. */
export type Appearance = Float32Array;

/** A place in the crop, px. */
export interface CropPoint {
  readonly u: number;
  readonly v: number;
}

/** Where a value lies between the middles of two bins, kept within the outermost ones. */
function placeInBins(share: number, count: number): readonly [bin: number, rest: number] {
  const at = Math.min(count - 1, Math.max(0, share * count - 0.5));
  const bin = Math.min(count - 2, Math.floor(at));
  return [bin, at - bin];
}

/** Shares a colour among the eight bins around it: a shade that lies on a border does not jump. */
function addColor(histogram: Float32Array, red: number, green: number, blue: number): void {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const blueness = 0.564 * (blue - luma);
  const redness = 0.713 * (red - luma);
  const [l, lRest] = placeInBins(luma, lumaBins);
  const [b, bRest] = placeInBins((blueness / chromaReach + 1) / 2, chromaBins);
  const [r, rRest] = placeInBins((redness / chromaReach + 1) / 2, chromaBins);
  for (let corner = 0; corner < 8; corner++) {
    const [dl, db, dr] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const share = (dl ? lRest : 1 - lRest) * (db ? bRest : 1 - bRest) * (dr ? rRest : 1 - rRest);
    const index = ((l + dl) * chromaBins + b + db) * chromaBins + r + dr;
    histogram[index] = (histogram[index] ?? 0) + share;
  }
}

/**
 * The appearance of somebody.
 * @param crop rows of RGB 0..1, 256 × 256 × 3
 * @param hip,shoulder middle of the hips and of the shoulders in it
 * @returns undefined where less than half of the trunk lies in the crop
 */
export function readAppearance(
  crop: Float32Array,
  hip: CropPoint,
  shoulder: CropPoint,
): Appearance | undefined {
  const [du, dv] = [shoulder.u - hip.u, shoulder.v - hip.v];
  const histogram = new Float32Array(binCount);
  let count = 0;
  for (let i = 0; i < stepsAlong; i++) {
    const along = stripFrom + ((stripTo - stripFrom) * i) / (stepsAlong - 1);
    for (let k = 0; k < stepsAcross; k++) {
      const across = stripHalfWidth * ((2 * k) / (stepsAcross - 1) - 1);
      const column = Math.round(hip.u + along * du - across * dv);
      const row = Math.round(hip.v + along * dv + across * du);
      if (column < 0 || row < 0 || column >= landmarkInputPx || row >= landmarkInputPx) continue;
      const at = 3 * (row * landmarkInputPx + column);
      addColor(histogram, crop[at] ?? 0, crop[at + 1] ?? 0, crop[at + 2] ?? 0);
      count++;
    }
  }
  if (count < (stepsAlong * stepsAcross) / 2) return undefined;
  return histogram.map((value) => value / count);
}

/** How alike two appearances are, 0..1 (Bhattacharyya coefficient). */
export const compareAppearance = (a: Appearance, b: Appearance): number =>
  a.reduce((sum, value, bin) => sum + Math.sqrt(value * (b[bin] ?? 0)), 0);

/** An appearance on the way to another one, by a share of the way. */
export const blendAppearance = (from: Appearance, to: Appearance, share: number): Appearance =>
  from.map((value, bin) => value + share * ((to[bin] ?? 0) - value));
