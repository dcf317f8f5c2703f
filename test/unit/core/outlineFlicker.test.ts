import { describe, expect, it } from 'vitest';
import { OutlineFlicker } from '../../../src/core/kinematics/outlineFlicker';

/** Whether each of so many outlines at 8 Hz was called flickering. */
const follow = (scoreAt: (n: number) => number | undefined, count = 24): boolean[] => {
  const flicker = new OutlineFlicker();
  return Array.from({ length: count }, (_, n) => flicker.add(n / 8, scoreAt(n)));
};

describe('an outline that jumps from picture to picture', () => {
  it('is told within a second, and no longer when it has come to rest', () => {
    const told = follow((n) => (n < 12 ? 15 * (n % 2) : 0), 36);
    expect(told.indexOf(true)).toBeLessThanOrEqual(8);
    expect(told.slice(0, 4)).toEqual([false, false, false, false]);
    expect(told.slice(24)).not.toContain(true);
  });

  it('is not one that moves, however far, nor one of ordinary noise', () => {
    expect(follow((n) => Math.min(40, 5 * n))).not.toContain(true);
    expect(follow((n) => (n < 12 ? 0 : 30))).not.toContain(true);
    expect(follow((n) => 4 * ((n * 7) % 3) - 4)).not.toContain(true);
  });

  it('is not told of a side that is hidden', () => {
    expect(follow(() => undefined)).not.toContain(true);
    expect(follow((n) => (n % 8 === 0 ? 20 * (n % 16) : undefined))).not.toContain(true);
  });
});
