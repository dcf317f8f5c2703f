import type { Side } from '../body/keypoint';
import type { UnitName } from '../units';
import { unitOf } from '../kinematics/measures';
import { type Condition, type Grade, isProvisional, type Rule, type UnseenReason } from './rule';
import { type JudgeInput, readRule, type RuleReading } from './ruleReading';
import type { FaultInterval } from './verdict';

/** Time a measure must stay inside the hysteresis before a level is left, seconds (spec 3.6). */
const recoverSec = 0.4;

/** A stretch of time; open while it lasts. */
export interface Span {
  readonly startSec: number;
  endSec: number | undefined;
}

type OpenInterval = { -readonly [K in keyof FaultInterval]: FaultInterval[K] };

/** One rule on one side of the person, with its timers. Warn and fail run side by side. */
export interface RuleTrack {
  readonly rule: Rule;
  readonly side: Side | null;
  level: 'ok' | 'warn' | 'fail';
  warnSinceSec: number | undefined;
  failSinceSec: number | undefined;
  warnClearSec: number | undefined;
  failClearSec: number | undefined;
  interval: OpenInterval | undefined;
  /** The conditions by which the fault stands. */
  readonly toldBy: Condition[];
  /** Largest share of the open interval so far: where its peak was. */
  peakShare: number;
  warnSpan: Span | undefined;
  failSpan: Span | undefined;
  value: number | undefined;
  /** Share of the way from warn to fail. */
  share: number;
  known: boolean;
  unseen: UnseenReason | undefined;
  /** Whether it was ever judged in this set. */
  everKnown: boolean;
  /** What it says now counts as of grade 3: by its evidence, or by how it is seen. */
  provisional: boolean;
}

/** A stretch in which a fault stood at a level, for the clocks and for quality. */
export interface LevelSpan extends Span {
  readonly rule: Rule;
  readonly level: 'warn' | 'fail';
  readonly provisional: boolean;
}

/** All rules of an exercise over a set. */
export interface Judge {
  readonly tracks: readonly RuleTrack[];
  readonly intervals: OpenInterval[];
  /** Spans of the hold or rep that runs. */
  spans: LevelSpan[];
}

export type JudgeEvent =
  | {
      readonly type: 'raised';
      readonly rule: Rule;
      readonly side: Side | null;
      readonly level: 'warn' | 'fail';
      readonly value: number;
      readonly unit: UnitName;
      readonly sinceSec: number;
      readonly provisional: boolean;
    }
  | {
      readonly type: 'cleared';
      readonly rule: Rule;
      readonly side: Side | null;
      readonly sinceSec: number;
    };

const sidesOf = (rule: Rule): readonly (Side | null)[] =>
  rule.sides === 'each' ? ['left', 'right'] : [null];

const newTrack = (rule: Rule, side: Side | null): RuleTrack => ({
  rule,
  side,
  level: 'ok',
  warnSinceSec: undefined,
  failSinceSec: undefined,
  warnClearSec: undefined,
  failClearSec: undefined,
  interval: undefined,
  toldBy: [],
  peakShare: -Infinity,
  warnSpan: undefined,
  failSpan: undefined,
  value: undefined,
  share: -Infinity,
  known: false,
  unseen: undefined,
  everKnown: false,
  provisional: isProvisional(rule.grade),
});

export const createJudge = (rules: readonly Rule[]): Judge => ({
  tracks: rules.flatMap((rule) => sidesOf(rule).map((side) => newTrack(rule, side))),
  intervals: [],
  spans: [],
});

/** The side that a track speaks of: its own, or the one that works (or does not) now. */
const sideNow = ({ rule, side }: RuleTrack, input: JudgeInput): Side | null =>
  side ?? input.sideOf(rule);

/** Of the rule, or of the aid that speaks for it. */
const gradeOf = ({ rule }: RuleTrack, { condition }: RuleReading): Grade =>
  condition?.aid ?? rule.grade;

const isUncertain = (track: RuleTrack, reading: RuleReading, input: JudgeInput): boolean =>
  isProvisional(gradeOf(track, reading)) || input.isDoubtful?.(track.rule) === true;

function openInterval(
  judge: Judge,
  track: RuleTrack,
  reading: RuleReading,
  input: JudgeInput,
): void {
  const sinceSec = Math.min(track.warnSinceSec ?? Infinity, track.failSinceSec ?? Infinity);
  track.interval = {
    faultId: track.rule.faultId,
    specRow: track.rule.specRow,
    side: sideNow(track, input),
    level: 'warn',
    startSec: sinceSec,
    endSec: undefined,
    peak: reading.value ?? 0,
    unit: reading.condition === undefined ? 'deg' : unitOf(reading.condition.signal),
    grade: gradeOf(track, reading),
    provisional: track.provisional,
    rep: input.rep,
  };
  track.peakShare = reading.share;
  judge.intervals.push(track.interval);
}

function raise(
  judge: Judge,
  track: RuleTrack,
  level: 'warn' | 'fail',
  sinceSec: number,
  reading: RuleReading,
  input: JudgeInput,
): JudgeEvent {
  if (track.interval === undefined) openInterval(judge, track, reading, input);
  if (track.interval !== undefined) track.interval.level = level;
  const { rule, provisional } = track;
  const span: LevelSpan = { rule, level, provisional, startSec: sinceSec, endSec: undefined };
  judge.spans.push(span);
  if (level === 'fail') track.failSpan = span;
  else track.warnSpan = span;
  track.level = level;
  if (reading.condition !== undefined) track.toldBy.push(reading.condition);
  return {
    type: 'raised',
    rule,
    side: sideNow(track, input),
    level,
    value: reading.value ?? 0,
    unit: reading.condition === undefined ? 'deg' : unitOf(reading.condition.signal),
    sinceSec,
    provisional,
  };
}

function endFail(track: RuleTrack, endSec: number): void {
  if (track.failSpan !== undefined) track.failSpan.endSec = endSec;
  track.failSpan = undefined;
  track.failSinceSec = undefined;
  track.failClearSec = undefined;
  track.level = 'warn';
}

function endWarn(track: RuleTrack, endSec: number): void {
  if (track.warnSpan !== undefined) track.warnSpan.endSec = endSec;
  if (track.interval !== undefined) track.interval.endSec = endSec;
  track.warnSpan = undefined;
  track.interval = undefined;
  track.warnSinceSec = undefined;
  track.warnClearSec = undefined;
  track.toldBy.length = 0;
  track.level = 'ok';
}

/** Keeps how long a condition has held without a break, dated back by the filter's delay. */
const since = (holds: boolean, before: number | undefined, nowSec: number): number | undefined =>
  holds ? (before ?? nowSec) : undefined;

/** The peak is where the measure stood furthest on the way from warn to fail. */
function trackPeak(track: RuleTrack, { share, value, condition }: RuleReading): void {
  if (track.interval === undefined || value === undefined || share <= track.peakShare) return;
  track.peakShare = share;
  track.interval.peak = value;
  if (condition !== undefined) track.interval.unit = unitOf(condition.signal);
}

function stepTrack(judge: Judge, track: RuleTrack, input: JudgeInput): JudgeEvent | undefined {
  const reading = readRule(track.rule, sideNow(track, input), input, track.toldBy);
  track.known = reading.known;
  track.value = reading.value;
  track.share = reading.share;
  track.unseen = reading.unseen;
  if (!reading.known && !reading.masked) {
    // Unknown freezes the level; what had begun to count begins anew.
    if (track.level === 'ok') track.warnSinceSec = undefined;
    if (track.level !== 'fail') track.failSinceSec = undefined;
    track.warnClearSec = track.failClearSec = undefined;
    return undefined;
  }
  track.everKnown ||= reading.known;
  track.provisional = isUncertain(track, reading, input);
  const { rule } = track;
  const atSec = input.tSec - input.delaySec(reading.condition?.signal);
  trackPeak(track, reading);
  if (track.level === 'ok') track.warnSinceSec = since(reading.warn, track.warnSinceSec, atSec);
  if (track.level !== 'fail') track.failSinceSec = since(reading.fail, track.failSinceSec, atSec);
  track.failClearSec =
    track.level === 'fail' ? since(reading.insideFail, track.failClearSec, atSec) : undefined;
  track.warnClearSec =
    track.level === 'ok' ? undefined : since(reading.insideWarn, track.warnClearSec, atSec);
  const lasted = (from: number | undefined, forSec: number): from is number =>
    from !== undefined && atSec - from >= forSec - 1e-9;
  if (track.level !== 'fail' && !input.leaving && lasted(track.failSinceSec, rule.failSec)) {
    return raise(judge, track, 'fail', track.failSinceSec, reading, input);
  }
  if (track.level === 'ok' && !input.leaving && lasted(track.warnSinceSec, rule.warnSec)) {
    return raise(judge, track, 'warn', track.warnSinceSec, reading, input);
  }
  if (track.level === 'fail' && lasted(track.failClearSec, recoverSec)) {
    endFail(track, track.failClearSec);
  }
  if (track.level === 'warn' && lasted(track.warnClearSec, recoverSec)) {
    const sinceSec = track.warnClearSec;
    endWarn(track, sinceSec);
    return { type: 'cleared', rule, side: track.side, sinceSec };
  }
  return undefined;
}

/** Judges all rules that are judged throughout; `only` narrows them (attempts). */
export function judgeFrame(
  judge: Judge,
  input: JudgeInput,
  only: (rule: Rule) => boolean,
): JudgeEvent[] {
  const events: JudgeEvent[] = [];
  for (const track of judge.tracks) {
    if (track.rule.when !== 'throughout' || !only(track.rule)) continue;
    const event = stepTrack(judge, track, input);
    if (event !== undefined) events.push(event);
  }
  return events;
}

/** Judges once the rules that are read at one moment of a rep or hold. */
export function judgeMoment(
  judge: Judge,
  when: 'entry' | 'bottom' | 'top',
  input: JudgeInput,
  atSec: number,
): JudgeEvent[] {
  const events: JudgeEvent[] = [];
  for (const track of judge.tracks) {
    if (track.rule.when !== when) continue;
    const reading = readRule(track.rule, sideNow(track, input), input);
    track.known = reading.known;
    track.value = reading.value;
    track.unseen = reading.unseen;
    if (!reading.known) continue;
    track.everKnown = true;
    track.provisional = isUncertain(track, reading, input);
    if (!reading.warn && !reading.fail) continue;
    track.warnSinceSec = atSec;
    events.push(raise(judge, track, reading.fail ? 'fail' : 'warn', atSec, reading, input));
    if (track.level === 'fail') endFail(track, atSec);
    endWarn(track, atSec);
  }
  return events;
}

/**
 * Ends the hold or rep at `endSec`: what is open is closed, what began later (while leaving the
 * position) is forgotten. Returns the faults that were cleared.
 */
export function closeJudge(judge: Judge, endSec: number): JudgeEvent[] {
  const events: JudgeEvent[] = [];
  for (const track of judge.tracks) {
    if (track.level === 'fail') endFail(track, endSec);
    if (track.level === 'warn') {
      endWarn(track, endSec);
      events.push({ type: 'cleared', rule: track.rule, side: track.side, sinceSec: endSec });
    }
    track.warnSinceSec = track.failSinceSec = undefined;
    track.warnClearSec = track.failClearSec = undefined;
    track.known = false;
    track.value = undefined;
  }
  for (let i = judge.intervals.length - 1; i >= 0; i--) {
    const interval = judge.intervals[i];
    if (interval === undefined || interval.startSec < endSec) continue;
    const single = interval.startSec === interval.endSec && interval.startSec === endSec;
    if (!single) judge.intervals.splice(i, 1);
  }
  for (const span of judge.spans) {
    if (span.endSec === undefined || span.endSec > endSec) span.endSec = endSec;
  }
  judge.spans = judge.spans.filter((span) => span.startSec < endSec);
  return events;
}

/** Forgets the spans of the hold or rep before. */
export function beginSpans(judge: Judge): void {
  judge.spans = [];
}
