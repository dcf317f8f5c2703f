import type { Trace } from '../../../src/core/trace/trace';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { Exercise, ExerciseId } from '../../../src/core/exercises/exercise';
import type { CoachEvent, Snapshot } from '../../../src/core/coach/snapshot';
import type { Rule } from '../../../src/core/form/rule';
import { computeGroupDelay } from '../../../src/core/kinematics/oneEuro';
import { isOutlineSignal, outlineSignals } from '../../../src/core/kinematics/outlineSignals';
import { judgeTrace } from '../../../src/core/report/judgeTrace';
import type { Verdict } from '../../../src/core/report/verdict';
import { cueText } from '../../../src/text/cues';
import { unseenText } from '../../../src/text/unseen';
import { type AlarmScene, isTrueAlarm } from './alarms';
import {
  type AngleErrors,
  type CameraErrors,
  type CurveFit,
  measureAngles,
  measureCamera,
  measureCurve,
  measureYaw,
} from './angles';
import { type BackScore, scoreBack } from './backs';
import { type Clip, countedHolds } from './clip';
import { computeCourses } from './courses';
import { type HoldErrors, measureHolds } from './holds';
import { meaningOf, viewByName } from './labels';
import {
  countTrueReps,
  listTrueFaults,
  strongestLevel,
  type TrueFault,
  TrueReferences,
} from './truth';

/** Slack with which what was found and what is true are matched, seconds. */
const slackSec = 0.5;

/**
 * What became of a true fault. `milder`: raised, but not at its row's strongest level. `elsewhere`:
 * the camera does not stand where it can be seen.
 */
export type Finding = 'hit' | 'milder' | 'missed' | 'unseen' | 'elsewhere';

/** A true fault and what the product made of it. */
export interface ScoredFault {
  readonly label: string;
  readonly clip: string;
  readonly atSec: number;
  readonly finding: Finding;
  /** Event time less crossing, dwell and the filters' stated delay, seconds; of a hit. */
  readonly lateSec?: number;
}

/** A fault that was reported where there is none. */
export interface FalseAlarm {
  readonly clip: string;
  readonly faultId: string;
  readonly level: 'warn' | 'fail';
  readonly atSec: number;
  readonly peak: number;
  /** `good`: in a good hold or repetition; `faulty`: beside a fault of another kind. */
  readonly during: 'good' | 'faulty';
}

/** One clip, scored. */
export interface ClipScore {
  readonly clip: string;
  readonly exercise: ExerciseId;
  readonly view: string;
  /** Whether the camera stands where the exercise is coached from. */
  readonly recommended: boolean;
  readonly faults: readonly ScoredFault[];
  readonly falseAlarms: readonly FalseAlarm[];
  /** Faults reported without a label whose limit the truth itself passes. */
  readonly trueAlarms: number;
  /** Good holds or repetitions by the truth. */
  readonly goodReps: number;
  readonly reps: { readonly counted: number; readonly truth: number };
  /** Undefined of exercises that are repeated, not held. */
  readonly holds: HoldErrors | undefined;
  readonly angles: AngleErrors;
  /** Undefined of exercises whose rules do not read the back, and where the camera cannot show it. */
  readonly curve: CurveFit | undefined;
  /** How the outline did; undefined where the exercise does not read the back. */
  readonly back: BackScore | undefined;
  /** Of the camera's yaw, degrees; undefined without world landmarks. */
  readonly yawErrorDeg: number | undefined;
  /** Undefined where the start position was not seen. */
  readonly camera: CameraErrors | undefined;
  /** Share 0..1 of the time in holds or repetitions. */
  readonly unseenShare: number;
  /** Faults that were said not to be seen. */
  readonly unknown: readonly string[];
}

type Reported = Verdict['faults'][number];
type Raised = Extract<CoachEvent, { type: 'faultRaised' }>;

const overlaps = (a: { from: number; to: number }, from: number, to: number): boolean =>
  a.from <= to + slackSec && a.to >= from - slackSec;

/** How a reported fault tells the true one; undefined where it is another. */
function findMatch(reported: Reported, fault: TrueFault): 'hit' | 'milder' | undefined {
  const span = { from: reported.startSec, to: reported.endSec };
  if (!overlaps(span, fault.startSec, fault.endSec)) return undefined;
  const told = fault.visible.filter(
    (rule) =>
      rule.faultId === reported.id && (rule.sides === 'one' || reported.side === fault.side),
  );
  if (told.length === 0) return undefined;
  const isStrongest = told.some(
    (rule) => strongestLevel(rule) === 'warn' || reported.level === 'fail',
  );
  return isStrongest ? 'hit' : 'milder';
}

/**
 * Window of the median that decides on a rule, seconds: the outline has one of its own, and nobody in
 * the clips wears an aid.
 */
function decisionSecOf({ decisionSec }: Exercise, { conditions }: Rule): number {
  const own = conditions
    .filter(({ aid }) => aid === undefined)
    .map(({ signal }) =>
      isOutlineSignal(signal) ? outlineSignals[signal].decision.windowSec : decisionSec,
    );
  return Math.min(...own);
}

/** Delay of the filters between a slow course and its decision, seconds. */
const statedDelaySec = (exercise: Exercise, rule: Rule): number =>
  computeGroupDelay({ minCutoffHz: exercise.cutoffHz, beta: 0, speedCutoffHz: 1 }) +
  decisionSecOf(exercise, rule) / 2;

/** How late the event was, with dwell and stated delay taken off; only of rows judged throughout. */
function measureLateness(
  exercise: Exercise,
  fault: TrueFault,
  events: readonly CoachEvent[],
): number | undefined {
  // A row read at one moment of a repetition is told when that is over.
  if (fault.rule.when !== 'throughout') return undefined;
  const ids = fault.visible.map(({ faultId }) => faultId);
  const raised = events.find(
    (event): event is Raised =>
      event.type === 'faultRaised' &&
      ids.includes(event.faultId) &&
      event.level === strongestLevel(fault.rule) &&
      event.tSec >= fault.startSec - slackSec,
  );
  if (raised === undefined) return undefined;
  const { rule, startSec } = fault;
  const dwell = strongestLevel(rule) === 'fail' ? rule.failSec : rule.warnSec;
  return raised.tSec - startSec - dwell - statedDelaySec(exercise, rule);
}

function scoreFault(
  exercise: Exercise,
  clip: Clip,
  fault: TrueFault,
  verdict: Verdict,
  events: readonly CoachEvent[],
): ScoredFault {
  const at = { label: fault.label, clip: clip.id, atSec: fault.startSec };
  if (fault.visible.length === 0) return { ...at, finding: 'elsewhere' };
  const matches = verdict.faults.map((reported) => findMatch(reported, fault));
  if (matches.includes('hit')) {
    const lateSec = measureLateness(exercise, fault, events);
    return { ...at, finding: 'hit', ...(lateSec === undefined ? {} : { lateSec }) };
  }
  if (matches.includes('milder')) return { ...at, finding: 'milder' };
  const unseen = verdict.unknown.some(({ id }) => id === fault.rule.faultId);
  return { ...at, finding: unseen ? 'unseen' : 'missed' };
}

/** Reported faults that no label of their kind stands behind: those that the truth confirms, or not. */
function listUnlabelled(scene: AlarmScene, verdict: Verdict) {
  const { clip } = scene;
  const alarms = verdict.faults.flatMap((reported) => {
    const { id, level, startSec, endSec, peak } = reported;
    const near = clip.labels.faults.filter(({ start, end }) =>
      overlaps({ from: startSec, to: endSec }, start, end),
    );
    if (near.some(({ type }) => meaningOf[type]?.foundBy.includes(id) === true)) return [];
    const during = near.length > 0 ? ('faulty' as const) : ('good' as const);
    const alarm: FalseAlarm = { clip: clip.id, faultId: id, level, atSec: startSec, peak, during };
    return [{ alarm, isTrue: isTrueAlarm(scene, reported, slackSec) }];
  });
  return {
    falseAlarms: alarms.flatMap(({ alarm, isTrue }) => (isTrue ? [] : [alarm])),
    trueAlarms: alarms.filter(({ isTrue }) => isTrue).length,
  };
}

function countGood(exercise: Exercise, clip: Clip): number {
  const spans = exercise.phases.kind === 'hold' ? countedHolds(clip) : clip.labels.reps;
  return spans.filter(({ quality }) => quality === 'good').length;
}

/** Judges a clip's trace as the command line does and compares it with the truth. */
export function scoreClip(id: ExerciseId, clip: Clip, trace: Trace): ClipScore {
  const exercise: Exercise = catalogue[id];
  const snapshots: Snapshot[] = [];
  const words = { cue: cueText, unseen: unseenText };
  const { verdict, events } = judgeTrace(trace, { exercise: id }, words, (snapshot) =>
    snapshots.push(snapshot),
  );
  const courses = computeCourses(clip);
  const references = new TrueReferences(exercise, clip, courses);
  const { goodSec, faultySec, unseenSec } = verdict.clocks;
  const moving = goodSec + faultySec + unseenSec;
  return {
    clip: clip.id,
    exercise: id,
    view: clip.view,
    recommended: exercise.views.some((view) => view === viewByName[clip.view]),
    faults: listTrueFaults(id, clip, references).map((fault) =>
      scoreFault(exercise, clip, fault, verdict, events),
    ),
    ...listUnlabelled({ exercise, clip, courses, references, reps: verdict.reps }, verdict),
    goodReps: countGood(exercise, clip),
    reps: { counted: verdict.reps.length, truth: countTrueReps(exercise, clip, references) },
    holds: measureHolds(exercise, clip, references, verdict),
    angles: measureAngles(clip, exercise.phases.kind === 'hold', references, snapshots),
    curve:
      exercise.outline &&
      measureCurve(clip, exercise.phases.kind === 'hold', references, snapshots),
    back: scoreBack(id, clip, trace, snapshots, events),
    yawErrorDeg: measureYaw(clip, trace),
    camera: measureCamera(clip, snapshots),
    unseenShare: moving > 0 ? unseenSec / moving : 0,
    unknown: verdict.unknown.map(({ id: faultId }) => faultId),
  };
}
