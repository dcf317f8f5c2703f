import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSetClock } from '../../../src/app/setClock';

describe('createSetClock', () => {
  it('follows its source', () => {
    const clock = createSetClock();
    expect([0, 0.5, 1].map((tSec) => clock.advance(tSec))).toEqual([0, 0.5, 1]);
  });

  it('does not run on over a pause, however long it was', () => {
    const clock = createSetClock();
    clock.advance(0);
    clock.advance(5);
    clock.breakLine();
    expect(clock.advance(605)).toBe(5.5);
    expect(clock.advance(606)).toBe(6.5);
  });

  it('goes on when a camera that was plugged in again begins at zero', () => {
    const clock = createSetClock();
    clock.advance(0);
    clock.advance(5);
    clock.breakLine();
    expect(clock.advance(0)).toBe(5.5);
    expect(clock.advance(0.1)).toBeCloseTo(5.6);
  });

  it('leaves a pause before the first frame without a trace', () => {
    const clock = createSetClock();
    clock.breakLine();
    expect(clock.advance(0.2)).toBe(0.2);
  });

  it('bridges a camera that slept with its machine, where it is told to', () => {
    const clock = createSetClock(4);
    clock.advance(5);
    expect(clock.advance(8)).toBe(8);
    expect(clock.advance(308)).toBe(8.5);
    expect(createSetClock().advance(308)).toBe(308);
  });

  it('never runs backwards', () => {
    const step = fc.record({
      tSec: fc.double({ min: 0, max: 100, noNaN: true }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const clock = createSetClock();
        let before = 0;
        for (const { tSec, cut } of steps) {
          if (cut) clock.breakLine();
          const now = clock.advance(tSec);
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
    );
  });
});
