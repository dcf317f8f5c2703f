import { jointIndex, keypointIndex } from '../body/keypoint';
import type { Keypoint, TrunkProfile } from '../body/poseFrame';
import { type Handedness, lengthOf } from './angle';

/**
 * The trunk's outline from the person mask (outline.md, steps 1 and 2): how far the back and the
 * belly stand from the line between mid-hips and mid-shoulders, at 41 stations along it. Raw: the
 * gates and the curve are read from it later, so that a recorded profile can be judged anew.
 */

/** Stations along the chord. */
export const stationCount = 41;
/** Place of the first and last station: 0 is mid-hips, 1 mid-shoulders. */
const firstStation = -0.2;
const lastStation = 1;

/** Place of a station along the chord, in trunk lengths from mid-hips. */
export const stationAt = (index: number): number =>
  firstStation + ((lastStation - firstStation) * index) / (stationCount - 1);

/** Stations from one place of the chord to another, both included. */
export interface StationRange {
  readonly first: number;
  readonly last: number;
}

/** The stations between two places, in trunk lengths from mid-hips. */
export function rangeOf(from: number, to: number): StationRange {
  const spacing = (lastStation - firstStation) / (stationCount - 1);
  return {
    first: Math.max(0, Math.ceil((from - firstStation) / spacing - 1e-6)),
    last: Math.min(stationCount - 1, Math.floor((to - firstStation) / spacing + 1e-6)),
  };
}

/** A ray begins this far behind the chord and ends this far out, trunk lengths. */
const rayFrom = -0.04;
const rayTo = 0.55;
/** A step of a ray, in sides of the crop: half a pixel of the mask. */
const stepShare = 1 / 512;
/** The fall out of the mask must still be one so many steps on. */
const confirmSteps = 1.5;
/** The person's edge. */
const edge = 0.5;
/** How much the knees' side counts against the face's for where the belly is. */
const kneeWeight = 0.3;

/** Affine map: u = a·x + c·y + e, v = b·x + d·y + f (the order of a canvas transform). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Pixels on a side of the mask. */
export const maskSidePx = 256;

/** The person mask as the landmark model gives it with the pose, in the frame of the crop. */
export interface PersonMask {
  /** Rows of `maskSidePx` × `maskSidePx` probabilities, 0..1. */
  readonly values: Float32Array;
  /** From picture pixels to the mask's; whole numbers are the places of the mask's values. */
  readonly toMask: Affine;
  /** The crop's side in picture pixels. */
  readonly sizePx: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The chord from mid-hips to mid-shoulders in the picture (y down), px. */
export interface TrunkChord {
  readonly hip: Point;
  readonly lengthPx: number;
  /** Unit vector from the hips to the shoulders. */
  readonly along: Point;
  /** Unit vector across the chord, toward the belly. */
  readonly ventral: Point;
  /** The flank that shows, as the handedness of an athlete has it. */
  readonly eta: Handedness;
}

type Image = readonly (Keypoint | undefined)[];

const middle = (image: Image, joint: 'hip' | 'shoulder' | 'knee' | 'ear'): Point | undefined => {
  const l = image[jointIndex.left[joint]];
  const r = image[jointIndex.right[joint]];
  return l && r && { x: (l.xPx + r.xPx) / 2, y: (l.yPx + r.yPx) / 2 };
};

/** Share of the way from `from` to `to` that lies along `axis`, px. */
const along = (from: Point, to: Point, axis: Point): number =>
  (to.x - from.x) * axis.x + (to.y - from.y) * axis.y;

/**
 * The chord of a frame, its belly where the face and the knees are.
 * @returns undefined where a hip or shoulder is missing, or nothing tells where the belly is
 */
export function readTrunkChord(image: Image): TrunkChord | undefined {
  const hip = middle(image, 'hip');
  const shoulder = middle(image, 'shoulder');
  if (hip === undefined || shoulder === undefined) return undefined;
  const lengthPx = lengthOf(shoulder.x - hip.x, shoulder.y - hip.y);
  if (lengthPx < 1) return undefined;
  const axis = { x: (shoulder.x - hip.x) / lengthPx, y: (shoulder.y - hip.y) / lengthPx };
  const across = { x: -axis.y, y: axis.x };
  const nose = image[keypointIndex.nose];
  const ear = middle(image, 'ear');
  const knee = middle(image, 'knee');
  const face = nose && ear ? along(ear, { x: nose.xPx, y: nose.yPx }, across) : 0;
  const vote = face + (knee === undefined ? 0 : kneeWeight * along(hip, knee, across));
  if (vote === 0) return undefined;
  const eta = vote > 0 ? 1 : -1;
  return { hip, lengthPx, along: axis, ventral: { x: across.x * eta, y: across.y * eta }, eta };
}

/** The mask at a point of the picture, between its four nearest values; undefined outside it. */
function sampleMask({ values, toMask }: PersonMask, x: number, y: number): number | undefined {
  const [a, b, c, d, e, f] = toMask;
  const u = a * x + c * y + e;
  const v = b * x + d * y + f;
  if (!(u >= 0 && v >= 0 && u < maskSidePx - 1 && v < maskSidePx - 1)) return undefined;
  const column = Math.floor(u);
  const row = Math.floor(v);
  const at = row * maskSidePx + column;
  const right = u - column;
  const down = v - row;
  const value = (index: number): number => values[index] ?? 0;
  const upper = value(at) * (1 - right) + value(at + 1) * right;
  const lower = value(at + maskSidePx) * (1 - right) + value(at + maskSidePx + 1) * right;
  return upper * (1 - down) + lower * down;
}

/**
 * How far from the chord a ray leaves the person for good, px; undefined where it never was inside,
 * does not leave within its length, or runs out of the mask.
 */
function castRay(
  mask: PersonMask,
  from: Point,
  direction: Point,
  lengthPx: number,
): number | undefined {
  const stepPx = mask.sizePx * stepShare;
  const sample = (t: number): number | undefined =>
    sampleMask(mask, from.x + t * direction.x, from.y + t * direction.y);
  const startPx = rayFrom * lengthPx;
  let before = sample(startPx) ?? 0;
  for (let t = startPx + stepPx; t < rayTo * lengthPx; t += stepPx) {
    const here = sample(t);
    if (here === undefined) return undefined;
    if (here < edge && before >= edge && (sample(t + confirmSteps * stepPx) ?? 0) < edge) {
      return t - stepPx + (stepPx * (before - edge)) / (before - here);
    }
    before = here;
  }
  return undefined;
}

/**
 * The trunk's outline of one picture.
 * @param keypoints of the picture, unsmoothed, as the model gave them with the mask
 * @returns distances from the chord at 41 stations, in trunk lengths, before any gate; undefined
 *   where the chord cannot be drawn
 */
export function computeTrunkOutline(keypoints: Image, mask: PersonMask): TrunkProfile | undefined {
  const chord = readTrunkChord(keypoints);
  if (chord === undefined) return undefined;
  const { hip, lengthPx, along: axis, ventral } = chord;
  const castAll = (direction: Point): (number | undefined)[] =>
    Array.from({ length: stationCount }, (_, index) => {
      const at = stationAt(index) * lengthPx;
      const from = { x: hip.x + at * axis.x, y: hip.y + at * axis.y };
      const distancePx = castRay(mask, from, direction, lengthPx);
      return distancePx === undefined ? undefined : distancePx / lengthPx;
    });
  return {
    dorsal: castAll({ x: -ventral.x, y: -ventral.y }),
    ventral: castAll(ventral),
  };
}
