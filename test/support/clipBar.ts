import type { BandLine } from '../../src/core/body/poseFrame';
import { add, cross, drawAlong, type Pinhole, type Place, unit } from './barCamera';
import { type ClipTruth, readClipTruth } from './clipTruth';

/** The rendered single-leg bridges from table height, in which a bar can be drawn by their truth. */
export const barClip = 'slbridge_highside_male';
export const headEndBarClip = 'slbridge_headend_female';
/** How long the bar is, and how far it lies from the hips' axis toward the belly. */
const barM = 0.5;
const outM = 0.1;

const middleOf = (a: Place, b: Place): Place => add(add([0, 0, 0], a, 0.5), b, 0.5);

function cameraOf({ camera }: ClipTruth): Pinhole {
  if (camera === undefined) throw new Error('the clip has no camera');
  const { positionM, targetM, verticalFovDeg } = camera;
  const focalPx = 240 / Math.tan((verticalFovDeg * Math.PI) / 360);
  const format = { widthPx: 640, heightPx: 480, cameraRollDeg: 0 };
  return { position: positionM, target: targetM, focalPx, format };
}

/**
 * A bar across the athlete's pelvis as the clip's own camera would show it, from its left end to its
 * right one.
 * @param n frame of the clip
 * @param dipDeg how much lower its left end is than the hips are by themselves, degrees
 */
export function drawClipBar(truth: ClipTruth, n: number, dipDeg = 0): BandLine {
  const at = (joint: string): Place => {
    const place = truth.joints3dM?.[joint]?.[n];
    if (place === undefined) throw new Error(`the clip has no ${joint}`);
    return place;
  };
  const [leftHip, rightHip] = [at('leftHip'), at('rightHip')];
  const hips = middleOf(leftHip, rightHip);
  const left = unit(add(leftHip, rightHip, -1));
  const head = unit(add(middleOf(at('leftShoulder'), at('rightShoulder')), hips, -1));
  const belly = unit(cross(left, head));
  const turn = (dipDeg * Math.PI) / 180;
  const along = add(add([0, 0, 0], left, Math.cos(turn)), belly, -Math.sin(turn));
  return drawAlong(cameraOf(truth), add(hips, belly, outM), along, barM);
}

/** A clip's truth, with its camera. */
export const readBarTruth = (clip: typeof barClip | typeof headEndBarClip = barClip): ClipTruth =>
  readClipTruth(clip);
