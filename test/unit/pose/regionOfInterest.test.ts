import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeBodyRegion,
  computeWholeRegion,
  toMaskTransform,
  toPicture,
} from '../../../src/pose/regionOfInterest';

const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });

describe('the region of interest', () => {
  it('holds the whole picture in a square around its middle', () => {
    const region = computeWholeRegion(640, 480);
    expect(toPicture(region, 0, 0)).toEqual({ xPx: 0, yPx: -80 });
    expect(toPicture(region, 1, 1)).toEqual({ xPx: 640, yPx: 560 });
  });

  it('is not turned for a person who stands', () => {
    const region = computeBodyRegion({ xPx: 100, yPx: 200 }, { xPx: 100, yPx: 100 });
    expect(region.rotationRad).toBeCloseTo(0, 12);
    expect(region.sizePx).toBeCloseTo(250, 9);
  });

  it('is turned a quarter clockwise for a person whose head is to the right', () => {
    const region = computeBodyRegion({ xPx: 100, yPx: 200 }, { xPx: 180, yPx: 200 });
    expect(region.rotationRad).toBeCloseTo(Math.PI / 2, 12);
  });

  it('gives the way back from the picture to a mask that covers it', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (x, y, u, v) => {
        const region = computeBodyRegion({ xPx: 10, yPx: 20 }, { xPx: 30 + x / 50, yPx: 70 + y });
        const [a, b, c, d, e, f] = toMaskTransform(region, 256);
        const { xPx, yPx } = toPicture(region, u / 256, v / 256);
        expect(a * xPx + c * yPx + e).toBeCloseTo(u, 6);
        expect(b * xPx + d * yPx + f).toBeCloseTo(v, 6);
      }),
    );
  });

  it('shows the person upright, the head up, at the same place whatever the pose', () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (x, y, dx, dy) => {
        fc.pre(Math.hypot(dx, dy) > 1);
        const top = { xPx: x + dx, yPx: y + dy };
        const region = computeBodyRegion({ xPx: x, yPx: y }, top);
        const seen = toPicture(region, 0.5, 0.5 - 0.5 / 1.25);
        expect(seen.xPx).toBeCloseTo(top.xPx, 6);
        expect(seen.yPx).toBeCloseTo(top.yPx, 6);
        expect(Math.abs(region.rotationRad)).toBeLessThanOrEqual(Math.PI + 1e-9);
      }),
    );
  });
});
