import { describe, expect, it } from 'vitest';
import { decodeBestDetection } from '../../../src/pose/detectorAnchors';

const anchorCount = 2254;
const valuesPerAnchor = 13;

/** The detector's output with one anchor that stands out. */
function makeOutput(anchor: number, score: number, keypoints: readonly number[]): Float32Array {
  const output = new Float32Array(anchorCount * valuesPerAnchor).fill(-10);
  output[anchor * valuesPerAnchor] = score;
  keypoints.forEach((value, index) => {
    output[anchor * valuesPerAnchor + 5 + index] = value;
  });
  return output;
}

describe('the detector’s output', () => {
  it('is read from the most certain anchor, relative to its centre', () => {
    // The third cell of the first row at stride 8 has the anchors 4 and 5, centre (2.5, 0.5) cells.
    const { score, center, top } = decodeBestDetection(makeOutput(5, 2, [22.4, 44.8, 0, -2.24]));
    expect(score).toBeCloseTo(0.8808, 4);
    expect(center.u).toBeCloseTo(0.1 + 2.5 / 28, 6);
    expect(center.v).toBeCloseTo(0.2 + 0.5 / 28, 6);
    expect(top.u).toBeCloseTo(2.5 / 28, 6);
    expect(top.v).toBeCloseTo(0.5 / 28 - 0.01, 6);
  });

  it('has its last anchor in the last cell of stride 32', () => {
    const { center } = decodeBestDetection(makeOutput(anchorCount - 1, 1, [0, 0, 0, 0]));
    expect(center).toEqual({ u: 6.5 / 7, v: 6.5 / 7 });
  });

  it('is refused where it is too short', () => {
    expect(() => decodeBestDetection(new Float32Array(100))).toThrow(RangeError);
  });
});
