/** Side of the heatmap. */
const heatmapSize = 64;
/** Points in the heatmap: 33 keypoints and 6 auxiliary ones. */
export const landmarkCount = 39;
/** Cells to each side that are weighed in (a 7×7 kernel), and the least certain peak that is used. */
const reach = 3;
const minPeak = 0.5;

/**
 * Moves a landmark to the centre of mass of its heatmap around it, as MediaPipe's
 * refine_landmarks_from_heatmap does. Without it points lie 2 to 2.5 px off (640×480).
 *
 * @param heatmap `[1, 64, 64, 39]`
 * @param index which of the 39
 * @param u,v the landmark in the crop, 0..1
 * @param toProbability of the heatmap's values; the values themselves where absent
 * @returns the point in the crop, 0..1; the given one where the heatmap is not certain enough
 */
export function refineFromHeatmap(
  heatmap: ArrayLike<number>,
  index: number,
  u: number,
  v: number,
  toProbability?: (value: number) => number,
): readonly [u: number, v: number] {
  const column = Math.trunc(u * heatmapSize);
  const row = Math.trunc(v * heatmapSize);
  if (column < 0 || column >= heatmapSize || row < 0 || row >= heatmapSize) return [u, v];
  let sum = 0;
  let peak = 0;
  let columns = 0;
  let rows = 0;
  const lastRow = Math.min(heatmapSize - 1, row + reach);
  const lastColumn = Math.min(heatmapSize - 1, column + reach);
  for (let y = Math.max(0, row - reach); y <= lastRow; y++) {
    for (let x = Math.max(0, column - reach); x <= lastColumn; x++) {
      const value = heatmap[(y * heatmapSize + x) * landmarkCount + index] ?? 0;
      const weight = toProbability === undefined ? value : toProbability(value);
      sum += weight;
      peak = Math.max(peak, weight);
      columns += x * weight;
      rows += y * weight;
    }
  }
  if (peak < minPeak) return [u, v];
  return [columns / heatmapSize / sum, rows / heatmapSize / sum];
}
