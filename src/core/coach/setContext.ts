import { otherSide, type Side } from '../body/keypoint';
import type { Exercise } from '../exercises/exercise';
import { type Judge, type JudgeEvent } from '../form/judge';
import { listStanding } from '../form/judgeReport';
import { type Condition, type Mask, type Rule, type UnseenReason } from '../form/rule';
import type { JudgeInput } from '../form/ruleReading';
import { isRepMeasure, isStrideMeasure, type MeasureId } from '../kinematics/measures';
import { type RepRecording, repMeasureTable } from '../kinematics/repMeasures';
import { type SignalKey, signalTable, toSignalKey } from '../kinematics/signals';
import type { StrideMeasureId } from '../kinematics/strideMeasures';
import type { View } from '../kinematics/view';
import { findRolled, isRollUnknown } from './cameraPlace';
import type { ClockLedger, Stretch } from './clocks';
import { confirmCorrection, type CueState, readSec, shownSec } from './cuePolicy';
import { isDark, type Stage } from './feedback';
import type { MeasureLog } from './measureLog';
import type { NeutralGuide } from './neutralGuide';
import type { References } from './references';
import type { BoardFrame, SignalBoard } from './signalBoard';
import type { CoachEvent, RepSummary, Snapshot } from './snapshot';

/** What a running set consists of; the hold and rep coaches work on it. */
export interface SetContext {
  readonly exercise: Exercise;
  readonly targetSec: number | undefined;
  readonly archAlert: boolean;
  readonly stage: Stage;
  readonly remindsBreath: boolean;
  readonly board: SignalBoard;
  readonly references: References;
  readonly neutral: NeutralGuide;
  readonly judge: Judge;
  readonly ledger: ClockLedger;
  readonly measures: MeasureLog;
  /** Events since the last snapshot. */
  events: CoachEvent[];
  reps: RepSummary[];
  cues: CueState;
  shownCue: Snapshot['cue'];
}

const reasonByView: Readonly<Record<View, UnseenReason>> = {
  side: 'needsSideView',
  front: 'needsFrontView',
  back: 'needsBackView',
  footEnd: 'needsFootEndView',
  headEnd: 'needsHeadEndView',
  oblique: 'notTracked',
  unknown: 'notTracked',
};

/** Why something cannot be judged from where the camera stands; undefined where it can. */
export function findBlock({ views }: Pick<Rule, 'views'>, view: View): UnseenReason | undefined {
  if (views.includes(view)) return undefined;
  const first = views[0];
  return first === undefined ? 'notTracked' : reasonByView[first];
}

/** Some rules want the camera at table height. */
function findLow({ fromHigh }: Rule, { isHigh, view }: BoardFrame): UnseenReason | undefined {
  if (fromHigh !== true || isHigh === true) return undefined;
  return view === 'side' ? 'needsHighSideView' : 'needsTableHeight';
}

/** Fast movements are scored only where the camera gives frames enough (views.md). */
export function findSlow({ exercise, board }: SetContext): UnseenReason | undefined {
  const { scoredFromFps } = exercise;
  if (scoredFromFps === undefined) return undefined;
  const rate = board.frameRateHz;
  return rate === undefined || rate < scoredFromFps ? 'frameRateTooLow' : undefined;
}

export interface JudgeMoment {
  readonly frame: BoardFrame;
  /** Begin of the hold or rep: decisions look no further back. */
  readonly fromSec: number;
  readonly rep: number;
  /** Depth of the movement, for masks by depth and for the good rep's template. */
  readonly depth: number | undefined;
  readonly leaving?: boolean;
  /** The first judged frame of a hold: what it finds was there from the hold's beginning. */
  readonly first?: boolean;
  /** Reads a signal in place of the deciding median (deepest point of a rep). */
  readonly read?: (key: SignalKey) => number | undefined;
  /** The rep so far, for the measures that need it. */
  readonly recording?: RepRecording;
  /** The last strides, for the measures that need them. */
  readonly stride?: (id: StrideMeasureId, side: Side | null) => number | UnseenReason;
  /** How old what is read is, seconds; that of the deciding median where absent. */
  readonly delaySec?: number;
}

const dateBack = (
  board: SignalBoard,
  { frame, fromSec, first }: JudgeMoment,
  measure: MeasureId | undefined,
): number => (first === true ? frame.tSec - fromSec : board.decisionDelaySec(fromSec, measure));

/** Why something is not to be measured now; undefined where it is. */
export function readMask(
  { board, references }: SetContext,
  { onlyWhile }: { readonly onlyWhile?: Mask },
  side: Side | null,
  depth: number | undefined,
): UnseenReason | undefined {
  if (onlyWhile === undefined) return undefined;
  const { signal, reference = 'absolute', above, below = Infinity } = onlyWhile;
  const key = toSignalKey(signal, side);
  const value = board.read(key);
  if (value === undefined) return 'notTracked';
  const compared = references.compare({ reference }, key, value, depth);
  if (typeof compared !== 'number') return compared;
  return compared > above && compared < below ? undefined : 'notInRange';
}

/** Answers the judge from the board and the references. */
class MomentInput implements JudgeInput {
  readonly #context: SetContext;
  readonly #moment: JudgeMoment;
  /** Why nothing can be judged now, whatever the rule. */
  readonly #block: UnseenReason | undefined;

  constructor(context: SetContext, moment: JudgeMoment) {
    this.#context = context;
    this.#moment = moment;
    this.#block = findRolled(moment.frame) ?? findSlow(context);
  }

  get tSec(): number {
    return this.#moment.frame.tSec;
  }

  get rep(): number {
    return this.#moment.rep;
  }

  get leaving(): boolean {
    return this.#moment.leaving === true;
  }

  delaySec(measure: MeasureId | undefined): number {
    const { delaySec, read } = this.#moment;
    if (delaySec !== undefined) return delaySec;
    return read === undefined ? dateBack(this.#context.board, this.#moment, measure) : 0;
  }

  sideOf({ sides }: Rule): Side | null {
    if (sides !== 'working' && sides !== 'other') return null;
    const working = this.#context.board.workingSide;
    return working === undefined || sides === 'working' ? (working ?? null) : otherSide(working);
  }

  blocked(rule: Rule): UnseenReason | undefined {
    const { frame } = this.#moment;
    const block = findBlock(rule, frame.view) ?? findLow(rule, frame) ?? this.#block;
    return block !== undefined && frame.occludedBy !== undefined ? 'occluded' : block;
  }

  isDoubtful(): boolean {
    return isRollUnknown(this.#moment.frame);
  }

  deadband(condition: Condition, side: Side | null): number {
    return this.#context.references.deadband(condition, side);
  }

  measure(condition: Condition, side: Side | null): number | UnseenReason {
    const { board, references } = this.#context;
    const { frame, fromSec, depth, read, recording, stride } = this.#moment;
    const { signal } = condition;
    if (isRepMeasure(signal)) {
      return (recording && repMeasureTable[signal].compute(recording)) ?? 'notTracked';
    }
    if (isStrideMeasure(signal)) return stride?.(signal, side) ?? 'notInRange';
    if (signalTable[signal].sides === 'each' && side === null) return 'notTracked';
    const key = toSignalKey(signal, side);
    const now = read === undefined ? board.decide(key, fromSec) : read(key);
    if (now === undefined) {
      return frame.occludedBy === undefined ? (board.gapOf(key) ?? 'notTracked') : 'occluded';
    }
    const masked = readMask(this.#context, condition, side, depth);
    if (masked !== undefined) return masked;
    const value = condition.extent === 'highest' ? references.highest(key, now) : now;
    return references.compare(condition, key, value, depth);
  }
}

/** What the judge may ask in a moment of a set. */
export const toJudgeInput = (context: SetContext, moment: JudgeMoment): JudgeInput =>
  new MomentInput(context, moment);

/** Stretches in which the good clock stands still: every fail, and the arch alert's warnings. */
export const listPauses = (context: SetContext): Stretch[] =>
  context.judge.spans.filter(
    ({ rule, level }) =>
      (level === 'fail' && rule.effect !== 'report') ||
      (context.archAlert && rule.faultId === 'backArch'),
  );

/** Turns what the judge found into events. */
export function reportJudgement(
  context: SetContext,
  judged: readonly JudgeEvent[],
  tSec: number,
): void {
  for (const event of judged) {
    const { rule, side } = event;
    if (event.type === 'raised') {
      context.events.push({
        type: 'faultRaised',
        tSec,
        faultId: rule.faultId,
        side,
        level: event.level,
        value: event.value,
        unit: event.unit,
        provisional: event.provisional,
        finding: rule.effect === 'report',
        sinceSec: event.sinceSec,
      });
      continue;
    }
    context.events.push({ type: 'faultCleared', tSec, faultId: rule.faultId, side });
  }
}

/** Faults that were cued are gone by the athlete's doing, not because a hold or rep ended. */
export function confirmCorrections(
  context: SetContext,
  corrected: readonly Rule['faultId'][],
  rep: number,
  tSec: number,
): void {
  for (const faultId of corrected) {
    const { state, confirm } = confirmCorrection(context.cues, faultId, tSec);
    context.cues = state;
    if (confirm && !isDark(context.stage, rep))
      context.events.push({ type: 'confirmation', tSec, faultId });
  }
}

/** Says a cue and shows it. */
export function giveCue(
  context: SetContext,
  said: {
    readonly state: CueState;
    readonly cue: NonNullable<Rule['cue']>;
    readonly faultId: Rule['faultId'];
  },
  tSec: number,
): void {
  context.cues = said.state;
  context.shownCue = { id: said.cue, faultId: said.faultId, sinceSec: tSec };
  context.events.push({ type: 'cue', tSec, cue: said.cue, faultId: said.faultId });
}

/**
 * Takes a cue off the screen once its fault has been corrected and it could be read, or once it has
 * been shown long enough and its fault stands no longer.
 */
export function ageCue(context: SetContext, tSec: number): void {
  const shown = context.shownCue;
  if (shown === undefined) return;
  const ageSec = tSec - shown.sinceSec;
  const corrected = !context.cues.awaiting.includes(shown.faultId);
  const stands = listStanding(context.judge).some(({ rule }) => rule.faultId === shown.faultId);
  if ((corrected && ageSec >= readSec) || (ageSec >= shownSec && !stands)) {
    context.shownCue = undefined;
  }
}
