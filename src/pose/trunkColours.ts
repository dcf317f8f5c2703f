import type { ColourSample } from '../core/kinematics/belt';
import type { CropPoint } from './appearance';
import { landmarkInputPx } from './landmarkModel';
import { type RegionOfInterest, toPicture } from './regionOfInterest';

/** A part of the crop, in trunk lengths from mid-hips. */
export interface TrunkPart {
  readonly alongFrom: number;
  readonly alongTo: number;
  readonly acrossReach: number;
}

/** Where bands on the trunk can be seen, and where a bar across the pelvis, which is wider. */
export const bandPart: TrunkPart = { alongFrom: -0.2, alongTo: 0.85, acrossReach: 0.45 };
export const barPart: TrunkPart = { alongFrom: -0.4, alongTo: 0.6, acrossReach: 0.8 };

/**
 * The colours along the trunk, for what is worn there: every pixel of the landmark model's own crop
 * in a strip round the hip-shoulder line, at its place in the picture.
 * @param crop rows of RGB 0..1, 256 × 256 × 3
 * @param hip,shoulder middle of the hips and of the shoulders in it
 */
export function readTrunkColours(
  crop: Float32Array,
  region: RegionOfInterest,
  hip: CropPoint,
  shoulder: CropPoint,
  { alongFrom, alongTo, acrossReach }: TrunkPart = bandPart,
): ColourSample[] {
  const [du, dv] = [shoulder.u - hip.u, shoulder.v - hip.v];
  const squared = du * du + dv * dv;
  if (squared < 1) return [];
  const reach = Math.sqrt(squared) * Math.hypot(alongTo, acrossReach);
  const clamp = (value: number): number => Math.min(landmarkInputPx - 1, Math.max(0, value));
  const samples: ColourSample[] = [];
  for (let row = clamp(Math.floor(hip.v - reach)); row <= clamp(hip.v + reach); row++) {
    for (let column = clamp(Math.floor(hip.u - reach)); column <= clamp(hip.u + reach); column++) {
      const [u, v] = [column - hip.u, row - hip.v];
      const along = (u * du + v * dv) / squared;
      const across = (v * du - u * dv) / squared;
      if (along < alongFrom || along > alongTo || Math.abs(across) > acrossReach) continue;
      const at = 3 * (row * landmarkInputPx + column);
      const place = toPicture(region, column / landmarkInputPx, row / landmarkInputPx);
      samples.push({
        xPx: place.xPx,
        yPx: place.yPx,
        red: crop[at] ?? 0,
        green: crop[at + 1] ?? 0,
        blue: crop[at + 2] ?? 0,
      });
    }
  }
  return samples;
}
