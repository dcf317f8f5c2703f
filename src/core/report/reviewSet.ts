import { jointIndex, type Joint, type Side } from '../body/keypoint';
import type { PictureFormat, PoseFrame } from '../body/poseFrame';
import { endSet, type SetRun, startSet, stepSet } from '../coach/pipeline';
import type { SetOptions } from '../coach/setOptions';
import { RepCoach } from '../coach/repCoach';
import { listSignals } from '../coach/signalBoard';
import type { CoachEvent, Snapshot } from '../coach/snapshot';
import type { Exercise, ExerciseId } from '../exercises/exercise';
import type { FaultId, Grade } from '../form/rule';
import { changeRules } from '../form/strictness';
import type { FaultInterval } from '../form/verdict';
import type { SignalId } from '../kinematics/signals';
import { computeMedian } from '../kinematics/signalTrack';
import type { View } from '../kinematics/view';
import type { Trace } from '../trace/trace';
import type { UnitName } from '../units';
import { type JudgeOptions, readFormat } from './judgeTrace';
import { chooseKeyMeasures, type KeyMeasure, listKeyMeasures, toMeasureKey } from './keyMeasures';
import { findFrame, poseStride, type ReviewTrack, TrackPacker } from './reviewTrack';
import { buildVerdict, type Verdict, type VerdictWords } from './verdict';

/** How a set is judged: as it was recorded, or from its first frame on. */
export type ReviewOptions = JudgeOptions &
  Partial<Pick<SetOptions, 'begin' | 'doseReps' | 'stage' | 'pass'>>;

/** One alert of a set as the physio's ledger lists it. */
export interface LedgerRow {
  readonly faultId: FaultId;
  readonly specRow: string;
  readonly side: Side | null;
  readonly level: 'warn' | 'fail';
  /** Undefined while only the verdict of then is known. */
  readonly grade: Grade | undefined;
  readonly provisional: boolean;
  readonly rep: number;
  /** When the measure crossed the limit, stood furthest beyond it, and came back. */
  readonly startSec: number;
  readonly peakSec: number;
  readonly endSec: number;
  readonly peak: number;
  readonly unit: UnitName;
  /** How surely the joints were seen in it, 0..1; undefined where none was. */
  readonly confidence: number | undefined;
}

/** A set judged anew for the eye: everything that the review shows. Plain data: it crosses threads. */
export interface ReviewedSet {
  readonly exercise: ExerciseId;
  readonly format: PictureFormat;
  readonly options: ReviewOptions;
  readonly verdict: Verdict;
  readonly ledger: readonly LedgerRow[];
  readonly events: readonly CoachEvent[];
  readonly track: ReviewTrack;
  /** All measures over time; the first ones are drawn. */
  readonly measures: readonly KeyMeasure[];
  readonly shown: readonly KeyMeasure[];
  /** The working side where the exercise has one. */
  readonly side: Side | undefined;
}

/** Joints that an exercise is judged by, of the part names that must be in the picture. */
const jointsOf: Readonly<Record<Exercise['mustSee'][number], readonly Joint[]>> = {
  head: ['ear'],
  shoulders: ['shoulder'],
  hips: ['hip'],
  knees: ['knee'],
  feet: ['ankle'],
};

/**
 * How surely an interval was seen: the middle, over its frames, of the score of the worst seen joint
 * of the better seen side. The head is left out: it seldom decides.
 */
function computeConfidence(
  track: ReviewTrack,
  exercise: Exercise,
  startSec: number,
  endSec: number,
): number | undefined {
  const joints = exercise.mustSee
    .filter((part) => part !== 'head')
    .flatMap((part) => jointsOf[part]);
  const scores: number[] = [];
  const last = findFrame(track.tSec, endSec);
  for (let frame = findFrame(track.tSec, startSec); frame <= last; frame++) {
    const worst = (side: Side): number =>
      Math.min(
        ...joints.map(
          (joint) => track.poses[frame * poseStride + jointIndex[side][joint] * 3 + 2] ?? 0,
        ),
      );
    scores.push(Math.max(worst('left'), worst('right')));
  }
  return computeMedian(scores);
}

const intervalKey = ({ specRow, faultId, side, startSec }: FaultInterval): string =>
  [specRow, faultId, side ?? '', startSec].join(' ');

/** Of what is worn, where it is. */
const aidSignals: readonly SignalId[] = ['barRollDeg', 'lumbarFlexionRatio'];

/** Judges a trace frame by frame and keeps all that a review shows. */
export class ReviewRun {
  readonly #run: SetRun;
  readonly #measures: readonly KeyMeasure[];
  readonly #packer: TrackPacker;
  readonly #events: CoachEvent[] = [];
  readonly #views = new Map<View, number>();
  /** The moment of each open interval's peak so far, with its value. */
  readonly #peaks = new Map<string, { peak: number; atSec: number }>();
  #firstSec: number | undefined;
  #lastSec = 0;
  /** Measures of aids that were worn. */
  readonly #readAids = new Set<SignalId>();

  constructor(
    private readonly format: PictureFormat,
    private readonly options: ReviewOptions,
  ) {
    this.#run = startSet({ begin: 'now', ...options, ...format });
    const { exercise } = this.#run;
    this.#measures = listKeyMeasures(exercise, changeRules(exercise.rules, options.changes ?? {}));
    this.#packer = new TrackPacker(
      listSignals(exercise).map(({ key }) => key),
      this.#measures.flatMap(({ keys, reference }) =>
        keys.map((key) => toMeasureKey(key, reference)),
      ),
      exercise.outline !== undefined,
    );
  }

  add(frame: PoseFrame): void {
    const snapshot = stepSet(this.#run, frame);
    this.#events.push(...snapshot.events);
    // Poses from before a set that waited for its beginning have negative times.
    if (frame.tSec >= 0) {
      this.#views.set(snapshot.view, (this.#views.get(snapshot.view) ?? 0) + 1);
      this.#firstSec ??= frame.tSec;
    }
    this.#lastSec = frame.tSec;
    for (const aid of aidSignals) if (snapshot.signals[aid] !== undefined) this.#readAids.add(aid);
    this.#trackPeaks(snapshot);
    this.#packer.add({
      tSec: frame.tSec,
      pose: snapshot.pose,
      signals: snapshot.signals,
      measures: this.#readMeasures(snapshot),
      phase: snapshot.movePhase,
      angle: snapshot.angle,
      isSideView: snapshot.nearSide !== undefined,
      outlines: snapshot.back?.outlines ?? [],
    });
  }

  finish(words: VerdictWords): ReviewedSet {
    const run = this.#run;
    const last = endSet(run);
    this.#events.push(...last.events);
    const view = [...this.#views].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';
    const durationSec = Math.max(0, this.#lastSec - (this.#firstSec ?? this.#lastSec));
    const track = this.#packer.finish();
    // An aid that was not worn measures nothing.
    const measures = this.#measures.filter(
      ({ signal }) => !aidSignals.includes(signal) || this.#readAids.has(signal),
    );
    return {
      exercise: run.exercise.id,
      format: this.format,
      options: this.options,
      verdict: buildVerdict(run, last, view, durationSec, this.#events, words),
      ledger: this.#listLedger(last, track),
      events: this.#events,
      track,
      measures,
      shown: chooseKeyMeasures(measures, view),
      side: last.workingSide ?? this.options.side,
    };
  }

  #readMeasures({ signals, view }: Snapshot): Record<string, number | undefined> {
    const { context, coach } = this.#run;
    const depth = coach instanceof RepCoach ? coach.readDepth(view) : undefined;
    const values: Record<string, number | undefined> = {};
    for (const { reference, keys } of this.#measures) {
      for (const key of keys) {
        const raw = signals[key];
        if (raw === undefined) continue;
        const against = context.references.compare({ reference }, key, raw, depth);
        if (typeof against === 'number') values[toMeasureKey(key, reference)] = against;
      }
    }
    return values;
  }

  #trackPeaks({ faults, tSec }: Pick<Snapshot, 'faults' | 'tSec'>): void {
    for (const fault of faults) {
      const key = intervalKey(fault);
      const known = this.#peaks.get(key);
      if (known?.peak === fault.peak) continue;
      // What decides lags by half of its window.
      const delaySec = this.#run.context.board.decisionDelaySec(fault.startSec);
      const atSec = Math.max(fault.startSec, tSec - delaySec);
      this.#peaks.set(key, { peak: fault.peak, atSec });
    }
  }

  #listLedger(last: Snapshot, track: ReviewTrack): LedgerRow[] {
    this.#trackPeaks(last);
    return last.faults
      .map((fault): LedgerRow => {
        const { faultId, specRow, side, level, grade, provisional, rep, startSec, peak, unit } =
          fault;
        const endSec = fault.endSec ?? last.tSec;
        const peakSec = Math.min(endSec, this.#peaks.get(intervalKey(fault))?.atSec ?? startSec);
        const confidence = computeConfidence(track, this.#run.exercise, startSec, endSec);
        return {
          ...{ faultId, specRow, side, level, grade, provisional, rep },
          ...{ startSec, peakSec, endSec, peak, unit, confidence },
        };
      })
      .toSorted((a, b) => a.startSec - b.startSec || (a.side ?? '').localeCompare(b.side ?? ''));
  }
}

/** Judges a whole trace for the review. */
export function reviewTrace(
  trace: Trace,
  options: ReviewOptions,
  words: VerdictWords,
): ReviewedSet {
  const run = new ReviewRun(readFormat(trace), options);
  for (const frame of trace.frames) run.add(frame);
  return run.finish(words);
}

/** The memory that a reviewed set hands over when it crosses to another thread. */
export const listBuffers = ({ track }: ReviewedSet): ArrayBuffer[] =>
  [
    ...[track.tSec, track.poses, track.phases, track.angles, track.lines, track.outlines],
    ...Object.values(track.signals),
    ...Object.values(track.measures),
  ].map(({ buffer }) => buffer as ArrayBuffer);
