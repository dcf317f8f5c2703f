import { describe, expect, it } from 'vitest';
import { bridgeArch } from '../../../src/core/exercises/sharedRules';
import { findLimit, isLimitSound, setLimit } from '../../../src/core/form/limits';
import { changeRules, limitOf, type LimitOverride } from '../../../src/core/form/strictness';
import { sagRule } from '../../support/judgeDriver';

const condition = sagRule.conditions[0];
if (condition === undefined) throw new Error('the sag rule has a condition');
const table = limitOf(sagRule, condition);

describe('limits of one’s own', () => {
  it('stand in place of the table’s, the last one set', () => {
    const limits = setLimit(setLimit([], { ...table, warn: 8 }), { ...table, warn: 9, fail: 14 });
    expect(limits).toHaveLength(1);
    expect(findLimit(limits, sagRule, condition)).toMatchObject({ warn: 9, fail: 14 });
    expect(changeRules([sagRule], { limits })[0]?.conditions[0]).toMatchObject({
      warn: 9,
      fail: 14,
    });
  });

  it('are the table’s for every other measure', () => {
    const limits = setLimit([], { ...table, specRow: 'E02-F2', warn: 9 });
    expect(findLimit(limits, sagRule, condition)).toEqual(table);
  });

  it('are of one condition alone where a rule has two of the same measure', () => {
    const arch = bridgeArch('E01-F1');
    const [warning, failing] = arch.conditions;
    if (warning === undefined || failing === undefined) throw new Error('an arch has both');
    const raised = (limits: readonly LimitOverride[]): unknown =>
      changeRules([arch], { limits })[0]?.conditions.map(({ warn, fail }) => [warn, fail]);
    const first = setLimit([], { ...limitOf(arch, warning), warn: 9 });
    expect(raised(first)).toEqual([
      [9, undefined],
      [7, 7],
    ]);
    const both = setLimit(first, { ...limitOf(arch, failing), warn: 10, fail: 12 });
    expect(raised(both)).toEqual([
      [9, undefined],
      [10, 12],
    ]);
    expect(findLimit(both, arch, failing)).toMatchObject({ warn: 10, fail: 12 });
  });

  it('must be numbers, the fault beyond the warning', () => {
    expect(isLimitSound(table)).toBe(true);
    expect(isLimitSound({ ...table, warn: NaN })).toBe(false);
    expect(isLimitSound({ ...table, warn: 11 })).toBe(false);
    expect(isLimitSound({ ...table, sense: 'below' })).toBe(false);
    expect(isLimitSound({ ...table, sense: 'below', warn: -6, fail: -10 })).toBe(true);
  });
});
