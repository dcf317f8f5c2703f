import { describe, expect, it } from 'vitest';
import { decodeDetections } from '../../../src/pose/detectorAnchors';

const anchorCount = 2254;
const valuesPerAnchor = 13;

interface Anchor {
  readonly anchor: number;
  readonly score: number;
  readonly keypoints: readonly number[];
}

/** The detector's output with some anchors that stand out. */
function makeOutput(...anchors: readonly Anchor[]): Float32Array {
  const output = new Float32Array(anchorCount * valuesPerAnchor).fill(-10);
  for (const { anchor, score, keypoints } of anchors) {
    output[anchor * valuesPerAnchor] = score;
    output.set(keypoints, anchor * valuesPerAnchor + 5);
  }
  return output;
}

describe('the detector’s output', () => {
  it('is read relative to the anchor’s centre', () => {
    // The third cell of the first row at stride 8 has the anchors 4 and 5, centre (2.5, 0.5) cells.
    const output = makeOutput({ anchor: 5, score: 2, keypoints: [22.4, 44.8, 0, -2.24] });
    const [found] = decodeDetections(output);
    expect(found?.score).toBeCloseTo(0.8808, 4);
    expect(found?.center.u).toBeCloseTo(0.1 + 2.5 / 28, 6);
    expect(found?.center.v).toBeCloseTo(0.2 + 0.5 / 28, 6);
    expect(found?.top.u).toBeCloseTo(2.5 / 28, 6);
    expect(found?.top.v).toBeCloseTo(0.5 / 28 - 0.01, 6);
  });

  it('has its last anchor in the last cell of stride 32', () => {
    const [last] = decodeDetections(
      makeOutput({ anchor: anchorCount - 1, score: 1, keypoints: [0, 0, 0, 0] }),
    );
    expect(last?.center).toEqual({ u: 6.5 / 7, v: 6.5 / 7 });
  });

  it('shows nobody below an even chance', () => {
    expect(decodeDetections(makeOutput())).toEqual([]);
    const unsure = { anchor: 5, score: -0.01, keypoints: [0, 0, 0, -40] };
    expect(decodeDetections(makeOutput(unsure))).toEqual([]);
    expect(decodeDetections(makeOutput({ ...unsure, score: 0.01 }))).toHaveLength(1);
  });

  it('shows each of two people once, the most certain first', () => {
    const person = (anchor: number, score: number): Anchor => ({
      anchor,
      score,
      keypoints: [0, 0, 0, -60],
    });
    // Anchors 28 cells apart lie in the next row; 40 anchors are 20 cells of the same row.
    const found = decodeDetections(
      makeOutput(person(0, 1), person(2, 3), person(42, 2), person(44, 1.5)),
    );
    expect(found.map(({ center }) => center.u)).toEqual([1.5 / 28, 21.5 / 28]);
  });

  it('is refused where it is too short', () => {
    expect(() => decodeDetections(new Float32Array(100))).toThrow(RangeError);
  });
});
