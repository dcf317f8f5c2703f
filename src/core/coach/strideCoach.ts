import type { CycleMeasure, StridePhases } from '../exercises/exercise';
import { beginSpans, closeJudge, judgeFrame } from '../form/judge';
import { listStanding } from '../form/judgeReport';
import type { Rule } from '../form/rule';
import { toSignalKey } from '../kinematics/signals';
import type { StrideRecording } from '../kinematics/strideMeasures';
import type { View } from '../kinematics/view';
import { beginHoldCues, cueInHold } from './cuePolicy';
import { listHeard } from './feedback';
import { isClean, isQualityRep, listFaults } from './quality';
import {
  confirmCorrections,
  findBlock,
  findSlow,
  giveCue,
  listPauses,
  reportJudgement,
  type SetContext,
  toJudgeInput,
} from './setContext';
import type { BoardFrame } from './signalBoard';
import type { MovePhase, RepSummary, Snapshot } from './snapshot';
import { reportStride, StrideReadings } from './strideReadings';
import { StrideRecorder } from './strideRecorder';
import { createStrideTracker, restartStrides, stepStrides, type Turn } from './strideTracker';

/** Out of sight for this long, a pass is over: it ended with its last step, seconds. */
const lostSec = 10;

/** Steps in one view and one direction, without a break. */
interface RunningPass {
  readonly n: number;
  readonly view: View;
  readonly facing: number;
  readonly cycle: CycleMeasure;
  readonly startSec: number;
  steps: number;
  lastTurnSec: number;
  reached: boolean;
  /** Age of the last stride's middle when it became known, seconds. */
  delaySec: number;
}

/** Coaches walking, crawling and running: finds the steps, judges stride by stride. */
export class StrideCoach {
  readonly #context: SetContext;
  readonly #phases: StridePhases;
  readonly #startViews: ReadonlySet<View>;
  readonly #tracker = createStrideTracker();
  #cycle: CycleMeasure | undefined;
  #recorder = new StrideRecorder();
  /** Extremes since the last stride began; the first may be a step that leads nowhere. */
  #turns: Turn[] = [];
  #running: RunningPass | undefined;
  readonly #readings = new StrideReadings();
  /** Since the last step: seconds in which there was none, and in which none could be seen. */
  #idleSec = 0;
  #unseenSec = 0;
  #tSec: number | undefined;

  constructor(context: SetContext, phases: StridePhases) {
    this.#context = context;
    this.#phases = phases;
    this.#startViews = findStartViews(context.exercise.rules);
  }

  get phase(): MovePhase {
    return this.#running === undefined ? 'rest' : 'stride';
  }

  get isMoving(): boolean {
    return this.#running !== undefined;
  }

  /** The running pass for the screen. */
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

  /** Takes one frame in. */
  step(frame: BoardFrame): void {
    const { board, ledger, exercise, references } = this.#context;
    const { tSec, view } = frame;
    const cycle = this.#phases.cycle.find(({ views }) => views.includes(view));
    const value = cycle && board.read(toSignalKey(cycle.signal, null));
    const seen = cycle !== undefined && board.sees(toSignalKey(cycle.signal, null));
    const scored = exercise.views.includes(view) && findSlow(this.#context) === undefined;
    ledger.tick(tSec, seen && scored);
    const calm = frame.inStart === true && this.#running === undefined;
    references.learnStart(board, tSec, calm && this.#startViews.has(view));
    if (this.#hasTurned(frame, cycle)) this.#break(tSec);
    this.#cycle = cycle;
    this.#recorder.add(board, tSec);
    const turn = cycle && stepStrides(this.#tracker, cycle.swing, tSec, value);
    this.#wait(tSec, value !== undefined);
    if (turn !== undefined) this.#takeTurn(turn, frame);
    else if (this.#idleSec > this.#phases.stepMaxSec || this.#unseenSec > lostSec)
      this.#break(tSec);
    this.#judge(frame);
  }

  /** The next step is late: nothing new is raised or said. */
  get #mayHaveStopped(): boolean {
    return this.#idleSec > this.#phases.stepMaxSec / 2;
  }

  /** Another view, or the same side view the other way round. */
  #hasTurned({ view, athlete }: BoardFrame, cycle: CycleMeasure | undefined): boolean {
    const running = this.#running;
    if (cycle !== this.#cycle && view !== 'unknown') return true;
    if (running === undefined || view === 'unknown') return false;
    return view !== running.view || (view === 'side' && athlete.facing !== running.facing);
  }

  #wait(tSec: number, seen: boolean): void {
    const dtSec = tSec - (this.#tSec ?? tSec);
    this.#tSec = tSec;
    if (seen) {
      this.#idleSec += dtSec;
      this.#unseenSec = 0;
      return;
    }
    this.#unseenSec += dtSec;
    // The steps on both sides of a gap are not neighbours.
    if (this.#unseenSec > this.#phases.stepMaxSec) {
      this.#turns = [];
      this.#recorder.interrupt();
    }
  }

  #takeTurn(turn: Turn, frame: BoardFrame): void {
    this.#idleSec = 0;
    const before = this.#turns.at(-1);
    this.#turns.push(turn);
    if (before === undefined) return;
    this.#running ??= this.#begin(before, frame);
    const running = this.#running;
    if (running === undefined) return;
    running.steps++;
    running.lastTurnSec = turn.atSec;
    const [first, middle, last] = this.#turns;
    if (first !== undefined && middle !== undefined && last !== undefined) {
      this.#turns = [last];
      const stride = this.#recorder.cut(
        running.cycle,
        [first, middle, last],
        frame.athlete.near ?? 'left',
      );
      // A stride at whose end the view is already another one belongs to the turn.
      if (!frame.turning) this.#takeStride(running, stride, frame);
    }
    const { targetSteps } = this.#phases;
    if (!running.reached && targetSteps !== undefined && running.steps >= targetSteps) {
      running.reached = true;
      this.#context.events.push({ type: 'holdReached', tSec: frame.tSec, n: running.n });
    }
  }

  #begin(first: Turn, { view, athlete }: BoardFrame): RunningPass | undefined {
    const context = this.#context;
    const cycle = this.#cycle;
    if (cycle === undefined) return undefined;
    context.ledger.open(first.atSec);
    beginSpans(context.judge);
    this.#readings.begin();
    context.cues = beginHoldCues(context.cues);
    return {
      n: context.reps.length + 1,
      view,
      facing: athlete.facing,
      cycle,
      startSec: first.atSec,
      steps: 0,
      lastTurnSec: first.atSec,
      reached: false,
      delaySec: 0,
    };
  }

  #takeStride(running: RunningPass, stride: StrideRecording, frame: BoardFrame): void {
    this.#readings.take(running.cycle, stride);
    reportStride(this.#context, stride, frame.view);
    running.delaySec = frame.tSec - (stride.startSec + stride.endSec) / 2;
  }

  #judge(frame: BoardFrame): void {
    const running = this.#running;
    if (running === undefined) return;
    const context = this.#context;
    const { tSec } = frame;
    const readings = this.#readings;
    const input = toJudgeInput(context, {
      frame,
      fromSec: running.startSec,
      rep: running.n,
      depth: undefined,
      leaving: this.#mayHaveStopped,
      delaySec: Math.min(running.delaySec, tSec - running.startSec),
      read: (key) => readings.readMean(key),
      stride: (id, side) => readings.readMeasure(id, side),
    });
    // Before the first stride there is nothing to judge; why not from here can be said at once.
    const judged = judgeFrame(
      context.judge,
      input,
      (rule: Rule) => readings.hasStride || findBlock(rule, frame.view) !== undefined,
    );
    reportJudgement(context, judged, tSec);
    const cleared = judged.filter(({ type }) => type === 'cleared');
    confirmCorrections(
      context,
      cleared.map(({ rule }) => rule.faultId),
      running.n,
      tSec,
    );
    context.ledger.applyFaults(listPauses(context));
    if (this.#mayHaveStopped) return;
    const { stage, judge } = context;
    const heard = listHeard(stage, running.n, listStanding(judge), judge.spans, tSec);
    const said = cueInHold(context.cues, heard, tSec, running.startSec);
    if (said !== undefined) giveCue(context, said, tSec);
  }

  /** The steps that follow belong to another pass, or there are none. */
  #break(tSec: number): void {
    this.#end(tSec);
    restartStrides(this.#tracker);
    this.#recorder = new StrideRecorder();
    this.#turns = [];
    this.#idleSec = this.#unseenSec = 0;
  }

  #end(tSec: number): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    const context = this.#context;
    const { ledger, judge } = context;
    if (running.steps < this.#phases.stepsMin) {
      reportJudgement(context, closeJudge(judge, running.startSec), tSec);
      ledger.cancel();
      return;
    }
    const endSec = running.lastTurnSec;
    reportJudgement(context, closeJudge(judge, endSec), tSec);
    ledger.applyFaults(listPauses(context));
    const longestGapSec = ledger.longestGapSec(endSec);
    const tally = ledger.close(endSec);
    const { spans } = judge;
    const input = { startSec: running.startSec, endSec, tally, spans, longestGapSec };
    const enough = running.steps >= (this.#phases.targetSteps ?? 0);
    const rep: RepSummary = {
      n: running.n,
      kind: 'pass',
      side: context.board.workingSide ?? null,
      startSec: running.startSec,
      endSec,
      ...tally,
      quality: enough && isQualityRep(input),
      clean: isClean(spans),
      faults: listFaults(spans),
    };
    context.reps = [...context.reps, rep];
    context.events.push({ type: 'repEnded', tSec, rep });
  }

  /** Ends what runs, where the set is stopped. */
  finish(tSec: number): void {
    this.#end(tSec);
  }
}

/** Views in which the quiet start position tells what a rule compares with. */
function findStartViews(rules: readonly Rule[]): ReadonlySet<View> {
  const compared = rules.filter(({ conditions }) =>
    conditions.some(({ reference }) => reference === 'start'),
  );
  return new Set(compared.flatMap(({ views }) => views));
}
