import { type Joint, jointIndex, keypointCount, keypointIndex, type Side } from '../body/keypoint';
import type { Keypoint, PictureFormat, PoseFrame } from '../body/poseFrame';
import type { Posture } from '../body/posture';
import {
  computeHandedness,
  distance,
  type Facing,
  type Handedness,
  toGravityFrame,
  type Vec,
} from './angle';
import type { BackCurve } from './backCurve';
import type { BarGap } from './barGeometry';
import { type BodyScale, measureBone, middleOfPoints } from './boneLengths';
import type { BeltReading } from './beltTrack';
import type { PoseSmoother } from './poseSmoother';
import { computeMedian, computeMedianOf } from './signalTrack';
import type { View } from './view';

/** Least score of a keypoint that a measure may use (spec 2.3). */
export const scoreMin = 0.5;

/**
 * The athlete in one frame, in the gravity frame, with what was latched in the set-up: the near
 * side, the handedness, the side faced and the body's lengths.
 */
export interface Athlete {
  readonly points: readonly (Vec | undefined)[];
  readonly near: Side | undefined;
  readonly eta: Handedness;
  readonly facing: Facing;
  readonly scale: BodyScale | undefined;
  /** The view that stands; absent where it is not followed. */
  readonly view?: View | undefined;
  /** The points with those that the model only guesses: never to measure with; from the head end only. */
  readonly guessed?: readonly (Vec | undefined)[] | undefined;
  /** What the trunk's outline says; absent where it was not measured in this frame. */
  readonly back?: BackCurve;
  /** What the bands that are worn say; absent where they were not looked for in this frame. */
  readonly belt?: BeltReading;
  /** The dip of the pelvis by the bar across it, degrees, or why it is not known; absent where there is none. */
  readonly bar?: number | BarGap | undefined;
  /** The side that works (the hand that carries); undefined where it is not known. */
  readonly working?: Side | undefined;
  /** The leg that alone carries the pelvis; absent where both do. */
  readonly supporting?: Side | undefined;
}

/** A joint that is seen well enough to measure with. */
export const pointOf = (athlete: Athlete, joint: Joint, side: Side): Vec | undefined =>
  athlete.points[jointIndex[side][joint]];

/** Keypoints of a frame in the gravity frame; undefined below the least score. */
export const toGravityPoints = (
  image: readonly (Keypoint | undefined)[] | undefined,
  format: PictureFormat,
): readonly (Vec | undefined)[] =>
  image === undefined
    ? []
    : image.map((point) =>
        point === undefined || point.score < scoreMin
          ? undefined
          : toGravityFrame(point.xPx, point.yPx, format.heightPx, format.cameraRollDeg),
      );

/** The keypoints that measures are taken of; the others are only drawn. */
const measured: ReadonlySet<number> = new Set([
  keypointIndex.nose,
  ...Object.values(jointIndex.left),
  ...Object.values(jointIndex.right),
]);
const isMeasured = Array.from({ length: keypointCount }, (_, index) => measured.has(index));

/** The same of the frame that a smoother has taken in, and only of what measures are taken of. */
export function readGravityPoints(
  { image, unitPx, x, y }: PoseSmoother,
  { heightPx, cameraRollDeg }: PictureFormat,
  scoreLeast = scoreMin,
): readonly (Vec | undefined)[] {
  const points: (Vec | undefined)[] = [];
  if (image === undefined) return points;
  for (let i = 0; i < image.length; i++) {
    const point = image[i];
    const isSeen = point !== undefined && point.score >= scoreLeast && isMeasured[i] === true;
    const xPx = (x[i]?.value ?? 0) * unitPx;
    const yPx = (y[i]?.value ?? 0) * unitPx;
    points.push(isSeen ? toGravityFrame(xPx, yPx, heightPx, cameraRollDeg) : undefined);
  }
  return points;
}

/** What the set-up latches. Votes are summed until a second of frames agrees. */
export interface OrientationTrack {
  readonly posture: Posture;
  /** Never latched: the last half second votes, as the athlete walks there and back. */
  readonly follows: boolean;
  nearVote: number;
  etaVote: number;
  facingVote: number;
  votes: number;
  latched: boolean;
  scale: BodyScale | undefined;
  readonly scaleSamples: { tSec: number; scale: BodyScale; shouldersPx: number | undefined }[];
  scaleLatched: boolean;
}

const latchVotes = 20;
const latchSec = 1;
/** What a frame's votes still count in the next one, where the orientation is followed. */
const followShare = 0.9;

/** On the back or upright: the trunk tells which in every frame, so the orientation is followed. */
const eitherWay: ReadonlySet<Posture> = new Set(['hipTest']);

export const createOrientationTrack = (posture: Posture, follows = false): OrientationTrack => ({
  posture,
  follows: follows || eitherWay.has(posture),
  nearVote: 0,
  etaVote: 0,
  facingVote: 0,
  votes: 0,
  latched: false,
  scale: undefined,
  scaleSamples: [],
  scaleLatched: false,
});

/** Depth, or where it is missing visibility, tells which side is nearer: positive is left. */
function voteNear(frame: PoseFrame): number {
  const { world, image } = frame;
  const joints = ['shoulder', 'hip'] as const;
  let depth = 0;
  let seen = 0;
  if (world !== undefined) {
    for (const joint of joints) {
      const l = world[jointIndex.left[joint]];
      const r = world[jointIndex.right[joint]];
      if (l === undefined || r === undefined) continue;
      depth += r.zM - l.zM;
      seen++;
    }
  }
  if (seen > 0 && Math.abs(depth) > 0.02) return Math.sign(depth);
  let visible = 0;
  for (const joint of ['shoulder', 'hip', 'knee', 'ankle'] as const) {
    visible += image?.[jointIndex.left[joint]]?.score ?? 0;
    visible -= image?.[jointIndex.right[joint]]?.score ?? 0;
  }
  return Math.sign(visible);
}

/**
 * What tells where the belly points: lying it is up or down; upright it is where the second of two
 * joints is ahead of the first.
 */
const ventralOf: Readonly<
  Record<Exclude<Posture, 'hipTest'>, 'up' | 'down' | readonly [behind: Joint, ahead: Joint]>
> = {
  supine: 'up',
  reclined: 'up',
  prone: 'down',
  quadruped: 'down',
  standing: ['heel', 'footIndex'],
  kneeling: ['ankle', 'knee'],
};

/** Votes of one frame on handedness and the side faced. */
function voteHandedness(
  points: readonly (Vec | undefined)[],
  posture: Posture,
): { eta: number; facing: number } {
  const shoulder = middleOfPoints(points, 'shoulder');
  const hip = middleOfPoints(points, 'hip');
  if (shoulder === undefined || hip === undefined) return { eta: 0, facing: 0 };
  if (posture === 'hipTest') {
    const lies = Math.abs(shoulder.x - hip.x) > Math.abs(shoulder.y - hip.y);
    if (lies) return voteHandedness(points, 'supine');
    // Half-kneeling, the knee in front tells where the athlete faces.
    const knee = middleOfPoints(points, 'knee');
    const facing = knee === undefined ? 0 : Math.sign(knee.x - hip.x);
    return { eta: facing && computeHandedness(shoulder, hip, { x: facing, y: 0 }), facing };
  }
  const ventral = ventralOf[posture];
  if (typeof ventral === 'string') {
    const up = ventral === 'up';
    return {
      eta: computeHandedness(shoulder, hip, { x: 0, y: up ? 1 : -1 }),
      facing: Math.sign(up ? hip.x - shoulder.x : shoulder.x - hip.x) || 1,
    };
  }
  const behind = middleOfPoints(points, ventral[0]);
  const ahead = middleOfPoints(points, ventral[1]);
  const ear = middleOfPoints(points, 'ear');
  const nose = points[0];
  const legs = behind !== undefined && ahead !== undefined ? ahead.x - behind.x : 0;
  const face = ear !== undefined && nose !== undefined ? nose.x - ear.x : 0;
  const facing = Math.sign(legs + face);
  return { eta: facing === 0 ? 0 : computeHandedness(shoulder, hip, { x: facing, y: 0 }), facing };
}

/** Takes one frame's votes in until the orientation is latched. */
export function trackOrientation(
  track: OrientationTrack,
  frame: PoseFrame,
  points: readonly (Vec | undefined)[],
): void {
  if (track.latched || frame.image === undefined) return;
  const { eta, facing } = voteHandedness(points, track.posture);
  if (eta === 0) return;
  const keep = track.follows ? followShare : 1;
  track.nearVote = keep * track.nearVote + voteNear(frame);
  track.etaVote = keep * track.etaVote + eta;
  track.facingVote = keep * track.facingVote + facing;
  track.votes++;
  track.latched = !track.follows && track.votes >= latchVotes;
}

function measureScale(points: readonly (Vec | undefined)[]): BodyScale | undefined {
  const shoulder = middleOfPoints(points, 'shoulder');
  const hip = middleOfPoints(points, 'hip');
  if (shoulder === undefined || hip === undefined) return undefined;
  const lengths = (from: Joint, to: Joint): Partial<Record<Side, number>> => {
    const found: Partial<Record<Side, number>> = {};
    for (const side of ['left', 'right'] as const) {
      const length = measureBone(points, side, from, to);
      if (length !== undefined) found[side] = length;
    }
    return found;
  };
  const torsoPx = distance(shoulder, hip);
  const feet = middleOfPoints(points, 'ankle');
  return {
    torsoPx,
    thighPx: lengths('hip', 'knee'),
    shankPx: lengths('knee', 'ankle'),
    ...(feet === undefined ? {} : { feetUpPx: feet.y }),
  };
}

function measureShoulders(points: readonly (Vec | undefined)[]): number | undefined {
  const left = points[jointIndex.left.shoulder];
  const right = points[jointIndex.right.shoulder];
  return left && right && distance(left, right);
}

/**
 * A limb's length is known where so large a share of its frames is this near their median (spec 2.3,
 * as usable frames are). The shank of someone who kneels is not: its ankle jumps by half of it.
 */
const steadyShare = 0.8;
const steadyWithin = 0.15;

const medianLengths = (
  samples: readonly { scale: BodyScale }[],
  part: 'thighPx' | 'shankPx',
): Partial<Record<Side, number>> => {
  const found: Partial<Record<Side, number>> = {};
  for (const side of ['left', 'right'] as const) {
    const lengths = samples
      .map((sample) => sample.scale[part][side])
      .filter((length) => length !== undefined);
    const median = computeMedian(lengths);
    if (median === undefined) continue;
    const steady = lengths.filter((length) => Math.abs(length / median - 1) <= steadyWithin);
    if (steady.length >= steadyShare * lengths.length) found[side] = median;
  }
  return found;
};

/**
 * Learns the body's lengths in the start position: running medians, latched after a second. Only
 * called while the athlete is in that position.
 */
export function trackScale(
  track: OrientationTrack,
  tSec: number,
  points: readonly (Vec | undefined)[],
): void {
  if (track.scaleLatched) return;
  const scale = measureScale(points);
  if (scale === undefined) return;
  const samples = track.scaleSamples;
  samples.push({ tSec, scale, shouldersPx: measureShoulders(points) });
  const feetUpPx = computeMedianOf(samples, (sample) => sample.scale.feetUpPx);
  const shouldersPx = computeMedianOf(samples, (sample) => sample.shouldersPx);
  track.scale = {
    torsoPx: computeMedianOf(samples, (sample) => sample.scale.torsoPx) ?? scale.torsoPx,
    thighPx: medianLengths(samples, 'thighPx'),
    shankPx: medianLengths(samples, 'shankPx'),
    ...(feetUpPx === undefined ? {} : { feetUpPx }),
    ...(shouldersPx === undefined ? {} : { shouldersPx }),
  };
  const first = samples[0];
  if (first !== undefined && tSec - first.tSec >= latchSec) {
    track.scaleLatched = true;
    samples.length = 0;
  }
}

/** Legs stand straight where hips over ankles are this share of their own length. */
const straightShare = 0.95;

/** Whether someone standing has both legs straight and down; true where it cannot be told. */
export function isStraight(
  { posture, scale, scaleLatched }: OrientationTrack,
  points: readonly (Vec | undefined)[],
): boolean {
  const hip = middleOfPoints(points, 'hip');
  const ankle = middleOfPoints(points, 'ankle');
  if (posture !== 'standing' || !scaleLatched || !hip || !ankle) return true;
  const legOf = (side: Side): number => (scale?.thighPx[side] ?? 0) + (scale?.shankPx[side] ?? 0);
  return hip.y - ankle.y >= straightShare * Math.max(legOf('left'), legOf('right'));
}

/** Forgets the body's lengths, to learn them again. */
export function forgetScale(track: OrientationTrack): void {
  track.scale = undefined;
  track.scaleLatched = false;
  track.scaleSamples.length = 0;
}

/** The athlete of this frame, with what is latched or, before that, voted so far. */
export const readAthlete = (
  track: OrientationTrack,
  points: readonly (Vec | undefined)[],
  {
    view,
    guessed,
    working,
    supporting,
  }: Pick<Athlete, 'view' | 'guessed' | 'working' | 'supporting'> = {},
): Athlete => ({
  points,
  view,
  guessed,
  working,
  supporting,
  near: track.nearVote === 0 ? undefined : track.nearVote > 0 ? 'left' : 'right',
  eta: track.etaVote >= 0 ? 1 : -1,
  facing: track.facingVote >= 0 ? 1 : -1,
  scale: track.scale ?? measureScale(points),
});
