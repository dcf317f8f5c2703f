import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeScale, listUnseen } from '../../../src/core/report/chartData';
import { alignCurves, fromPhase, toPhase } from '../../../src/core/report/phaseAlign';
import {
  addMissed,
  findMark,
  noNotes,
  parseReviewNotes,
  putNote,
  toggleMark,
  tryLimits,
} from '../../../src/core/report/reviewNotes';
import { reviewTrace } from '../../../src/core/report/reviewSet';
import {
  compareSides,
  computeFatigue,
  fitSlope,
  listFaultShares,
  traceCurves,
} from '../../../src/core/report/setViews';
import { cueText } from '../../../src/text/cues';
import { signalName } from '../../../src/text/review';
import { unseenText } from '../../../src/text/unseen';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { listKeyMeasures } from '../../../src/core/report/keyMeasures';
import { readReplayTrace } from '../../support/replayTrace';

const words = { cue: cueText, unseen: unseenText };
const set = reviewTrace(
  readReplayTrace('bridge_side_drop_female'),
  { exercise: 'gluteBridge', targetSec: 1 },
  words,
);
const times = Float64Array.from({ length: 300 }, (_, i) => i / 30);

it('names every measure that is drawn', () => {
  for (const exercise of Object.values(catalogue)) {
    for (const { signal } of listKeyMeasures(exercise)) expect(signalName[signal]).toMatch(/\S/);
  }
});

describe('slope', () => {
  it('finds a drift whatever its level, and none in stillness', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (per10Sec, level) => {
          const column = Float32Array.from(times, (t) => level + (per10Sec * t) / 10);
          expect(fitSlope(times, column, 0, 10)?.per10Sec).toBeCloseTo(per10Sec, 2);
        },
      ),
    );
  });

  it('says nothing of what was not seen', () => {
    expect(fitSlope(times, new Float32Array(300).fill(NaN), 0, 10)).toBeUndefined();
  });

  it('is there for each hold of a set', () => {
    const { reps } = computeFatigue(set, set.shown[0]!);
    expect(reps.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(reps[1]?.slope).toBeDefined();
  });
});

describe('stretches that nobody saw', () => {
  it('are those without a value, and not the short ones', () => {
    const column = Float32Array.from(times, (t) =>
      (t > 2 && t < 4) || (t > 6 && t < 6.2) ? NaN : 1,
    );
    const spans = listUnseen(times, [column]);
    expect(spans).toHaveLength(1);
    expect(spans[0]?.startSec).toBeCloseTo(2, 1);
    expect(spans[0]?.endSec).toBeCloseTo(4, 1);
  });

  it('leave the scale its limits', () => {
    const phases = new Uint8Array(300);
    const [low, high] = computeScale({ phases }, [new Float32Array(300).fill(NaN)], {
      failAbove: 15,
    });
    expect(low).toBeLessThan(15);
    expect(high).toBeGreaterThan(15);
  });
});

describe('phases', () => {
  const course = fc
    .tuple(
      fc.double({ min: 0, max: 50, noNaN: true }),
      fc.double({ min: 0.2, max: 20, noNaN: true }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    )
    .map(([startSec, lengthSec, share]) => ({
      startSec,
      endSec: startSec + lengthSec,
      turnSec: startSec + share * lengthSec,
    }));

  it('lead to a moment and back', () => {
    fc.assert(
      fc.property(course, fc.double({ min: 0, max: 1, noNaN: true }), (of, phase) => {
        expect(toPhase(of, fromPhase(of, phase))).toBeCloseTo(phase, 4);
      }),
    );
  });

  it('lay the same movement at half the pace over itself', () => {
    const slow = Float64Array.from(times, (t) => t * 2);
    const column = Float32Array.from(times, (t) => 40 * Math.sin((Math.PI * t) / 10));
    const { difference } = alignCurves(
      { tSec: times, column, course: { startSec: 0, turnSec: 5, endSec: 9.9 } },
      { tSec: slow, column, course: { startSec: 0, turnSec: 10, endSec: 19.8 } },
    );
    for (const value of difference) expect(Math.abs(value ?? 0)).toBeLessThan(0.01);
  });
});

describe('notes', () => {
  const row = set.ledger[0]!;

  it('keep one word of each alert, and take it back', () => {
    const marked = toggleMark(noNotes, row, 'true');
    expect(findMark(marked, row)).toBe('true');
    expect(findMark(toggleMark(marked, row, 'false'), row)).toBe('false');
    expect(toggleMark(marked, row, 'true').marks).toEqual([]);
  });

  it('are read back as they were written, and not from anything else', () => {
    const notes = putNote(toggleMark(noNotes, row, 'false'), {
      atSec: 3,
      text: 'Look at the ribs',
      shapes: [
        {
          kind: 'line',
          points: [
            { xPx: 1, yPx: 2 },
            { xPx: 3, yPx: 4 },
          ],
        },
      ],
    });
    expect(parseReviewNotes(JSON.stringify(notes))).toEqual(notes);
    for (const json of ['', '{', '[]', '{"format":"hipline.review","version":2}']) {
      expect(parseReviewNotes(json)).toEqual(noNotes);
    }
    expect(putNote(notes, { atSec: 3, text: ' ', shapes: [] }).notes).toEqual([]);
  });

  it('tell of other limits what they find and lose', () => {
    const { verdict } = set;
    const none = { faults: [] };
    const marks = toggleMark(
      noNotes,
      set.ledger.find(({ faultId }) => faultId === 'hipsSag')!,
      'true',
    ).marks;
    const trial = tryLimits([{ before: verdict, after: none, marks }], 'hipsSag');
    expect(trial).toMatchObject({ sets: 1, vanished: 1, lostTrue: 1, appeared: 0 });
    expect([trial.before.sensitivity, trial.after.sensitivity]).toEqual([1, 0]);
    const missed = addMissed(noNotes, { faultId: 'hipsSag', side: null, startSec: 1, endSec: 2 });
    expect(
      tryLimits([{ before: none, after: none, marks: missed.marks }], 'hipsSag').after.missed,
    ).toBe(1);
  });
});

describe('views of a set', () => {
  it('share the time among the faults, the longest first', () => {
    const shares = listFaultShares(set.ledger, set.verdict.reps);
    expect(shares[0]!.sec).toBeGreaterThanOrEqual(shares.at(-1)!.sec);
    for (const { ratio } of shares) expect(ratio).toBeLessThanOrEqual(1);
  });

  it('draw hip against knee for each repetition', () => {
    const lift = reviewTrace(
      readReplayTrace('deadlift_side_male'),
      { exercise: 'kettlebellDeadlift' },
      words,
    );
    const curves = traceCurves(lift, 'hipFlexionDeg', 'kneeFlexionDeg');
    expect(curves).toHaveLength(lift.verdict.reps.length);
    for (const { points } of curves) expect(points.length).toBeGreaterThan(20);
  });

  it('set the knees against each other', () => {
    const squat = reviewTrace(readReplayTrace('squat_front_female'), { exercise: 'squat' }, words);
    const knees = compareSides(squat).find(({ measure }) => measure.signal === 'kneeFppaDeg');
    expect(knees?.mdc).toBe(9);
  });
});
