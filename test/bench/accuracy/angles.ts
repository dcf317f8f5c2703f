import type { Snapshot } from '../../../src/core/coach/snapshot';
import type { SignalKey } from '../../../src/core/kinematics/signals';
import { computeMedian } from '../../../src/core/kinematics/signalTrack';
import { estimateView, wrapDeg } from '../../../src/core/kinematics/view';
import type { Trace } from '../../../src/core/trace/trace';
import { type Clip, countedHolds, trueYawDeg, workingSide } from './clip';
import type { Course } from './courses';
import type { TrueReferences } from './truth';

/** Angles that are compared, by the name they are printed under; the camera that shows them. */
export const comparedAngles = {
  'trunk incline': { keys: ['trunkInclineDeg'], views: ['side'], limitDeg: 5 },
  shank: { keys: ['shankInclineDeg'], views: ['side'], limitDeg: 5 },
  knee: { keys: ['kneeFlexionDeg'], views: ['side'], limitDeg: 5 },
  'trunk-thigh': { keys: ['trunkThighDeg'], views: ['side'], limitDeg: 5 },
  FPPA: {
    keys: ['kneeFppaDeg.left', 'kneeFppaDeg.right'],
    views: ['front', 'back'],
    limitDeg: 5,
  },
  'back curve': { keys: ['backCurveScore'], views: ['side'], limitDeg: 5, isChange: true },
  'pelvic roll': {
    keys: ['pelvicRollDeg'],
    views: ['side', 'head'],
    limitDeg: 4,
    meanSec: 1,
    onOneLeg: true,
  },
} as const satisfies Record<
  string,
  {
    readonly keys: readonly SignalKey[];
    readonly views: readonly string[];
    readonly limitDeg: number;
    /** The reading is a change already, from a neutral that is the truth's zero. */
    readonly isChange?: true;
    /** Both are means over the last seconds. */
    readonly meanSec?: number;
    /** It is of the leg that is lifted: not measured on both. */
    readonly onOneLeg?: true;
  }
>;

/** Names of the compared angles. */
export type AngleName = keyof typeof comparedAngles;

/** Sum of the absolute errors of an angle, degrees, and of how many frames. */
export interface ErrorSum {
  readonly sumDeg: number;
  readonly frames: number;
}

/** Errors of the angles that a clip's exercise measures. */
export type AngleErrors = Readonly<Partial<Record<AngleName, ErrorSum>>>;

/** Mean over the last `meanSec` of a course; the value itself where that is 0. */
function smooth(course: Course, tSec: readonly number[], meanSec: number): Course {
  if (meanSec === 0) return course;
  return course.map((now, n) => {
    if (now === undefined) return undefined;
    const values: number[] = [];
    for (let i = n; i >= 0 && (tSec[n] ?? 0) - (tSec[i] ?? 0) <= meanSec; i--) {
      const value = course[i];
      if (value !== undefined) values.push(value);
    }
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

interface Pair {
  readonly tSec: number;
  readonly truth: number;
  readonly found: number;
}

/** Truth and reading of the frames in which both are there. */
function pair(
  clip: Clip,
  truth: Course,
  found: Course,
  tSec: readonly number[],
  meanSec: number,
): readonly Pair[] {
  const trueTimes = clip.frames.map(({ t }) => t);
  const trueCourse = smooth(truth, trueTimes, meanSec);
  return smooth(found, tSec, meanSec).flatMap((value, i) => {
    const t = tSec[i] ?? 0;
    const wanted = trueCourse[Math.round(t * clip.fps)];
    return value === undefined || wanted === undefined
      ? []
      : [{ tSec: t, truth: wanted, found: value }];
  });
}

/** What is judged of a clip: its holds or repetitions. */
const isJudged = (clip: Clip, isHeld: boolean, at: number): boolean =>
  (isHeld ? countedHolds(clip) : clip.labels.reps).some(
    ({ start, end }) => at >= start && at <= end,
  );

/** Mean absolute error as change from the set's own neutral, over its holds or repetitions. */
function compareCourse(
  clip: Clip,
  pairs: readonly Pair[],
  isHeld: boolean,
  isChange: boolean,
): ErrorSum {
  const good = countedHolds(clip).find(({ quality }) => quality === 'good');
  const firstRep = Math.max(clip.labels.reps[0]?.start ?? 0, 0.2);
  const neutral = isHeld && good !== undefined ? good : { start: 0, end: firstRep };
  const own = pairs.filter(({ tSec }) => tSec >= neutral.start && tSec <= neutral.end);
  const offset = isChange ? 0 : computeMedian(own.map(({ found, truth }) => found - truth));
  if (offset === undefined) return { sumDeg: 0, frames: 0 };
  const judged = pairs.filter(({ tSec }) => isJudged(clip, isHeld, tSec));
  const sumDeg = judged.reduce(
    (sum, { found, truth }) => sum + Math.abs(found - truth - offset),
    0,
  );
  return { sumDeg, frames: judged.length };
}

/** Errors of all angles that the clip's exercise measures and its camera shows. */
export function measureAngles(
  clip: Clip,
  isHeld: boolean,
  references: TrueReferences,
  snapshots: readonly Snapshot[],
): AngleErrors {
  const tSec = snapshots.map((snapshot) => snapshot.tSec);
  const errors: Partial<Record<AngleName, ErrorSum>> = {};
  for (const [name, compared] of Object.entries(comparedAngles)) {
    if (!compared.views.some((view) => view === clip.view)) continue;
    if ('onOneLeg' in compared && workingSide(clip) === undefined) continue;
    const sums = compared.keys.map((key) => {
      const found = snapshots.map(({ signals }) => signals[key]);
      const truth = references.course(key) ?? [];
      const meanSec = 'meanSec' in compared ? compared.meanSec : 0;
      const isChange = 'isChange' in compared;
      return compareCourse(clip, pair(clip, truth, found, tSec, meanSec), isHeld, isChange);
    });
    const frames = sums.reduce((sum, one) => sum + one.frames, 0);
    const sumDeg = sums.reduce((sum, one) => sum + one.sumDeg, 0);
    if (frames > 0) errors[name as AngleName] = { sumDeg, frames };
  }
  return errors;
}

/** How the back's score follows the spine over a clip's holds or repetitions. */
export interface CurveFit {
  /** Correlation with the truth, -1..1; undefined where one of them does not change. */
  readonly r: number | undefined;
  /** Share 0..1 of the frames that have a score. */
  readonly seenShare: number;
}

function correlate(pairs: readonly Pair[]): number | undefined {
  const mean = (of: (pair: Pair) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const truth = mean((pair) => pair.truth);
  const found = mean((pair) => pair.found);
  const spread = Math.sqrt(
    mean((pair) => (pair.truth - truth) ** 2) * mean((pair) => (pair.found - found) ** 2),
  );
  return spread > 0
    ? mean((pair) => (pair.truth - truth) * (pair.found - found)) / spread
    : undefined;
}

/** The fit of the lumbar curve; undefined where the exercise or the camera shows none. */
export function measureCurve(
  clip: Clip,
  isHeld: boolean,
  references: TrueReferences,
  snapshots: readonly Snapshot[],
): CurveFit | undefined {
  const { keys, views } = comparedAngles['back curve'];
  const judged = snapshots.filter(({ tSec }) => isJudged(clip, isHeld, tSec));
  const truth = references.course(keys[0]);
  if (truth === undefined || judged.length === 0) return undefined;
  if (!views.some((view) => view === clip.view)) return undefined;
  const found = judged.map(({ signals }) => signals[keys[0]]);
  const times = judged.map(({ tSec }) => tSec);
  const pairs = pair(clip, truth, found, times, 0);
  return { r: correlate(pairs), seenShare: pairs.length / judged.length };
}

/** Error of the camera's yaw, degrees: the median of what single frames say against the truth. */
export function measureYaw(clip: Clip, trace: Trace): number | undefined {
  // The yaw is the same in every posture; only the view's name differs.
  const yaws = trace.frames.flatMap(
    (frame) => estimateView(frame, 'unknown', 'standing').yawDeg ?? [],
  );
  const median = computeMedian(yaws);
  return median === undefined ? undefined : median - trueYawDeg(clip);
}

/** Errors of the place that the product gives the camera: round the athlete, degrees; height, metres. */
export interface CameraErrors {
  readonly azimuthDeg: number;
  readonly heightM: number | undefined;
}

/** Compares the last estimate of the camera's place with the truth; undefined where there is none. */
export function measureCamera(
  { camera }: Clip,
  snapshots: readonly Snapshot[],
): CameraErrors | undefined {
  const found = snapshots.findLast((snapshot) => snapshot.camera !== undefined)?.camera;
  return (
    found && {
      azimuthDeg: wrapDeg(found.azimuthDeg - camera.azimuth),
      heightM: found.heightM === undefined ? undefined : found.heightM - camera.height,
    }
  );
}
