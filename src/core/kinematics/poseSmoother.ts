import { keypointCount } from '../body/keypoint';
import type { Keypoint, PoseFrame } from '../body/poseFrame';
import { type OneEuroOptions, type OneEuroState, stepOneEuro } from './oneEuro';

/** Filters the 33 keypoints of successive frames; a point that was away for longer begins anew. */
export interface PoseSmoother {
  readonly options: OneEuroOptions;
  /** Pixels that count as 1: the picture's height, so that the filter does not depend on the scale. */
  readonly unitPx: number;
  readonly x: (OneEuroState | undefined)[];
  readonly y: (OneEuroState | undefined)[];
}

/** Longest gap that the filter bridges, seconds (spec 2.3). */
export const bridgedGapSec = 0.3;

export const createPoseSmoother = (options: OneEuroOptions, unitPx: number): PoseSmoother => ({
  options,
  unitPx,
  x: new Array<OneEuroState | undefined>(keypointCount).fill(undefined),
  y: new Array<OneEuroState | undefined>(keypointCount).fill(undefined),
});

/** Smoothed keypoints of a frame, px; undefined where the frame has none. Updates the smoother. */
export function smoothPose(
  smoother: PoseSmoother,
  frame: PoseFrame,
): readonly (Keypoint | undefined)[] | undefined {
  const { image, tSec } = frame;
  if (image === undefined) return undefined;
  const { unitPx, options } = smoother;
  return image.map((point, index) => {
    if (point === undefined) return undefined;
    const before = smoother.x[index];
    const bridged = before !== undefined && tSec - before.tSec <= bridgedGapSec;
    const x = stepOneEuro(bridged ? before : undefined, point.xPx / unitPx, tSec, options);
    const y = stepOneEuro(
      bridged ? smoother.y[index] : undefined,
      point.yPx / unitPx,
      tSec,
      options,
    );
    smoother.x[index] = x;
    smoother.y[index] = y;
    return { xPx: x.value * unitPx, yPx: y.value * unitPx, score: point.score };
  });
}
