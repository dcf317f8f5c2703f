import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeShapeDeg } from '../../../src/core/report/reviewNotes';

const at = (xPx: number, yPx: number) => ({ xPx, yPx });

describe('a shape drawn on the picture', () => {
  it('reads a line’s tilt from the horizontal, whichever end came first', () => {
    expect(computeShapeDeg({ kind: 'line', points: [at(0, 0), at(10, 0)] })).toBe(0);
    expect(computeShapeDeg({ kind: 'line', points: [at(0, 0), at(0, -10)] })).toBe(90);
    expect(computeShapeDeg({ kind: 'line', points: [at(10, 10), at(0, 0)] })).toBeCloseTo(45);
  });

  it('reads an angle at its middle point', () => {
    const opening = (end: ReturnType<typeof at>) =>
      computeShapeDeg({ kind: 'angle', points: [at(10, 0), at(0, 0), end] });
    expect(opening(at(0, 10))).toBeCloseTo(90);
    expect(opening(at(-5, 0))).toBeCloseTo(180);
    expect(opening(at(3, 3))).toBeCloseTo(45);
  });

  it('reads nothing where points fall together or are missing', () => {
    expect(computeShapeDeg({ kind: 'line', points: [at(1, 1), at(1, 1)] })).toBeUndefined();
    expect(computeShapeDeg({ kind: 'angle', points: [at(0, 0), at(1, 1)] })).toBeUndefined();
  });

  it('stays the same when the picture is turned over', () => {
    const point = fc.record({
      xPx: fc.integer({ min: 0, max: 640 }),
      yPx: fc.integer({ min: 0, max: 480 }),
    });
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const flip = ({ xPx, yPx }: typeof a) => at(640 - xPx, yPx);
        const own = computeShapeDeg({ kind: 'angle', points: [a, b, c] });
        const flipped = computeShapeDeg({ kind: 'angle', points: [flip(a), flip(b), flip(c)] });
        if (own === undefined) expect(flipped).toBeUndefined();
        else expect(flipped).toBeCloseTo(own);
      }),
    );
  });
});
