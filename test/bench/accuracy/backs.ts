import type { ExerciseId } from '../../../src/core/exercises/exercise';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { CoachEvent, Snapshot } from '../../../src/core/coach/snapshot';
import type { Exercise } from '../../../src/core/exercises/exercise';
import type { FaultId } from '../../../src/core/form/rule';
import { readHollow } from '../../../src/core/kinematics/extensionGain';
import { outlineSignals } from '../../../src/core/kinematics/outlineSignals';
import { computeMean, computeMedian } from '../../../src/core/kinematics/signalTrack';
import { readFormat } from '../../../src/core/report/judgeTrace';
import type { Trace } from '../../../src/core/trace/trace';
import { type Clip, type LabelledFault, listLabelledHolds, trueYawDeg } from './clip';
import { meaningOf } from './labels';

/** The rows of the specification that the trunk's outline judges. */
const backFaults: readonly FaultId[] = ['backArch', 'backRounds', 'lowBackSags'];
/** A change of the lumbar spine that must be found, degrees. */
const faultFromDeg = 12;
/** Delay counts from where the truth passes this, degrees (outline.md). */
const onsetDeg = 8;
/** Within this of its zero the spine is neutral, degrees. */
const neutralDeg = 5;
/** Around a labelled fault nothing counts as neutral, seconds. */
const beforeSec = 0.2;
const afterSec = 1.2;
/** A fault is visible where its score was there, in a hold or rep that ran, for this share of it. */
const visibleShare = 0.5;
/** From here on a hip is flexed: extension is read against a deep loin. */
const flexedDeg = 60;

/** A true change of the lumbar spine, and what became of it. */
export interface BackFault {
  readonly atSec: number;
  /** Positive in extension. */
  readonly trueDeg: number;
  readonly finding: 'hit' | 'missed' | 'unseen';
  /**
   * From the truth's passing of 8° to the event, less the dwell and half of the median, seconds; of
   * rows that are judged in every frame.
   */
  readonly lateSec?: number;
  /** The same, with nothing taken off, of a row that is read once: told when the repetition is over. */
  readonly toldSec?: number;
  /** What the score read over its full time, per degree; undefined where it was not seen. */
  readonly reading: number | undefined;
}

/** How the outline did on one clip. */
export interface BackScore {
  readonly clip: string;
  readonly exercise: ExerciseId;
  readonly body: string;
  readonly yawDeg: number;
  readonly faults: readonly BackFault[];
  /** Neutral time in holds and repetitions in which the back was seen, and alarms in it, seconds. */
  readonly neutralSec: number;
  readonly alarmSec: number;
  /** Sums of truth and of the back's reading with the hips flexed, one for each sense. */
  readonly flexed: Readonly<Record<Sense, { readonly trueDeg: number; readonly read: number }>>;
  /** What was said most to hide the back in holds and repetitions; undefined where nothing was. */
  readonly hiddenBy: string | undefined;
  /** How hollow the loin of the athlete's neutral is with the hips flexed, trunk lengths. */
  readonly hollow: number | undefined;
}

/** Which way a spine has moved. */
export type Sense = 'extension' | 'flexion';

const isBackLabel = ({ type }: LabelledFault): boolean =>
  meaningOf[type]?.foundBy.some((id) => backFaults.includes(id)) === true;

/** True lumbar angle at a moment; undefined outside the clip. */
const lumbarAt = (clip: Clip, tSec: number): number | undefined =>
  clip.frames[Math.round(tSec * clip.fps)]?.angles.lumbar ?? undefined;

/** Whether the hips are truly flexed at a moment. */
function isFlexed(clip: Clip, tSec: number): boolean {
  const angles = clip.frames[Math.round(tSec * clip.fps)]?.angles;
  return 180 - (angles?.leftShoulderHipKnee ?? 180) > flexedDeg;
}

function findFault(
  clip: Clip,
  exercise: Exercise,
  label: LabelledFault,
  snapshots: readonly Snapshot[],
  events: readonly CoachEvent[],
): BackFault | undefined {
  const middle = lumbarAt(clip, (label.fullStart + label.fullEnd) / 2) ?? 0;
  if (Math.abs(middle) < faultFromDeg) return undefined;
  const ids = meaningOf[label.type]?.foundBy.filter((id) => backFaults.includes(id)) ?? [];
  const during = snapshots.filter(({ tSec }) => tSec >= label.fullStart && tSec <= label.fullEnd);
  const reading = computeMean(during.flatMap(({ signals }) => signals.backCurveScore ?? []));
  const fault = {
    atSec: label.start,
    trueDeg: middle,
    reading: reading && reading / middle,
  };
  const raised = events.find(
    (event) =>
      event.type === 'faultRaised' &&
      ids.includes(event.faultId) &&
      event.tSec >= label.start &&
      event.tSec <= label.end + afterSec,
  );
  if (raised?.type === 'faultRaised') {
    const onset = clip.frames.find(
      ({ t, angles }) => t >= label.start && Math.abs(angles.lumbar ?? 0) >= onsetDeg,
    );
    const rule = exercise.rules.find(({ faultId }) => faultId === raised.faultId);
    const toldSec = raised.tSec - (onset?.t ?? label.start);
    if (rule !== undefined && rule.when !== 'throughout') {
      return { ...fault, finding: 'hit', toldSec };
    }
    const delaySec =
      outlineSignals.backCurveScore.decision.windowSec / 2 +
      (rule === undefined ? 0 : raised.level === 'warn' ? rule.warnSec : rule.failSec);
    return { ...fault, finding: 'hit', lateSec: toldSec - delaySec };
  }
  const seen = during.filter(
    ({ back, current }) => current !== undefined && back?.score !== undefined,
  );
  const isSeen = seen.length >= visibleShare * during.length && during.length > 0;
  return { ...fault, finding: isSeen ? 'missed' : 'unseen' };
}

const hasAlarm = ({ verdicts }: Snapshot): boolean =>
  verdicts.some(
    ({ faultId, level }) => backFaults.includes(faultId) && (level === 'warn' || level === 'fail'),
  );

/** The hollow of the neutral that a set has learned, where the hips were flexed in the clip. */
function findHollow(id: ExerciseId, clip: Clip, trace: Trace): number | undefined {
  const hips = clip.frames
    .filter(({ t }) => isFlexed(clip, t))
    .map(({ angles }) => 180 - (angles.leftShoulderHipKnee ?? 180));
  const run = startSet({ ...readFormat(trace), exercise: id, begin: 'now' });
  for (const frame of trace.frames) stepSet(run, frame);
  const { neutral } = run.context.board.back ?? {};
  const hipDeg = computeMedian(hips);
  if (neutral === undefined || hipDeg === undefined) return undefined;
  return readHollow(neutral, hipDeg);
}

/** How the outline did on a clip; undefined where its exercise does not read the back. */
export function scoreBack(
  id: ExerciseId,
  clip: Clip,
  trace: Trace,
  snapshots: readonly Snapshot[],
  events: readonly CoachEvent[],
): BackScore | undefined {
  const exercise: Exercise = catalogue[id];
  if (exercise.outline === undefined) return undefined;
  const { reps, faults } = clip.labels;
  const spans = exercise.phases.kind === 'hold' ? listLabelledHolds(clip) : reps;
  const isMoving = (t: number): boolean => spans.some(({ start, end }) => t >= start && t <= end);
  const isNear = (t: number): boolean =>
    faults.some(({ start, end }) => t >= start - beforeSec && t <= end + afterSec);
  let neutralSec = 0;
  let alarmSec = 0;
  const hiddenFrames = new Map<string, number>();
  const flexed = { extension: { trueDeg: 0, read: 0 }, flexion: { trueDeg: 0, read: 0 } };
  snapshots.forEach((snapshot, n) => {
    const { tSec, back, signals } = snapshot;
    const truth = lumbarAt(clip, tSec);
    if (back?.hidden !== undefined && isMoving(tSec)) {
      hiddenFrames.set(back.hidden, (hiddenFrames.get(back.hidden) ?? 0) + 1);
    }
    if (truth === undefined || back?.score === undefined) return;
    const lastSec = snapshots[n - 1]?.tSec ?? tSec;
    if (isMoving(tSec) && !isNear(tSec) && Math.abs(truth) <= neutralDeg) {
      neutralSec += tSec - lastSec;
      if (hasAlarm(snapshot)) alarmSec += tSec - lastSec;
    }
    const { backCurveDorsalScore: read } = signals;
    if (Math.abs(truth) > onsetDeg && isFlexed(clip, tSec) && read !== undefined) {
      const sums = flexed[truth > 0 ? 'extension' : 'flexion'];
      sums.trueDeg += truth;
      sums.read += read;
    }
  });
  return {
    clip: clip.id,
    exercise: id,
    body: clip.body,
    yawDeg: trueYawDeg(clip),
    faults: faults
      .filter(isBackLabel)
      .flatMap((label) => findFault(clip, exercise, label, snapshots, events) ?? []),
    neutralSec,
    alarmSec,
    flexed,
    hiddenBy: [...hiddenFrames].toSorted((a, b) => b[1] - a[1])[0]?.[0],
    hollow: findHollow(id, clip, trace),
  };
}
