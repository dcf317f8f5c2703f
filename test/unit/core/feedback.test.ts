import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstStage,
  isDark,
  listHeard,
  showsResult,
  type Stage,
  stageOrder,
  stepStage,
} from '../../../src/core/coach/feedback';
import type { LevelSpan } from '../../../src/core/form/judge';
import type { StandingFault } from '../../../src/core/form/judgeReport';
import { sagRule } from '../../support/judgeDriver';

const litOf = (stage: Stage): string =>
  [1, 2, 3, 4, 5, 6].map((n) => (isDark(stage, n) ? 'd' : 'L')).join('');

describe('the stages', () => {
  it('are dark in none, one, two and all of three', () => {
    expect(stageOrder.map(litOf)).toEqual(['LLLLLL', 'LLLLLL', 'LLdLLd', 'LddLdd', 'dddddd']);
  });

  it('show results at once, never, when lit, every five and never', () => {
    const shown = (stage: Stage, done: number): number[] =>
      Array.from({ length: done }, (_, i) => i + 1).filter((n) => showsResult(stage, n, done));
    expect(shown('A', 3)).toEqual([1, 2, 3]);
    expect(shown('B', 3)).toEqual([]);
    expect(shown('C', 6)).toEqual([1, 2, 4, 5]);
    expect(shown('D', 4)).toEqual([]);
    expect(shown('D', 7)).toEqual([1, 2, 3, 4, 5]);
    expect(shown('E', 7)).toEqual([]);
  });
});

describe('listHeard', () => {
  const sag = (level: 'warn' | 'fail'): StandingFault => ({ rule: sagRule, level, share: 0.5 });
  const since = (startSec: number): LevelSpan[] => [
    { rule: sagRule, level: 'warn', provisional: false, startSec, endSec: undefined },
  ];

  it('lets every warning be heard before the mirror, later only one that lasts', () => {
    expect(listHeard('A', 1, [sag('warn')], since(9.5), 10)).toHaveLength(1);
    expect(listHeard('B', 1, [sag('warn')], since(8.5), 10)).toEqual([]);
    expect(listHeard('B', 1, [sag('warn')], since(8), 10)).toHaveLength(1);
    expect(listHeard('B', 1, [sag('fail')], since(9.5), 10)).toHaveLength(1);
  });

  it('lets nothing be heard in the dark', () => {
    expect(listHeard('C', 3, [sag('fail')], since(1), 10)).toEqual([]);
    expect(listHeard('C', 4, [sag('fail')], since(1), 10)).toHaveLength(1);
    expect(listHeard('E', 1, [sag('fail')], since(1), 10)).toEqual([]);
  });
});

describe('stepStage', () => {
  const after = (stage: Stage, ...sessions: [quality: number, felt?: number][]): string =>
    sessions.reduce((record, [quality, felt]) => stepStage(record, quality, felt), {
      stage,
      passed: 0,
    }).stage;

  it('begins with the second', () => expect(firstStage.stage).toBe('B'));

  it('moves up after two sessions running that were good enough', () => {
    expect(after('A', [0.6], [0.6])).toBe('B');
    expect(after('B', [0.7, 60])).toBe('B');
    expect(after('B', [0.7, 60], [0.7, 60])).toBe('C');
    expect(after('B', [0.7, 60], [0.69, 60], [0.7, 60])).toBe('B');
    expect(after('C', [0.8, 70], [0.8, 70])).toBe('D');
    expect(after('D', [0.8, 80], [1, 80])).toBe('E');
    expect(after('E', [1, 100], [1, 100])).toBe('E');
  });

  it('does not take form without feeling for enough, nor an answer that was not given', () => {
    expect(after('B', [1, 59], [1, 59])).toBe('B');
    expect(after('B', [1], [1])).toBe('B');
  });

  it('moves down at once, from the last stage to the third', () => {
    expect(after('A', [0])).toBe('A');
    expect(after('B', [0.49, 100])).toBe('A');
    expect(after('C', [0.59, 100])).toBe('B');
    expect(after('D', [0.59, 100])).toBe('C');
    expect(after('E', [0.59, 100])).toBe('C');
  });

  it('never moves by more than the table says', () => {
    const session = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...stageOrder), fc.array(session), (stage, sessions) => {
        let record = { stage, passed: 0 };
        for (const [quality, felt] of sessions) {
          const next = stepStage(record, quality, felt);
          const way = stageOrder.indexOf(next.stage) - stageOrder.indexOf(record.stage);
          expect(way).toBeGreaterThanOrEqual(record.stage === 'E' ? -2 : -1);
          expect(way).toBeLessThanOrEqual(1);
          record = next;
        }
      }),
    );
  });
});
