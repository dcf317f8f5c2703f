import { jointIndex } from '../body/keypoint';
import type { Keypoint, PoseFrame, WorldPoint } from '../body/poseFrame';
import type { Posture } from '../body/posture';
import { lengthOf } from './angle';
import { bridgedGapSec } from './poseSmoother';

/** Which side of the athlete the camera sees. */
export type View = 'side' | 'front' | 'back' | 'headEnd' | 'footEnd' | 'oblique' | 'unknown';

/** One frame's estimate. */
export interface ViewEstimate {
  readonly view: View;
  /**
   * Angle between the athlete's left-right axis and the camera's axis, degrees 0..90: 0 side-on,
   * 90 face-on. From the axis' share along the picture's horizontal, which the camera's height
   * does not change. Undefined without world landmarks.
   */
  readonly yawDeg: number | undefined;
  /**
   * Where the camera stands round the athlete, degrees -180..180, positive toward their left: 0 where
   * a standing person faces, beyond the feet of one on the back, beyond the head of one on the front.
   */
  readonly azimuthDeg: number | undefined;
}

const degPerRad = 180 / Math.PI;
/** Side gate on the estimated yaw (views.md), left again with some margin. */
const sideYawDeg = 20;
const sideYawLeaveDeg = 24;
/** Face-on within 25°. */
const frontYawDeg = 65;
const frontYawLeaveDeg = 61;
/** Distance gates where there are no world landmarks (spec 2.2). */
const sideShoulderRatio = 0.25;
const sideHipRatio = 0.2;
const frontShoulderRatio = 0.55;
/** A view must last this long before it replaces the one before, seconds. */
const settleSec = 0.5;
/** Share of a frame in the azimuth that is told. */
const azimuthShare = 0.1;

const { left, right } = jointIndex;

/** The camera's angles from the left-right axis of shoulders and hips. */
function estimateAngles(
  world: readonly (WorldPoint | undefined)[],
): { readonly yawDeg: number; readonly azimuthDeg: number } | undefined {
  const sl = world[left.shoulder];
  const sr = world[right.shoulder];
  const hl = world[left.hip];
  const hr = world[right.hip];
  if (!sl || !sr || !hl || !hr) return undefined;
  const ax = sl.xM - sr.xM + hl.xM - hr.xM;
  const az = sl.zM - sr.zM + hl.zM - hr.zM;
  // The axis is level: what it does not go across the picture it goes along the floor.
  const awayM = lengthOf(sl.yM - sr.yM + hl.yM - hr.yM, az);
  if (lengthOf(ax, awayM) < 1e-6) return undefined;
  return {
    yawDeg: Math.atan2(Math.abs(ax), awayM) * degPerRad,
    azimuthDeg: Math.atan2(az > 0 ? -awayM : awayM, ax) * degPerRad,
  };
}

type Image = readonly (Keypoint | undefined)[];

const span = (a: Keypoint, b: Keypoint): number => lengthOf(a.xPx - b.xPx, a.yPx - b.yPx);

function estimateFromDistances(image: Image, posture: Posture): View {
  const sl = image[left.shoulder];
  const sr = image[right.shoulder];
  const hl = image[left.hip];
  const hr = image[right.hip];
  if (!sl || !sr || !hl || !hr) return 'unknown';
  const torso = lengthOf(
    (sl.xPx + sr.xPx - hl.xPx - hr.xPx) / 2,
    (sl.yPx + sr.yPx - hl.yPx - hr.yPx) / 2,
  );
  if (torso < 1e-6) return 'unknown';
  const shoulders = span(sl, sr) / torso;
  if (shoulders < sideShoulderRatio && span(hl, hr) / torso < sideHipRatio) return 'side';
  return shoulders > frontShoulderRatio ? nameAlong(image, posture) : 'oblique';
}

/** Face-on: the person's left is at the picture's right from the front, at its left from behind. */
function nameFacing(image: Image): View {
  const sl = image[left.shoulder];
  const sr = image[right.shoulder];
  if (!sl || !sr) return 'unknown';
  return sl.xPx > sr.xPx ? 'front' : 'back';
}

/**
 * The view of one frame; `current` widens the gates of the view that stands. Seen along the body,
 * someone who stands shows front or back, someone who lies the end that is nearer to the camera.
 */
export function estimateView(frame: PoseFrame, current: View, posture: Posture): ViewEstimate {
  const { image, world } = frame;
  if (image === undefined) return { view: 'unknown', yawDeg: undefined, azimuthDeg: undefined };
  const angles = world === undefined ? undefined : estimateAngles(world);
  if (angles === undefined) {
    return {
      view: estimateFromDistances(image, posture),
      yawDeg: undefined,
      azimuthDeg: undefined,
    };
  }
  const { yawDeg } = angles;
  const isAlong = current !== 'side' && current !== 'oblique' && current !== 'unknown';
  let view: View;
  if (yawDeg <= (current === 'side' ? sideYawLeaveDeg : sideYawDeg)) view = 'side';
  else if (yawDeg < (isAlong ? frontYawLeaveDeg : frontYawDeg)) view = 'oblique';
  else view = nameAlong(image, posture);
  return { view, yawDeg, azimuthDeg: angles.azimuthDeg };
}

/** From one of the ends of someone who lies: no angle in the picture is one of the body. */
export const isAlongBody = (view: View | undefined): boolean =>
  view === 'headEnd' || view === 'footEnd';

const isLying = (posture: Posture): boolean => posture === 'supine' || posture === 'prone';

/** Which way the body points at the camera. */
function nameAlong(image: Image, posture: Posture): View {
  // From the head end the knees may hide the feet.
  const leg = image[left.ankle] ?? image[right.ankle] ?? image[left.knee] ?? image[right.knee];
  const shoulder = image[left.shoulder] ?? image[right.shoulder];
  if (!isLying(posture) || !leg || !shoulder) return nameFacing(image);
  // The camera looks down on the floor: what is nearer is lower in the picture.
  return shoulder.yPx > leg.yPx ? 'headEnd' : 'footEnd';
}

/** The view that stands: a change must last half a second; short gaps do not undo it. */
export interface ViewTrack {
  readonly posture: Posture;
  view: View;
  yawDeg: number | undefined;
  azimuthDeg: number | undefined;
  candidate: View;
  candidateSinceSec: number;
  seenSec: number;
}

export const createViewTrack = (posture: Posture): ViewTrack => ({
  posture,
  view: 'unknown',
  yawDeg: undefined,
  azimuthDeg: undefined,
  candidate: 'unknown',
  candidateSinceSec: -Infinity,
  seenSec: -Infinity,
});

/** Follows the azimuth the short way round; the jitter of one frame counts little. */
function smoothAzimuth(before: number | undefined, nowDeg: number | undefined): number | undefined {
  if (before === undefined || nowDeg === undefined) return nowDeg;
  return wrapDeg(before + azimuthShare * wrapDeg(nowDeg - before));
}

/** An angle within -180..180. */
export const wrapDeg = (angleDeg: number): number => angleDeg - 360 * Math.round(angleDeg / 360);

/** Takes one frame in and returns the view that stands. */
export function trackView(track: ViewTrack, frame: PoseFrame): View {
  const estimate = estimateView(frame, track.view, track.posture);
  const { tSec } = frame;
  if (estimate.view === 'unknown') {
    if (tSec - track.seenSec > 1) track.view = 'unknown';
    return track.view;
  }
  const returned = tSec - track.seenSec > bridgedGapSec;
  track.seenSec = tSec;
  track.yawDeg = estimate.yawDeg;
  track.azimuthDeg = smoothAzimuth(track.azimuthDeg, estimate.azimuthDeg);
  if (estimate.view !== track.candidate || returned) {
    track.candidate = estimate.view;
    track.candidateSinceSec = tSec;
  }
  if (track.view === 'unknown' || tSec - track.candidateSinceSec >= settleSec) {
    track.view = track.candidate;
  }
  return track.view;
}
