import { describe, expect, it } from 'vitest';
import { landmarkCount, refineFromHeatmap } from '../../../src/pose/heatmapRefinement';

const index = 24;

/** A heatmap that is 0 but for the given cells of one landmark. */
function makeHeatmap(cells: readonly (readonly [column: number, row: number, value: number])[]) {
  const heatmap = new Float32Array(64 * 64 * landmarkCount);
  for (const [column, row, value] of cells) {
    heatmap[(row * 64 + column) * landmarkCount + index] = value;
  }
  return heatmap;
}

describe('heatmap refinement', () => {
  it('moves a landmark to the centre of mass near it', () => {
    const heatmap = makeHeatmap([
      [20, 30, 0.9],
      [22, 30, 0.9],
    ]);
    const [u, v] = refineFromHeatmap(heatmap, index, 20.5 / 64, 30.5 / 64);
    expect(u).toBeCloseTo(21 / 64, 6);
    expect(v).toBeCloseTo(30 / 64, 6);
  });

  it('weighs three cells to each side and none beyond', () => {
    const heatmap = makeHeatmap([
      [20, 30, 0.9],
      [23, 30, 0.9],
      [24, 30, 0.9],
      [20, 34, 0.9],
    ]);
    const [u, v] = refineFromHeatmap(heatmap, index, 20.5 / 64, 30.5 / 64);
    expect(u).toBeCloseTo(21.5 / 64, 6);
    expect(v).toBeCloseTo(30 / 64, 6);
  });

  it('leaves a landmark where the heatmap is not certain', () => {
    const heatmap = makeHeatmap([[21, 30, 0.49]]);
    expect(refineFromHeatmap(heatmap, index, 0.32, 0.47)).toEqual([0.32, 0.47]);
  });

  it("leaves a landmark outside the crop, and does not read another landmark's cells", () => {
    const heatmap = makeHeatmap([[20, 30, 0.9]]);
    expect(refineFromHeatmap(heatmap, index, 1.01, 0.5)).toEqual([1.01, 0.5]);
    expect(refineFromHeatmap(heatmap, index, 0.5, -0.02)).toEqual([0.5, -0.02]);
    expect(refineFromHeatmap(heatmap, index + 1, 20.5 / 64, 30.5 / 64)).toEqual([
      20.5 / 64,
      30.5 / 64,
    ]);
  });

  it('stays inside at the edge', () => {
    const heatmap = makeHeatmap([[63, 0, 0.8]]);
    expect(refineFromHeatmap(heatmap, index, 0.99, 0.001)).toEqual([63 / 64, 0]);
  });
});
