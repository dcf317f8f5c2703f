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
});
