import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeScale, listUnseen } from '../../../src/core/report/chartData';
import { compareSets } from '../../../src/core/report/compareSets';
import { findPlacement, placePose } from '../../../src/core/report/overlayPose';
import {
  alignCurves,
  findCourse,
  fromPhase,
  pairCourses,
  toPhase,
} from '../../../src/core/report/phaseAlign';
import {
  addMissed,
  findMark,
  mergeReviewNotes,
  noNotes,
  parseReviewNotes,
  putNote,
  readReviewNotes,
  toggleMark,
  tryLimits,
} from '../../../src/core/report/reviewNotes';
import { reviewTrace } from '../../../src/core/report/reviewSet';
import { readPose } from '../../../src/core/report/reviewTrack';
import {
  compareSides,
  computeFatigue,
  fitSlope,
  listFaultShares,
  traceCurves,
} from '../../../src/core/report/setViews';
import { chooseStills } from '../../../src/core/report/stills';
import { cueText } from '../../../src/text/cues';
import { measureName } from '../../../src/text/measureNames';
import { unseenText } from '../../../src/text/unseen';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { listKeyMeasures, toMeasureKey } from '../../../src/core/report/keyMeasures';
import { readReplayTrace } from '../../support/replayTrace';

const words = { cue: cueText, unseen: unseenText };
const set = reviewTrace(
  readReplayTrace('bridge_side_drop_female'),
  { exercise: 'gluteBridge', targetSec: 1 },
  words,
);
const times = Float64Array.from({ length: 300 }, (_, i) => i / 30);

it('names every measure that is drawn or has a limit', () => {
  for (const exercise of Object.values(catalogue)) {
    const limited = exercise.rules
      .filter(({ unseen }) => unseen === undefined)
      .flatMap(({ conditions }) => conditions);
    const masks = limited.flatMap(({ onlyWhile }) => onlyWhile ?? []);
    for (const { signal } of [...listKeyMeasures(exercise), ...limited, ...masks]) {
      expect(measureName[signal], signal).toMatch(/\S/);
    }
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
    .array(fc.double({ min: 0.2, max: 20, noNaN: true }), { minLength: 2, maxLength: 6 })
    .map((steps) =>
      steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0)),
    );

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
      { tSec: times, column, course: [0, 5, 9.9] },
      { tSec: slow, column, course: [0, 10, 19.8] },
    );
    expect(difference.length).toBeGreaterThan(290);
    for (const value of difference) expect(Math.abs(value ?? 0)).toBeLessThan(0.01);
  });

  const rep = (n: number) => set.verdict.reps[n - 1]!;

  it('of a hold are its rise, its hold and its way down', () => {
    const [upSec, startSec, endSec, downSec] = findCourse(set, rep(2));
    expect([startSec, endSec]).toEqual([rep(2).startSec, rep(2).endSec]);
    expect(upSec).toBeLessThan(startSec!);
    expect(downSec).toBeGreaterThanOrEqual(endSec!);
  });

  it('pair as many repetitions as both have, in order', () => {
    const reps = set.verdict.reps;
    const pair = pairCourses({ set, reps }, { set, reps: reps.slice(1) });
    expect(pair.a).toHaveLength(pair.b.length);
    for (const { a, b } of [pair]) {
      for (const marks of [a, b]) expect(marks).toEqual([...marks].sort((x, y) => x - y));
    }
    expect(pairCourses({ set, reps: [] }, { set, reps }).a).toEqual([
      set.track.tSec[0],
      set.track.tSec.at(-1),
    ]);
  });

  it('of a repetition turn at its deepest', () => {
    const squat = reviewTrace(readReplayTrace('squat_front_female'), { exercise: 'squat' }, words);
    const [first] = squat.verdict.reps;
    const [startSec, turnSec, endSec] = findCourse(squat, first!);
    expect(turnSec! - startSec!).toBeGreaterThan(0.3);
    expect(endSec! - turnSec!).toBeGreaterThan(0.3);
  });

  it('show no difference of a set from itself, and how far two holds are apart', () => {
    const reps = set.verdict.reps;
    const same = compareSets(set, set, pairCourses({ set, reps }, { set, reps }));
    expect(same.length).toBe(set.shown.length);
    for (const { most } of same) expect(Math.abs(most?.value ?? 0)).toBeLessThan(1e-6);
    const pair = pairCourses({ set, reps: [rep(1)] }, { set, reps: [rep(2)] });
    const hips = compareSets(set, set, pair).find(({ signal }) => signal === 'trunkThighDeg');
    expect(hips?.mdc).toBe(6);
    expect(Math.abs(hips!.most!.value)).toBeGreaterThan(1);
  });
});

describe('a second body in a picture', () => {
  const whole = { track: set.track, course: [0, set.track.tSec.at(-1)!] };

  it('lies on the first one where they are the same', () => {
    const placement = findPlacement(whole, whole)!;
    expect(placement.isFlipped).toBe(false);
    const pose = readPose(set.track, 100)!;
    placePose(placement, pose).forEach((point, i) => {
      if (point !== undefined) expect(point.xPx).toBeCloseTo(pose[i]!.xPx, 3);
    });
  });

  it('is turned round, and made as large, where it lies the other way', () => {
    const poses = set.track.poses.map((value, i) =>
      i % 3 === 0 ? 900 - value / 2 : i % 3 === 1 ? value / 2 : value,
    );
    const other = { track: { ...set.track, poses }, course: whole.course };
    const placement = findPlacement(whole, other)!;
    expect(placement).toMatchObject({ isFlipped: true });
    expect(placement.scale).toBeCloseTo(2, 3);
    const placed = placePose(placement, readPose(other.track, 100)!);
    const own = readPose(set.track, 100)!;
    expect(placed[23]?.xPx).toBeCloseTo(own[23]!.xPx, 1);
    expect(placed[23]?.yPx).toBeCloseTo(own[23]!.yPx, 1);
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
    expect(readReviewNotes('{"format":"hipline.review","version":2}')).toMatchObject({
      error: 'newer',
    });
  });

  it('of two people become one list in which nothing of one’s own is lost', () => {
    const note = (atSec: number, text: string) => ({ atSec, text, shapes: [] });
    const own = putNote(
      { ...toggleMark(noNotes, row, 'true'), neutralSec: 1 },
      note(3, 'Look at the ribs'),
    );
    const missed = { faultId: 'hipsSag', side: null, startSec: 1, endSec: 2 } as const;
    const marked = addMissed(toggleMark(noNotes, row, 'false'), missed);
    const theirs = putNote(
      putNote({ ...marked, neutralSec: 2 }, note(3, 'And breathe')),
      note(5, 'Good'),
    );
    const merged = mergeReviewNotes(own, theirs);
    expect(findMark(merged, row)).toBe('true');
    expect(merged.marks.map(({ says }) => says)).toEqual(['true', 'missed']);
    expect(merged.neutralSec).toBe(1);
    expect(merged.notes.map(({ text }) => text)).toEqual(['Look at the ribs\nAnd breathe', 'Good']);
    // The same file a second time says nothing new.
    expect(mergeReviewNotes(merged, theirs)).toEqual(merged);
    expect(mergeReviewNotes(noNotes, theirs)).toEqual(theirs);
    expect(readReviewNotes(JSON.stringify(merged)).ok).toBe(true);
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

describe('the moments that a report shows', () => {
  it('are the three worst, of different faults first, and the best', () => {
    const { ledger, verdict } = set;
    const stills = chooseStills(ledger, verdict.reps);
    expect(stills.at(-1)?.kind).toBe('best');
    const worst = stills.flatMap((still) => (still.kind === 'worst' ? [still.row] : []));
    expect(worst).toHaveLength(Math.min(3, ledger.length));
    expect(worst[0]?.level).toBe(ledger.some(({ level }) => level === 'fail') ? 'fail' : 'warn');
    const kinds = new Set(ledger.map(({ faultId }) => faultId)).size;
    expect(new Set(worst.map(({ faultId }) => faultId)).size).toBe(Math.min(3, kinds));
  });

  it('have no best where nothing was of quality', () => {
    const reps = set.verdict.reps.map((one) => ({ ...one, quality: false }));
    expect(chooseStills([], reps)).toEqual([]);
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

  it('draw reach against sag on the way out, in the hold and back', () => {
    const rolls = reviewTrace(readReplayTrace('goodRolls'), { exercise: 'abRollout' }, words);
    const sag = toMeasureKey('trunkThighDeg', 'neutral');
    const [first] = traceCurves(rolls, 'reachRatio', sag).slice(1);
    const reach = first!.points.map(({ x }) => x);
    expect(Math.max(...reach) - Math.min(...reach)).toBeGreaterThan(0.2);
  });

  it('set the knees against each other', () => {
    const squat = reviewTrace(readReplayTrace('squat_front_female'), { exercise: 'squat' }, words);
    const knees = compareSides(squat).find(({ measure }) => measure.signal === 'kneeFppaDeg');
    expect(knees?.mdc).toBe(9);
  });
});
