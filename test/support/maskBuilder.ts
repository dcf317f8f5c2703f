import { keypointCount, type KeypointName, keypointIndex } from '../../src/core/body/keypoint';
import type { Keypoint } from '../../src/core/body/poseFrame';
import { maskSidePx, type PersonMask } from '../../src/core/kinematics/trunkOutline';

/** A trunk in a picture: where it lies, how it is turned, and how far its outlines stand out. */
export interface TrunkScene {
  /** Mid-hips, px. */
  readonly xPx: number;
  readonly yPx: number;
  readonly lengthPx: number;
  /** From the hips to the shoulders, clockwise from the picture's +x, degrees. */
  readonly turnDeg: number;
  /** Which way the belly is: +1 clockwise of the trunk's direction. */
  readonly belly: 1 | -1;
  /** Outlines in trunk lengths, by the place along the chord (0 hips, 1 shoulders). */
  readonly dorsal: (station: number) => number;
  readonly ventral: (station: number) => number;
  /** The crop: its side in px and its turn, degrees. */
  readonly cropPx: number;
  readonly cropTurnDeg: number;
}

/** An upright trunk, belly to the right, with flat outlines. */
export const flatTrunk: TrunkScene = {
  xPx: 320,
  yPx: 300,
  lengthPx: 150,
  turnDeg: -90,
  belly: 1,
  dorsal: () => 0.16,
  ventral: () => 0.14,
  cropPx: 512,
  cropTurnDeg: 0,
};

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** The keypoints of a scene: only those that the outline needs. */
export function buildTrunkKeypoints(scene: TrunkScene): (Keypoint | undefined)[] {
  const { xPx, yPx, lengthPx, turnDeg, belly } = scene;
  const c = Math.cos(rad(turnDeg));
  const s = Math.sin(rad(turnDeg));
  const image = new Array<Keypoint | undefined>(keypointCount).fill(undefined);
  const put = (name: KeypointName, station: number, forward: number): void => {
    const along = station * lengthPx;
    const across = forward * belly * lengthPx;
    image[keypointIndex[name]] = {
      xPx: xPx + along * c - across * s,
      yPx: yPx + along * s + across * c,
      score: 0.9,
    };
  };
  for (const side of ['left', 'right'] as const) {
    put(`${side}Hip`, 0, 0);
    put(`${side}Shoulder`, 1, 0);
    put(`${side}Ear`, 1.3, 0);
    put(`${side}Knee`, -0.9, 0.1);
    put(`${side}Elbow`, 0.9, 1);
    put(`${side}Wrist`, 0.9, 1.6);
  }
  put('nose', 1.3, 0.15);
  return image;
}

/** The mask that a perfect model would give of the scene: soft by one of its pixels at the edge. */
export function buildTrunkMask(scene: TrunkScene): PersonMask {
  const { xPx, yPx, lengthPx, turnDeg, belly, cropPx, cropTurnDeg } = scene;
  const scale = maskSidePx / cropPx;
  const cosCrop = Math.cos(rad(cropTurnDeg));
  const sinCrop = Math.sin(rad(cropTurnDeg));
  const c = Math.cos(rad(turnDeg));
  const s = Math.sin(rad(turnDeg));
  const half = maskSidePx / 2;
  const values = new Float32Array(maskSidePx * maskSidePx);
  for (let row = 0; row < maskSidePx; row++) {
    for (let column = 0; column < maskSidePx; column++) {
      const u = (column - half) / scale;
      const v = (row - half) / scale;
      const dx = cosCrop * u - sinCrop * v;
      const dy = sinCrop * u + cosCrop * v;
      const station = (c * dx + s * dy) / lengthPx;
      const forward = ((-s * dx + c * dy) * belly) / lengthPx;
      const inside =
        station > -0.5 && station < 1.4
          ? Math.min(scene.ventral(station) - forward, forward + scene.dorsal(station))
          : -1;
      values[row * maskSidePx + column] = Math.max(0, Math.min(1, 0.5 + inside * lengthPx * scale));
    }
  }
  const a = cosCrop * scale;
  const b = -sinCrop * scale;
  return {
    values,
    toMask: [a, b, -b, a, half - a * xPx + b * yPx, half - b * xPx - a * yPx],
    sizePx: cropPx,
  };
}
