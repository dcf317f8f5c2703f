import { describe, expect, it } from 'vitest';
import { toHipTests } from '../../../src/app/oldTraining';
import { follow } from '../../../src/core/coach/checkIn';
import { addRest, planSets } from '../../../src/core/coach/plan';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { findEasier, isStruggling } from '../../../src/core/programme/easing';
import { listFirstPlan, readBridgeTargetDeg } from '../../../src/core/programme/firstPlan';
import type { HistoryEntry, TestEntry, TestId } from '../../../src/core/programme/history';
import { planToday } from '../../../src/core/programme/today';
import { findCardBetween } from '../../../src/core/programme/resetCards';
import { listBodySeries, listExerciseSeries } from '../../../src/core/programme/progress';

const person = { bodyMassKg: 70, bellsKg: [8, 12] };
const plan = { person, runs: false };

const questions = (change: Partial<Extract<HistoryEntry, { kind: 'questions' }>> = {}) =>
  ({
    kind: 'questions',
    day: 100,
    overload: [],
    painNow: 1,
    painWorst: 2,
    symptoms: [],
    goals: [],
    runs: false,
    ...change,
  }) satisfies HistoryEntry;

const test = (
  id: TestId,
  value: number,
  change: Partial<TestEntry> = {},
): Extract<HistoryEntry, { kind: 'test' }> => ({
  kind: 'test',
  day: 100,
  test: id,
  side: null,
  value,
  needsEye: false,
  ...change,
});

const legs = (left: number, right: number): TestEntry[] => [
  test('singleLegBridge', left, { side: 'left' }),
  test('singleLegBridge', right, { side: 'right' }),
];

const startOf = (history: readonly HistoryEntry[], id: string) =>
  listFirstPlan(history, person, () => true).find(({ exercise }) => exercise === id)?.start;

describe('the first plan', () => {
  it('begins higher where the tests were good, with the numbers behind it', () => {
    const history = [questions(), test('bridge', 3, { of: 3 }), ...legs(40, 24)];
    expect(startOf(history, 'gluteBridge')).toMatchObject({
      why: 'baseline',
      numbers: [3, 3],
      to: { holdSec: 10 },
      eased: 0,
    });
    expect(startOf(history, 'singleLegBridge')).toMatchObject({
      numbers: [24],
      to: { holdSec: 10 },
    });
    const [first] = planToday(history, plan, 101).items;
    expect(first).toMatchObject({ exercise: 'gluteBridge', dose: { holdSec: 10 } });
    expect(first?.decision).toMatchObject({ why: 'baseline', numbers: [3, 3] });
  });

  it('begins as everybody where they were not, where it hurts, or where a person must look', () => {
    for (const history of [
      [questions(), test('bridge', 2, { of: 3 })],
      [questions({ painNow: 3 }), test('bridge', 3, { of: 3 })],
      [questions(), test('bridge', 3, { of: 3, needsEye: true })],
    ]) {
      expect(startOf(history, 'gluteBridge')?.to.holdSec).toBe(5);
    }
    expect(startOf([questions()], 'gluteBridge')).toBeUndefined();
  });

  it('begins with an easier form where half or less was good', () => {
    const history = [questions(), ...legs(3, 30), test('squat', 2, { of: 5 })];
    expect(startOf(history, 'singleLegBridge')?.eased).toBe(1);
    expect(startOf(history, 'squat')).toMatchObject({ eased: 1, numbers: [2, 5] });
  });

  it('holds the hinge for half of what was held, 10 to 20 s', () => {
    const holdOf = (sec: number) =>
      startOf([questions(), test('hingeHold', sec)], 'hingeHold')?.to.holdSec;
    expect([8, 25, 33, 60].map(holdOf)).toEqual([10, 10, 15, 20]);
  });
});

describe('the bridge target', () => {
  const hips = (day: number, left: number, right: number): TestEntry[] => [
    test('hipFlexor', left, { day, side: 'left' }),
    test('hipFlexor', right, { day, side: 'right' }),
  ];

  it('is that of the stiffer hip, 15 degrees at most, for four weeks', () => {
    expect(readBridgeTargetDeg(hips(100, 4, 9), 128)).toBe(-9);
    expect(readBridgeTargetDeg(hips(100, 4, 22), 100)).toBe(-15);
    expect(readBridgeTargetDeg(hips(100, 4, 9), 129)).toBe(-0);
    expect(readBridgeTargetDeg([...hips(100, 4, 9), ...hips(110, -3, 0)], 111)).toBe(-0);
  });

  it('is taken over from where a device kept it before', () => {
    const old = { left: { takenMs: 100 * 86_400_000 + 43_200_000, thighAboveLevelDeg: 7 } };
    expect(readBridgeTargetDeg(toHipTests(JSON.stringify(old)), 105)).toBe(-7);
    expect(toHipTests('{')).toEqual([]);
    expect(toHipTests(null)).toEqual([]);
  });

  it('brings the card for the front of the hips between bridges', () => {
    const history = [questions(), ...hips(100, 4, 9)];
    expect(findCardBetween('singleLegBridge', history)).toBe('hipFront');
    expect(findCardBetween('squat', history)).toBeUndefined();
    expect(findCardBetween('squat', [], 'calves')).toBe('calves');
  });
});

describe('a set that goes badly', () => {
  const reps = (...qualities: readonly (boolean | 'attempt')[]) =>
    qualities.map((one) =>
      one === 'attempt'
        ? { kind: 'attempt' as const, quality: false }
        : { kind: 'hold' as const, quality: one },
    );

  it('is eased after three in a row, attempts left aside', () => {
    expect(isStruggling(reps(true, false, false))).toBe(false);
    expect(isStruggling(reps(false, false, true, false))).toBe(false);
    expect(isStruggling(reps(true, false, 'attempt', false, false))).toBe(true);
  });

  it('goes on in the order of the specification', () => {
    const dose = { sets: 1, reps: 10, holdSec: 10, loadKg: 0 };
    const first = findEasier('gluteBridge', dose, undefined, person);
    expect(first).toEqual({ dose, form: 'heelsCloser' });
    expect(findEasier('gluteBridge', dose, 'feetWider', person)).toEqual({
      dose: { ...dose, holdSec: 5 },
      form: 'feetWider',
    });
    const lifted = { sets: 1, reps: 20, loadKg: 12 };
    expect(findEasier('kettlebellDeadlift', lifted, undefined, person)?.dose.loadKg).toBe(8);
    expect(
      findEasier('gluteBridge', { ...dose, holdSec: 5 }, 'hipFlexorsFirst', person),
    ).toBeUndefined();
  });

  it('leaves what is left of it for after the rest, on the same side', () => {
    const plan = planSets(catalogue.singleLegBridge, 1);
    const cut = addRest(plan, 0, { restSec: 60, reps: 4 });
    expect(cut.map(({ side, reps: left }) => [side, left])).toEqual([
      ['left', undefined],
      ['left', 4],
      ['right', undefined],
    ]);
  });
});

describe('the questions after a set', () => {
  it('ask whether pain was sharp only of pain, and where most only of several places', () => {
    const sharp = { id: 'painSharp', options: ['no', 'yes'] } as const;
    expect(follow(sharp, { painDuring: 0 })).toBeUndefined();
    expect(follow(sharp, { painDuring: 2 })).toBe(sharp);
    const most = { id: 'strongest', options: [] } as const;
    expect(follow(most, { feltIn: ['abs'] })).toBeUndefined();
    expect(follow(most, { feltIn: ['abs', 'lowBack'] })?.options).toEqual(['abs', 'lowBack']);
  });
});

describe('progress', () => {
  it('tells the reach of the roll-out, and a questionnaire’s score with what matters', () => {
    const roll = (day: number, measure: number): HistoryEntry => ({
      kind: 'set',
      day,
      exercise: 'abRollout',
      side: null,
      measure,
      stage: 'A',
      dose: { sets: 1, reps: 5, holdSec: 5, loadKg: 0 },
      reps: { done: 5, quality: 5, failed: 0, warned: 0, dark: 0 },
      triggerShare: 0,
      needsEye: false,
    });
    const reach = listExerciseSeries([roll(1, 0.7), roll(3, 0.84)], 'abRollout').find(
      ({ id }) => id === 'reach',
    );
    expect(reach?.points.map(({ value }) => value)).toEqual([0.7, 0.84]);
    const scores = [questions({ odi: 30, rmdq: 9 }), questions({ day: 130, odi: 20, rmdq: 5 })];
    const series = listBodySeries(scores);
    expect(series.find(({ id }) => id === 'odi')?.change).toEqual({ from: 30, to: 20 });
    expect(series.find(({ id }) => id === 'rmdq')?.change).toBeUndefined();
  });
});
