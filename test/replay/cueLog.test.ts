import { describe, expect, it } from 'vitest';
import { isDark, type Stage, stageOrder } from '../../src/core/coach/feedback';
import { endSet, startSet, stepSet } from '../../src/core/coach/pipeline';
import type { CoachEvent } from '../../src/core/coach/snapshot';
import type { ExerciseId } from '../../src/core/exercises/exercise';
import type { FaultId } from '../../src/core/form/rule';
import { readFormat } from '../../src/core/report/judgeTrace';
import type { Trace } from '../../src/core/trace/trace';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { readReplayTrace } from '../support/replayTrace';
import { film } from '../support/traceBuilder';

/** Recorded bridges: what the tracker saw of rendered bodies. */
const recorded = [
  'bridge_side_drop_female',
  'bridge_side_male',
  'bridge_side_sag_female',
  'back_bridge',
  'slbridge_freeside_male',
  'slbridge_highside_female',
  'slbridge_highside_male',
];

/** Long holds that sink, rise too far and recover, again and again: more faults than cues allow. */
function buildRestless(): Trace {
  const to = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
  const made = film(pose().supine().noisy(0.6)).stay(4);
  for (let hold = 0; hold < 4; hold++) {
    made.move(1, to(180)).stay(2.5);
    for (let i = 0; i < 4; i++) {
      made.move(0.6, to(167)).stay(1.4).move(0.6, to(180)).stay(0.8);
      made.move(0.6, to(193)).stay(1.2).move(0.6, to(180)).stay(0.6);
    }
    made.move(1, to(118)).stay(2);
  }
  return made.toTrace('gluteBridge');
}

/** Everything that is told of a trace while it runs. */
function listEvents(trace: Trace, stage: Stage, targetSec: number): CoachEvent[] {
  const run = startSet({
    ...readFormat(trace),
    exercise: trace.header.exercise as ExerciseId,
    begin: 'now',
    stage,
    targetSec,
    remindsBreath: true,
  });
  const events = trace.frames.flatMap((frame) => stepSet(run, frame).events);
  return [...events, ...endSet(run).events];
}

interface Hold {
  readonly n: number;
  readonly startSec: number;
  readonly endSec: number;
}

interface Said {
  readonly tSec: number;
  readonly words: string;
  readonly hold: Hold | undefined;
}

const listHolds = (events: readonly CoachEvent[]): Hold[] =>
  events.flatMap((event) => (event.type === 'repEnded' ? [event.rep] : []));

/** The cue log: when what was said, and in which hold. */
function readCueLog(events: readonly CoachEvent[]): Said[] {
  const holds = listHolds(events);
  return events.flatMap((event) => {
    if (event.type !== 'cue' && event.type !== 'breathCue') return [];
    const { tSec } = event;
    const words = event.type === 'cue' ? event.cue : 'keepBreathing';
    const hold = holds.find(({ startSec, endSec }) => tSec >= startSec && tSec <= endSec + 0.5);
    return [{ tSec, words, hold }];
  });
}

/** Cued faults that were corrected while their hold ran, and how many of those were confirmed. */
function countCorrections(events: readonly CoachEvent[]): { corrected: number; confirmed: number } {
  let awaiting = new Set<FaultId>();
  let corrected = 0;
  let confirmed = 0;
  for (const event of events) {
    if (event.type === 'cue') awaiting.add(event.faultId);
    if (event.type === 'holdStarted') awaiting = new Set();
    if (event.type === 'faultCleared' && awaiting.delete(event.faultId)) corrected += 1;
    if (event.type === 'confirmation') confirmed += 1;
  }
  return { corrected, confirmed };
}

/** Fails with the rule of spec 4.1 that a log breaks. */
function expectRulesKept(events: readonly CoachEvent[], stage: Stage): void {
  const log = readCueLog(events);
  for (const [i, { tSec, words, hold }] of log.entries()) {
    expect(hold, `a cue outside of a hold at ${String(tSec)} s`).toBeDefined();
    if (hold === undefined) continue;
    expect(tSec - hold.startSec, 'the first 1.5 s are quiet').toBeGreaterThanOrEqual(1.5 - 1e-6);
    expect(isDark(stage, hold.n), 'nothing of form is said in the dark').toBe(false);
    const before = log.slice(0, i);
    for (const other of before) {
      const apartSec = tSec - other.tSec;
      expect(apartSec, '4 s between any two').toBeGreaterThanOrEqual(4 - 1e-6);
      if (other.words === words) {
        expect(apartSec, '8 s before the same').toBeGreaterThanOrEqual(8 - 1e-6);
      }
    }
    // Two in a hold of ten seconds; a longer one has no more.
    expect(before.filter((other) => other.hold === hold).length).toBeLessThan(2);
  }
  const { corrected, confirmed } = countCorrections(events);
  expect(confirmed, 'one confirmation in two corrections').toBeLessThanOrEqual(corrected / 2);
}

describe.each(recorded)('the cue log of %s', (name) => {
  const trace = readReplayTrace(name);

  it.each(stageOrder)('breaks no rule of spec 4.1 in stage %s', (stage) => {
    for (const targetSec of [1, 10]) expectRulesKept(listEvents(trace, stage, targetSec), stage);
  });
});

describe('the cue log of long, restless holds', () => {
  const trace = buildRestless();

  it.each(stageOrder)('breaks no rule of spec 4.1 in stage %s', (stage) => {
    expectRulesKept(listEvents(trace, stage, 60), stage);
  });

  it('has cues, corrections and confirmations to speak of', () => {
    const events = listEvents(trace, 'A', 60);
    expect(readCueLog(events).length).toBeGreaterThan(3);
    const { corrected, confirmed } = countCorrections(events);
    expect(corrected).toBeGreaterThan(1);
    expect(confirmed).toBeGreaterThan(0);
  });
});

describe('the reminder to breathe', () => {
  const hold = (sec: number): Trace =>
    film(pose().supine().noisy(0.6))
      .stay(4)
      .move(1, (now) => now.hipsAt(180))
      .stay(sec)
      .move(1, (now) => now.hipsAt(118))
      .stay(2)
      .toTrace('gluteBridge');
  const countIn = (sec: number, stage: Stage): number =>
    listEvents(hold(sec), stage, 10).filter(({ type }) => type === 'breathCue').length;

  it('comes once in a long hold, not in a short one, and not in the dark', () => {
    expect(countIn(14, 'A')).toBe(1);
    expect(countIn(4, 'A')).toBe(0);
    expect(countIn(14, 'E')).toBe(0);
  });
});
