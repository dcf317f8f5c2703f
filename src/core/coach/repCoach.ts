import type { RepPhases } from '../exercises/exercise';
import { beginSpans, closeJudge, judgeBottom, judgeFrame, type StandingFault } from '../form/judge';
import type { SignalId, SignalKey } from '../kinematics/signals';
import type { View } from '../kinematics/view';
import { cueAfterRep } from './cuePolicy';
import { isClean, isQualityRep, listFaults } from './quality';
import { createRepTracker, type RepTracker, type RepTransition, stepRep } from './repTracker';
import {
  confirmCorrections,
  giveCue,
  listPauses,
  reportJudgement,
  type SetContext,
  toJudgeInput,
} from './setContext';
import type { BoardFrame } from './signalBoard';
import type { MovePhase, Snapshot } from './snapshot';

/** Peaks are read as the mean of this long around them, seconds (spec 2.4). */
const peakWindowSec = 0.15;

interface RunningRep {
  readonly n: number;
  readonly startSec: number;
  /** Its deepest point so far; a bounce may be followed by a deeper one. */
  bottom: Bottom | undefined;
}

/** What was read at the deepest point of a rep. */
interface Bottom {
  readonly frame: BoardFrame;
  readonly depth: number | undefined;
  readonly values: ReadonlyMap<SignalKey, number | undefined>;
}

/** Coaches repetitions: counts them, judges what is in them, cues in the turn-around. */
export class RepCoach {
  readonly #context: SetContext;
  readonly #phases: RepPhases;
  readonly #tracker: RepTracker = createRepTracker();
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

  /** The signal that tells the depth in this view. */
  depthSignal(view: View): SignalId | undefined {
    return this.#phases.measures.find(({ views }) => views.includes(view))?.signal;
  }

  /** Takes one frame in. */
  step(frame: BoardFrame): void {
    const { board, ledger, exercise, references } = this.#context;
    const { tSec } = frame;
    const signal = this.depthSignal(frame.view);
    const depth = signal === undefined ? undefined : board.read(signal);
    const seen = signal !== undefined && board.sees(signal);
    ledger.tick(tSec, seen && exercise.views.includes(frame.view));
    const transition = stepRep(this.#tracker, this.#phases, { tSec, depth });
    if (transition !== undefined) this.#apply(transition, frame, depth);
    const resting = this.#running === undefined;
    references.learnStart(board, tSec, resting && frame.inStart === true);
    if (this.#running === undefined) return;
    if (depth !== undefined) references.collectRep(board, depth);
    const context = this.#context;
    const judged = judgeFrame(
      context.judge,
      toJudgeInput(context, {
        frame,
        fromSec: this.#running.startSec,
        rep: this.#running.n,
        depth,
        leaving: false,
      }),
      () => true,
    );
    reportJudgement(context, judged, tSec);
    ledger.applyFaults(listPauses(context), judged.length > 0 ? this.#running.startSec : -Infinity);
  }

  #apply(transition: RepTransition, frame: BoardFrame, depth: number | undefined): void {
    const { ledger, judge, references } = this.#context;
    switch (transition.type) {
      case 'repBegan':
        this.#running = {
          n: this.#context.reps.length + 1,
          startSec: transition.atSec,
          bottom: undefined,
        };
        ledger.open(transition.atSec);
        beginSpans(judge);
        references.beginRep();
        return;
      case 'turned':
        this.#readBottom(frame, transition.atSec, depth);
        return;
      case 'repDropped':
        closeJudge(judge, this.#running?.startSec ?? frame.tSec);
        ledger.cancel();
        this.#running = undefined;
        return;
      case 'repEnded':
        this.#end(transition.atSec);
    }
  }

  #readBottom(frame: BoardFrame, atSec: number, depth: number | undefined): void {
    if (this.#running === undefined) return;
    const { board, references } = this.#context;
    const half = peakWindowSec / 2;
    const values = new Map(
      board.wanted.map(({ key }) => [key, board.between(key, atSec - half, atSec + half)]),
    );
    references.collectBottom((key) => values.get(key));
    this.#running.bottom = { frame: { ...frame, tSec: atSec }, depth, values };
  }

  #judgeBottom({ n, startSec, bottom }: RunningRep, tSec: number): void {
    if (bottom === undefined) return;
    const context = this.#context;
    const input = toJudgeInput(context, {
      frame: bottom.frame,
      fromSec: startSec,
      rep: n,
      depth: bottom.depth,
      leaving: false,
      read: (key) => bottom.values.get(key),
    });
    reportJudgement(context, judgeBottom(context.judge, input), tSec);
  }

  #end(tSec: number): void {
    const running = this.#running;
    if (running === undefined) return;
    const context = this.#context;
    const { ledger, judge } = context;
    this.#judgeBottom(running, tSec);
    const standing = collectFaults(context);
    reportJudgement(context, closeJudge(judge, tSec), tSec);
    ledger.applyFaults(listPauses(context), running.startSec);
    const longestGapSec = ledger.longestGapSec(tSec);
    const tally = ledger.close(tSec);
    this.#running = undefined;
    const { spans } = judge;
    const input = { startSec: running.startSec, endSec: tSec, tally, spans, longestGapSec };
    const rep = {
      n: running.n,
      kind: 'rep' as const,
      side: context.side,
      startSec: running.startSec,
      endSec: tSec,
      ...tally,
      quality: isQualityRep(input),
      clean: isClean(spans),
      faults: listFaults(spans),
    };
    context.reps = [...context.reps, rep];
    context.events.push({ type: 'repEnded', tSec, rep });
    if (spans.length === 0 && tally.unseenSec === 0) context.references.keepRep();
    const corrected = context.cues.awaiting.filter((faultId) => !rep.faults.includes(faultId));
    confirmCorrections(context, corrected, tSec);
    const said = cueAfterRep(context.cues, standing, tSec);
    context.cues = said.state;
    if (said.cue !== undefined && said.faultId !== undefined) {
      giveCue(context, { state: said.state, cue: said.cue, faultId: said.faultId }, tSec);
    }
  }

  /** Ends what runs, where the set is stopped: a rep that was not finished is none. */
  finish(tSec: number): void {
    if (this.#running === undefined) return;
    closeJudge(this.#context.judge, tSec);
    this.#context.ledger.cancel();
    this.#running = undefined;
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
