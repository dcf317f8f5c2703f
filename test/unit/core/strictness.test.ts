import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { gluteBridge } from '../../../src/core/exercises/gluteBridge';
import { squat } from '../../../src/core/exercises/squat';
import type { Exercise } from '../../../src/core/exercises/exercise';
import { switchRule } from '../../../src/core/exercises/ruleSwitches';
import type { FaultId, Rule } from '../../../src/core/form/rule';
import type { MeasureId } from '../../../src/core/kinematics/measures';
import { changeRules, type RuleChanges } from '../../../src/core/form/strictness';

const limitsOf = (exercise: Exercise, faultId: FaultId, signal: MeasureId, changes: RuleChanges) =>
  changeRules(exercise.rules, changes)
    .find((rule) => rule.faultId === faultId)
    ?.conditions.filter((condition) => condition.signal === signal)
    .map(({ warn, fail }) => [warn, fail]);

const caves = ({ faultId }: Rule): boolean => faultId === 'kneesCave';

describe('strictness', () => {
  it('leaves the table as it is', () => {
    expect(changeRules(gluteBridge.rules, {})).toEqual(gluteBridge.rules);
  });

  it('widens limits by a quarter for learning, away from the good', () => {
    const learn = { strictness: 'learn' } as const;
    expect(limitsOf(gluteBridge, 'hipsSag', 'trunkThighDropDeg', learn)).toEqual([[7.5, 12.5]]);
    expect(limitsOf(gluteBridge, 'hipsLow', 'trunkThighDeg', learn)).toEqual([[-18.75, -25]]);
    expect(limitsOf(squat, 'kneesCave', 'ownKneeSeparationRatio', learn)).toEqual([
      [0.8125, 0.6875],
    ]);
    expect(limitsOf(gluteBridge, 'heelDistance', 'kneeFlexionDeg', learn)).toEqual([
      [64, undefined],
      [175, undefined],
    ]);
  });

  it('takes a clinician’s limit as it stands, learning or not', () => {
    const limits = [
      {
        specRow: 'E01-F2',
        faultId: 'hipsSag',
        signal: 'trunkThighDropDeg',
        sense: 'above',
        warn: 8,
        fail: 15,
      },
    ] as const;
    for (const strictness of ['learn', 'standard'] as const) {
      const changes = { strictness, limits };
      expect(limitsOf(gluteBridge, 'hipsSag', 'trunkThighDropDeg', changes)).toEqual([[8, 15]]);
    }
  });

  it('switches rules off one by one', () => {
    const left = changeRules(gluteBridge.rules, { off: ['toePush'] });
    expect(left).toHaveLength(gluteBridge.rules.length - 1);
    expect(left.some(({ faultId }) => faultId === 'toePush')).toBe(false);
  });

  it('switches a rule off in its own exercise alone', () => {
    const { squat, kettlebellDeadlift } = catalogue;
    const rule = squat.rules.find(caves)!;
    const off = switchRule([], rule, false);
    expect(changeRules(squat.rules, { off }).some(caves)).toBe(false);
    expect(changeRules(kettlebellDeadlift.rules, { off }).some(caves)).toBe(true);
    expect(switchRule(off, rule, true)).toEqual([]);
  });

  it('gives a fault that was off everywhere back to one exercise', () => {
    const { squat, kettlebellDeadlift } = catalogue;
    const off = switchRule(['kneesCave'], squat.rules.find(caves)!, true);
    expect(changeRules(squat.rules, { off }).some(caves)).toBe(true);
    expect(changeRules(kettlebellDeadlift.rules, { off }).some(caves)).toBe(false);
  });
});
