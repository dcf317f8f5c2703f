import { jointIndex } from '../body/keypoint';
import type { Keypoint, PoseFrame, WorldPoint } from '../body/poseFrame';
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
}

const degPerRad = 180 / Math.PI;
/** Side gate on the estimated yaw (views.md), left again with some margin. */
const sideYawDeg = 20;
const sideYawLeaveDeg = 24;
/** Face-on within 25°. */
const frontYawDeg = 65;
const frontYawLeaveDeg = 61;
/** A trunk axis that points this far out of the picture, lying, is seen end-on. */
const endOnDepthDeg = 40;
/** Distance gates where there are no world landmarks (spec 2.2). */
const sideShoulderRatio = 0.25;
const sideHipRatio = 0.2;
const frontShoulderRatio = 0.55;
/** A view must last this long before it replaces the one before, seconds. */
const settleSec = 0.5;

const { left, right } = jointIndex;

interface Axes {
  readonly yawDeg: number;
  readonly trunkDepthDeg: number;
}

function estimateAxes(world: readonly (WorldPoint | undefined)[]): Axes | undefined {
  const sl = world[left.shoulder];
  const sr = world[right.shoulder];
  const hl = world[left.hip];
  const hr = world[right.hip];
  if (!sl || !sr || !hl || !hr) return undefined;
  const ax = sl.xM - sr.xM + hl.xM - hr.xM;
  const across = Math.hypot(ax, sl.yM - sr.yM + hl.yM - hr.yM, sl.zM - sr.zM + hl.zM - hr.zM);
  const uz = sl.zM + sr.zM - hl.zM - hr.zM;
  const up = Math.hypot(sl.xM + sr.xM - hl.xM - hr.xM, sl.yM + sr.yM - hl.yM - hr.yM, uz);
  if (across < 1e-6 || up < 1e-6) return undefined;
  return {
    yawDeg: Math.asin(Math.min(1, Math.abs(ax) / across)) * degPerRad,
    trunkDepthDeg: Math.asin(Math.max(-1, Math.min(1, uz / up))) * degPerRad,
  };
}

type Image = readonly (Keypoint | undefined)[];

const span = (a: Keypoint, b: Keypoint): number => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);

function estimateFromDistances(image: Image): View {
  const sl = image[left.shoulder];
  const sr = image[right.shoulder];
  const hl = image[left.hip];
  const hr = image[right.hip];
  if (!sl || !sr || !hl || !hr) return 'unknown';
  const torso = Math.hypot(
    (sl.xPx + sr.xPx - hl.xPx - hr.xPx) / 2,
    (sl.yPx + sr.yPx - hl.yPx - hr.yPx) / 2,
  );
  if (torso < 1e-6) return 'unknown';
  const shoulders = span(sl, sr) / torso;
  if (shoulders < sideShoulderRatio && span(hl, hr) / torso < sideHipRatio) return 'side';
  return shoulders > frontShoulderRatio ? nameFacing(image) : 'oblique';
}

/** Face-on: the person's left is at the picture's right from the front, at its left from behind. */
function nameFacing(image: Image): View {
  const sl = image[left.shoulder];
  const sr = image[right.shoulder];
  if (!sl || !sr) return 'unknown';
  return sl.xPx > sr.xPx ? 'front' : 'back';
}

/** The view of one frame; `current` widens the gates of the view that stands. */
export function estimateView(frame: PoseFrame, current: View): ViewEstimate {
  if (frame.image === undefined) return { view: 'unknown', yawDeg: undefined };
  const axes = frame.world === undefined ? undefined : estimateAxes(frame.world);
  if (axes === undefined) return { view: estimateFromDistances(frame.image), yawDeg: undefined };
  const { yawDeg, trunkDepthDeg } = axes;
  if (yawDeg <= (current === 'side' ? sideYawLeaveDeg : sideYawDeg)) {
    return { view: 'side', yawDeg };
  }
  const faceOn = current === 'front' || current === 'back' ? frontYawLeaveDeg : frontYawDeg;
  if (yawDeg < faceOn) return { view: 'oblique', yawDeg };
  return { view: nameEndOn(frame.image, trunkDepthDeg) ?? nameFacing(frame.image), yawDeg };
}

/** Lying end-on: the trunk points at the camera or away from it and is not upright in the picture. */
function nameEndOn(image: Image, trunkDepthDeg: number): View | undefined {
  const ankle = image[left.ankle] ?? image[right.ankle];
  const shoulder = image[left.shoulder] ?? image[right.shoulder];
  if (!ankle || !shoulder) return undefined;
  if (Math.abs(trunkDepthDeg) < endOnDepthDeg) {
    // Head end, seen from above: the head is nearer to the camera and lower in the picture.
    return shoulder.yPx > ankle.yPx ? 'headEnd' : undefined;
  }
  return trunkDepthDeg > 0 ? 'footEnd' : 'headEnd';
}

/** The view that stands: a change must last half a second; short gaps do not undo it. */
export interface ViewTrack {
  view: View;
  yawDeg: number | undefined;
  candidate: View;
  candidateSinceSec: number;
  seenSec: number;
}

export const createViewTrack = (): ViewTrack => ({
  view: 'unknown',
  yawDeg: undefined,
  candidate: 'unknown',
  candidateSinceSec: -Infinity,
  seenSec: -Infinity,
});

/** Takes one frame in and returns the view that stands. */
export function trackView(track: ViewTrack, frame: PoseFrame): View {
  const estimate = estimateView(frame, track.view);
  const { tSec } = frame;
  if (estimate.view === 'unknown') {
    if (tSec - track.seenSec > 1) track.view = 'unknown';
    return track.view;
  }
  const returned = tSec - track.seenSec > bridgedGapSec;
  track.seenSec = tSec;
  track.yawDeg = estimate.yawDeg;
  if (estimate.view !== track.candidate || returned) {
    track.candidate = estimate.view;
    track.candidateSinceSec = tSec;
  }
  if (track.view === 'unknown' || tSec - track.candidateSinceSec >= settleSec) {
    track.view = track.candidate;
  }
  return track.view;
}
