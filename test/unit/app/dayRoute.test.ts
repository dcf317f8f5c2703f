import { describe, expect, it } from 'vitest';
import { toTrainRoute } from '../../../src/app/dayRoute';
import { type DayItem, readDayPlan } from '../../../src/core/programme/dayPlan';
import type { Plan } from '../../../src/core/programme/programme';

const plan: Plan = { person: { bodyMassKg: 70, bellsKg: [] }, runs: false };

/** What the first day begins with. */
const readItem = (): DayItem => {
  const [item] = readDayPlan([], plan, 100).items;
  if (item === undefined) throw new Error('nothing is to be done on the first day');
  return item;
};

describe('toTrainRoute', () => {
  it('takes the dose of the day along', () => {
    const item = readItem();
    expect(toTrainRoute(item, plan, [])).toMatchObject({
      screen: 'train',
      exercise: item.exercise,
      source: 'camera',
      options: { doseReps: item.dose.reps, rounds: item.dose.sets, targetSec: item.dose.holdSec },
    });
  });

  it('begins on the side that the day has first, and on none where both work', () => {
    const item = readItem();
    expect(toTrainRoute({ ...item, sides: ['right', 'left'] }, plan, [])).toMatchObject({
      options: { firstSide: 'right' },
    });
    expect(toTrainRoute({ ...item, sides: [null] }, plan, [])).not.toHaveProperty(
      'options.firstSide',
    );
  });
});
