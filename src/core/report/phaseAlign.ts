import { catalogue } from '../exercises/catalogue';
import type { Exercise } from '../exercises/exercise';
import type { RepSummary } from '../coach/snapshot';
import { signalTable, toSignalKey } from '../kinematics/signals';
import type { Span } from './chartData';
import type { ReviewedSet } from './reviewSet';
import { findFrame, phaseNames, readColumn, type ReviewTrack } from './reviewTrack';

/**
 * Moments of a stretch, in order, that mean the same in another one: its beginning, its turns, its
 * end. Seconds.
 */
export type Course = readonly number[];

/** Two stretches with as many moments each. */
export interface CoursePair {
  readonly a: Course;
  readonly b: Course;
}

/** Where a moment of a course lies: 0 its beginning, 1 its end, its turns evenly between. */
export function toPhase(course: Course, atSec: number): number {
  const parts = course.length - 1;
  const next = course.findIndex((markSec, i) => i > 0 && atSec <= markSec);
  if (parts < 1 || next < 0) return 1;
  const from = course[next - 1] ?? 0;
  const to = course[next] ?? from;
  const within = to - from < 1e-9 ? 1 : (atSec - from) / (to - from);
  return (next - 1 + Math.min(1, Math.max(0, within))) / parts;
}

/** The moment of a course at a phase. */
export function fromPhase(course: Course, phase: number): number {
  const at = Math.min(1, Math.max(0, phase)) * (course.length - 1);
  const index = Math.min(Math.floor(at), course.length - 2);
  const from = course[index] ?? course[0] ?? 0;
  const to = course[index + 1] ?? from;
  return from + (at - index) * (to - from);
}

/** A way up or down longer than this is another movement, seconds. */
const wayMostSec = 6;

/** The end of the frames of one phase next to a moment, going on or back. */
function followPhase(
  { tSec, phases }: ReviewTrack,
  fromSec: number,
  phase: 'up' | 'down',
  step: 1 | -1,
): number {
  // Just before a hold its frame is of the way up, just after it of the way down.
  let frame = findFrame(tSec, fromSec) + (step === 1 ? 1 : -1);
  let endSec = fromSec;
  while (phaseNames[phases[frame] ?? -1] === phase) {
    const atSec = tSec[frame] ?? endSec;
    if (Math.abs(atSec - fromSec) > wayMostSec) break;
    endSec = atSec;
    frame += step;
  }
  return endSec;
}

/** The signal that tells how deep a repetition is, from where the set was seen. */
function findDepth(set: ReviewedSet, { phases }: Exercise): Float32Array | undefined {
  if (phases.kind !== 'rep') return undefined;
  const { depth } = phases;
  const seen = depth.find(({ views }) => views.includes(set.verdict.view)) ?? depth[0];
  if (seen === undefined) return undefined;
  const hasSides = signalTable[seen.signal].sides === 'each';
  return set.track.signals[toSignalKey(seen.signal, hasSides ? (set.side ?? 'left') : null)];
}

/** When a signal is furthest from where it was at the beginning; the middle where nobody saw it. */
export function findTurn(
  tSec: Float64Array,
  column: Float32Array | undefined,
  { startSec, endSec }: Span,
): number {
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
  return isInside ? turnSec : (startSec + endSec) / 2;
}

/** The course of one repetition: the way up, the hold and the way down; or down, turn and up. */
export function findCourse(set: ReviewedSet, rep: RepSummary): Course {
  const { track } = set;
  const { startSec, endSec } = rep;
  if (rep.kind === 'hold') {
    const upSec = followPhase(track, startSec, 'up', -1);
    const downSec = followPhase(track, endSec, 'down', 1);
    return [upSec, startSec, endSec, downSec];
  }
  if (rep.kind !== 'rep') return [startSec, endSec];
  return [startSec, findTurn(track.tSec, findDepth(set, catalogue[set.exercise]), rep), endSec];
}

/** The first and the last moment alone. */
const endsOf = (course: Course): Course => [course[0] ?? 0, course.at(-1) ?? 0];

/** Later courses begin no earlier than the one before has ended. */
const joinCourses = (courses: readonly Course[]): Course =>
  courses.flat().reduce<number[]>((marks, markSec) => {
    marks.push(Math.max(markSec, marks.at(-1) ?? -Infinity));
    return marks;
  }, []);

/**
 * Lays repetitions of one set beside those of another, the first by the first, as far as both go.
 * Without any the whole sets are laid beside each other.
 */
export function pairCourses(
  a: { readonly set: ReviewedSet; readonly reps: readonly RepSummary[] },
  b: typeof a,
): CoursePair {
  const count = Math.min(a.reps.length, b.reps.length);
  if (count === 0) return { a: wholeCourse(a.set), b: wholeCourse(b.set) };
  const coursesOf = ({ set, reps }: typeof a): Course[] =>
    reps.slice(0, count).map((rep) => findCourse(set, rep));
  const first = coursesOf(a);
  const second = coursesOf(b);
  const hasSameMarks = (i: number): boolean => first[i]?.length === second[i]?.length;
  const match = (courses: readonly Course[]): Course =>
    joinCourses(courses.map((course, i) => (hasSameMarks(i) ? course : endsOf(course))));
  return { a: match(first), b: match(second) };
}

const wholeCourse = ({ track: { tSec } }: ReviewedSet): Course => [
  Math.max(0, tSec[0] ?? 0),
  tSec.at(-1) ?? 0,
];

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

/** A measure over a stretch. */
export interface Curve {
  readonly tSec: Float64Array;
  readonly column: Float32Array | undefined;
  readonly course: Course;
}

/** Two courses of one measure, point for point at the same phases. */
export interface AlignedCurves {
  /** The frames of the first, seconds of its own time. */
  readonly tSec: Float64Array;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** The second less the first. */
  readonly difference: readonly (number | null)[];
}

/** The frames of a course, from its first to its last moment. */
export const framesWithin = (tSec: Float64Array, course: Course): Float64Array =>
  tSec.filter((atSec) => atSec >= (course[0] ?? 0) - 1e-6 && atSec <= (course.at(-1) ?? 0) + 1e-6);

/** Lays the second course of a measure over the first by phase. */
export function alignCurves(a: Curve, b: Curve): AlignedCurves {
  const tSec = framesWithin(a.tSec, a.course);
  const first: (number | null)[] = [];
  const second: (number | null)[] = [];
  for (const atSec of tSec) {
    first.push(interpolate(a.tSec, a.column, atSec) ?? null);
    const thenSec = fromPhase(b.course, toPhase(a.course, atSec));
    second.push(interpolate(b.tSec, b.column, thenSec) ?? null);
  }
  const difference = first.map((value, i) => {
    const other = second[i];
    return value === null || other === null || other === undefined ? null : other - value;
  });
  return { tSec, a: first, b: second, difference };
}
