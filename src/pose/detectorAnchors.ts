/**
 * BlazePose's detector predicts, for each of 2254 anchors, a score and a box relative to the
 * anchor's centre. Layout from MediaPipe's pose_detection_cpu.pbtxt: strides 8, 16, 32, 32, 32,
 * two anchors per cell and layer, fixed size 1, so that only the centres matter.
 */

/** Side of the detector's input. */
export const detectorInputPx = 224;

const anchorLayers = [
  { stridePx: 8, perCell: 2 },
  { stridePx: 16, perCell: 2 },
  { stridePx: 32, perCell: 6 },
];

/** Score, then the box (centre, size), then four keypoints; all but the score in input pixels. */
const valuesPerAnchor = 13;
const firstKeypoint = 5;

function* listCenters(): Generator<readonly [u: number, v: number]> {
  for (const { stridePx, perCell } of anchorLayers) {
    const cells = detectorInputPx / stridePx;
    for (let row = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++) {
        for (let k = 0; k < perCell; k++) yield [(column + 0.5) / cells, (row + 0.5) / cells];
      }
    }
  }
}

const anchorCenters = [...listCenters()];

/** A point of the detector's input, 0..1. */
export interface InputPoint {
  readonly u: number;
  readonly v: number;
}

/** The best person in the detector's input: mid-hip and the point that sets size and direction. */
export interface Detection {
  /** 0..1. */
  readonly score: number;
  readonly center: InputPoint;
  readonly top: InputPoint;
}

/** The most certain person in the detector's output `[1, 2254, 13]`, however uncertain. */
export function decodeBestDetection(output: ArrayLike<number>): Detection {
  let best = 0;
  for (let k = 1; k < anchorCenters.length; k++) {
    if (at(output, k * valuesPerAnchor) > at(output, best * valuesPerAnchor)) best = k;
  }
  const start = best * valuesPerAnchor;
  const [u, v] = anchorCenters[best] ?? [0, 0];
  const readKeypoint = (index: number): InputPoint => ({
    u: at(output, start + firstKeypoint + 2 * index) / detectorInputPx + u,
    v: at(output, start + firstKeypoint + 2 * index + 1) / detectorInputPx + v,
  });
  return {
    score: 1 / (1 + Math.exp(-at(output, start))),
    center: readKeypoint(0),
    top: readKeypoint(1),
  };
}

function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`the detector's output has no value ${index}`);
  return value;
}
