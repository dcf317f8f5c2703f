import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerByArms, listQuestions } from '../../../src/core/coach/checkIn';
import { computeFeltBias, type Felt, measureFelt, scoreFelt } from '../../../src/core/coach/felt';
import { judgePain } from '../../../src/core/coach/pain';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { sagRule } from '../../support/judgeDriver';
import { faultOf } from '../../support/snapshotBuilder';

const rules = [sagRule];
const sag = faultOf();
const nothing: Felt = { answers: {}, amount: undefined, confidence: undefined };

describe('measureFelt', () => {
  it('tells where the hips were', () => {
    expect(measureFelt({ rules, faults: [], unjudged: [] })).toEqual({ height: 'inLine' });
    expect(measureFelt({ rules, faults: [sag], unjudged: [] })).toEqual({ height: 'low' });
  });

  it('tells which side of the pelvis was low', () => {
    const dips = { ...sagRule, faultId: 'pelvisDips' as const };
    const faults = [faultOf({ faultId: 'pelvisDips', side: 'right' })];
    expect(measureFelt({ rules: [dips], faults, unjudged: [] })).toEqual({ pelvis: 'rightLow' });
    const unsided = [faultOf({ faultId: 'pelvisDips', side: null })];
    expect(measureFelt({ rules: [dips], faults: unsided, unjudged: [] })).toEqual({});
  });

  it('compares nothing that it did not see or is not sure of', () => {
    expect(measureFelt({ rules, faults: [], unjudged: ['hipsSag'] })).toEqual({});
    expect(measureFelt({ rules: [{ ...sagRule, grade: 'C3' }], faults: [], unjudged: [] })).toEqual(
      {},
    );
    const over = faultOf({ faultId: 'overHeight', provisional: true });
    expect(measureFelt({ rules, faults: [over], unjudged: [] })).toEqual({});
    const both = [sag, faultOf({ faultId: 'hipsHigh' })];
    expect(measureFelt({ rules, faults: both, unjudged: [] })).toEqual({});
  });
});

describe('scoreFelt', () => {
  const amount = { measured: 8, of: 10 };

  it('is whole when all was felt as it was', () => {
    const felt: Felt = { answers: { height: 'low' }, amount: 8, confidence: 5 };
    expect(scoreFelt(felt, { height: 'low' }, amount)).toBe(100);
  });

  it('gives 60 to agreement, 25 to the amount and 15 to knowing how sure one may be', () => {
    const wrong: Felt = { answers: { height: 'high' }, amount: 8, confidence: 5 };
    expect(scoreFelt(wrong, { height: 'low' }, amount)).toBe(25);
    expect(scoreFelt({ ...wrong, confidence: 1 }, { height: 'low' }, amount)).toBe(40);
    const off: Felt = { answers: { height: 'low' }, amount: 4, confidence: 5 };
    expect(scoreFelt(off, { height: 'low' }, amount)).toBeCloseTo(90);
  });

  it('rests on what could be compared', () => {
    expect(scoreFelt({ ...nothing, amount: 8 }, {}, amount)).toBe(100);
    expect(scoreFelt({ ...nothing, answers: { back: 'arched' } }, {}, amount)).toBeUndefined();
    expect(scoreFelt(nothing, { height: 'low' }, amount)).toBeUndefined();
  });

  it('agrees by the share of all holds that were told of', () => {
    const earlier = [
      { felt: { height: 'inLine' }, measured: { height: 'low' } },
      { felt: { height: 'low' }, measured: { height: 'low' } },
      { felt: { height: 'high' }, measured: {} },
    ] as const;
    const last = { ...nothing, answers: { height: 'inLine' as const } };
    expect(scoreFelt(last, { height: 'inLine' }, amount, earlier)).toBeCloseTo((100 * 2) / 3);
  });

  it('stays between 0 and 100', () => {
    const felt = fc.record({
      answers: fc.record({ height: fc.constantFrom('low' as const, 'high' as const) }),
      amount: fc.double({ min: 0, max: 1000, noNaN: true }),
      confidence: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(felt, fc.double({ min: 0, max: 60, noNaN: true }), (answer, measured) => {
        const score = scoreFelt(answer, { height: 'low' }, { measured, of: 10 });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('computeFeltBias', () => {
  it('is the mean of what was measured while one felt in line', () => {
    const inLine = [-6, -8, -10].map((measuredDeg) => ({ felt: 'inLine' as const, measuredDeg }));
    expect(computeFeltBias([...inLine, { felt: 'low', measuredDeg: -40 }])).toBe(-8);
    expect(computeFeltBias(inLine.slice(1))).toBeUndefined();
  });
});

describe('listQuestions', () => {
  const ask = (stage: 'A' | 'B', measured = {}): string[] =>
    listQuestions({ exercise: catalogue.gluteBridge, stage, measured, most: 10 }).map(
      ({ id }) => id,
    );

  it('asks what was felt before anything else, and not where the result was seen at once', () => {
    expect(ask('B', { height: 'low' }).slice(0, 3)).toEqual(['height', 'amount', 'confidence']);
    expect(ask('B')[0]).toBe('amount');
    expect(ask('A', { height: 'low' })[0]).toBe('painDuring');
  });

  it('offers amounts up to what could have been, in at most eleven steps', () => {
    const amountOf = (most: number): readonly (string | number)[] | undefined =>
      listQuestions({
        exercise: catalogue.gluteBridge,
        stage: 'B',
        measured: {},
        most,
      })[0]?.options;
    expect(amountOf(10)).toHaveLength(11);
    expect(amountOf(45)?.at(-1)).toBe(45);
    expect(amountOf(45)?.length).toBeLessThanOrEqual(11);
  });

  it('asks for brace and breath after holds alone', () => {
    const squat = listQuestions({
      exercise: catalogue.squat,
      stage: 'A',
      measured: {},
      most: 10,
    }).map(({ id }) => id);
    expect(squat).not.toContain('breath');
    expect(ask('A')).toContain('breath');
  });

  it('lets arms answer questions of three', () => {
    const three = { id: 'height' as const, options: ['low', 'inLine', 'high'] };
    expect((['left', 'both', 'right'] as const).map((arms) => answerByArms(three, arms))).toEqual([
      'low',
      'inLine',
      'high',
    ]);
    expect(answerByArms({ id: 'effort', options: [0, 1] }, 'left')).toBeUndefined();
  });
});

describe('judgePain', () => {
  it.each([
    [0, 0, 'green'],
    [2, 2, 'green'],
    [1, 0, 'amber'],
    [3, 3, 'amber'],
    [2, undefined, 'green'],
    [3, undefined, 'amber'],
    [2, 0, 'red'],
    [5, 5, 'red'],
    [5, undefined, 'red'],
  ] as const)('%s after %s is %s', (during, before, verdict) =>
    expect(judgePain(during, before)).toBe(verdict),
  );

  it('stops at what is sharp', () => expect(judgePain(0, 0, true)).toBe('red'));
});
