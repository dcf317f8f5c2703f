import type { Keypoint } from '../body/poseFrame';
import { keypointCount, type Side } from '../body/keypoint';
import type { MovePhase } from '../coach/snapshot';
import type { OutlineLine, OutlinePair } from '../coach/display';
import { stationCount } from '../kinematics/trunkOutline';

/** The phases of a movement by the number under which a track keeps them. */
export const phaseNames: readonly MovePhase[] = ['rest', 'up', 'hold', 'attempt', 'down', 'stride'];

/**
 * A set frame by frame, packed so that twenty minutes of it cross threads at once and are drawn
 * without a wait. In the columns NaN stands for what was not seen, as charts want it; whoever reads
 * one value asks {@link readColumn}, which says undefined.
 */
export interface ReviewTrack {
  /** Seconds of every frame. */
  readonly tSec: Float64Array;
  /** 33 times x, y (px) and score for each frame, smoothed; all 0 where a point was not seen. */
  readonly poses: Float32Array;
  /** Signals by their keys. */
  readonly signals: Readonly<Record<string, Float32Array>>;
  /** Measures against their references, by the keys of `toMeasureKey`. */
  readonly measures: Readonly<Record<string, Float32Array>>;
  /** Indices into {@link phaseNames}. */
  readonly phases: Uint8Array;
  /** The angle that is drawn, degrees. */
  readonly angles: Float32Array;
  /** The side whose line is measured: 0 none, 1 left, 2 right; 4 more where only that side is seen. */
  readonly lines: Uint8Array;
  /**
   * Two outlines (back, belly), each as it is and as its neutral, 41 points of x and y for each
   * frame; empty where the exercise does not read the back.
   */
  readonly outlines: Float32Array;
}

/** Numbers of one frame's pose and outlines in their packed arrays. */
export const poseStride = keypointCount * 3;
const lineStride = stationCount * 2;
export const outlineStride = lineStride * 4;

/** One value of a column; undefined where it was not seen or the column does not exist. */
export function readColumn(column: Float32Array | undefined, frame: number): number | undefined {
  const value = column?.[frame];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

/**
 * Two times closer than this are of one picture, seconds. Poses are written to 1 µs, videos to
 * the ticks of their file: 1/57600 s in MP4, 1 ms in WebM. Pictures are further apart.
 */
export const sameMomentSec = 1e-3;

/** The last frame at or before a moment, or of the same picture; 0 before the first. */
export function findFrame(tSec: Float64Array, atSec: number): number {
  let low = 0;
  let high = tSec.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tSec[middle] ?? Infinity) <= atSec + sameMomentSec) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The pose of a frame; undefined where nobody was seen. */
export function readPose(
  { poses }: ReviewTrack,
  frame: number,
): readonly (Keypoint | undefined)[] | undefined {
  const begin = frame * poseStride;
  const points = Array.from({ length: keypointCount }, (_, i): Keypoint | undefined => {
    const at = begin + i * 3;
    const score = poses[at + 2] ?? 0;
    if (score === 0) return undefined;
    return { xPx: poses[at] ?? 0, yPx: poses[at + 1] ?? 0, score };
  });
  return points.some((point) => point !== undefined) ? points : undefined;
}

function readLine(outlines: Float32Array, begin: number): OutlineLine {
  return Array.from({ length: stationCount }, (_, i) => {
    const xPx = readColumn(outlines, begin + i * 2);
    const yPx = readColumn(outlines, begin + i * 2 + 1);
    return xPx === undefined || yPx === undefined ? undefined : { xPx, yPx };
  });
}

const isDrawn = (line: OutlineLine): boolean => line.some((point) => point !== undefined);

/** The trunk's outlines of a frame, with the neutral beside each. */
export function readOutlines({ outlines }: ReviewTrack, frame: number): OutlinePair[] {
  if (outlines.length === 0) return [];
  const begin = frame * outlineStride;
  return [0, 1]
    .map((pair) => ({
      own: readLine(outlines, begin + pair * 2 * lineStride),
      neutral: readLine(outlines, begin + (pair * 2 + 1) * lineStride),
    }))
    .filter(({ own, neutral }) => isDrawn(own) || isDrawn(neutral));
}

/** Which side's line is measured in a frame, and whether it is the only one that is seen well. */
export function readLineSide(
  { lines }: ReviewTrack,
  frame: number,
): { readonly side: Side; readonly alone: boolean } | undefined {
  const code = lines[frame] ?? 0;
  const side = code & 3;
  return side === 0 ? undefined : { side: side === 1 ? 'left' : 'right', alone: (code & 4) !== 0 };
}

/** Grows as frames come; nothing is copied more than a few times. */
class Column<T extends Float32Array | Float64Array | Uint8Array> {
  #data: T;
  #length = 0;

  constructor(
    private readonly create: (length: number) => T,
    private readonly stride = 1,
  ) {
    this.#data = create(1024 * stride);
  }

  /** A place for one more frame's numbers. */
  next(): { readonly data: T; readonly at: number } {
    if (this.#length + this.stride > this.#data.length) {
      const more = this.create(this.#data.length * 2);
      more.set(this.#data);
      this.#data = more;
    }
    const at = this.#length;
    this.#length += this.stride;
    return { data: this.#data, at };
  }

  push(value: number): void {
    const { data, at } = this.next();
    data[at] = value;
  }

  toArray(): T {
    return this.#data.slice(0, this.#length) as T;
  }
}

/** What a track keeps of one frame. */
export interface TrackFrame {
  readonly tSec: number;
  readonly pose: readonly (Keypoint | undefined)[] | undefined;
  readonly signals: Readonly<Record<string, number | undefined>>;
  readonly measures: Readonly<Record<string, number | undefined>>;
  readonly phase: MovePhase;
  readonly angle: { readonly side: Side; readonly valueDeg: number } | undefined;
  readonly isSideView: boolean;
  readonly outlines: readonly OutlinePair[];
}

const float32 = (length: number): Float32Array => new Float32Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);

/** Packs frames as they come. */
export class TrackPacker {
  readonly #tSec = new Column((length) => new Float64Array(length));
  readonly #poses = new Column(float32, poseStride);
  readonly #outlines = new Column(float32, outlineStride);
  readonly #phases = new Column(uint8);
  readonly #lines = new Column(uint8);
  readonly #angles = new Column(float32);
  readonly #signals: ReadonlyMap<string, Column<Float32Array>>;
  readonly #measures: ReadonlyMap<string, Column<Float32Array>>;

  /** @param hasOutlines the exercise reads the back */
  constructor(
    signals: readonly string[],
    measures: readonly string[],
    private readonly hasOutlines: boolean,
  ) {
    this.#signals = new Map(signals.map((key) => [key, new Column(float32)]));
    this.#measures = new Map(measures.map((key) => [key, new Column(float32)]));
  }

  add(frame: TrackFrame): void {
    this.#tSec.push(frame.tSec);
    this.#addPose(frame.pose);
    for (const [key, column] of this.#signals) column.push(frame.signals[key] ?? NaN);
    for (const [key, column] of this.#measures) column.push(frame.measures[key] ?? NaN);
    this.#phases.push(phaseNames.indexOf(frame.phase));
    this.#angles.push(frame.angle?.valueDeg ?? NaN);
    const side = frame.angle === undefined ? 0 : frame.angle.side === 'left' ? 1 : 2;
    this.#lines.push(side + (side !== 0 && frame.isSideView ? 4 : 0));
    if (this.hasOutlines) this.#addOutlines(frame.outlines);
  }

  #addPose(pose: TrackFrame['pose']): void {
    const { data, at } = this.#poses.next();
    pose?.forEach((point, i) => {
      if (point === undefined) return;
      data[at + i * 3] = point.xPx;
      data[at + i * 3 + 1] = point.yPx;
      data[at + i * 3 + 2] = point.score;
    });
  }

  #addOutlines(pairs: readonly OutlinePair[]): void {
    const { data, at } = this.#outlines.next();
    data.fill(NaN, at, at + outlineStride);
    pairs.slice(0, 2).forEach(({ own, neutral }, pair) => {
      [own, neutral].forEach((line, nth) => {
        const begin = at + (pair * 2 + nth) * lineStride;
        line.forEach((point, i) => {
          if (point === undefined || i >= stationCount) return;
          data[begin + i * 2] = point.xPx;
          data[begin + i * 2 + 1] = point.yPx;
        });
      });
    });
  }

  finish(): ReviewTrack {
    const unpack = (columns: ReadonlyMap<string, Column<Float32Array>>) =>
      Object.fromEntries([...columns].map(([key, column]) => [key, column.toArray()]));
    return {
      tSec: this.#tSec.toArray(),
      poses: this.#poses.toArray(),
      signals: unpack(this.#signals),
      measures: unpack(this.#measures),
      phases: this.#phases.toArray(),
      angles: this.#angles.toArray(),
      lines: this.#lines.toArray(),
      outlines: this.#outlines.toArray(),
    };
  }
}
