import { bridgedGapSec } from './poseSmoother';

/**
 * The recent past of one signal: bridges short gaps, says what share of the last second was
 * visible, and gives the running median, the slope and the spread that the judge and the phases
 * decide on (spec 2.3, 2.4).
 */
export interface SignalTrack {
  readonly tSec: number[];
  /** NaN where the signal could not be measured: a list of nothing but numbers needs no boxes. */
  readonly value: number[];
  lastValue: number | undefined;
  lastSeenSec: number;
  /** What was decided on last: several rules ask for the same in one frame. */
  readonly decided: { tSec: number; fromSec: number; value: number | undefined };
}

/** Share of frames that must be usable for a judgement. Spec 2.3. */
export const usableShareMin = 0.8;
/** How long the past is kept, seconds. */
const keepSec = 4;
/** More values than this are forgotten at once. */
const forgottenRun = 32;

export const createSignalTrack = (): SignalTrack => ({
  tSec: [],
  value: [],
  lastValue: undefined,
  lastSeenSec: -Infinity,
  decided: { tSec: NaN, fromSec: NaN, value: undefined },
});

/** Adds a frame's value and forgets what is older than the longest window. */
export function pushSignal(track: SignalTrack, tSec: number, value: number | undefined): void {
  track.tSec.push(tSec);
  track.value.push(value ?? NaN);
  track.decided.tSec = NaN;
  if (value !== undefined) {
    track.lastValue = value;
    track.lastSeenSec = tSec;
  }
  // Forgetting in runs keeps the cost of a frame constant.
  if (tSec - (track.tSec[forgottenRun] ?? tSec) <= keepSec) return;
  let old = 0;
  while (old < track.tSec.length - 1 && tSec - (track.tSec[old] ?? tSec) > keepSec) old++;
  if (old > forgottenRun) {
    track.tSec.splice(0, old);
    track.value.splice(0, old);
  }
}

/** The value now, or the last one across a gap of at most 0.3 s. */
export function readSignal(track: SignalTrack, tSec: number): number | undefined {
  return tSec - track.lastSeenSec <= bridgedGapSec ? track.lastValue : undefined;
}

/** Values seen in a stretch of time, oldest first. */
export function collectBetween(track: SignalTrack, fromSec: number, toSec: number): number[] {
  const values: number[] = [];
  for (let i = track.tSec.length - 1; i >= 0; i--) {
    const t = track.tSec[i] ?? -Infinity;
    if (t < fromSec) break;
    const value = track.value[i] ?? NaN;
    if (t <= toSec && !Number.isNaN(value)) values.push(value);
  }
  return values.reverse();
}

/** Values seen since `fromSec`, oldest first. */
export const collectSince = (track: SignalTrack, fromSec: number): number[] =>
  collectBetween(track, fromSec, Infinity);

/**
 * Since when (`start`) the signal has stayed within `band` of a level, or when it was last within it
 * (`end`); undefined where it was not in the time kept.
 */
export function findPlateauEdge(
  track: SignalTrack,
  level: number,
  band: number,
  edge: 'start' | 'end',
): number | undefined {
  let found: number | undefined;
  for (let i = track.tSec.length - 1; i >= 0; i--) {
    const value = track.value[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const inside = Math.abs(value - level) <= band;
    if (edge === 'end' && inside) return track.tSec[i];
    if (edge === 'start') {
      if (!inside) return found;
      found = track.tSec[i];
    }
  }
  return found;
}

/** Values are ordered in here, in part: a median is asked for many times a frame. */
let scratch = new Float64Array(256);

function growScratch(): void {
  const larger = new Float64Array(2 * scratch.length);
  larger.set(scratch);
  scratch = larger;
}

/** Median, undefined of nothing. The values are left as they are; none of them is NaN. */
export const computeMedian = (values: readonly number[]): number | undefined =>
  computeMedianOf(values, (value) => value);

/** Median of what is read of each item, without a list of it; undefined where nothing is. */
export function computeMedianOf<T>(
  items: readonly T[],
  of: (item: T) => number | undefined,
): number | undefined {
  let count = 0;
  for (let i = items.length - 1; i >= 0; i--) {
    const value = of(items[i] as T);
    if (value === undefined) continue;
    if (count === scratch.length) growScratch();
    scratch[count] = value;
    count++;
  }
  return count === 0 ? undefined : takeMedian(scratch, count);
}

/** Median of the first `count` values, at least one; changes their order. */
function takeMedian(values: Float64Array, count: number): number {
  const middle = count >> 1;
  select(values, middle, count - 1);
  const high = values[middle] ?? 0;
  if (count % 2 === 1) return high;
  let low = -Infinity;
  for (let i = 0; i < middle; i++) low = Math.max(low, values[i] ?? low);
  return (low + high) / 2;
}

/**
 * Puts the value to its place `at` that belongs there in order, smaller ones before and larger ones
 * behind it (Hoare's selection): no need to sort the rest.
 */
function select(values: Float64Array, at: number, last: number): void {
  let from = 0;
  let to = last;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let i = from;
    let j = to;
    while (i <= j) {
      while ((values[i] ?? pivot) < pivot) i++;
      while ((values[j] ?? pivot) > pivot) j--;
      if (i > j) break;
      const value = values[i] ?? pivot;
      values[i] = values[j] ?? pivot;
      values[j] = value;
      i++;
      j--;
    }
    if (at <= j) to = j;
    else if (at >= i) from = i;
    else return;
  }
}

/** Mean, undefined of nothing. */
export const computeMean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation about the median's neighbourhood mean; 0 for fewer than two values. */
export function computeSpread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Median of the values in a stretch of time; undefined where there are none. */
export function computeMedianBetween(
  track: SignalTrack,
  fromSec: number,
  toSec: number,
): number | undefined {
  let count = 0;
  for (let i = track.tSec.length - 1; i >= 0; i--) {
    const t = track.tSec[i] ?? -Infinity;
    if (t < fromSec) break;
    const value = track.value[i] ?? NaN;
    if (t > toSec || Number.isNaN(value)) continue;
    if (count === scratch.length) growScratch();
    scratch[count] = value;
    count++;
  }
  return count === 0 ? undefined : takeMedian(scratch, count);
}

/** Share 0..1 of frames since `fromSec` in which the signal was seen; 0 where there is no frame. */
export function computeUsableShare(track: SignalTrack, fromSec: number): number {
  let frames = 0;
  let seen = 0;
  for (let i = track.tSec.length - 1; i >= 0; i--) {
    if ((track.tSec[i] ?? -Infinity) < fromSec) break;
    frames++;
    if (!Number.isNaN(track.value[i] ?? NaN)) seen++;
  }
  return frames === 0 ? 0 : seen / frames;
}

/**
 * Least-squares slope per second over the last `windowSec`; undefined while the frames seen span
 * less than 70 % of the window.
 */
export function computeSlope(
  track: SignalTrack,
  nowSec: number,
  windowSec: number,
): number | undefined {
  let n = 0;
  let sumT = 0;
  let sumV = 0;
  let sumTT = 0;
  let sumTV = 0;
  let first = nowSec;
  for (let i = track.tSec.length - 1; i >= 0; i--) {
    const t = track.tSec[i] ?? -Infinity;
    if (t < nowSec - windowSec - 1e-9) break;
    const value = track.value[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const dt = t - nowSec;
    n++;
    sumT += dt;
    sumV += value;
    sumTT += dt * dt;
    sumTV += dt * value;
    first = t;
  }
  const spread = n * sumTT - sumT * sumT;
  if (n < 3 || nowSec - first < 0.7 * windowSec || spread <= 0) return undefined;
  return (n * sumTV - sumT * sumV) / spread;
}
