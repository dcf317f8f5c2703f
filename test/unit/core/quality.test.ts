import { describe, expect, it } from 'vitest';
import {
  findAbort,
  isClean,
  isQualityHold,
  isQualityRep,
  listFaults,
  type QualityInput,
} from '../../../src/core/coach/quality';
import type { LevelSpan } from '../../../src/core/form/judge';
import { isProvisional, type Rule } from '../../../src/core/form/rule';
import { sagRule } from '../../support/judgeDriver';

const span = (
  level: 'warn' | 'fail',
  startSec: number,
  endSec: number | undefined,
  rule: Partial<Rule> = {},
): LevelSpan => {
  const whole = { ...sagRule, ...rule };
  return { rule: whole, level, provisional: isProvisional(whole.grade), startSec, endSec };
};

/** A hold from second 0 that ends at `endSec` with so many good seconds. */
const hold = (
  endSec: number,
  goodSec: number,
  spans: readonly LevelSpan[] = [],
  longestGapSec = 0,
): QualityInput => ({
  startSec: 0,
  endSec,
  tally: { goodSec, faultySec: endSec - goodSec, unseenSec: 0 },
  spans,
  longestGapSec,
});

describe('a quality hold', () => {
  it('has its ten good seconds', () => {
    expect(isQualityHold(hold(10, 10), 10)).toBe(true);
    expect(isQualityHold(hold(10, 9.9), 10)).toBe(false);
  });

  it('has them within thirteen seconds', () => {
    expect(isQualityHold(hold(13, 10), 10)).toBe(true);
    expect(isQualityHold(hold(13.1, 10), 10)).toBe(false);
  });

  it('scales with a shorter target', () => {
    expect(isQualityHold(hold(2.5, 2), 2)).toBe(true);
    expect(isQualityHold(hold(2.7, 2), 2)).toBe(false);
  });

  it('may go on for longer than its target', () => {
    expect(isQualityHold(hold(20, 20), 10)).toBe(true);
    expect(isQualityHold(hold(23.5, 20), 10)).toBe(false);
  });

  it.each(['A1', 'B2', 'B3c'] as const)(
    'has no fail over a second of priority 1 or 2 at grade %s',
    (grade) => {
      for (const priority of [1, 2] as const) {
        const long = span('fail', 3, 4.1, { grade, priority });
        const short = span('fail', 3, 4, { grade, priority });
        expect(isQualityHold(hold(12, 10.5, [long]), 10)).toBe(false);
        expect(isQualityHold(hold(12, 10.5, [short]), 10)).toBe(true);
      }
    },
  );

  it('is not voided by a fail of lower priority', () => {
    expect(isQualityHold(hold(12, 10, [span('fail', 3, 5, { priority: 3 })]), 10)).toBe(true);
  });

  it('is not voided by a fail of grade 3, whose time does not count among the thirteen', () => {
    const provisional = span('fail', 3, 9, { grade: 'D3', priority: 1 });
    expect(isQualityHold(hold(16, 10, [provisional]), 10)).toBe(true);
    expect(isQualityHold(hold(20, 10, [provisional]), 10)).toBe(false);
  });

  it('has warnings in at most 30 % of its time, overlaps counted once', () => {
    expect(isQualityHold(hold(10, 10, [span('warn', 2, 5)]), 10)).toBe(true);
    expect(isQualityHold(hold(10, 10, [span('warn', 2, 5.1)]), 10)).toBe(false);
    const overlapping = [span('warn', 2, 4), span('warn', 3, 5, { faultId: 'toePush' })];
    expect(isQualityHold(hold(10, 10, overlapping), 10)).toBe(true);
  });

  it('was seen without a gap of more than a second', () => {
    expect(isQualityHold(hold(11, 10, [], 1), 10)).toBe(true);
    expect(isQualityHold(hold(12, 10, [], 1.1), 10)).toBe(false);
  });
});

describe('a quality rep', () => {
  it.each([
    [1, 'B2', false],
    [3, 'C2', false],
    [4, 'B2', true],
    [1, 'D3', true],
    [3, 'B3c', false],
  ] as const)('with a fail of priority %d and grade %s: %s', (priority, grade, quality) => {
    const spans = [span('fail', 0.5, 0.9, { priority, grade })];
    expect(isQualityRep(hold(2, 1.5, spans))).toBe(quality);
  });

  it('may have warnings', () => {
    expect(isQualityRep(hold(2, 2, [span('warn', 0, 2)]))).toBe(true);
  });

  it('was seen', () => {
    expect(isQualityRep(hold(4, 2, [], 1.5))).toBe(false);
  });
});

describe('clean, abort and the list of faults', () => {
  it('is clean without any fail', () => {
    expect(isClean([span('warn', 0, 2)])).toBe(true);
    expect(isClean([span('fail', 0, 0.1, { grade: 'D3' })])).toBe(false);
  });

  it('ends a hold after a fail of more than three seconds that counts and still stands', () => {
    expect(findAbort([span('fail', 2, undefined)], 5)).toBeUndefined();
    expect(findAbort([span('fail', 2, undefined)], 5.1)).toBeDefined();
    expect(findAbort([span('fail', 2, 4)], 9)).toBeUndefined();
    expect(findAbort([span('warn', 2, undefined)], 9)).toBeUndefined();
    expect(findAbort([span('fail', 2, undefined, { grade: 'C3' })], 9)).toBeUndefined();
  });

  it('names each fault once, in the order of their beginning', () => {
    const spans = [
      span('fail', 3, 4),
      span('warn', 1, 2, { faultId: 'overHeight' }),
      span('warn', 2, 4),
    ];
    expect(listFaults(spans)).toEqual(['overHeight', 'hipsSag']);
  });
});
