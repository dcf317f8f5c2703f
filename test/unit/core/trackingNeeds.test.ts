import { describe, expect, it } from 'vitest';
import { readTrackingNeeds } from '../../../src/core/coach/trackingNeeds';
import { catalogue } from '../../../src/core/exercises/catalogue';
import { isOutlineSignal } from '../../../src/core/kinematics/outlineSignals';

describe('what an exercise needs of the pose room', () => {
  it.each(Object.values(catalogue))(
    'is the outline where a rule of $id can read it',
    (exercise) => {
      const reads = exercise.rules.some(
        ({ unseen, conditions }) =>
          unseen === undefined && conditions.some(({ signal }) => isOutlineSignal(signal)),
      );
      expect(readTrackingNeeds(exercise).outline).toBe(reads);
    },
  );

  it('is two bands where a rule reads the back, of a squat by them alone, and where they are worn', () => {
    const belt = { ribs: { red: 1, green: 0, blue: 0 }, pelvis: { red: 0, green: 0, blue: 1 } };
    for (const exercise of Object.values(catalogue)) {
      const needs = readTrackingNeeds(exercise, { belt });
      expect(needs.belt !== undefined).toBe(needs.outline || exercise.id === 'squat');
      expect(readTrackingNeeds(exercise)).not.toHaveProperty('belt');
    }
  });

  it('is a bar across the pelvis where a rule reads its roll, and where there is one', () => {
    const bar = { colour: { red: 1, green: 0, blue: 0 }, lengthM: 0.5 };
    const all = Object.values(catalogue);
    const reading = all.filter((one) => readTrackingNeeds(one, { bar }).bar !== undefined);
    expect(reading.map(({ id }) => id)).toEqual(['singleLegBridge']);
    expect(readTrackingNeeds(catalogue.singleLegBridge)).not.toHaveProperty('bar');
  });
});
