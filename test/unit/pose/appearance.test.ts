import { describe, expect, it } from 'vitest';
import {
  blendAppearance,
  compareAppearance,
  readAppearance,
  type Appearance,
} from '../../../src/pose/appearance';

type Rgb = readonly [number, number, number];

const sidePx = 256;
const shoulder = { u: 128, v: 70 };
const hip = { u: 128, v: 128 };

/** Someone upright in the crop: a shirt before a grey wall. */
function dress(shirt: Rgb, light = 1): Appearance {
  const crop = new Float32Array(sidePx * sidePx * 3).fill(0.5);
  for (let row = 60; row < 140; row++) {
    for (let column = 100; column < 156; column++) {
      const values = shirt.map((value) => Math.min(1, value * light));
      crop.set(values, 3 * (row * sidePx + column));
    }
  }
  const appearance = readAppearance(crop, hip, shoulder);
  if (appearance === undefined) throw new Error('the shirt is in the crop');
  return appearance;
}

const red: Rgb = [0.7, 0.2, 0.2];
const blue: Rgb = [0.2, 0.25, 0.6];

describe('the appearance', () => {
  it('is the same for the same shirt, and another for another', () => {
    expect(compareAppearance(dress(red), dress(red))).toBeCloseTo(1, 5);
    expect(compareAppearance(dress(red), dress(blue))).toBeLessThan(0.3);
  });

  it('changes little with a little light', () => {
    expect(compareAppearance(dress(red), dress(red, 1.1))).toBeGreaterThan(0.88);
    expect(compareAppearance(dress(red), dress(red, 0.9))).toBeGreaterThan(0.88);
  });

  it('is not read where most of the trunk lies outside the crop', () => {
    const crop = new Float32Array(sidePx * sidePx * 3);
    expect(readAppearance(crop, { u: -60, v: 128 }, { u: 20, v: 128 })).toBeUndefined();
    expect(readAppearance(crop, { u: 250, v: 128 }, { u: 180, v: 128 })).toBeDefined();
  });

  it('moves toward another by a share, and stays a histogram', () => {
    const half = blendAppearance(dress(red), dress(blue), 0.5);
    expect(compareAppearance(half, dress(red))).toBeGreaterThan(0.6);
    expect(half.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(compareAppearance(blendAppearance(dress(red), dress(blue), 1), dress(blue))).toBeCloseTo(
      1,
      5,
    );
  });
});
