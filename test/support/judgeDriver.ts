import type { Side } from '../../src/core/body/keypoint';
import { createJudge, type Judge, type JudgeEvent, judgeFrame } from '../../src/core/form/judge';
import type { Condition, Rule, UnseenReason } from '../../src/core/form/rule';

/** A rule with the limits of a sag: warn 6, fail 10, hysteresis 3, dwell 0.5 and 1 s. */
export const sagRule: Rule = {
  faultId: 'hipsSag',
  specRow: 'E01-F2',
  views: ['side'],
  sides: 'one',
  conditions: [
    {
      signal: 'trunkThighDropDeg',
      reference: 'absolute',
      sense: 'above',
      warn: 6,
      fail: 10,
      clearMargin: 3,
    },
  ],
  warnSec: 0.5,
  failSec: 1,
  when: 'throughout',
  cue: 'hipsInLine',
  priority: 2,
  grade: 'B3c',
};

/** A measure over time, or why it cannot be seen. */
export type Course = (
  tSec: number,
  side: Side | null,
  condition: Condition,
) => number | UnseenReason;

/** An event of the judge with the time at which it was given. */
export type TimedEvent = JudgeEvent & { readonly tSec: number };

/** What else the judge is told. */
export interface DriveOptions {
  readonly fps?: number;
  readonly delaySec?: number;
  readonly deadband?: number;
  readonly blocked?: UnseenReason;
}

/** Lets a judge of one rule watch a measure for a while. */
export function drive(
  rule: Rule,
  sec: number,
  course: Course,
  { fps = 30, delaySec = 0, deadband = 0, blocked }: DriveOptions = {},
): { readonly judge: Judge; readonly events: readonly TimedEvent[] } {
  const judge = createJudge([rule]);
  const events: TimedEvent[] = [];
  for (let i = 0; i <= Math.round(sec * fps); i++) {
    const tSec = i / fps;
    const input = {
      tSec,
      delaySec: () => delaySec,
      rep: 1,
      measure: (condition: Condition, side: Side | null) => course(tSec, side, condition),
      sideOf: () => null,
      blocked: () => blocked,
      deadband: () => deadband,
      leaving: false,
    };
    events.push(...judgeFrame(judge, input, () => true).map((event) => ({ ...event, tSec })));
  }
  return { judge, events };
}
