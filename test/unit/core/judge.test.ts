import { describe, expect, it } from 'vitest';
import { closeJudge, createJudge, judgeFrame } from '../../../src/core/form/judge';
import {
  listNeverJudged,
  listStanding,
  readIntervals,
  readVerdicts,
} from '../../../src/core/form/judgeReport';
import type { Rule } from '../../../src/core/form/rule';
import { type Course, drive, sagRule, type TimedEvent } from '../../support/judgeDriver';

/** A measure that is `value` between two moments and 0 outside. */
const between =
  (fromSec: number, toSec: number, value: number): Course =>
  (t) =>
    t >= fromSec - 1e-9 && t < toSec - 1e-9 ? value : 0;

const kinds = (events: readonly TimedEvent[]): string[] =>
  events.map((event) => (event.type === 'raised' ? event.level : event.type));

describe('dwell', () => {
  it('raises a warning once the measure has been over the limit for 0.5 s', () => {
    const { events } = drive(sagRule, 3, between(1, 2.5, 7));
    expect(events[0]).toMatchObject({ type: 'raised', level: 'warn', value: 7 });
    expect(events[0]?.tSec).toBeCloseTo(1.5, 6);
  });

  it('dates it back to when the measure crossed the limit', () => {
    const { judge } = drive(sagRule, 3, between(1, 2.5, 7));
    expect(readIntervals(judge)[0]?.startSec).toBeCloseTo(1, 6);
  });

  it('raises nothing for less than the dwell', () => {
    expect(drive(sagRule, 3, between(1, 1.45, 7)).events).toEqual([]);
  });

  it('runs warn and fail side by side: at once over both, the fail comes after 1 s, not 1.5', () => {
    const { events } = drive(sagRule, 4, between(1, 3, 12));
    expect(kinds(events)).toEqual(['warn', 'fail', 'cleared']);
    expect(events[1]?.tSec).toBeCloseTo(2, 6);
    expect(events[1]).toMatchObject({ sinceSec: 1 });
  });

  it('begins anew after a moment inside the limit', () => {
    const broken: Course = (t, ...rest) =>
      Math.abs(t - 1.4) < 0.01 ? 0 : between(1, 1.8, 7)(t, ...rest);
    expect(drive(sagRule, 3, broken).events).toEqual([]);
  });
});

describe('hysteresis', () => {
  it('holds the warning until the measure is inside by its margin for 0.4 s', () => {
    const course: Course = (t) => (t < 1 ? 0 : t < 2 ? 7 : t < 4 ? 4 : 2);
    const { judge, events } = drive(sagRule, 5, course);
    expect(kinds(events)).toEqual(['warn', 'cleared']);
    expect(events[1]?.tSec).toBeCloseTo(4.4, 6);
    expect(readIntervals(judge)[0]?.endSec).toBeCloseTo(4, 6);
  });

  it('does not clear for a moment inside', () => {
    const course: Course = (t) => (t < 1 || (t > 2 && t < 2.3) ? 0 : 7);
    expect(kinds(drive(sagRule, 3, course).events)).toEqual(['warn']);
  });

  it('steps from fail down to warn and then clears', () => {
    const course: Course = (t) => (t < 3 ? 12 : t < 5 ? 6.5 : 0);
    const { judge, events } = drive(sagRule, 6, course);
    expect(kinds(events)).toEqual(['warn', 'fail', 'cleared']);
    const fail = judge.spans.find(({ level }) => level === 'fail');
    expect(fail?.endSec).toBeCloseTo(3, 6);
    expect(readIntervals(judge)[0]?.endSec).toBeCloseTo(5, 6);
  });

  it('lists one interval once, with the highest level and the peak it reached', () => {
    const course: Course = (t) => (t < 1 ? 7 : t < 3 ? 12.5 : t < 4 ? 8 : 0);
    const intervals = readIntervals(drive(sagRule, 5, course).judge);
    expect(intervals).toHaveLength(1);
    expect(intervals[0]).toMatchObject({ level: 'fail', peak: 12.5, unit: 'deg', side: null });
  });
});

describe('three values', () => {
  it('is unknown before anything was judged, and never ok by default', () => {
    expect(readVerdicts(createJudge([sagRule]))[0]?.level).toBe('unknown');
  });

  it('is ok when seen inside the limits', () => {
    expect(readVerdicts(drive(sagRule, 1, () => 2).judge)[0]).toMatchObject({
      level: 'ok',
      value: 2,
      unseen: undefined,
    });
  });

  it('is unknown with its reason while nothing is seen', () => {
    const { judge, events } = drive(sagRule, 2, () => 'notTracked');
    expect(events).toEqual([]);
    expect(readVerdicts(judge)[0]).toMatchObject({ level: 'unknown', unseen: 'notTracked' });
    expect(listNeverJudged(judge)).toEqual([{ faultId: 'hipsSag', unseen: 'notTracked' }]);
  });

  it('is unknown in a view that cannot show it, whatever the measure says', () => {
    const { judge, events } = drive(sagRule, 2, () => 50, { blocked: 'needsSideView' });
    expect(events).toEqual([]);
    expect(readVerdicts(judge)[0]).toMatchObject({ level: 'unknown', unseen: 'needsSideView' });
  });

  it('freezes a raised fault while it cannot be seen, and does not let it be cued', () => {
    const course: Course = (t) => (t < 1 ? 7 : t < 3 ? 'notTracked' : 7);
    const { judge, events } = drive(sagRule, 2.5, course);
    expect(kinds(events)).toEqual(['warn']);
    expect(readVerdicts(judge)[0]?.level).toBe('warn');
    expect(listStanding(judge)).toEqual([]);
    expect(kinds(drive(sagRule, 4, course).events)).toEqual(['warn']);
  });

  it('does not count unseen time into a dwell', () => {
    const course: Course = (t) => (t < 0.4 ? 7 : t < 2 ? 'notTracked' : t < 2.4 ? 7 : 0);
    expect(drive(sagRule, 3, course).events).toEqual([]);
  });

  it('counts a masked measure as inside: the fault clears when its range is left', () => {
    const course: Course = (t) => (t < 1 ? 7 : 'notInRange');
    expect(kinds(drive(sagRule, 2, course).events)).toEqual(['warn', 'cleared']);
  });
});

describe('a fault by two measures', () => {
  const [sag] = sagRule.conditions;
  const twofold: Rule = {
    ...sagRule,
    conditions: [sag!, { ...sag!, signal: 'trunkInclineDeg' }],
  };
  /** Over the limit until 1 s by one of them, then as `then` says; the other is inside throughout. */
  const watch = (over: 0 | 1, then: number | 'notTracked' | 'notInRange'): string[] => {
    const course: Course = (t, _side, { signal }) => {
      if (signal !== twofold.conditions[over]?.signal) return 0;
      return t < 1.2 ? 12 : then;
    };
    return kinds(drive(twofold, 3, course).events);
  };

  it.each([0, 1] as const)('is gone once the measure that told it (%d) is back', (over) => {
    expect(watch(over, 0)).toEqual(['warn', 'fail', 'cleared']);
    expect(watch(over, 'notInRange')).toEqual(['warn', 'fail', 'cleared']);
  });

  it.each([0, 1] as const)('is not gone where that one (%d) is only not seen', (over) => {
    expect(watch(over, 'notTracked')).toEqual(['warn', 'fail']);
  });

  it('takes the other by itself where the first has gone out of sight without a fault', () => {
    const course: Course = (t, _side, { signal }) =>
      signal === sag!.signal ? (t < 1 ? 0 : 'notTracked') : t < 2 ? 12 : 0;
    expect(kinds(drive(twofold, 4, course).events)).toEqual(['warn', 'fail', 'cleared']);
  });
});

describe('deadband', () => {
  it('lifts the warning to twice the noise of the measure, but never lowers it', () => {
    expect(drive(sagRule, 2, () => 7, { deadband: 8 }).events).toEqual([]);
    expect(kinds(drive(sagRule, 2, () => 7, { deadband: 3 }).events)).toEqual(['warn']);
  });
});

describe('the filter’s delay', () => {
  it('dates crossing and return back by it', () => {
    const { judge } = drive(sagRule, 4, between(1.5, 3, 7), { delaySec: 0.5 });
    expect(readIntervals(judge)[0]?.startSec).toBeCloseTo(1, 6);
    expect(readIntervals(judge)[0]?.endSec).toBeCloseTo(2.5, 6);
  });
});

describe('sides and conditions', () => {
  const caveRule: Rule = { ...sagRule, faultId: 'kneesCave', sides: 'each', grade: 'B2' };

  it('judges each side by itself', () => {
    const { judge } = drive(caveRule, 2, (_t, side) => (side === 'left' ? 12 : 0));
    expect(readVerdicts(judge).map(({ side, level }) => [side, level])).toEqual([
      ['left', 'fail'],
      ['right', 'ok'],
    ]);
    expect(readIntervals(judge).map(({ side }) => side)).toEqual(['left']);
  });

  it.each([
    ['below', -7, 'warn'],
    ['below', 7, 'ok'],
    ['beyond', -7, 'warn'],
    ['beyond', 7, 'warn'],
    ['above', -7, 'ok'],
  ] as const)('reads %s against %d as %s', (sense, value, level) => {
    const [condition] = sagRule.conditions;
    const sign = sense === 'below' ? -1 : 1;
    const rule: Rule = {
      ...sagRule,
      conditions: [{ ...condition!, sense, warn: 6 * sign, fail: 10 * sign }],
    };
    expect(readVerdicts(drive(rule, 2, () => value).judge)[0]?.level).toBe(level);
  });

  it('takes any condition that is seen where another is not', () => {
    const [condition] = sagRule.conditions;
    const rule: Rule = {
      ...sagRule,
      conditions: [{ ...condition!, signal: 'kneeFppaDeg' }, condition!],
    };
    const judge = createJudge([rule]);
    for (let i = 0; i <= 30; i++) {
      judgeFrame(
        judge,
        {
          tSec: i / 30,
          delaySec: () => 0,
          rep: 1,
          measure: ({ signal }) => (signal === 'kneeFppaDeg' ? 'noBaseline' : 8),
          sideOf: () => null,
          blocked: () => undefined,
          deadband: () => 0,
          leaving: false,
        },
        () => true,
      );
    }
    expect(readVerdicts(judge)[0]).toMatchObject({ level: 'warn', value: 8 });
  });

  it('marks grade 3 as provisional and 3c as not', () => {
    const grades = (['B3c', 'C3', 'B2', 'C1'] as const).map((grade) => {
      const { judge } = drive({ ...sagRule, grade }, 2, () => 12);
      return [grade, readVerdicts(judge)[0]?.provisional, readIntervals(judge)[0]?.provisional];
    });
    expect(grades).toEqual([
      ['B3c', false, false],
      ['C3', true, true],
      ['B2', false, false],
      ['C1', false, false],
    ]);
  });
});

describe('the end of a hold', () => {
  it('closes what is open at that moment', () => {
    const { judge } = drive(sagRule, 3, between(1, 9, 12));
    closeJudge(judge, 2.5);
    expect(readIntervals(judge)[0]).toMatchObject({ level: 'fail', endSec: 2.5 });
    expect(judge.spans.every(({ endSec }) => endSec === 2.5)).toBe(true);
    expect(readVerdicts(judge)[0]?.level).toBe('unknown');
  });

  it('forgets what began only after it', () => {
    const { judge } = drive(sagRule, 3, between(2, 9, 12));
    closeJudge(judge, 1.9);
    expect(readIntervals(judge)).toEqual([]);
    expect(judge.spans).toEqual([]);
  });
});
