import { type Joint, jointIndex } from '../body/keypoint';
import type { Keypoint, TrunkProfile } from '../body/poseFrame';
import { lengthOf } from './angle';
import { stationAt, type TrunkChord } from './trunkOutline';
import { computeMedian } from './signalTrack';

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
const jumpFrom = 0.1;
const longestGap = 4;
/** Shoulders or hips as far apart as this, in trunk lengths, are not seen side-on. */
const apartMax = 0.35;
/** Share of a window's samples that must be left. */
const windowShare = 0.5;

type Samples = readonly (number | undefined)[];
type Window = readonly [from: number, to: number];
type Image = readonly (Keypoint | undefined)[];

/** Where XD is read. */
export const loin: Window = [0.15, 0.45];
export const buttock: Window = [-0.12, 0.04];
/**
 * Between the thigh and the lower ribs. Higher up (outline.md's 0.35-0.7) it follows the spine less:
 * change over noise 2.4, 3.9, 0.6, 3.4, 7 there and 5.5, 5.2, 3.6, 4.3, 18 here (five clips).
 */
const belly: Window = [0.18, 0.45];
/** Lower ribs, and the ends of the line they are measured from (spec RFI: 25-60 % of 15-95 %). */
const ribs: Window = [0.4, 0.75];
const ribLine: readonly [Window, Window] = [
  [0.02, 0.08],
  [0.82, 0.88],
];

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
  return (['left', 'right'] as const).flatMap((side) => {
    const shoulder = image[jointIndex[side].shoulder];
    const elbow = image[jointIndex[side].elbow];
    const wrist = image[jointIndex[side].wrist];
    return [
      ...(shoulder && elbow ? [segmentBetween(shoulder, elbow, upperArmFrom, 1)] : []),
      ...(elbow && wrist ? [segmentBetween(elbow, wrist, 0, 1 + handShare)] : []),
    ];
  });
}

const distanceTo = ({ x, y, dx, dy }: Segment, px: number, py: number): number => {
  const along = ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy + 1e-9);
  const t = Math.max(0, Math.min(1, along));
  return lengthOf(px - x - t * dx, py - y - t * dy);
};

/** Which samples of an outline lie on an arm. `sense` −1 is the back, +1 the belly. */
const findArm = (
  samples: Samples,
  chord: TrunkChord,
  arms: readonly Segment[],
  sense: 1 | -1,
): boolean[] =>
  samples.map((sample, index) => {
    if (sample === undefined) return false;
    const { hip, lengthPx, along, ventral } = chord;
    const up = stationAt(index) * lengthPx;
    const out = sense * sample * lengthPx;
    const x = hip.x + up * along.x + out * ventral.x;
    const y = hip.y + up * along.y + out * ventral.y;
    return arms.some((arm) => distanceTo(arm, x, y) < armRadius * lengthPx);
  });

/** The outline from the pelvis up to the first jump: what follows is cloth or a limb. */
function cutAtJump(samples: Samples, jumpOut: number, jumpIn: number): Samples {
  let last: number | undefined;
  let missing = 0;
  let isCut = false;
  return samples.map((sample, index) => {
    if (stationAt(index) < jumpFrom - 1e-9) return sample;
    if (isCut) return undefined;
    if (sample === undefined) {
      if (++missing > longestGap) last = undefined;
      return undefined;
    }
    const step = last === undefined ? 0 : sample - last;
    if (Math.abs(step) > (step > 0 ? jumpOut : jumpIn) * (1 + 0.5 * missing)) {
      isCut = true;
      return undefined;
    }
    last = sample;
    missing = 0;
    return sample;
  });
}

/** One side's outline after its gates. */
interface Gated {
  readonly samples: Samples;
  /** Where an arm took a sample, and where there was none to take. */
  readonly onArm: readonly boolean[];
  readonly isEmpty: readonly boolean[];
}

function gate(samples: Samples, chord: TrunkChord, arms: readonly Segment[], sense: 1 | -1): Gated {
  const onArm = findArm(samples, chord, arms, sense);
  const free = samples.map((sample, index) => (onArm[index] === true ? undefined : sample));
  return {
    samples:
      sense < 0 ? cutAtJump(free, dorsalJump, loinFall) : cutAtJump(free, ventralJump, ventralJump),
    onArm,
    isEmpty: samples.map((sample) => sample === undefined),
  };
}

const isWithin = (index: number, [from, to]: Window): boolean => {
  const station = stationAt(index);
  return station >= from - 1e-9 && station <= to + 1e-9;
};

/** Samples of a window; the reason where less than half of them are left. */
function readWindow({ samples, onArm, isEmpty }: Gated, window: Window): number[] | OutlineGap {
  const all = samples.map((_, index) => index).filter((index) => isWithin(index, window));
  const left = all.map((index) => samples[index]).filter((sample) => sample !== undefined);
  if (left.length >= windowShare * all.length) return left;
  const lostTo = (lost: readonly boolean[]): number => all.filter((index) => lost[index]).length;
  // What is cut beyond an arm is lost to the arm too.
  return lostTo(onArm) > lostTo(isEmpty) ? 'armInFront' : 'outlineUnclear';
}

function medianIn(outline: Gated, window: Window): number | OutlineGap {
  const values = readWindow(outline, window);
  return typeof values === 'string' ? values : (computeMedian(values) ?? 'outlineUnclear');
}

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
  const low = medianIn(outline, ribLine[0]);
  const high = medianIn(outline, ribLine[1]);
  if (typeof low === 'string') return low;
  if (typeof high === 'string') return high;
  if (typeof readWindow(outline, ribs) === 'string') return medianIn(outline, ribs);
  const [from, to] = ribLine.map((window) => (window[0] + window[1]) / 2) as [number, number];
  const heights = outline.samples.flatMap((sample, index) => {
    if (sample === undefined || !isWithin(index, ribs)) return [];
    return [sample - low - ((high - low) * (stationAt(index) - from)) / (to - from)];
  });
  return Math.max(...heights) / (to - from);
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
