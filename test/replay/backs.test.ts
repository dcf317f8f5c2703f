import { describe, expect, it } from 'vitest';
import type { FaultId } from '../../src/core/form/rule';
import { judge, type Judged } from '../support/judged';
import { readReplayTrace } from '../support/replayTrace';

/** Rendered athletes whose spine moves by itself (traces/README.md); times are the renderer's. */

const backFaults: readonly FaultId[] = ['backArch', 'backRounds', 'lowBackSags'];

const listBacks = ({ verdict }: Judged): string[] =>
  verdict.faults
    .filter(({ id }) => backFaults.some((fault) => fault === id))
    .map(({ id, level, rep }) => `${String(rep)} ${id} ${level}`);

const timesOf = ({ events }: Judged, type: 'faultRaised' | 'faultCleared'): number[] =>
  events.flatMap((event) =>
    event.type === type && event.faultId === 'backArch' ? [event.tSec] : [],
  );

describe('a bridge that arches twice at unchanged hip height', () => {
  const judged = judge(readReplayTrace('back_bridge'), { targetSec: 30 });
  const onsets = [6.9, 12.6];
  const ends = [10.8, 16.5];

  it('is told within two seconds of each onset, and cleared', () => {
    const raised = timesOf(judged, 'faultRaised');
    const cleared = timesOf(judged, 'faultCleared');
    expect(raised).toHaveLength(2);
    raised.forEach((tSec, n) => {
      expect(tSec).toBeGreaterThan(onsets[n] ?? NaN);
      expect(tSec - (onsets[n] ?? NaN)).toBeLessThan(2);
      expect((cleared[n] ?? NaN) - (ends[n] ?? NaN)).toBeLessThan(1.5);
    });
  });

  it('stops the good clock for as long', () => {
    const { faultySec } = judged.verdict.clocks;
    expect(faultySec).toBeGreaterThan(4);
    expect(faultySec).toBeLessThan(ends.reduce((sum, end, n) => sum + end - (onsets[n] ?? end), 0));
  });
});

describe('deadlifts with an arched set-up and a rounded lift between good ones', () => {
  const judged = judge(readReplayTrace('back_deadlift'));

  it('have each fault named in its repetition, and the good ones none', () => {
    expect(judged.verdict.reps).toHaveLength(4);
    expect(listBacks(judged)).toEqual(['2 backArch warn', '3 backRounds fail']);
  });
});

describe('a roll-out that begins tall on the knees, and sags twice', () => {
  const judged = judge(readReplayTrace('back_rollout'), { targetSec: 30 });

  it('is held, and both sags are named within two seconds', () => {
    expect(judged.verdict.reps).toHaveLength(1);
    const raised = judged.events.flatMap((event) =>
      event.type === 'faultRaised' && event.faultId === 'lowBackSags' ? [event.tSec] : [],
    );
    expect(raised).toHaveLength(2);
    [6.5, 11.7].forEach((onset, n) => {
      expect(raised[n]).toBeGreaterThan(onset);
      expect((raised[n] ?? NaN) - onset).toBeLessThan(2);
    });
  });
});

describe('hip thrusts of which the second arches at the top', () => {
  it('have it named in its repetition, and the good one nothing', () => {
    const judged = judge(readReplayTrace('back_thrust'));
    expect(judged.verdict.reps).toHaveLength(2);
    expect(listBacks(judged)).toEqual(['2 backArch warn']);
  });
});

describe('a back that cannot be seen', () => {
  it.each([
    ['before a wall that the mask takes for it', 'back_leaking', 'outlineUnclear'],
    ['behind the arms of hands on hips', 'back_hands_on_hips', 'armInFront'],
  ])('%s gets no verdict, and the reason', (_where, name, gap) => {
    const judged = judge(readReplayTrace(name));
    expect(listBacks(judged)).toEqual([]);
    const told = judged.snapshots.map(({ back }) => back?.hidden).filter(Boolean);
    expect(told).toContain(gap);
  });

  it('names the reason only once it has lasted', () => {
    const { snapshots } = judge(readReplayTrace('back_hands_on_hips'));
    const first = snapshots.find(({ back }) => back?.hidden !== undefined);
    expect(first?.tSec).toBeGreaterThan(2);
  });
});
