import type { DepthMeasure, RepPhases } from '../exercises/exercise';
import { beginSpans, closeJudge, judgeFrame, judgeMoment } from '../form/judge';
import { type StandingFault } from '../form/judgeReport';
import { type RepRecording, repMeasureTable } from '../kinematics/repMeasures';
import { type SignalKey, toSignalKey } from '../kinematics/signals';
import type { View } from '../kinematics/view';
import { cueAfterRep } from './cuePolicy';
import { listHeard } from './feedback';
import { RepRecorder } from './repRecorder';
import { isClean, isQualityRep, listFaults, scoreRep } from './quality';
import { createRepTracker, type RepTracker, type RepTransition, stepRep } from './repTracker';
import {
  confirmCorrections,
  giveCue,
  listPauses,
  reportJudgement,
  type SetContext,
  toJudgeInput,
  findSlow,
} from './setContext';
import type { BoardFrame } from './signalBoard';
import type { MovePhase, Snapshot } from './snapshot';

/** Peaks are read as the median of this long around them, seconds (spec 2.4). */
const peakWindowSec = 0.15;

interface RunningRep {
  readonly n: number;
  readonly startSec: number;
  readonly recorder: RepRecorder;
  bottomSec: number;
}

/** Coaches repetitions: counts them, judges what is in them, cues in the turn-around. */
export class RepCoach {
  readonly #context: SetContext;
  readonly #phases: RepPhases;
  readonly #tracker: RepTracker = createRepTracker();
  #last: BoardFrame | undefined;
  #running: RunningRep | undefined;

  constructor(context: SetContext, phases: RepPhases) {
    this.#context = context;
    this.#phases = phases;
  }

  get phase(): MovePhase {
    return this.#tracker.phase;
  }

  get isMoving(): boolean {
    return this.#running !== undefined;
  }

  /** The running rep for the screen. */
  readCurrent(tSec: number): Snapshot['current'] {
    const running = this.#running;
    if (running === undefined) return undefined;
    return {
      n: running.n,
      goodSec: this.#context.ledger.current.goodSec,
      elapsedSec: tSec - running.startSec,
      targetSec: undefined,
    };
  }

  /** The measure that tells the depth in this view. */
  findDepth(view: View): DepthMeasure | undefined {
    return this.#phases.depth.find(({ views }) => views.includes(view));
  }

  /** The depth now as it is seen from a view; undefined where that does not show it. */
  readDepth(view: View): number | undefined {
    const measure = this.findDepth(view);
    return measure && this.#measureDepth(measure);
  }

  /** The signals that tell the depth: both sides' while the working one is not known. */
  #listDepthKeys({ signal, side }: DepthMeasure): SignalKey[] {
    if (side === undefined) return [toSignalKey(signal, null)];
    const { workingSide } = this.#context.board;
    const sides = workingSide === undefined ? (['left', 'right'] as const) : [workingSide];
    return sides.map((one) => toSignalKey(signal, one));
  }

  /** The depth now; where the working side is not known, of the side that has moved less. */
  #measureDepth(measure: DepthMeasure): number | undefined {
    const { board, references } = this.#context;
    let depth: number | undefined;
    for (const key of this.#listDepthKeys(measure)) {
      const value = board.read(key);
      if (value === undefined) return undefined;
      const start = measure.reference === 'start' ? (references.start(key) ?? 0) : 0;
      depth = Math.min(value - start, depth ?? Infinity);
    }
    return depth;
  }

  /** Takes one frame in. */
  step(frame: BoardFrame): void {
    const { board, ledger, exercise, references } = this.#context;
    const { tSec } = frame;
    this.#last = frame;
    const measure = this.findDepth(frame.view);
    const depth = measure && this.#measureDepth(measure);
    const seen =
      measure !== undefined && this.#listDepthKeys(measure).every((key) => board.sees(key));
    const scored = exercise.views.includes(frame.view) && findSlow(this.#context) === undefined;
    ledger.tick(tSec, seen && scored);
    const transition = stepRep(this.#tracker, this.#phases, { tSec, depth });
    if (transition !== undefined) this.#apply(transition, frame);
    const resting = this.#running === undefined;
    references.learnStart(board, tSec, resting && frame.inStart === true);
    const running = this.#running;
    if (running === undefined) return;
    running.recorder.add(board, tSec, depth);
    if (depth !== undefined) references.collectRep(board, depth);
    const context = this.#context;
    const judged = judgeFrame(
      context.judge,
      toJudgeInput(context, { frame, fromSec: running.startSec, rep: running.n, depth }),
      () => true,
    );
    reportJudgement(context, judged, tSec);
    ledger.applyFaults(listPauses(context));
  }

  #apply(transition: RepTransition, frame: BoardFrame): void {
    const { ledger, judge, references } = this.#context;
    const { tSec } = frame;
    switch (transition.type) {
      case 'repBegan':
        this.#running = {
          n: this.#context.reps.length + 1,
          startSec: tSec,
          recorder: new RepRecorder(),
          bottomSec: tSec,
        };
        ledger.open(tSec);
        beginSpans(judge);
        references.beginRep();
        return;
      case 'turned':
        if (this.#running !== undefined) this.#running.bottomSec = transition.atSec;
        return;
      case 'repDropped':
        this.#drop(tSec);
        return;
      case 'repEnded':
        this.#complete(frame);
    }
  }

  /** A rep that is over: what is read at its bottom and its top is judged, and it is counted. */
  #complete(frame: BoardFrame): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#judgeMoment('bottom', running.bottomSec, frame);
    this.#judgeMoment('top', running.recorder.findTopSec(running.bottomSec), frame);
    this.#end(frame.tSec);
  }

  #readRecording({ recorder, bottomSec }: RunningRep): RepRecording {
    const { board, references } = this.#context;
    return {
      ...recorder.read(),
      bottomSec,
      start: (key) => references.start(key),
      workingSide: board.workingSide,
    };
  }

  /** Judges once what is read at the bottom or at the top, as the median around that moment. */
  #judgeMoment(when: 'bottom' | 'top', atSec: number, frame: BoardFrame): void {
    const running = this.#running;
    if (running === undefined) return;
    const context = this.#context;
    const { references } = context;
    const read = (key: SignalKey): number | undefined =>
      running.recorder.around(key, atSec, peakWindowSec / 2);
    if (when === 'bottom') references.collectBottom(read);
    const input = toJudgeInput(context, {
      frame,
      fromSec: running.startSec,
      rep: running.n,
      depth: undefined,
      read,
      recording: this.#readRecording(running),
    });
    reportJudgement(context, judgeMoment(context.judge, when, input, atSec), frame.tSec);
  }

  #drop(tSec: number): void {
    closeJudge(this.#context.judge, this.#running?.startSec ?? tSec);
    this.#context.ledger.cancel();
    this.#running = undefined;
  }

  #end(tSec: number): void {
    const running = this.#running;
    if (running === undefined) return;
    const context = this.#context;
    const { ledger, judge, exercise } = context;
    const standing = collectFaults(context);
    const score = scoreRep(exercise.points, judge);
    reportJudgement(context, closeJudge(judge, tSec), tSec);
    ledger.applyFaults(listPauses(context));
    const longestGapSec = ledger.longestGapSec(tSec);
    const tally = ledger.close(tSec);
    this.#running = undefined;
    const { spans } = judge;
    const input = { startSec: running.startSec, endSec: tSec, tally, spans, longestGapSec };
    const isGood = isQualityRep(input);
    const hurried = this.#isHurried(running);
    const rep = {
      n: running.n,
      kind: 'rep' as const,
      side: context.board.workingSide ?? null,
      startSec: running.startSec,
      endSec: tSec,
      ...tally,
      quality: isGood && !hurried,
      clean: isClean(spans),
      ...(hurried ? { hurried } : {}),
      ...(score === undefined ? {} : { score }),
      faults: listFaults(spans),
    };
    context.reps = [...context.reps, rep];
    context.events.push({ type: 'repEnded', tSec, rep });
    if (isGood && spans.length === 0) context.references.keepRep(this.#phases.plausible);
    this.#teachNeutral(running, rep.quality, tSec);
    const corrected = context.cues.awaiting.filter((faultId) => !rep.faults.includes(faultId));
    confirmCorrections(context, corrected, rep.n, tSec);
    cueRep(context, listHeard(context.stage, rep.n, standing, spans, tSec), tSec);
  }

  /** Whether a rep left its deepest sooner than the exercise asks; what was not seen is unhurried. */
  #isHurried(running: RunningRep): boolean {
    const { deepestSec } = this.#phases;
    if (deepestSec === undefined) return false;
    const stayedSec = repMeasureTable.deepestSec.compute(this.#readRecording(running));
    return stayedSec !== undefined && stayedSec < deepestSec;
  }

  /** Learns the neutral back from a good repetition; from a fast one not, which is told. */
  #teachNeutral(running: RunningRep, isGood: boolean, tSec: number): void {
    const { board, exercise, neutral } = this.#context;
    const { back } = board;
    if (back === undefined || exercise.outline?.learn !== 'rep') return;
    const { slowSec = 0 } = exercise.outline;
    const recording = this.#readRecording(running);
    const thereSec = repMeasureTable.descentSec.compute(recording) ?? 0;
    const returnSec = repMeasureTable.returnSec.compute(recording) ?? slowSec;
    const isSlow = thereSec >= slowSec && thereSec + returnSec >= 2 * slowSec;
    if (!isSlow) neutral.refuseFast(this.#context, tSec);
    else if (isGood) back.learnRep(running.startSec, tSec);
  }

  /** Ends what runs, where the set is stopped: a rep whose way up was not finished is none. */
  finish(tSec: number): void {
    if (this.#tracker.topSinceSec !== undefined && this.#last !== undefined) {
      this.#complete(this.#last);
    } else if (this.#running !== undefined) this.#drop(tSec);
  }
}

/** Gives the cue of the rep that has ended, if there is one to give. */
function cueRep(context: SetContext, heard: readonly StandingFault[], tSec: number): void {
  const said = cueAfterRep(context.cues, heard, tSec, context.exercise.repsPerCue);
  context.cues = said.state;
  if (said.cue !== undefined && said.faultId !== undefined) {
    giveCue(context, { state: said.state, cue: said.cue, faultId: said.faultId }, tSec);
  }
}

/** Faults of the rep that ends, at the highest level each reached. */
function collectFaults({ judge }: SetContext): StandingFault[] {
  const byFault = new Map<string, StandingFault>();
  for (const { rule, level } of judge.spans) {
    const before = byFault.get(rule.faultId);
    if (before?.level !== 'fail') byFault.set(rule.faultId, { rule, level, share: 0 });
  }
  return [...byFault.values()];
}
