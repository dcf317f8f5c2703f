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

/** A person in the detector's input: mid-hip and the point that sets size and direction. */
export interface Detection {
  /** 0..1. */
  readonly score: number;
  readonly center: InputPoint;
  readonly top: InputPoint;
}

/** The least score at which somebody counts as found (MediaPipe's and pose-detection's default). */
const minScore = 0.5;
/** Hips nearer to one another than this share of the body's circle are the same person's. */
const samePersonRatio = 0.5;

/**
 * Everybody in the detector's output `[1, 2254, 13]`, the most certain first. Of the anchors that
 * see the same person the most certain one speaks.
 */
export function decodeDetections(output: ArrayLike<number>): Detection[] {
  const minLogit = Math.log(minScore / (1 - minScore));
  const anchors = anchorCenters
    .map((_, anchor) => anchor)
    .filter((anchor) => at(output, anchor * valuesPerAnchor) >= minLogit)
    .sort((a, b) => at(output, b * valuesPerAnchor) - at(output, a * valuesPerAnchor));
  const found: Detection[] = [];
  for (const anchor of anchors) {
    const detection = decodeAnchor(output, anchor);
    if (!found.some((other) => isSamePerson(detection, other))) found.push(detection);
  }
  return found;
}

const isSamePerson = (one: Detection, other: Detection): boolean =>
  Math.hypot(one.center.u - other.center.u, one.center.v - other.center.v) <
  samePersonRatio * Math.hypot(other.top.u - other.center.u, other.top.v - other.center.v);

function decodeAnchor(output: ArrayLike<number>, anchor: number): Detection {
  const start = anchor * valuesPerAnchor;
  const [u, v] = anchorCenters[anchor] ?? [0, 0];
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
