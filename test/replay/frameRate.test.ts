import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../src/core/trace/trace';
import { judge } from '../support/judged';
import { readReplayTrace } from '../support/replayTrace';
import { thinUnevenly } from '../support/transformTrace';

/** What a hold needs to count as still, and the dwell of a sag's fail, seconds (spec 5.1). */
const stillSec = 0.4;
const failDwellSec = 1;

const options = { targetSec: 1 } as const;
const whole = readReplayTrace('bridge_side_drop_female');
const { verdict: expected } = judge(whole, options);

const longestSpanSec = ({ frames }: Trace): number =>
  Math.max(...frames.slice(1).map(({ tSec }, i) => tSec - (frames[i]?.tSec ?? tSec)));

describe('a machine that gives fewer pictures', () => {
  const pace = fc.record({
    fps: fc.double({ min: 10, max: 15, noNaN: true }),
    uneven: fc.double({ min: 0, max: 0.8, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  });

  it('finds the same holds, each event moved by at most a picture and its dwell', () => {
    fc.assert(
      fc.property(pace, (given) => {
        const trace = thinUnevenly(whole, given);
        const pictureSec = longestSpanSec(trace);
        const { verdict } = judge(trace, options);
        expect(verdict.reps.map(({ kind }) => kind)).toEqual(expected.reps.map(({ kind }) => kind));
        for (const [i, rep] of verdict.reps.entries()) {
          const other = expected.reps[i]!;
          expect(Math.abs(rep.startSec - other.startSec)).toBeLessThan(pictureSec + stillSec);
          expect(Math.abs(rep.endSec - other.endSec)).toBeLessThan(pictureSec + stillSec);
          expect(rep.unseenSec).toBe(0);
        }
        const isSag = ({ id }: { readonly id: string }): boolean => id === 'hipsSag';
        const [sag] = verdict.faults.filter(isSag);
        const [other] = expected.faults.filter(isSag);
        expect(sag).toMatchObject({ rep: 2, level: 'fail' });
        expect(Math.abs(sag!.startSec - other!.startSec)).toBeLessThan(pictureSec + failDwellSec);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the good time of a hold that sags within half a second', () => {
    fc.assert(
      fc.property(pace, (given) => {
        const { verdict } = judge(thinUnevenly(whole, given), options);
        for (const [i, rep] of verdict.reps.entries()) {
          expect(Math.abs(rep.goodSec - expected.reps[i]!.goodSec)).toBeLessThan(0.5);
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** Pieces of a clip that begin and end at rest, one after the other. */
function join(trace: Trace, pieces: readonly (readonly [fromSec: number, toSec: number])[]): Trace {
  let shiftSec = 0;
  const frames = pieces.flatMap(([fromSec, toSec]) => {
    const piece = trace.frames
      .filter(({ tSec }) => tSec >= fromSec && tSec < toSec)
      .map((frame) => ({ ...frame, tSec: frame.tSec - fromSec + shiftSec }));
    shiftSec += toSec - fromSec;
    return piece;
  });
  return { ...trace, frames };
}

describe('the set’s own good squat', () => {
  const squats = readReplayTrace('squat_front_female');
  const caves = (trace: Trace): boolean[] =>
    judge(trace).verdict.reps.map(({ faults }) => faults.includes('kneesCave'));

  it('is the first good one also where a picture of it came late', () => {
    // Half as fast, so that a gap that counts as unseen is less than a fifth of the first squat.
    const slow = squats.frames.map((frame) => ({ ...frame, tSec: 1.5 * frame.tSec }));
    const late = slow.filter(({ tSec }) => tSec < 2.6 || tSec > 2.95);
    const trace = { ...squats, frames: late };
    expect(judge(trace).verdict.reps[0]?.unseenSec).toBeGreaterThan(0.3);
    expect(caves(trace)).toEqual([false, true, false, true]);
  });

  it('is joined by deeper ones that come after it', () => {
    const [still, deep, shallow, oneKnee] = [
      [0, 0.6],
      [0.6, 3],
      [5.5, 7.5],
      [7.5, 10.2],
    ] as const;
    const { verdict } = judge(join(squats, [still, shallow, deep, oneKnee]));
    expect(verdict.reps.map(({ quality }) => quality)).toEqual([true, true, false]);
    expect(verdict.faults).toMatchObject([
      { id: 'kneesCave', side: 'left', level: 'fail', rep: 3 },
    ]);
  });
});
