import { type Joint, jointIndex } from '../body/keypoint';
import type { Keypoint, TrunkProfile } from '../body/poseFrame';
import { lengthOf } from './angle';
import { rangeOf, stationAt, type StationRange, type TrunkChord } from './trunkOutline';
import { computeMedianOf } from './signalTrack';

/**
 * From the trunk's raw outline to two lengths that follow the lumbar spine (outline.md, steps 3 to
 * 5): samples that are an arm's outline or lie beyond a jump are dropped first.
 */

/** Why an outline says nothing: what is in the way. */
export type OutlineGap = 'cameraTooHigh' | 'armInFront' | 'outlineUnclear';

/** An arm takes the samples within this distance of its bones, trunk lengths. */
const armRadius = 0.13;
/** The upper arm counts from here on: nearer to the shoulder it is the trunk's own outline. */
const upperArmFrom = 0.35;
/** A forearm reaches over the wrist by this share of its length: the hand. */
const handShare = 0.3;
/** A step between neighbouring samples that no back makes, trunk lengths. */
const dorsalJump = 0.05;
const ventralJump = 0.08;
/** From the buttock into a deep loin a back falls by so much between two samples (some 70°). */
const loinFall = 0.08;
/** Jumps count from this station on; below it lies the buttock. */
const jumpFrom = rangeOf(0.1, 1).first;
const longestGap = 4;
/** Shoulders or hips as far apart as this, in trunk lengths, are not seen side-on. */
const apartMax = 0.35;
/** Share of a window's samples that must be left. */
const windowShare = 0.5;

type Samples = readonly (number | undefined)[];
type Image = readonly (Keypoint | undefined)[];

/** Where XD is read. */
export const loin = rangeOf(0.15, 0.45);
export const buttock = rangeOf(-0.12, 0.04);
/**
 * Between the thigh and the lower ribs. Higher up (outline.md's 0.35-0.7) it follows the spine less:
 * change over noise 2.4, 3.9, 0.6, 3.4, 7 there and 5.5, 5.2, 3.6, 4.3, 18 here (five clips).
 */
const belly = rangeOf(0.18, 0.45);
/** Lower ribs, and the ends of the line they are measured from (spec RFI: 25-60 % of 15-95 %). */
const ribs = rangeOf(0.4, 0.75);
const ribLine = { low: rangeOf(0.02, 0.08), high: rangeOf(0.82, 0.88), from: 0.05, to: 0.85 };

/** What an outline shows, in trunk lengths; the reason where it is hidden. */
export interface BackOutline {
  /** XD: the loin's distance from the chord less half the buttock's; less of it is more lordosis. */
  readonly dorsal: number | OutlineGap;
  /** XV: the belly's distance from the chord; more of it is more lordosis. */
  readonly ventral: number | OutlineGap;
  /** RFI: how far the lower ribs stand out of the line from belly to chest, per line. */
  readonly ribFlare: number | OutlineGap;
  /** What is left of the profile, for drawing. */
  readonly profile: TrunkProfile;
}

const middleOf = (image: Image, joint: Joint, of: (l: Keypoint, r: Keypoint) => number): number => {
  const l = image[jointIndex.left[joint]];
  const r = image[jointIndex.right[joint]];
  return l && r ? of(l, r) : 0;
};

/** How far apart the two sides of the trunk are in the picture, in trunk lengths; 0 side-on. */
const readApart = (image: Image, chord: TrunkChord): number => {
  const span = (l: Keypoint, r: Keypoint): number => lengthOf(l.xPx - r.xPx, l.yPx - r.yPx);
  return Math.max(middleOf(image, 'shoulder', span), middleOf(image, 'hip', span)) / chord.lengthPx;
};

interface Segment {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

const segmentBetween = (a: Keypoint, b: Keypoint, from: number, to: number): Segment => ({
  x: a.xPx + from * (b.xPx - a.xPx),
  y: a.yPx + from * (b.yPx - a.yPx),
  dx: (to - from) * (b.xPx - a.xPx),
  dy: (to - from) * (b.yPx - a.yPx),
});

/** The bones of both arms that can lie over the trunk's outline. */
function listArms(image: Image): Segment[] {
  const arms: Segment[] = [];
  for (const side of ['left', 'right'] as const) {
    const shoulder = image[jointIndex[side].shoulder];
    const elbow = image[jointIndex[side].elbow];
    const wrist = image[jointIndex[side].wrist];
    if (shoulder && elbow) arms.push(segmentBetween(shoulder, elbow, upperArmFrom, 1));
    if (elbow && wrist) arms.push(segmentBetween(elbow, wrist, 0, 1 + handShare));
  }
  return arms;
}

const distanceTo = ({ x, y, dx, dy }: Segment, px: number, py: number): number => {
  const along = ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy + 1e-9);
  const t = Math.max(0, Math.min(1, along));
  return lengthOf(px - x - t * dx, py - y - t * dy);
};

/** Whether a sample of an outline lies on an arm. `sense` −1 is the back, +1 the belly. */
function liesOnArm(
  sample: number,
  index: number,
  { hip, lengthPx, along, ventral }: TrunkChord,
  arms: readonly Segment[],
  sense: 1 | -1,
): boolean {
  const up = stationAt(index) * lengthPx;
  const out = sense * sample * lengthPx;
  const x = hip.x + up * along.x + out * ventral.x;
  const y = hip.y + up * along.y + out * ventral.y;
  for (const arm of arms) if (distanceTo(arm, x, y) < armRadius * lengthPx) return true;
  return false;
}

/** Drops all of an outline from its first jump on: what follows is cloth or a limb. */
function cutAtJump(samples: (number | undefined)[], jumpOut: number, jumpIn: number): void {
  let last: number | undefined;
  let missing = 0;
  for (let index = jumpFrom; index < samples.length; index++) {
    const sample = samples[index];
    if (sample === undefined) {
      if (++missing > longestGap) last = undefined;
      continue;
    }
    const step = last === undefined ? 0 : sample - last;
    if (Math.abs(step) > (step > 0 ? jumpOut : jumpIn) * (1 + 0.5 * missing)) {
      samples.fill(undefined, index);
      return;
    }
    last = sample;
    missing = 0;
  }
}

/** One side's outline before and after its gates, and where an arm took a sample. */
interface Gated {
  readonly raw: Samples;
  readonly samples: Samples;
  readonly onArm: readonly boolean[];
}

function gate(raw: Samples, chord: TrunkChord, arms: readonly Segment[], sense: 1 | -1): Gated {
  const samples: (number | undefined)[] = [];
  const onArm: boolean[] = [];
  for (let index = 0; index < raw.length; index++) {
    const sample = raw[index];
    const isArm = sample !== undefined && liesOnArm(sample, index, chord, arms, sense);
    onArm.push(isArm);
    samples.push(isArm ? undefined : sample);
  }
  if (sense < 0) cutAtJump(samples, dorsalJump, loinFall);
  else cutAtJump(samples, ventralJump, ventralJump);
  return { raw, samples, onArm };
}

/** Why too little of a window is left; undefined where half of its samples are. */
function findGap(
  { raw, samples, onArm }: Gated,
  { first, last }: StationRange,
): OutlineGap | undefined {
  let [left, toArm, empty] = [0, 0, 0];
  for (let index = first; index <= last; index++) {
    if (samples[index] !== undefined) left++;
    if (onArm[index] === true) toArm++;
    if (raw[index] === undefined) empty++;
  }
  if (left >= windowShare * (last - first + 1)) return undefined;
  // What is cut beyond an arm is lost to the arm too.
  return toArm > empty ? 'armInFront' : 'outlineUnclear';
}

/** Median of what is left at some stations; undefined where nothing is. */
export const medianAt = (samples: Samples, { first, last }: StationRange): number | undefined =>
  computeMedianOf(samples.slice(first, last + 1), (sample) => sample);

const medianIn = (outline: Gated, window: StationRange): number | OutlineGap =>
  findGap(outline, window) ?? medianAt(outline.samples, window) ?? 'outlineUnclear';

function combine(
  a: number | OutlineGap,
  b: number | OutlineGap,
  of: (a: number, b: number) => number,
): number | OutlineGap {
  if (typeof a === 'string') return a;
  return typeof b === 'string' ? b : of(a, b);
}

/** RFI, see {@link BackOutline}. */
function readRibFlare(outline: Gated): number | OutlineGap {
  const low = medianIn(outline, ribLine.low);
  const high = medianIn(outline, ribLine.high);
  if (typeof low === 'string') return low;
  if (typeof high === 'string') return high;
  const gap = findGap(outline, ribs);
  if (gap !== undefined) return gap;
  const { from, to } = ribLine;
  let highest = -Infinity;
  for (let index = ribs.first; index <= ribs.last; index++) {
    const sample = outline.samples[index];
    if (sample === undefined) continue;
    const rise = ((high - low) * (stationAt(index) - from)) / (to - from);
    highest = Math.max(highest, sample - low - rise);
  }
  return highest / (to - from);
}

/**
 * Reads the back's and the belly's outline of one frame.
 * @param image the frame's own keypoints, unsmoothed: the outline was measured from them
 * @param dorsal the outline on the side of the back, `ventral` that of the belly
 */
export function readBackOutline(
  image: Image,
  chord: TrunkChord,
  { dorsal, ventral }: TrunkProfile,
): BackOutline {
  const arms = listArms(image);
  const back = gate(dorsal, chord, arms, -1);
  const front = gate(ventral, chord, arms, 1);
  const profile = { dorsal: back.samples, ventral: front.samples };
  if (readApart(image, chord) > apartMax) {
    const gap = 'cameraTooHigh';
    return { dorsal: gap, ventral: gap, ribFlare: gap, profile };
  }
  return {
    dorsal: combine(medianIn(back, loin), medianIn(back, buttock), (x, seat) => x - 0.5 * seat),
    ventral: medianIn(front, belly),
    ribFlare: readRibFlare(front),
    profile,
  };
}
