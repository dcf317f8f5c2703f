import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeMedian,
  computeSlope,
  computeSpread,
  computeUsableShare,
  collectSince,
  createSignalTrack,
  pushSignal,
  readSignal,
  type SignalTrack,
} from '../../../src/core/kinematics/signalTrack';

/** A track at 30 frames a second. */
function record(sec: number, value: (tSec: number) => number | undefined): SignalTrack {
  const track = createSignalTrack();
  for (let i = 0; i <= Math.round(sec * 30); i++) pushSignal(track, i / 30, value(i / 30));
  return track;
}

describe('the recent past of a signal', () => {
  it('has a median that one outlier does not move', () => {
    expect(computeMedian([3, 1, 2])).toBe(2);
    expect(computeMedian([1, 2, 3, 4])).toBe(2.5);
    expect(computeMedian([5, 5, 5, 5, 900])).toBe(5);
    expect(computeMedian([])).toBeUndefined();
  });

  it('has the median that sorting finds, of any number of values', () => {
    const some = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), {
      minLength: 1,
      maxLength: 600,
    });
    fc.assert(
      fc.property(some, (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const middle = sorted.length >> 1;
        const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
        const expected = sorted.length % 2 === 1 ? high : (low + high) / 2;
        expect((computeMedian(values) ?? NaN) - expected || 0).toBe(0);
      }),
    );
  });

  it('has a spread of zero while it stands still', () => {
    expect(computeSpread([4, 4, 4])).toBe(0);
    expect(computeSpread([1, 3])).toBeCloseTo(Math.SQRT2, 9);
    expect(computeSpread([7])).toBe(0);
  });

  it('reads its slope per second off a ramp', () => {
    const track = record(2, (t) => 3 - 0.5 * t);
    expect(computeSlope(track, 2, 0.4)).toBeCloseTo(-0.5, 6);
  });

  it('has no slope before enough of the window was seen', () => {
    expect(
      computeSlope(
        record(0.1, (t) => t),
        0.1,
        0.4,
      ),
    ).toBeUndefined();
    const gap = record(2, (t) => (t > 1.8 ? undefined : t));
    expect(computeSlope(gap, 2, 0.2)).toBeUndefined();
  });

  it('keeps the last value across 0.3 s of a gap and not longer', () => {
    const track = record(1, (t) => (t > 0.5 ? undefined : 42));
    expect(readSignal(track, 0.75)).toBe(42);
    expect(readSignal(track, 0.85)).toBeUndefined();
  });

  it('knows nothing of a signal that was never seen', () => {
    const track = record(1, () => undefined);
    expect(readSignal(track, 1)).toBeUndefined();
    expect(collectSince(track, 0)).toEqual([]);
    expect(computeUsableShare(track, 0)).toBe(0);
  });

  it('says which share of the frames was usable', () => {
    const track = record(1, (t) => (Math.round(t * 30) % 4 === 0 ? undefined : 1));
    expect(computeUsableShare(track, 0)).toBeCloseTo(0.75, 1);
  });

  it('forgets what is older than it needs, so that an hour costs no more than a minute', () => {
    const track = record(3600 / 30, (t) => t);
    expect(track.tSec.length).toBeLessThan(30 * 10);
    expect(collectSince(track, 119)).toHaveLength(31);
  });
});
