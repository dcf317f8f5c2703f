import { describe, expect, it } from 'vitest';
import { createStrideTracker, stepStrides, type Turn } from '../../../src/core/coach/strideTracker';

/** The extremes that are found in a cycle that is read 30 times a second. */
function findTurns(sec: number, cycle: (tSec: number) => number | undefined): Turn[] {
  const tracker = createStrideTracker();
  const frames = Array.from({ length: Math.round(sec * 30) }, (_, i) => i / 30);
  return frames.flatMap((tSec) => stepStrides(tracker, 0.2, tSec, cycle(tSec)) ?? []);
}

const steps = (tSec: number): number => 0.3 * Math.cos(2 * Math.PI * tSec);

describe('steps', () => {
  it('are the extremes of the cycle, left and right in turn', () => {
    const turns = findTurns(3, steps);
    expect(turns.map(({ side }) => side)).toEqual(['right', 'left', 'right', 'left', 'right']);
    turns.forEach(({ atSec }, n) => {
      expect(Math.abs(atSec - 0.5 * (n + 1))).toBeLessThan(0.05);
    });
  });

  it('do not begin before the first one: standing is no extreme', () => {
    const turns = findTurns(5, (t) => (t < 2 ? 0 : 0.3 * Math.sin(2 * Math.PI * (t - 2))));
    expect(turns[0]?.atSec).toBeGreaterThan(2.2);
  });

  it('are none where the legs hardly move', () => {
    expect(findTurns(5, (t) => steps(t) / 4)).toEqual([]);
  });

  it('are found with an offset: a camera that is turned a little', () => {
    expect(findTurns(3, (t) => steps(t) + 1)).toHaveLength(5);
  });

  it('begin anew after a gap: what lies on both sides of it is no step', () => {
    const turns = findTurns(6, (t) => (t > 2.1 && t < 3.4 ? undefined : steps(t)));
    expect(turns.filter(({ atSec }) => atSec > 2.05 && atSec < 3.45)).toEqual([]);
    expect(turns).toHaveLength(7);
  });
});
