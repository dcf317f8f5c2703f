import { describe, expect, it } from 'vitest';
import { judge } from '../support/judged';
import { readReplayTrace } from '../support/replayTrace';

describe('a bridge behind which somebody walks by, and before which they do so later', () => {
  const { verdict, events, snapshots } = judge(readReplayTrace('bridge_passer_male'), {
    targetSec: 30,
  });
  /** The walker's legs are before the athlete, seconds. */
  const covered = { from: 11.15, to: 11.5 };

  it('says that somebody is in the way while they are before the athlete, and only then', () => {
    const said = events.filter(({ type }) => type.startsWith('body'));
    expect(said).toMatchObject([{ type: 'bodyLost', occludedBy: 'other' }, { type: 'bodyFound' }]);
    const hidden = snapshots.filter(({ occludedBy }) => occludedBy === 'other');
    expect(hidden[0]?.tSec).toBeGreaterThan(covered.from);
    expect(hidden[0]?.tSec).toBeLessThan(covered.from + 0.15);
    expect(hidden.at(-1)?.tSec).toBeLessThan(covered.to + 0.25);
    expect(hidden.every(({ pose }) => pose === undefined)).toBe(true);
  });

  it('stops the clock for that time and goes on with the same hold', () => {
    const { unseenSec } = verdict.clocks;
    expect(unseenSec).toBeGreaterThan(covered.to - covered.from);
    expect(unseenSec).toBeLessThan(0.6);
    expect(verdict.reps).toHaveLength(1);
    expect(verdict.reps[0]?.startSec).toBeLessThan(2);
    expect(verdict.reps[0]?.endSec).toBeGreaterThan(13);
  });
});
