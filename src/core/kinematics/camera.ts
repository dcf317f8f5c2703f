import { type Joint, jointIndex } from '../body/keypoint';
import type { PictureFormat, PoseFrame } from '../body/poseFrame';
import type { Posture } from '../body/posture';
import { lengthOf } from './angle';
import { computeMedianOf } from './signalTrack';

/** Where the camera stands, told from the athlete in the start position. */
export interface CameraEstimate {
  /**
   * Round the athlete, degrees -180..180, positive toward their left: 0 where a standing person
   * faces, beyond the feet of one on the back, beyond the head of one on the front.
   */
  readonly azimuthDeg: number;
  /** How far the ray from the camera to the hips looks down, degrees; lying, not from the feet. */
  readonly elevationDeg: number | undefined;
  /** How far the camera itself is tilted down, degrees. */
  readonly tiltDeg: number | undefined;
  /**
   * How far what is upright leans to the right in the picture beyond the roll that is known of it,
   * degrees; standing face-on only.
   */
  readonly rollDeg: number | undefined;
  /** From the camera to the hips, metres, for an athlete of average size. */
  readonly distanceM: number;
  /** Of the lens over the floor, metres. */
  readonly heightM: number | undefined;
}

type Flat = readonly [x: number, y: number];
type Spatial = readonly [x: number, y: number, z: number];

/** What one frame says. */
interface CameraSample {
  readonly tSec: number;
  /** Right shoulder to left, and hips to shoulders; metres, as the world landmarks. */
  readonly across: Spatial;
  readonly trunk: Spatial;
  readonly pxPerM: number;
  readonly hipXPx: number;
  readonly hipYPx: number;
  /** Ankles to shoulders in the picture, px. */
  readonly uprightPx: Flat;
  /** How much lower the left joints of `levelJoints` are in the picture than the right, summed, px. */
  readonly leftLowerPx: number;
}

const degPerRad = 180 / Math.PI;

/** Focal length over the picture's long side: 60° of view, the middle of laptop cameras (55-70). */
export const focalRatio = 0.866;
/** Height of the hip centre over the floor in the start position, metres. */
const hipHeightM: Readonly<Partial<Record<Posture, number>>> = {
  supine: 0.1,
  prone: 0.2,
  standing: 0.93,
};
/** A camera over this height looks down on someone who lies; under the second it does not any more. */
const highM = 0.75;
const highLeaveM = 0.65;
/** Rolled by more than this, frontal measures are refused (spec 2.1); by less than the second not. */
const rolledDeg = 3;
const rolledLeaveDeg = 2;

/** Pairs that are level in a lying person's start position, and apart by the body's width. */
const levelJoints: readonly Joint[] = ['shoulder', 'elbow', 'hip', 'knee', 'heel'];
/**
 * Their widths together, metres, and how much lower the near ones are drawn by a level camera:
 * fitted on 12 rendered side views from 0.3 to 1.3 m high. Each left out in turn, the elevation is
 * off by 2.5° on average and 6.9° at most, which is 0.1 and 0.35 m of height.
 */
const levelWidthM = 0.95;
const levelBiasM = 0.163;
/** Lying, the slant tells the elevation only within so many degrees of side-on. */
const lyingYawDeg = 35;
/**
 * Seen from the head end it is the trunk on the floor that is drawn the longer the more the camera
 * looks down. Its length, metres, and what it is drawn longer by a level camera: fitted on four
 * rendered clips from 0.9 to 1.3 m, of which the height is off by 0.17 m on average, 0.22 m at most.
 */
const floorTrunkM = 0.5;
const floorTrunkBiasM = 0.13;
/** Lying, the trunk tells the elevation only within so many degrees of the body's own line. */
const lyingEndDeg = 25;
/** Weight of the upright trunk against the shoulder line, standing face-on. */
const trunkWeight = 0.3;
/** Face-on enough for the line of a quiet stance to tell the roll: from the side it leans by itself. */
const rollFaceOnShare = 0.8;

/** Medians are taken over this long, seconds, while the hips stay within so much, metres. */
const windowSec = 1;
const quietM = 0.03;
/** A window as full as this is a whole one at any frame rate. */
const quietShare = 0.8;

/** Left and right of a joint in one of a frame's lists; undefined where one is missing. */
function findPair<P>(
  points: readonly (P | undefined)[] | undefined,
  joint: Joint,
): readonly [left: P, right: P] | undefined {
  const l = points?.[jointIndex.left[joint]];
  const r = points?.[jointIndex.right[joint]];
  return l === undefined || r === undefined ? undefined : [l, r];
}

const sides = ['left', 'right'] as const;
const scaleJoints = ['shoulder', 'hip', 'knee', 'ankle'] as const;
const scaleCount = 2 * scaleJoints.length;

/** Least-squares scale from world metres to picture pixels over the large joints. */
function computeScale({ image, world }: PoseFrame): number | undefined {
  if (image === undefined || world === undefined) return undefined;
  let [xPx, yPx, xM, yM] = [0, 0, 0, 0];
  for (const joint of scaleJoints) {
    for (const side of sides) {
      const px = image[jointIndex[side][joint]];
      const m = world[jointIndex[side][joint]];
      if (px === undefined || m === undefined) return undefined;
      xPx += px.xPx;
      yPx += px.yPx;
      xM += m.xM;
      yM += m.yM;
    }
  }
  xPx /= scaleCount;
  yPx /= scaleCount;
  xM /= scaleCount;
  yM /= scaleCount;
  let both = 0;
  let own = 0;
  for (const joint of scaleJoints) {
    for (const side of sides) {
      const px = image[jointIndex[side][joint]];
      const m = world[jointIndex[side][joint]];
      if (px === undefined || m === undefined) return undefined;
      both += (px.xPx - xPx) * (m.xM - xM);
      both += (px.yPx - yPx) * (m.yM - yM);
      own += (m.xM - xM) ** 2 + (m.yM - yM) ** 2;
    }
  }
  return own < 1e-6 || both <= 0 ? undefined : both / own;
}

/** Measures one frame; undefined where a joint that it needs is missing. */
function sampleCamera(frame: PoseFrame, format: PictureFormat): CameraSample | undefined {
  const { image, world, tSec } = frame;
  const shoulderM = findPair(world, 'shoulder');
  const hipM = findPair(world, 'hip');
  const shoulder = findPair(image, 'shoulder');
  const hip = findPair(image, 'hip');
  const ankle = findPair(image, 'ankle');
  const pxPerM = computeScale(frame);
  if (!shoulderM || !hipM || !shoulder || !hip || !ankle || pxPerM === undefined) return undefined;
  const c = Math.cos(format.cameraRollDeg / degPerRad);
  const s = Math.sin(format.cameraRollDeg / degPerRad);
  const upright = (x: number, y: number): Flat => [c * x + s * y, c * y - s * x];
  const [sl, sr] = shoulderM;
  const [hl, hr] = hipM;
  let leftLowerPx = 0;
  for (const joint of levelJoints) {
    const pair = findPair(image, joint);
    if (pair === undefined) return undefined;
    leftLowerPx += upright(pair[0].xPx, pair[0].yPx)[1];
    leftLowerPx -= upright(pair[1].xPx, pair[1].yPx)[1];
  }
  return {
    tSec,
    across: [...upright(sl.xM - sr.xM, sl.yM - sr.yM), sl.zM - sr.zM],
    trunk: [
      ...upright((sl.xM + sr.xM - hl.xM - hr.xM) / 2, (sl.yM + sr.yM - hl.yM - hr.yM) / 2),
      (sl.zM + sr.zM - hl.zM - hr.zM) / 2,
    ],
    pxPerM,
    hipXPx: (hip[0].xPx + hip[1].xPx) / 2,
    hipYPx: (hip[0].yPx + hip[1].yPx) / 2,
    uprightPx: upright(
      (shoulder[0].xPx + shoulder[1].xPx - ankle[0].xPx - ankle[1].xPx) / 2,
      (shoulder[0].yPx + shoulder[1].yPx - ankle[0].yPx - ankle[1].yPx) / 2,
    ),
    leftLowerPx,
  };
}

const asinDeg = (sine: number): number => Math.asin(Math.max(-1, Math.min(1, sine))) * degPerRad;

/**
 * Lying side-on: how much lower the near joints of level pairs are, against their widths. From the
 * head end of someone on their back: how far the trunk on the floor goes up the picture.
 */
function solveLying(
  { across, trunk, leftLowerPx, pxPerM }: CameraSample,
  posture: Posture,
): number | undefined {
  const acrossM = Math.max(1e-6, lengthOf(across[0], across[2]));
  const sideOn = Math.abs(across[2]) / acrossM;
  if (Math.abs(across[0]) / acrossM >= Math.cos(lyingEndDeg / degPerRad)) {
    // From the feet, left is on the right.
    const isHeadEnd = posture === 'supine' && across[0] < 0 && trunk[1] > 0;
    return isHeadEnd ? asinDeg((trunk[1] - floorTrunkBiasM) / floorTrunkM) : undefined;
  }
  if (sideOn < Math.cos(lyingYawDeg / degPerRad)) return undefined;
  const nearLowerM = (leftLowerPx / pxPerM) * (across[2] < 0 ? 1 : -1);
  return asinDeg((nearLowerM - levelBiasM) / (levelWidthM * sideOn));
}

/**
 * Standing: the elevation that makes the shoulder line most nearly level and the trunk most nearly
 * upright, least squares in closed form. The world landmarks stand in the frame of the ray to the
 * hips. The trunk counts as far as it is seen face-on; from the side the model leans it nearer.
 */
function solveStanding({ across, trunk }: CameraSample, faceOn: number): number {
  const weight = trunkWeight * faceOn;
  const cc = across[1] ** 2 + weight * trunk[2] ** 2;
  const ss = across[2] ** 2 + weight * trunk[1] ** 2;
  const cs = across[1] * across[2] - weight * trunk[2] * trunk[1];
  return 0.5 * Math.atan2(-2 * cs, ss - cc) * degPerRad;
}

/** Round the athlete: the shoulder line against the ray, both laid level. */
function solveAzimuth({ across }: CameraSample, elevationDeg: number): number {
  const e = elevationDeg / degPerRad;
  const towardM = Math.sin(e) * across[1] - Math.cos(e) * across[2];
  return Math.atan2(towardM, across[0]) * degPerRad;
}

function solve(sample: CameraSample, format: PictureFormat, posture: Posture): CameraEstimate {
  const stands = posture === 'standing';
  const faceOn = (sample.across[0] / Math.max(1e-6, Math.hypot(...sample.across))) ** 2;
  const elevationDeg = stands ? solveStanding(sample, faceOn) : solveLying(sample, posture);
  const focalPx = focalRatio * Math.max(format.widthPx, format.heightPx);
  const distanceM = focalPx / sample.pxPerM;
  const belowAxisDeg = Math.atan2(sample.hipYPx - format.heightPx / 2, focalPx) * degPerRad;
  const [x, y] = sample.uprightPx;
  const hipM = hipHeightM[posture];
  return {
    azimuthDeg: solveAzimuth(sample, elevationDeg ?? 0),
    elevationDeg,
    tiltDeg: elevationDeg === undefined ? undefined : elevationDeg - belowAxisDeg,
    rollDeg: stands && faceOn >= rollFaceOnShare ? Math.atan2(x, -y) * degPerRad : undefined,
    distanceM,
    heightM:
      elevationDeg === undefined || hipM === undefined
        ? undefined
        : hipM + distanceM * Math.sin(elevationDeg / degPerRad),
  };
}

/**
 * Where the camera stands, from one frame of the start position; undefined without world landmarks
 * or where a large joint is missing.
 */
export function estimateCamera(
  frame: PoseFrame,
  format: PictureFormat,
  posture: Posture,
): CameraEstimate | undefined {
  const sample = sampleCamera(frame, format);
  return sample && solve(sample, format, posture);
}

/** The last quiet second of the start position, and what it says. */
export interface CameraTrack {
  readonly posture: Posture;
  /** The athlete walks about: only their first whole quiet second counts, before they carry. */
  readonly onlyQuiet: boolean;
  readonly samples: CameraSample[];
  estimate: CameraEstimate | undefined;
  /** It looks down on someone who lies; undefined until its height is known. */
  isHigh: boolean | undefined;
  /** It is rolled too far for frontal measures. */
  isRolled: boolean;
}

export const createCameraTrack = (posture: Posture, onlyQuiet = false): CameraTrack => ({
  posture,
  onlyQuiet,
  samples: [],
  estimate: undefined,
  isHigh: undefined,
  isRolled: false,
});

/** Adds a sample, and drops those that are too old or of other hips: in place, as it is done in each frame. */
function keepQuiet(samples: CameraSample[], now: CameraSample): void {
  let kept = 0;
  for (const one of samples) {
    const awayPx = lengthOf(one.hipXPx - now.hipXPx, one.hipYPx - now.hipYPx);
    if (now.tSec - one.tSec > windowSec || awayPx > quietM * one.pxPerM) continue;
    samples[kept] = one;
    kept++;
  }
  samples.length = kept;
  samples.push(now);
}

/** The medians of the samples, as far as a posture's solution needs them; the rest is the last one's. */
function takeMiddle(
  samples: readonly CameraSample[],
  last: CameraSample,
  posture: Posture,
): CameraSample {
  const median = (of: (one: CameraSample) => number): number =>
    computeMedianOf(samples, of) ?? of(last);
  const middle = {
    ...last,
    across: [
      median(({ across }) => across[0]),
      median(({ across }) => across[1]),
      median(({ across }) => across[2]),
    ] as const,
    pxPerM: median(({ pxPerM }) => pxPerM),
    hipYPx: median(({ hipYPx }) => hipYPx),
  };
  const trunkUpM = median(({ trunk }) => trunk[1]);
  if (posture !== 'standing') {
    return {
      ...middle,
      trunk: [last.trunk[0], trunkUpM, last.trunk[2]],
      leftLowerPx: median(({ leftLowerPx }) => leftLowerPx),
    };
  }
  return {
    ...middle,
    trunk: [last.trunk[0], trunkUpM, median(({ trunk }) => trunk[2])],
    uprightPx: [median(({ uprightPx }) => uprightPx[0]), median(({ uprightPx }) => uprightPx[1])],
  };
}

/** Takes one frame of the start position in: the medians of its last quiet second decide. */
export function trackCamera(track: CameraTrack, frame: PoseFrame, format: PictureFormat): void {
  const sample = sampleCamera(frame, format);
  if (sample === undefined) return;
  const { samples } = track;
  keepQuiet(samples, sample);
  // A movement passes through; only who rests there gives a new estimate.
  const first = samples[0];
  const quietSec = frame.tSec - (first?.tSec ?? frame.tSec);
  const isTold = track.estimate?.rollDeg !== undefined;
  if (track.onlyQuiet && (isTold || quietSec < quietShare * windowSec)) return;
  if (track.estimate !== undefined && quietSec < windowSec / 2) return;
  track.estimate = solve(takeMiddle(samples, sample, track.posture), format, track.posture);
  const { heightM, rollDeg } = track.estimate;
  if (heightM !== undefined) track.isHigh = heightM > (track.isHigh === true ? highLeaveM : highM);
  if (rollDeg !== undefined) {
    track.isRolled = Math.abs(rollDeg) > (track.isRolled ? rolledLeaveDeg : rolledDeg);
  }
}
