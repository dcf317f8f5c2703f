import { otherSide } from '../body/keypoint';
import type { HoldPhases, Motion, PositionBand } from '../exercises/exercise';
import { beginSpans, closeJudge, judgeFrame, judgeMoment } from '../form/judge';
import { isFailPending, listStanding } from '../form/judgeReport';
import { type SignalKey, toSignalKey } from '../kinematics/signals';
import { beginHoldCues, cueInHold, remindBreath } from './cuePolicy';
import { isDark, listHeard } from './feedback';
import {
  abortHold,
  createHoldTracker,
  type HoldTracker,
  type HoldTransition,
  stepHold,
} from './holdTracker';
import { findAbort, isClean, isDiscarding, isQualityHold, listFaults } from './quality';
import { RepRecorder } from './repRecorder';
import { SettledMeasures } from './settledMeasures';
import {
  confirmCorrections,
  giveCue,
  listPauses,
  reportJudgement,
  type SetContext,
  toJudgeInput,
  findSlow,
} from './setContext';
import type { BoardFrame, SignalBoard } from './signalBoard';
import type { MovePhase, Snapshot } from './snapshot';

/** The position is read as the median of this long, so that one noisy frame ends no hold, seconds. */
const positionSec = 0.2;

/** What is kept of the time before a movement into a hold, seconds. */
const beforeSec = 2;

/**
 * Still: no mean speed over the window, and no more way within it than the speed allows, as the turn
 * of a bounce has a mean speed of nothing too.
 */
const isStill = (
  board: SignalBoard,
  slope: number | undefined,
  { signal, stillSpeed, stillSec }: Motion,
): boolean =>
  slope !== undefined &&
  Math.abs(slope) < stillSpeed &&
  board.wander(signal, stillSec) <= stillSpeed * stillSec;

/** The hold or attempt that runs. */
interface RunningHold {
  readonly n: number;
  readonly kind: 'hold' | 'attempt';
  readonly startSec: number;
  judged: boolean;
  reached: boolean;
}

/** Coaches holds: finds them, judges what is in them, runs their clock, gives their cues. */
export class HoldCoach {
  readonly #context: SetContext;
  readonly #phases: HoldPhases;
  readonly #tracker: HoldTracker = createHoldTracker();
  readonly #settled = new SettledMeasures();
  #running: RunningHold | undefined;
  #wayIn = new RepRecorder();
  /** The way into a hold is recorded only where a rule reads it. */
  readonly #judgesEntry: boolean;

  constructor(context: SetContext, phases: HoldPhases) {
    this.#context = context;
    this.#phases = phases;
    this.#judgesEntry = context.judge.tracks.some(({ rule }) => rule.when === 'entry');
  }

  get phase(): MovePhase {
    return this.#tracker.phase;
  }

  get isMoving(): boolean {
    return this.#running !== undefined;
  }

  /** The running hold for the screen. */
  readCurrent(tSec: number): Snapshot['current'] {
    const running = this.#running;
    if (running === undefined) return undefined;
    return {
      n: running.n,
      goodSec: this.#context.ledger.current.goodSec,
      elapsedSec: tSec - running.startSec,
      targetSec: this.#context.targetSec,
    };
  }

  /** Takes one frame in. */
  step(frame: BoardFrame): void {
    const { board, ledger, exercise, references } = this.#context;
    const { tSec } = frame;
    const phases = this.#phases;
    const { motion } = phases;
    const bands = phases.positionFrom?.[frame.view] ?? phases.position;
    const position = this.#readPosition(bands);
    const seen = bands.every((band) => board.sees(this.#bandKey(band)));
    const scored = exercise.views.includes(frame.view) && findSlow(this.#context) === undefined;
    ledger.tick(tSec, seen && scored);
    const slope = board.slope(motion.signal, motion.stillSec);
    const still = isStill(board, slope, motion);
    const transition = stepHold(this.#tracker, phases, {
      tSec,
      readSec: tSec - positionSec / 2,
      inside: position?.inside,
      outside: position?.outside,
      height: board.read(motion.signal),
      slope,
      still,
      inStart: frame.inStart,
      plateauStart: () =>
        board.plateauStart(motion.signal, motion.stillSec / 2, motion.plateauBand),
      plateauEnd: (sinkSec) => board.plateauEnd(motion.signal, sinkSec, motion.plateauBand),
    });
    if (this.#running === undefined && this.#judgesEntry) this.#recordWayIn(tSec);
    if (transition !== undefined) this.#apply(transition, frame);
    references.learnStart(board, tSec, frame.inStart === true && this.phase === 'rest');
    if (this.#running === undefined) return;
    if (this.#running.kind === 'hold') {
      const reading = board.recent(phases.plausible.signal, positionSec);
      if (still) this.#settled.watch(this.#context, motion);
      references.learnHold(board, this.#running.startSec, tSec, reading);
      if (exercise.outline?.learn === 'hold') {
        const plausible = references.isPlausible(reading);
        board.back?.learnHold(this.#running.startSec, tSec, plausible);
      }
      references.collectHold(board);
    }
    const sinking = slope !== undefined && slope < -motion.downSpeed;
    this.#judge(frame, sinking && this.#wasSinking(tSec));
  }

  /** The furthest that bands of `bestHold` have been in this set, in whatever form. */
  readonly #furthest = new Map<SignalKey, number>();

  /**
   * Whether the athlete is in the position; undefined where a measure of it is not seen and no other
   * tells that it was left. A hold is left by the milder of the reading and its change from the own
   * good position.
   */
  #readPosition(
    bands: readonly PositionBand[],
  ): { readonly inside: boolean; readonly outside: boolean } | undefined {
    const { board, references } = this.#context;
    let isSeen = true;
    let inside = true;
    let outside = false;
    for (const band of bands) {
      const key = this.#bandKey(band);
      const raw = board.read(key) === undefined ? undefined : board.recent(key, positionSec);
      isSeen &&= raw !== undefined;
      if (raw === undefined) continue;
      const { from = -Infinity, to = Infinity } = band;
      if (band.reference === 'bestHold') {
        const furthest = Math.max(raw, references.best(key) ?? 0, this.#furthest.get(key) ?? 0);
        this.#furthest.set(key, furthest);
        const share = raw / furthest;
        inside &&= share >= from && share <= to;
        outside ||= share < (band.leaveFrom ?? from) || share > (band.leaveTo ?? to);
        continue;
      }
      const zero = references.zero(key);
      const own = band.reference === 'neutral' ? references.own(key) : zero;
      inside &&= raw - own >= from && raw - own <= to;
      outside ||= raw - Math.min(own, zero) < (band.leaveFrom ?? from);
      outside ||= raw - Math.max(own, zero) > (band.leaveTo ?? to);
    }
    if (!isSeen && !outside) return undefined;
    return { inside: isSeen && inside, outside };
  }

  /** The key of a band's signal; of either side while the working one is not known. */
  #bandKey({ signal, side }: PositionBand): SignalKey {
    if (side === undefined) return signal;
    const working = this.#context.board.workingSide ?? 'left';
    return toSignalKey(signal, side === 'working' ? working : otherSide(working));
  }

  /** Records what leads to a hold: the movement, and a moment of what was before it. */
  #recordWayIn(tSec: number): void {
    this.#wayIn.add(this.#context.board, tSec, undefined);
    const { phase } = this;
    if (phase === 'rest' || phase === 'down') this.#wayIn.forgetBefore(tSec - beforeSec);
  }

  /** Judges once how the athlete came into the hold. */
  #judgeEntry({ startSec, n }: RunningHold, frame: BoardFrame): void {
    const context = this.#context;
    const { references, board } = context;
    const recording = {
      ...this.#wayIn.read(),
      bottomSec: startSec,
      start: (key: SignalKey) => references.start(key),
      workingSide: board.workingSide,
    };
    const moment = { frame, fromSec: startSec, rep: n, depth: undefined, recording };
    const judged = judgeMoment(context.judge, 'entry', toJudgeInput(context, moment), startSec);
    reportJudgement(context, judged, frame.tSec);
  }

  #apply(transition: HoldTransition, frame: BoardFrame): void {
    const { ledger, references, judge } = this.#context;
    const { tSec } = frame;
    if (transition.type === 'ended') {
      this.#end(transition.atSec, tSec);
      return;
    }
    if (transition.type === 'attemptDropped') {
      ledger.cancel();
      closeJudge(judge, this.#running?.startSec ?? tSec);
      this.#running = undefined;
      return;
    }
    const kind = transition.type === 'holdBegan' ? 'hold' : 'attempt';
    const startSec = transition.atSec;
    this.#running = {
      n: this.#context.reps.length + 1,
      kind,
      startSec,
      judged: false,
      reached: false,
    };
    ledger.open(startSec);
    beginSpans(judge);
    references.beginHold();
    this.#settled.begin();
    this.#context.cues = beginHoldCues(this.#context.cues);
    if (kind === 'attempt') return;
    this.#context.events.push({ type: 'holdStarted', tSec, n: this.#running.n });
    if (this.#judgesEntry) this.#judgeEntry(this.#running, frame);
  }

  /** Whether the sinking had begun at the moment that the deciding medians speak of. */
  #wasSinking(tSec: number): boolean {
    const { board } = this.#context;
    const judgedSec = tSec - board.decisionDelaySec(this.#running?.startSec ?? tSec);
    return (this.#tracker.descentSec ?? tSec) <= judgedSec;
  }

  #judge(frame: BoardFrame, leaving: boolean): void {
    const running = this.#running;
    if (running === undefined) return;
    const context = this.#context;
    const { tSec } = frame;
    const judged = judgeFrame(
      context.judge,
      toJudgeInput(context, {
        frame,
        fromSec: running.startSec,
        rep: running.n,
        depth: undefined,
        leaving,
        first: !running.judged,
      }),
      (rule) => running.kind === 'hold' || rule.inAttempts === true,
    );
    running.judged = true;
    reportJudgement(context, judged, tSec);
    const cleared = judged.filter(({ type }) => type === 'cleared');
    confirmCorrections(
      context,
      cleared.map(({ rule }) => rule.faultId),
      running.n,
      tSec,
    );
    this.#pause(running);
    const target = context.targetSec ?? this.#phases.targetSec;
    // Good time that a fault is about to take back does not reach the target.
    const counted = running.kind === 'hold' && !isFailPending(context.judge);
    if (!running.reached && counted && context.ledger.current.goodSec >= target) {
      running.reached = true;
      context.events.push({ type: 'holdReached', tSec, n: running.n });
    }
    const { spans } = context.judge;
    const heard = listHeard(context.stage, running.n, listStanding(context.judge), spans, tSec);
    const said = cueInHold(context.cues, heard, tSec, running.startSec);
    if (said !== undefined) giveCue(context, said, tSec);
    else if (running.kind === 'hold') this.#remindBreath(running, tSec);
    // What is known of the fault is as old as the decision filter's delay.
    const knownSec = tSec - context.board.decisionDelaySec(running.startSec);
    if (running.kind === 'hold' && findAbort(context.judge.spans, knownSec) !== undefined) {
      abortHold(this.#tracker, tSec);
      this.#end(knownSec, tSec);
    }
  }

  #remindBreath({ n, startSec }: RunningHold, tSec: number): void {
    const context = this.#context;
    if (!context.remindsBreath || isDark(context.stage, n)) return;
    const cues = remindBreath(context.cues, n, tSec, startSec);
    if (cues === undefined) return;
    context.cues = cues;
    context.events.push({ type: 'breathCue', tSec, n });
  }

  /** Moves time between good and faulty; an attempt has no good time. */
  #pause(running: RunningHold): void {
    const { ledger } = this.#context;
    const pauses =
      running.kind === 'attempt'
        ? [{ startSec: running.startSec, endSec: undefined }]
        : listPauses(this.#context);
    ledger.applyFaults(pauses);
  }

  #end(atSec: number, tSec: number): void {
    const running = this.#running;
    if (running === undefined) return;
    const context = this.#context;
    const { ledger, judge } = context;
    const endSec = Math.max(atSec, running.startSec);
    reportJudgement(context, closeJudge(judge, endSec), tSec);
    this.#pause(running);
    this.#wayIn = new RepRecorder();
    const longestGapSec = ledger.longestGapSec(endSec);
    const tally = ledger.close(endSec);
    this.#running = undefined;
    const { spans } = judge;
    if (running.kind === 'hold' && !spans.some(isDiscarding)) this.#settled.keep(context);
    const quality = { startSec: running.startSec, endSec, tally, spans, longestGapSec };
    const target = context.targetSec ?? this.#phases.targetSec;
    const rep = {
      n: running.n,
      kind: running.kind,
      side: context.board.workingSide ?? null,
      startSec: running.startSec,
      endSec,
      ...tally,
      quality: running.kind === 'hold' && isQualityHold(quality, target),
      clean: running.kind === 'hold' && isClean(spans),
      faults: listFaults(spans),
    };
    if (rep.quality) context.references.keepHold();
    context.reps = [...context.reps, rep];
    context.events.push({ type: 'repEnded', tSec, rep });
  }

  /** Ends what runs, where the set is stopped. */
  finish(tSec: number): void {
    this.#end(tSec, tSec);
  }
}
