import type { BandLine, PictureFormat } from '../../src/core/body/poseFrame';

/** In the room, metres: toward the left of an athlete on the back, up from the floor, toward the feet. */
export type Place = readonly [left: number, up: number, feet: number];

/** A pinhole camera that looks at a place; its picture is upright. */
export interface Pinhole {
  readonly position: Place;
  readonly target: Place;
  readonly focalPx: number;
  readonly format: PictureFormat;
}

/** A bar across the pelvis. */
export interface Bar {
  readonly middle: Place;
  readonly lengthM: number;
  /** How far its left end is raised about the long axis, degrees. */
  readonly rollDeg: number;
  /** How far that axis rises from the shoulders to the hips, degrees. */
  readonly inclineDeg: number;
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180;
export const add = (a: Place, b: Place, times: number): Place => [
  a[0] + times * b[0],
  a[1] + times * b[1],
  a[2] + times * b[2],
];
const dot = (a: Place, b: Place): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Place, b: Place): Place => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const unit = (a: Place): Place => add([0, 0, 0], a, 1 / Math.hypot(...a));

/** Where a camera draws a place of the room, px. */
export function project(camera: Pinhole, at: Place): { xPx: number; yPx: number } {
  const { position, target, focalPx, format } = camera;
  const forward = unit(add(target, position, -1));
  const right = unit(cross(forward, [0, 1, 0]));
  const upward = cross(right, forward);
  const seen = add(at, position, -1);
  const px = focalPx / dot(seen, forward);
  return {
    xPx: format.widthPx / 2 + px * dot(seen, right),
    yPx: format.heightPx / 2 - px * dot(seen, upward),
  };
}

/** How far a camera is tilted down, and where it stands round an athlete, degrees. */
export function describeCamera({ position, target }: Pinhole, hips: Place) {
  const look = add(target, position, -1);
  const tiltDeg = (Math.atan2(-look[1], Math.hypot(look[0], look[2])) * 180) / Math.PI;
  const from = add(position, hips, -1);
  return { tiltDeg, azimuthDeg: (Math.atan2(from[0], from[2]) * 180) / Math.PI };
}

/** What is straight as a camera draws it, from the end that a unit vector points to. */
export function drawAlong(camera: Pinhole, middle: Place, along: Place, lengthM: number): BandLine {
  const from = project(camera, add(middle, along, lengthM / 2));
  const to = project(camera, add(middle, along, -lengthM / 2));
  return [from.xPx, from.yPx, to.xPx, to.yPx];
}

/** The bar as a camera draws it, from its left end to its right one. */
export function drawBar(camera: Pinhole, { middle, lengthM, rollDeg, inclineDeg }: Bar): BandLine {
  const [c, s] = [Math.cos(rad(rollDeg)), Math.sin(rad(rollDeg))];
  const belly: Place = [0, Math.cos(rad(inclineDeg)), -Math.sin(rad(inclineDeg))];
  return drawAlong(camera, middle, add([c, 0, 0], belly, s), lengthM);
}
