import type { Side } from '../../../src/core/body/keypoint';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { Exercise, ExerciseId } from '../../../src/core/exercises/exercise';
import type { Condition, FaultId, Reference, Rule } from '../../../src/core/form/rule';
import { isSignal } from '../../../src/core/kinematics/measures';
import { type SignalKey, toSignalKey } from '../../../src/core/kinematics/signals';
import { computeMedian } from '../../../src/core/kinematics/signalTrack';
import {
  type Clip,
  countedHolds,
  type LabelledFault,
  listLabelledHolds,
  workingSide,
} from './clip';
import { type Course, type Courses } from './courses';
import { heightsM, meaningOf, viewByName } from './labels';

/** A fault that is truly there: past the row's limit for longer than its dwell. */
export interface TrueFault {
  readonly label: string;
  readonly side: Side | null;
  /** The row by whose limit it counts. */
  readonly rule: Rule;
  /** When the limit was passed, and last was; seconds. */
  readonly startSec: number;
  readonly endSec: number;
  /** The label's own span, its ramps included. */
  readonly labelled: LabelledFault;
  /** Rows that would find it and can be seen from where the camera stands. */
  readonly visible: readonly Rule[];
}

/** Every programme of the renderer begins with so much quiet, seconds. */
const quietSec = 0.3;

/** Half a width of depth within which two moments of a repetition are alike, degrees. */
const alikeDeg = 5;

/** Rules of an exercise for a fault. */
export const rulesFor = (exercise: Exercise, faults: readonly FaultId[]): readonly Rule[] =>
  exercise.rules.filter(({ faultId }) => faults.includes(faultId));

/** The strongest level that a rule can reach. */
export const strongestLevel = ({ conditions }: Rule): 'warn' | 'fail' =>
  conditions.some(({ fail }) => fail !== undefined) ? 'fail' : 'warn';

/** Whether the camera stands where a rule can be judged (views.md). */
export function isVisible({ faultId, views }: Rule, exercise: Exercise, clip: Clip): boolean {
  const { from = 0, to = Infinity } = heightsM[faultId] ?? {};
  return (
    views.some((view) => view === viewByName[clip.view]) &&
    clip.camera.height >= from &&
    clip.camera.height <= to &&
    clip.fps >= (exercise.scoredFromFps ?? 0)
  );
}

/** The product scores the back's curve as a change already; the truth gives the curve itself. */
const isChange = (key: SignalKey): boolean => key === 'backCurveScore';

/** What the truth of a clip is compared with: the athlete's own good position, as the product does. */
export class TrueReferences {
  readonly #exercise: Exercise;
  readonly #clip: Clip;
  readonly #courses: Courses;

  constructor(exercise: Exercise, clip: Clip, courses: Courses) {
    this.#exercise = exercise;
    this.#clip = clip;
    this.#courses = courses;
  }

  /** A signal's true course; undefined where the truth does not know it. */
  course(key: SignalKey): Course | undefined {
    return this.#courses.get(key);
  }

  /** Median of a course over a stretch of time; undefined of nothing. */
  between(key: SignalKey, fromSec: number, toSec: number): number | undefined {
    const course = this.#courses.get(key);
    const values = this.#clip.frames.flatMap(({ t }, n) => {
      const value = course?.[n];
      return value === undefined || t < fromSec || t > toSec ? [] : [value];
    });
    return computeMedian(values);
  }

  /** The own good hold; where there are only repetitions, quiet stance before the first. */
  neutral(key: SignalKey): number | undefined {
    const good = countedHolds(this.#clip).find(({ quality }) => quality === 'good');
    return this.#exercise.phases.kind === 'hold' && good !== undefined
      ? this.between(key, good.start, good.end)
      : this.start(key);
  }

  /** Quiet at the beginning: a swing's first labelled repetition starts at the bottom. */
  start(key: SignalKey): number | undefined {
    return this.between(key, 0, quietSec);
  }

  /** True depth of the movement in a frame, as the product measures it from the clip's view. */
  depth(n: number): number | undefined {
    const { phases } = this.#exercise;
    if (phases.kind !== 'rep') return undefined;
    const view = viewByName[this.#clip.view];
    const measure = phases.depth.find(({ views }) => views.some((name) => name === view));
    if (measure === undefined) return undefined;
    const side = measure.side === 'working' ? workingSide(this.#clip) : undefined;
    const key = toSignalKey(measure.signal, side ?? null);
    const value = this.#courses.get(key)?.[n];
    if (measure.reference !== 'start') return value;
    const start = this.start(key);
    return value === undefined || start === undefined ? undefined : value - start;
  }

  /** Frames of the first good repetition, with their depth. */
  #goodRep(): readonly { readonly n: number; readonly depth: number }[] {
    const good = this.#clip.labels.reps.find(({ quality }) => quality === 'good');
    if (good === undefined) return [];
    return this.#clip.frames.flatMap(({ t }, n) => {
      const depth = this.depth(n);
      return depth === undefined || t < good.start || t > good.end ? [] : [{ n, depth }];
    });
  }

  /** A frame's value against what the condition names; undefined where that is not known. */
  compare(reference: Reference, key: SignalKey, n: number): number | undefined {
    const course = this.#courses.get(key);
    const value = course?.[n];
    if (value === undefined) return undefined;
    const against = (own: number | undefined): number | undefined =>
      own === undefined ? undefined : value - own;
    switch (reference) {
      case 'absolute':
        return isChange(key) ? against(this.neutral(key)) : value;
      case 'neutral':
      case 'holdEntry':
        return against(this.neutral(key));
      case 'start':
        return against(this.start(key));
      case 'startRatio': {
        const own = this.start(key);
        return own === undefined ? undefined : value / own;
      }
      case 'bestHold': {
        const own = this.neutral(key);
        return own === undefined ? undefined : value / own;
      }
      case 'goodRep': {
        const now = this.depth(n);
        if (now === undefined) return undefined;
        const alike = this.#goodRep().filter(({ depth }) => Math.abs(depth - now) <= alikeDeg);
        return against(computeMedian(alike.map((at) => course?.[at.n] ?? NaN)));
      }
      case 'goodBottom': {
        const [deepest] = this.#goodRep().toSorted((a, b) => b.depth - a.depth);
        return against(deepest && course?.[deepest.n]);
      }
      default:
        return undefined;
    }
  }

  /** Whether a condition's mask lets a frame be judged. */
  #isJudged({ onlyWhile }: Condition, side: Side | null, n: number): boolean {
    if (onlyWhile === undefined) return true;
    const { signal, reference = 'absolute', above, below = Infinity } = onlyWhile;
    const value = this.compare(reference, toSignalKey(signal, side), n);
    return value !== undefined && value > above && value < below;
  }

  /** Whether a frame is truly past a rule's limit: its strongest, where no level is named. */
  isPast(rule: Rule, side: Side | null, n: number, level = strongestLevel(rule)): boolean {
    return rule.conditions.some((condition) => {
      const { signal, sense, warn, fail } = condition;
      const limit = level === 'fail' ? fail : warn;
      if (limit === undefined || !isSignal(signal)) return false;
      if (!this.#isJudged(condition, side, n)) return false;
      const value = this.compare(condition.reference, toSignalKey(signal, side), n);
      if (value === undefined) return false;
      if (sense === 'above') return value >= limit;
      return sense === 'below' ? value <= limit : Math.abs(value) >= limit;
    });
  }
}

/** Longest run of judged frames past the limit within a label's span, as its first and last frame. */
function findLongestRun(
  references: TrueReferences,
  clip: Clip,
  rule: Rule,
  side: Side | null,
  { start, end }: LabelledFault,
  isJudged: (tSec: number) => boolean,
): readonly [from: number, to: number] | undefined {
  let best: readonly [number, number] | undefined;
  let from: number | undefined;
  clip.frames.forEach(({ t }, n) => {
    const past = t >= start && t <= end && isJudged(t) && references.isPast(rule, side, n);
    if (!past) {
      from = undefined;
      return;
    }
    from ??= n;
    if (best === undefined || n - from > best[1] - best[0]) best = [from, n];
  });
  return best;
}

/** Faults of a clip that truly pass a row's strongest limit for its dwell, one per label and side. */
export function listTrueFaults(
  id: ExerciseId,
  clip: Clip,
  references: TrueReferences,
): readonly TrueFault[] {
  const exercise: Exercise = catalogue[id];
  const holds = listLabelledHolds(clip);
  // Who comes up to a hold, or lies, is low and at no fault.
  const isJudged = (tSec: number): boolean =>
    exercise.phases.kind === 'rep' || holds.some(({ start, end }) => tSec >= start && tSec <= end);
  return clip.labels.faults.flatMap((labelled) => {
    const meaning = meaningOf[labelled.type];
    if (meaning === undefined) return [];
    const counting = rulesFor(exercise, meaning.countedBy);
    const sided = counting.some(({ sides }) => sides === 'each');
    const both: readonly Side[] = ['left', 'right'];
    const labelSides = labelled.side === 'both' ? both : [labelled.side ?? null];
    return (sided ? labelSides : [labelled.side === 'both' ? null : (labelled.side ?? null)])
      .map((side): TrueFault | undefined => {
        const counted = counting.flatMap((rule) => {
          const run = findLongestRun(references, clip, rule, side, labelled, isJudged);
          if (run === undefined) return [];
          const dwell = strongestLevel(rule) === 'fail' ? rule.failSec : rule.warnSec;
          const [startSec, endSec] = run.map((n) => clip.frames[n]?.t ?? 0) as [number, number];
          return endSec - startSec >= dwell ? [{ rule, startSec, endSec }] : [];
        });
        const [first] = counted.toSorted((a, b) => a.startSec - b.startSec);
        if (first === undefined) return undefined;
        const visible = rulesFor(exercise, meaning.foundBy).filter((rule) =>
          isVisible(rule, exercise, clip),
        );
        return { label: labelled.type, side, labelled, visible, ...first };
      })
      .filter((fault) => fault !== undefined);
  });
}

/**
 * Repetitions by the truth: the depth goes over the product's count limit and back under its end.
 * Holds and attempts: one per labelled rise.
 */
export function countTrueReps(
  { phases }: Exercise,
  clip: Clip,
  references: TrueReferences,
): number {
  if (phases.kind === 'hold') return listLabelledHolds(clip).length;
  // No clip of someone who walks has labels yet.
  if (phases.kind === 'stride') return 0;
  let reps = 0;
  let isDeep = false;
  clip.frames.forEach((_, n) => {
    const depth = references.depth(n);
    if (depth === undefined) return;
    if (depth >= phases.countAbove) isDeep = true;
    else if (isDeep && depth < phases.endBelow) {
      isDeep = false;
      reps++;
    }
  });
  return reps;
}
