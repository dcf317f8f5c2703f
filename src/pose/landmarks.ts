import { jointIndex, keypointCount } from '../core/body/keypoint';
import type { Keypoint, WorldPoint } from '../core/body/poseFrame';
import { scoreMin } from '../core/kinematics/athlete';
import type { CropPoint } from './appearance';
import { refineFromHeatmap } from './heatmapRefinement';
import { landmarkInputPx, type LandmarkOutput } from './landmarkModel';
import {
  computeBodyRegion,
  toPicture,
  type Point,
  type RegionOfInterest,
} from './regionOfInterest';

const valuesPerLandmark = 5;
/** Auxiliary landmarks that set the next picture's region: mid-hip, and the circle around the body. */
const centerIndex = 33;
const topIndex = 34;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

function readPoint(output: LandmarkOutput, index: number, region: RegionOfInterest): Point {
  const start = index * valuesPerLandmark;
  const u = (output.landmarks[start] ?? 0) / landmarkInputPx;
  const v = (output.landmarks[start + 1] ?? 0) / landmarkInputPx;
  return toPicture(region, ...refineFromHeatmap(output.heatmap, index, u, v, output.toProbability));
}

/** Visibility (not hidden) and presence (inside the picture), the smaller of the two. */
function readScore(output: LandmarkOutput, index: number): number {
  const start = index * valuesPerLandmark;
  const visibility = output.landmarks[start + 3] ?? -Infinity;
  const presence = output.landmarks[start + 4] ?? -Infinity;
  return sigmoid(Math.min(visibility, presence));
}

const sides = ['left', 'right'] as const;

/** Middle of a joint's two sides in the crop, px, however well they are seen. */
export function readCropMiddle(output: LandmarkOutput, joint: 'hip' | 'shoulder'): CropPoint {
  const sum = (axis: 0 | 1): number =>
    sides.reduce((total, side) => {
      const start = jointIndex[side][joint] * valuesPerLandmark;
      return total + (output.landmarks[start + axis] ?? 0);
    }, 0);
  return { u: sum(0) / 2, v: sum(1) / 2 };
}

/** Middle and length of the trunk in the picture, px, however well it is seen. */
export function readTrunk(
  output: LandmarkOutput,
  region: RegionOfInterest,
): { readonly xPx: number; readonly yPx: number; readonly torsoPx: number } {
  const middle = (joint: 'hip' | 'shoulder'): Point => {
    const { u, v } = readCropMiddle(output, joint);
    return toPicture(region, u / landmarkInputPx, v / landmarkInputPx);
  };
  const hip = middle('hip');
  const shoulder = middle('shoulder');
  return {
    xPx: (shoulder.xPx + hip.xPx) / 2,
    yPx: (shoulder.yPx + hip.yPx) / 2,
    torsoPx: Math.hypot(shoulder.xPx - hip.xPx, shoulder.yPx - hip.yPx),
  };
}

const bodyJoints = (['shoulder', 'hip', 'knee', 'ankle'] as const).flatMap((joint) =>
  sides.map((side) => jointIndex[side][joint]),
);

/** Shoulders, hips, knees and ankles in the picture; undefined where one is not seen. */
export const readJoints = (
  output: LandmarkOutput,
  region: RegionOfInterest,
): (Point | undefined)[] =>
  bodyJoints.map((index) =>
    readScore(output, index) >= scoreMin ? readPoint(output, index, region) : undefined,
  );

/** Mean score of shoulders, hips, knees and ankles, 0..1: how well a way up suits (spec 2.1). */
export function readVisibility(output: LandmarkOutput): number {
  const scores = bodyJoints.map((index) => readScore(output, index));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The 33 keypoints in the picture; undefined where the score is 0. */
export function readKeypoints(
  output: LandmarkOutput,
  region: RegionOfInterest,
): (Keypoint | undefined)[] {
  return Array.from({ length: keypointCount }, (_, index) => {
    const score = readScore(output, index);
    return score > 0 ? { ...readPoint(output, index, region), score } : undefined;
  });
}

/** The 33 world points, turned back from the crop's frame to the picture's. */
export function readWorld(output: LandmarkOutput, region: RegionOfInterest): WorldPoint[] {
  const cos = Math.cos(region.rotationRad);
  const sin = Math.sin(region.rotationRad);
  return Array.from({ length: keypointCount }, (_, index) => {
    const x = output.world[3 * index] ?? 0;
    const y = output.world[3 * index + 1] ?? 0;
    return {
      xM: cos * x - sin * y,
      yM: sin * x + cos * y,
      zM: output.world[3 * index + 2] ?? 0,
    };
  });
}

/** Where to look for the person in the next picture. */
export function computeNextRegion(
  output: LandmarkOutput,
  region: RegionOfInterest,
): RegionOfInterest {
  return computeBodyRegion(
    readPoint(output, centerIndex, region),
    readPoint(output, topIndex, region),
  );
}
