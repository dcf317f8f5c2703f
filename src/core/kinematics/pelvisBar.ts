import { type Joint, jointIndex } from '../body/keypoint';
import type { BandLine, PictureFormat, PoseFrame } from '../body/poseFrame';
import { type Athlete } from './athlete';
import {
  type BarGap,
  type BarPlace,
  findBarTilt,
  type LevelBar,
  readIncline,
  readLevelBar,
  solveBarRoll,
} from './barGeometry';
import type { CameraEstimate } from './camera';
import { readFeet } from './pelvicRoll';
import { bridgedGapSec, type SmoothedPose } from './poseSmoother';
import { computeMedian } from './signalTrack';
import { wrapDeg } from './view';

/** The level is what there is of the last second before a leg is lifted, at least so much (views.md). */
const levelSec = 1;
const levelLeastSec = 0.4;
/** The leg is on its way so long before it is found to be lifted, seconds. */
const liftingSec = 0.2;

/** The camera stands so near to the body's own line, beyond the head, degrees. */
const overHeadDeg = 25;

/** Of a bar whose length is not told, metres. */
const usualLengthM = 0.5;

/** The line that others are in the middle of, their ends in the same order. */
function findMiddle(lines: readonly BandLine[]): BandLine {
  const [x, y] = lines[0] === undefined ? [0, 0] : alongOf(lines[0]);
  const ordered = lines.map((line): BandLine => {
    const [dx, dy] = alongOf(line);
    return dx * x + dy * y >= 0 ? line : [line[2], line[3], line[0], line[1]];
  });
  const middle = (at: 0 | 1 | 2 | 3): number => computeMedian(ordered.map((line) => line[at])) ?? 0;
  return [middle(0), middle(1), middle(2), middle(3)];
}

const alongOf = ([x1, y1, x2, y2]: BandLine): readonly [dx: number, dy: number] => [
  x2 - x1,
  y2 - y1,
];

/** Middle of a joint's two sides in the picture. */
function middleOf(
  keypoints: SmoothedPose,
  joint: Joint,
): { readonly xPx: number; readonly yPx: number } | undefined {
  const [l, r] = [keypoints?.[jointIndex.left[joint]], keypoints?.[jointIndex.right[joint]]];
  return l && r && { xPx: (l.xPx + r.xPx) / 2, yPx: (l.yPx + r.yPx) / 2 };
}

/**
 * The dip of the pelvis by a bar or a strip of tape across the front of it (aid of tier A): learns
 * the bar while both feet are down, and reads its roll while a leg is lifted.
 */
export class PelvisBarTrack {
  readonly #format: PictureFormat;
  readonly #lengthM: number;
  /** Lines of the present stretch with both feet down. */
  #samples: readonly { readonly tSec: number; readonly line: BandLine }[] = [];
  #downSinceSec: number | undefined;
  #level: { readonly bar: LevelBar; readonly place: BarPlace } | undefined;
  #refusal: BarGap = 'barNoLevel';
  #line: BandLine | undefined;
  #seenSec = -Infinity;
  #dipDeg: number | undefined;

  constructor(format: PictureFormat, lengthM = usualLengthM) {
    this.#format = format;
    this.#lengthM = lengthM;
  }

  /** As it was last seen, and whether its roll can be told from here; undefined where none is. */
  get shown(): { readonly line: BandLine; readonly isReadable: boolean } | undefined {
    return this.#line && { line: this.#line, isReadable: this.#refusal !== 'barIllPlaced' };
  }

  /**
   * Takes one frame in.
   * @returns how far the free side is lower than with both feet down, degrees; why that is not
   *   known; undefined where no bar has been seen
   */
  step(
    { tSec, bar }: PoseFrame,
    readPose: () => SmoothedPose,
    athlete: Athlete,
    camera: CameraEstimate | undefined,
  ): number | BarGap | undefined {
    const isSeen = tSec - this.#seenSec <= bridgedGapSec;
    if (bar !== undefined) this.#seenSec = tSec;
    this.#line = bar ?? (isSeen ? this.#line : undefined);
    this.#followFeet(tSec, bar, athlete, camera);
    if (this.#seenSec === -Infinity) return undefined;
    if (this.#level === undefined) return this.#refusal;
    if (bar !== undefined) this.#dipDeg = this.#readDip(bar, readPose(), athlete);
    return this.#line === undefined ? 'barHidden' : (this.#dipDeg ?? 'barHidden');
  }

  #followFeet(
    tSec: number,
    line: BandLine | undefined,
    athlete: Athlete,
    camera: CameraEstimate | undefined,
  ): void {
    const feet = readFeet(athlete);
    if (feet === 'down') {
      this.#downSinceSec ??= tSec;
      if (line === undefined) return;
      const fromSec = tSec - levelSec - liftingSec;
      this.#samples = [...this.#samples.filter((one) => one.tSec >= fromSec), { tSec, line }];
      if (camera !== undefined)
        this.#refusal = this.#takeLevel(line, camera) === undefined ? 'barIllPlaced' : 'barNoLevel';
    } else if (feet === 'raised' && this.#downSinceSec !== undefined) {
      // Feet that seem down for a moment are an error of the tracker.
      if (tSec - this.#downSinceSec >= levelLeastSec + liftingSec) this.#learn(tSec, camera);
      this.#downSinceSec = undefined;
      this.#samples = [];
    }
  }

  #learn(tSec: number, camera: CameraEstimate | undefined): void {
    const samples = this.#samples.filter((one) => tSec - one.tSec >= liftingSec);
    const lastedSec = (samples.at(-1)?.tSec ?? 0) - (samples[0]?.tSec ?? 0);
    const isEnough = lastedSec >= levelLeastSec;
    const line = findMiddle(samples.map((one) => one.line));
    this.#level = isEnough && camera !== undefined ? this.#takeLevel(line, camera) : undefined;
    this.#dipDeg = undefined;
  }

  /**
   * Lying, the camera's elevation is not known from everywhere: there its tilt is not told. Over the
   * head it is the camera's own: a bar across the picture is as long at any tilt, and the roll, told
   * by how the bar is turned, hardly depends on it.
   */
  #takeLevel(
    line: BandLine,
    { azimuthDeg, distanceM, elevationDeg, tiltDeg: own }: CameraEstimate,
  ) {
    if (elevationDeg === undefined) return undefined;
    const from = { format: this.#format, azimuthDeg };
    const isOverHead = Math.abs(wrapDeg(azimuthDeg - 180)) <= overHeadDeg;
    const tiltDeg = isOverHead ? own : findBarTilt(line, distanceM / this.#lengthM, from);
    if (tiltDeg === undefined) return undefined;
    const place = { ...from, tiltDeg };
    const bar = readLevelBar(line, place);
    return bar && { bar, place };
  }

  #readDip(
    line: BandLine,
    keypoints: SmoothedPose,
    { points, supporting }: Athlete,
  ): number | undefined {
    const [shoulder, hip] = [middleOf(keypoints, 'shoulder'), middleOf(keypoints, 'hip')];
    const level = this.#level;
    if (!level || !shoulder || !hip || !supporting || points.length === 0) return undefined;
    const inclineDeg = readIncline(level.place, shoulder, hip, level.bar);
    const rollDeg = solveBarRoll(line, level.bar, level.place, inclineDeg);
    return rollDeg === undefined ? undefined : (supporting === 'left' ? 1 : -1) * rollDeg;
  }
}
