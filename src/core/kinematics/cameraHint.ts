import type { Side } from '../body/keypoint';
import type { Posture } from '../body/posture';
import type { CameraEstimate } from './camera';
import { type View, wrapDeg } from './view';

/**
 * What would bring a measure into view, with the amount.
 * - `turn`: the athlete turns on the spot toward their left or right;
 * - `along`: the laptop moves along a lying body;
 * - `height`: the laptop goes up or down;
 * - `level`: one side of the laptop, as the athlete sees it, is lifted.
 */
export type CameraHint =
  | { readonly kind: 'turn'; readonly toward: Side; readonly turnDeg: number }
  | {
      readonly kind: 'along';
      readonly toward: 'head' | 'feet';
      readonly turnDeg: number;
      readonly byM: number;
    }
  | {
      readonly kind: 'height';
      readonly toward: 'up' | 'down';
      readonly byM: number;
      readonly toM: number;
    }
  | { readonly kind: 'level'; readonly raise: Side; readonly rollDeg: number };

/** Where a laptop stands that looks down on someone who lies, and one that looks along the floor. */
export const laptopHeightM = { high: 1.2, low: 0.4 } as const;

/** A laptop further round than this is not moved along the body, it is put elsewhere. */
const alongMaxDeg = 60;

/** Azimuths from which a standing person shows a view. */
const standingAzimuths: Readonly<Partial<Record<View, readonly number[]>>> = {
  side: [90, -90],
  front: [0],
  back: [180],
};

/** The shortest way from where the camera stands to one of the azimuths, degrees. */
const findOffset = (azimuthDeg: number, wanted: readonly number[]): number | undefined =>
  wanted
    .map((target) => wrapDeg(azimuthDeg - target))
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];

/**
 * How to come to a view. Undefined where the way cannot be said as an amount: along the body of
 * someone who lies, or without knowing where the camera stands.
 * @param azimuthDeg where the camera stands now
 * @param distanceM how far away
 */
export function hintTurn(
  posture: Posture,
  wanted: View,
  azimuthDeg: number | undefined,
  distanceM: number | undefined,
): CameraHint | undefined {
  if (azimuthDeg === undefined) return undefined;
  if (posture === 'standing') {
    const offset = findOffset(azimuthDeg, standingAzimuths[wanted] ?? []);
    if (offset === undefined) return undefined;
    return { kind: 'turn', toward: offset > 0 ? 'left' : 'right', turnDeg: Math.abs(offset) };
  }
  if (wanted !== 'side' || distanceM === undefined) return undefined;
  const turnDeg = Math.abs(90 - Math.abs(azimuthDeg));
  if (turnDeg > alongMaxDeg) return undefined;
  // Azimuth 0 is beyond the feet of someone belly up, beyond the head of someone belly down.
  const bellyUp = posture === 'supine' || posture === 'reclined';
  return {
    kind: 'along',
    toward: Math.abs(azimuthDeg) < 90 === bellyUp ? 'head' : 'feet',
    turnDeg,
    byM: distanceM * Math.sin((turnDeg * Math.PI) / 180),
  };
}

/** How to come to a height; undefined where the height now is not known. */
export function hintHeight(
  camera: CameraEstimate | undefined,
  wanted: keyof typeof laptopHeightM,
): CameraHint | undefined {
  if (camera?.heightM === undefined) return undefined;
  const toM = laptopHeightM[wanted];
  const byM = toM - camera.heightM;
  return { kind: 'height', toward: byM > 0 ? 'up' : 'down', byM: Math.abs(byM), toM };
}

/**
 * How to level the laptop. What leans to the right in the picture stands before a camera whose own
 * right is too high: the side of it that the athlete, who faces it, has at the left.
 */
export function hintLevel(camera: CameraEstimate | undefined): CameraHint | undefined {
  if (camera?.rollDeg === undefined) return undefined;
  const { rollDeg } = camera;
  return { kind: 'level', raise: rollDeg > 0 ? 'right' : 'left', rollDeg: Math.abs(rollDeg) };
}
