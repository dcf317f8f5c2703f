import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaceNeeds } from '../../../src/core/coach/trackingNeeds';
import { chooseQuality, predictMs, type QualityCosts } from '../../../src/pose/qualityPolicy';

const hold: PaceNeeds = { fps: 20, outline: false };
const costs = (lite: number, full: number, mask = 13): QualityCosts => ({ lite, full, mask });

const needs = fc.record({ fps: fc.constantFrom(20, 40), outline: fc.boolean() });
const anyCosts = fc.record({
  lite: fc.double({ min: 2, max: 200, noNaN: true }),
  full: fc.double({ min: 2, max: 400, noNaN: true }),
  mask: fc.double({ min: 0, max: 60, noNaN: true }),
});

describe('what the machine can keep up with', () => {
  it('is the full model where that keeps the pace', () => {
    expect(chooseQuality(hold, costs(20, 40)).model).toBe('full');
    expect(chooseQuality(hold, costs(25, 60)).model).toBe('lite');
    expect(chooseQuality({ ...hold, fps: 40 }, costs(20, 40)).model).toBe('lite');
  });

  it('takes masks away before it drops pictures where the back is read', () => {
    const back = { fps: 20, outline: true };
    expect(chooseQuality(back, costs(20, 40)).maskEverySec).toBe(0.15);
    expect(chooseQuality(back, costs(20, 46)).maskEverySec).toBe(1 / 6);
    expect(chooseQuality(back, costs(20, 400))).toEqual({ model: 'full', maskEverySec: 1 / 6 });
  });

  it('steps up only where that leaves room', () => {
    const lite = chooseQuality(hold, costs(25, 60));
    expect(chooseQuality(hold, costs(25, 46), lite).model).toBe('lite');
    expect(chooseQuality(hold, costs(25, 40), lite).model).toBe('full');
  });

  it('leaves room on a machine that is hot or runs down', () => {
    expect(chooseQuality({ ...hold, sparing: true }, costs(20, 40)).model).toBe('lite');
    expect(chooseQuality({ ...hold, sparing: true }, costs(15, 30)).model).toBe('full');
  });

  it('never takes fewer than six outlines a second', () => {
    fc.assert(
      fc.property(needs, anyCosts, (need, cost) => {
        expect(1 / chooseQuality(need, cost).maskEverySec).toBeGreaterThanOrEqual(6);
      }),
    );
  });

  it('never computes the outline from the lite model', () => {
    fc.assert(
      fc.property(needs, anyCosts, (need, cost) => {
        fc.pre(need.outline);
        expect(chooseQuality(need, cost).model).toBe('full');
      }),
    );
  });

  it('does not go to and fro while nothing changes', () => {
    fc.assert(
      fc.property(needs, anyCosts, (need, cost) => {
        const first = chooseQuality(need, cost);
        expect(chooseQuality(need, cost, first)).toEqual(first);
      }),
    );
  });

  it('keeps the pace wherever any choice does', () => {
    fc.assert(
      fc.property(needs, anyCosts, (need, cost) => {
        fc.pre(!need.outline && Math.min(cost.lite, cost.full) <= 1000 / need.fps);
        expect(predictMs(chooseQuality(need, cost), cost, need)).toBeLessThanOrEqual(
          1000 / need.fps,
        );
      }),
    );
  });
});
