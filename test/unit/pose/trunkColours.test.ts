import { describe, expect, it } from 'vitest';
import { fitBand, fitBelt, readBeltAngle } from '../../../src/core/kinematics/belt';
import type { RegionOfInterest } from '../../../src/pose/regionOfInterest';
import { barPart, readTrunkColours } from '../../../src/pose/trunkColours';

const side = 256;
const orange = [0.9, 0.4, 0.1] as const;
const green = [0.1, 0.7, 0.25] as const;
const shirt = [0.35, 0.35, 0.4] as const;
const toColour = ([red, green_, blue]: readonly [number, number, number]) => ({
  red,
  green: green_,
  blue,
});
const colours = { ribs: toColour(orange), pelvis: toColour(green) };

/** A crop of an upright trunk with bands at these angles, and a green ball beside it. */
function drawCrop(ribsDeg: number, pelvisDeg: number): Float32Array {
  const crop = new Float32Array(side * side * 3);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [x, y] = [column - 128, row - 100];
      const off = (at: number, deg: number): number =>
        Math.abs((y - at) * Math.cos((deg * Math.PI) / 180) - x * Math.sin((deg * Math.PI) / 180));
      const isTrunk = Math.abs(x) < 18;
      const isBall = Math.hypot(x - 60, y - 40) < 12;
      const colour =
        isTrunk && off(-8, ribsDeg) < 2
          ? orange
          : (isTrunk && off(30, pelvisDeg) < 2) || isBall
            ? green
            : shirt;
      crop.set(colour, 3 * (row * side + column));
    }
  }
  return crop;
}

const hip = { u: 128, v: 136 };
const shoulder = { u: 128, v: 66 };

describe('the colours along the trunk', () => {
  it.each([0, 0.6, -1.5])('show two bands in a crop turned by %f', (rotationRad) => {
    const region: RegionOfInterest = { xCenterPx: 320, yCenterPx: 240, sizePx: 420, rotationRad };
    const samples = readTrunkColours(drawCrop(-9, 5), region, hip, shoulder);
    const lines = fitBelt(samples, colours);
    const angle = lines && readBeltAngle(lines, 1);
    expect(Math.abs((angle ?? NaN) - 14)).toBeLessThan(2);
    // In the picture, where the trunk is: the crop's middle is its own.
    const [x1, , x2] = lines?.ribs ?? [NaN, NaN, NaN, NaN];
    expect(Math.abs((x1 + x2) / 2 - 320)).toBeLessThan(70);
  });

  it('show a bar that is wider than the trunk whole', () => {
    const region = { xCenterPx: 320, yCenterPx: 240, sizePx: 512, rotationRad: 0 };
    const crop = drawCrop(0, 0);
    for (let column = 78; column < 178; column++) {
      for (const row of [125, 126, 127]) crop.set([1, 0, 0.8], 3 * (row * side + column));
    }
    const colour = toColour([1, 0, 0.8]);
    const bar = fitBand(readTrunkColours(crop, region, hip, shoulder, barPart), colour);
    const [x1, , x2] = bar ?? [NaN, NaN, NaN, NaN];
    // The trunk's own strip is 63 of the crop's pixels wide, which are two of the picture's.
    expect(Math.abs(x2 - x1)).toBeGreaterThan(190);
    expect(Math.abs(x2 - x1)).toBeLessThan(210);
  });

  it('are none where the trunk has no length', () => {
    const region = { xCenterPx: 320, yCenterPx: 240, sizePx: 420, rotationRad: 0 };
    expect(readTrunkColours(drawCrop(0, 0), region, hip, hip)).toEqual([]);
  });
});
