import type { FaultId } from '../form/rule';
import type { KeyMeasure } from './keyMeasures';
import { toMeasureKey } from './keyMeasures';
import { findCourse } from './phaseAlign';
import type { LedgerRow, ReviewedSet } from './reviewSet';
import { findFrame, readColumn, type ReviewTrack } from './reviewTrack';
import type { Verdict } from './verdict';

/** A line fitted through measures over time. */
export interface Slope {
  /** Change in ten seconds, in the measure's unit. */
  readonly per10Sec: number;
  readonly level: number;
}

/**
 * Least-squares line of a column over a stretch; undefined where fewer than ten values, or less than
 * a second of them, were seen.
 */
export function fitSlope(
  tSec: Float64Array,
  column: Float32Array,
  startSec: number,
  endSec: number,
): Slope | undefined {
  const points: { t: number; y: number }[] = [];
  const last = findFrame(tSec, endSec);
  for (let frame = findFrame(tSec, startSec); frame <= last; frame++) {
    const y = readColumn(column, frame);
    const t = tSec[frame];
    if (y !== undefined && t !== undefined) points.push({ t, y });
  }
  const span = (points.at(-1)?.t ?? 0) - (points[0]?.t ?? 0);
  if (points.length < 10 || span < 1) return undefined;
  const mean = (of: (point: { t: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const t0 = mean(({ t }) => t);
  const level = mean(({ y }) => y);
  const spread = mean(({ t }) => (t - t0) ** 2);
  const slope = spread < 1e-9 ? 0 : mean(({ t, y }) => (t - t0) * (y - level)) / spread;
  return { per10Sec: slope * 10, level };
}

type Rep = Verdict['reps'][number];

/** One repetition's middle value and drift of a measure. */
export interface RepValue {
  readonly n: number;
  readonly side: Rep['side'];
  readonly middleSec: number;
  readonly slope: Slope | undefined;
}

/** How a measure drifts within each hold, and from one to the next (spec 8e). */
export interface Fatigue {
  readonly reps: readonly RepValue[];
  /** Drift of the holds' levels over the set; undefined of fewer than three. */
  readonly overSet: Slope | undefined;
}

/** Column of a measure; of its first side where it has two. */
export const columnOf = (track: ReviewTrack, { keys, reference }: KeyMeasure): Float32Array =>
  (keys[0] && track.measures[toMeasureKey(keys[0], reference)]) ?? new Float32Array();

export function computeFatigue({ track, verdict }: ReviewedSet, measure: KeyMeasure): Fatigue {
  const column = columnOf(track, measure);
  const reps = verdict.reps.map(({ n, side, startSec, endSec }) => ({
    n,
    side,
    middleSec: (startSec + endSec) / 2,
    slope: fitSlope(track.tSec, column, startSec, endSec),
  }));
  const seen = reps.flatMap(({ middleSec, slope }) => (slope ? [{ middleSec, slope }] : []));
  if (seen.length < 3) return { reps, overSet: undefined };
  const t0 = seen.reduce((sum, { middleSec }) => sum + middleSec, 0) / seen.length;
  const level = seen.reduce((sum, { slope }) => sum + slope.level, 0) / seen.length;
  const up = seen.reduce(
    (sum, { middleSec, slope }) => sum + (middleSec - t0) * (slope.level - level),
    0,
  );
  const down = seen.reduce((sum, { middleSec }) => sum + (middleSec - t0) ** 2, 0);
  return { reps, overSet: { per10Sec: down < 1e-9 ? 0 : (up / down) * 10, level } };
}

/** How much of the set one fault took (spec 8c). */
export interface FaultShare {
  readonly faultId: FaultId;
  readonly sec: number;
  /** Share of the time in holds and repetitions, 0..1. */
  readonly ratio: number;
  readonly count: number;
  /** The first repetition it was in. */
  readonly firstRep: number;
}

/** The faults of a set, the longest first. */
export function listFaultShares(ledger: readonly LedgerRow[], reps: readonly Rep[]): FaultShare[] {
  const movingSec = reps.reduce((sum, { startSec, endSec }) => sum + endSec - startSec, 0);
  const ids = [...new Set(ledger.map(({ faultId }) => faultId))];
  return ids
    .map((faultId) => {
      const own = ledger.filter((row) => row.faultId === faultId);
      const lengthSec = own.reduce((sum, { startSec, endSec }) => sum + endSec - startSec, 0);
      return {
        faultId,
        sec: lengthSec,
        ratio: movingSec < 1e-9 ? 0 : Math.min(1, lengthSec / movingSec),
        count: own.length,
        firstRep: Math.min(...own.map(({ rep }) => rep)),
      };
    })
    .toSorted((a, b) => b.sec - a.sec || b.count - a.count);
}

/** One point of a curve of one measure over another. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Curves of one signal over another, one for each repetition with its ways there and back
 * (spec 8f, 8g): a roll-out sags on the way.
 */
export function traceCurves(
  set: ReviewedSet,
  xKey: string,
  yKey: string,
  most = 120,
): { readonly n: number; readonly points: readonly CurvePoint[] }[] {
  const { track, verdict } = set;
  const columnNamed = (key: string): Float32Array | undefined =>
    track.signals[key] ?? track.measures[key];
  const xs = columnNamed(xKey);
  const ys = columnNamed(yKey);
  return verdict.reps.map((rep) => {
    const course = findCourse(set, rep);
    const from = findFrame(track.tSec, course[0] ?? rep.startSec);
    const to = findFrame(track.tSec, course.at(-1) ?? rep.endSec);
    const step = Math.max(1, Math.ceil((to - from) / most));
    const points: CurvePoint[] = [];
    for (let frame = from; frame <= to; frame += step) {
      const x = readColumn(xs, frame);
      const y = readColumn(ys, frame);
      if (x !== undefined && y !== undefined) points.push({ x, y });
    }
    return { n: rep.n, points };
  });
}

/** A measure of the left and of the right, with the least change that can be told (spec 8d). */
export interface SideComparison {
  readonly measure: KeyMeasure;
  readonly left: number;
  readonly right: number;
  /** Differences up to this are none, in the measure's unit; undefined where none is known. */
  readonly mdc: number | undefined;
}

/** Least detectable changes (spec 8, longitudinal), degrees. */
const mdcDeg: Readonly<Record<string, number>> = {
  pelvicRollDeg: 7,
  barRollDeg: 7,
  kneeFppaDeg: 9,
  pelvicObliquityDeg: 5,
  trunkThighDeg: 6,
  legTrunkThighDeg: 6,
  trunkInclineDeg: 3,
};

export const findMdc = (signal: string): number | undefined => mdcDeg[signal];

/** The mean of a column over some stretches; undefined where nothing was seen in them. */
function meanOver(track: ReviewTrack, column: Float32Array | undefined, reps: readonly Rep[]) {
  let sum = 0;
  let count = 0;
  for (const { startSec, endSec } of reps) {
    const last = findFrame(track.tSec, endSec);
    for (let frame = findFrame(track.tSec, startSec); frame <= last; frame++) {
      const value = readColumn(column, frame);
      if (value === undefined) continue;
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? undefined : sum / count;
}

/** The sides of a set against each other: of measures with sides, or of repetitions with sides. */
export function compareSides({ track, verdict, shown }: ReviewedSet): SideComparison[] {
  const bySide = (side: 'left' | 'right') => verdict.reps.filter((rep) => rep.side === side);
  return shown.flatMap((measure) => {
    const [first, second] = measure.keys.map(
      (key) => track.measures[toMeasureKey(key, measure.reference)],
    );
    const hasSides = measure.keys.length === 2;
    const left = meanOver(track, first, hasSides ? verdict.reps : bySide('left'));
    const right = meanOver(
      track,
      hasSides ? second : first,
      hasSides ? verdict.reps : bySide('right'),
    );
    if (left === undefined || right === undefined) return [];
    return [{ measure, left, right, mdc: findMdc(measure.signal) }];
  });
}
