import { describe, expect, it } from 'vitest';
import { OutlineCadence } from '../../../src/pose/outlineCadence';

/** Masks in ten seconds of pictures at a frame rate, and the longest time from one to the next. */
function runCadence(fps: number): { perSec: number; longestSec: number } {
  const cadence = new OutlineCadence();
  const due = Array.from({ length: 10 * fps }, (_, index) => index / fps).filter((tSec) =>
    cadence.isDue(tSec),
  );
  const gaps = due.slice(1).map((tSec, index) => tSec - (due[index] ?? 0));
  return { perSec: due.length / 10, longestSec: Math.max(...gaps) };
}

describe('the cadence of the outline', () => {
  it('takes the first picture and every one where they are slow', () => {
    expect(runCadence(4)).toEqual({ perSec: 4, longestSec: 0.25 });
    expect(runCadence(10).perSec).toBe(10);
  });

  it.each([12, 15, 24, 25, 30, 50, 60, 120])('keeps to 6 to 12 a second at %i pictures', (fps) => {
    const { perSec, longestSec } = runCadence(fps);
    expect(perSec).toBeGreaterThanOrEqual(6);
    expect(perSec).toBeLessThanOrEqual(12);
    expect(longestSec).toBeLessThanOrEqual(1 / 6);
  });

  it('asks for one right after a gap', () => {
    const cadence = new OutlineCadence();
    const times = [0, 1 / 30, 2 / 30, 3, 3 + 1 / 30];
    expect(times.map((tSec) => cadence.isDue(tSec))).toEqual([true, false, false, true, false]);
  });
});
