import { keypointCount } from '../body/keypoint';
import type { Keypoint, PoseFrame } from '../body/poseFrame';
import { type OneEuroOptions, type OneEuroState, stepOneEuro } from './oneEuro';

/** Smoothed keypoints, px; undefined where the frame has none. */
export type SmoothedPose = readonly (Keypoint | undefined)[] | undefined;

/** Filters the 33 keypoints of successive frames; a point that was away for longer begins anew. */
export interface PoseSmoother {
  readonly options: OneEuroOptions;
  /** Pixels that count as 1: the picture's height, so that the filter does not depend on the scale. */
  readonly unitPx: number;
  readonly x: (OneEuroState | undefined)[];
  readonly y: (OneEuroState | undefined)[];
  /** The frame that was taken in last. */
  image: PoseFrame['image'];
  /** Its smoothed keypoints, once somebody has asked for them. */
  pose: SmoothedPose;
}

/** Longest gap that the filter bridges, seconds (spec 2.3). */
export const bridgedGapSec = 0.3;

export const createPoseSmoother = (options: OneEuroOptions, unitPx: number): PoseSmoother => ({
  options,
  unitPx,
  x: new Array<OneEuroState | undefined>(keypointCount).fill(undefined),
  y: new Array<OneEuroState | undefined>(keypointCount).fill(undefined),
  image: undefined,
  pose: undefined,
});

/** Takes one frame in. */
export function smoothPose(smoother: PoseSmoother, { image, tSec }: PoseFrame): void {
  smoother.image = image;
  smoother.pose = undefined;
  if (image === undefined) return;
  const { unitPx, options, x, y } = smoother;
  for (let i = 0; i < image.length; i++) {
    const point = image[i];
    if (point === undefined) continue;
    const before = x[i];
    const bridged = before !== undefined && tSec - before.tSec <= bridgedGapSec;
    x[i] = stepOneEuro(bridged ? before : undefined, point.xPx / unitPx, tSec, options);
    y[i] = stepOneEuro(bridged ? y[i] : undefined, point.yPx / unitPx, tSec, options);
  }
}

/** The keypoints of the last frame, to be drawn or kept: what is measured needs no such list. */
export function readPose(smoother: PoseSmoother): SmoothedPose {
  const { image, unitPx, x, y } = smoother;
  smoother.pose ??= image?.map((point, i) => {
    if (point === undefined) return undefined;
    const xPx = (x[i]?.value ?? 0) * unitPx;
    const yPx = (y[i]?.value ?? 0) * unitPx;
    return { xPx, yPx, score: point.score };
  });
  return smoother.pose;
}
