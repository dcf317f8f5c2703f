import type { Span } from './chartData';
import { findFrame, readColumn } from './reviewTrack';

/** A stretch of a set whose course is compared: a repetition, or all of it. */
export interface Course extends Span {
  /** When it turned or reached its hold; the middle where that is not known. */
  readonly turnSec: number;
}

/** Where a moment of a course lies: 0 its beginning, 0.5 its turn, 1 its end. */
export function toPhase({ startSec, turnSec, endSec }: Course, atSec: number): number {
  const phase =
    atSec <= turnSec
      ? (0.5 * (atSec - startSec)) / Math.max(1e-6, turnSec - startSec)
      : 0.5 + (0.5 * (atSec - turnSec)) / Math.max(1e-6, endSec - turnSec);
  return Math.min(1, Math.max(0, phase));
}

/** The moment of a course at a phase. */
export function fromPhase({ startSec, turnSec, endSec }: Course, phase: number): number {
  return phase <= 0.5
    ? startSec + 2 * phase * (turnSec - startSec)
    : turnSec + 2 * (phase - 0.5) * (endSec - turnSec);
}

/** The course of a stretch: it turns where a signal is furthest from its beginning. */
export function findCourse(
  tSec: Float64Array,
  column: Float32Array | undefined,
  { startSec, endSec }: Span,
): Course {
  const from = findFrame(tSec, startSec);
  const to = findFrame(tSec, endSec);
  const first = readColumn(column, from);
  let turnSec = (startSec + endSec) / 2;
  let furthest = 0;
  for (let frame = from; first !== undefined && frame <= to; frame++) {
    const value = readColumn(column, frame);
    const away = value === undefined ? 0 : Math.abs(value - first);
    if (away <= furthest) continue;
    furthest = away;
    turnSec = tSec[frame] ?? turnSec;
  }
  const isInside = turnSec > startSec && turnSec < endSec;
  return { startSec, endSec, turnSec: isInside ? turnSec : (startSec + endSec) / 2 };
}

/** The value of a column at a moment, between its frames; undefined where one was not seen. */
export function interpolate(
  tSec: Float64Array,
  column: Float32Array | undefined,
  atSec: number,
): number | undefined {
  const frame = findFrame(tSec, atSec);
  const before = readColumn(column, frame);
  const after = readColumn(column, frame + 1);
  const t0 = tSec[frame];
  const t1 = tSec[frame + 1];
  if (before === undefined || t0 === undefined) return undefined;
  if (after === undefined || t1 === undefined || t1 <= t0) return before;
  const share = Math.min(1, Math.max(0, (atSec - t0) / (t1 - t0)));
  return before + share * (after - before);
}

/** Two courses of one measure, point for point at the same phases. */
export interface AlignedCurves {
  readonly phases: readonly number[];
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** The second less the first. */
  readonly difference: readonly (number | null)[];
}

/** Lays two courses of a measure over each other by phase. */
export function alignCurves(
  a: {
    readonly tSec: Float64Array;
    readonly column: Float32Array | undefined;
    readonly course: Course;
  },
  b: typeof a,
  count = 200,
): AlignedCurves {
  const phases = Array.from({ length: count + 1 }, (_, i) => i / count);
  const read = ({ tSec, column, course }: typeof a): (number | null)[] =>
    phases.map((phase) => interpolate(tSec, column, fromPhase(course, phase)) ?? null);
  const first = read(a);
  const second = read(b);
  return {
    phases,
    a: first,
    b: second,
    difference: first.map((value, i) => {
      const other = second[i];
      return value === null || other === null || other === undefined ? null : other - value;
    }),
  };
}
