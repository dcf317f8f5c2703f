import { type Joint, jointIndex, type Side } from '../body/keypoint';
import type { Keypoint } from '../body/poseFrame';
import { computeMedian } from '../kinematics/signalTrack';
import type { Course } from './phaseAlign';
import { findFrame, readPose, type ReviewTrack } from './reviewTrack';

type Pose = readonly (Keypoint | undefined)[];

/** A place in a picture. */
export interface PlacePx {
  readonly xPx: number;
  readonly yPx: number;
}

/**
 * How the body of one set is laid into the picture of another: feet on feet, trunks of one length,
 * facing the same way. One for a whole course, so that what moves is the body and not the drawing.
 */
export interface Placement {
  readonly scale: number;
  /** The other one faces the other way. */
  readonly isFlipped: boolean;
  readonly from: PlacePx;
  readonly to: PlacePx;
}

/** A point of the second picture in the first one. */
export const placeInto = ({ scale, isFlipped, from, to }: Placement, point: PlacePx): PlacePx => ({
  xPx: to.xPx + (isFlipped ? -scale : scale) * (point.xPx - from.xPx),
  yPx: to.yPx + scale * (point.yPx - from.yPx),
});

/** So many frames of a course tell where a body is. */
const sampleCount = 60;
const sides: readonly Side[] = ['left', 'right'];

/** The middle between left and right; the one that is seen where the other is not. */
function middleOf(pose: Pose, joint: Joint): PlacePx | undefined {
  const seen = sides.flatMap((side) => pose[jointIndex[side][joint]] ?? []);
  if (seen.length === 0) return undefined;
  const mean = (of: (point: Keypoint) => number): number =>
    seen.reduce((sum, point) => sum + of(point), 0) / seen.length;
  return { xPx: mean(({ xPx }) => xPx), yPx: mean(({ yPx }) => yPx) };
}

interface BodyPlace {
  readonly feet: PlacePx;
  readonly trunkPx: number;
  /** Which way the body points in the picture, in trunk lengths: to the right is positive. */
  readonly facing: number;
}

/** Where the body of a frame stands or lies. */
function readPlace(pose: Pose): BodyPlace | undefined {
  const [shoulder, hip] = [middleOf(pose, 'shoulder'), middleOf(pose, 'hip')];
  const feet = middleOf(pose, 'ankle') ?? hip;
  if (shoulder === undefined || hip === undefined || feet === undefined) return undefined;
  const across = shoulder.xPx - hip.xPx;
  const down = shoulder.yPx - hip.yPx;
  const trunkPx = Math.hypot(across, down);
  if (trunkPx < 1) return undefined;
  const isLying = Math.abs(across) > Math.abs(down);
  const [toe, heel] = [middleOf(pose, 'footIndex'), middleOf(pose, 'heel')];
  const toes = toe === undefined || heel === undefined ? 0 : toe.xPx - heel.xPx;
  return { feet, trunkPx, facing: (isLying ? across : toes) / trunkPx };
}

function readPlaces(track: ReviewTrack, course: Course): BodyPlace | undefined {
  const from = findFrame(track.tSec, course[0] ?? 0);
  const to = findFrame(track.tSec, course.at(-1) ?? 0);
  const step = Math.max(1, Math.floor((to - from) / sampleCount));
  const places: BodyPlace[] = [];
  for (let frame = from; frame <= to; frame += step) {
    const pose = readPose(track, frame);
    const place = pose && readPlace(pose);
    if (place !== undefined) places.push(place);
  }
  const middle = (of: (place: BodyPlace) => number): number => computeMedian(places.map(of)) ?? 0;
  if (places.length === 0) return undefined;
  return {
    feet: { xPx: middle(({ feet }) => feet.xPx), yPx: middle(({ feet }) => feet.yPx) },
    trunkPx: middle(({ trunkPx }) => trunkPx),
    facing: middle(({ facing }) => facing),
  };
}

/** Seen from the front, nobody faces a side; less than this is none. */
const facingLeast = 0.15;

/**
 * How the body of the second course is laid into the picture of the first.
 * @returns undefined where one of them shows nobody
 */
export function findPlacement(
  a: { readonly track: ReviewTrack; readonly course: Course },
  b: typeof a,
): Placement | undefined {
  const into = readPlaces(a.track, a.course);
  const of = readPlaces(b.track, b.course);
  if (into === undefined || of === undefined) return undefined;
  const isFlipped =
    Math.min(Math.abs(into.facing), Math.abs(of.facing)) > facingLeast &&
    Math.sign(into.facing) !== Math.sign(of.facing);
  return { scale: into.trunkPx / of.trunkPx, isFlipped, from: of.feet, to: into.feet };
}

/** The pose of the second picture as it is drawn into the first. */
export const placePose = (placement: Placement, pose: Pose): Pose =>
  pose.map((point) => point && { ...point, ...placeInto(placement, point) });
