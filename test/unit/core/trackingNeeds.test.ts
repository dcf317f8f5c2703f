import { describe, expect, it } from 'vitest';
import { readTrackingNeeds } from '../../../src/core/coach/trackingNeeds';
import { catalogue } from '../../../src/core/exercises/catalogue';

describe('what an exercise needs of the pose room', () => {
  it('is the outline where a rule reads the back off it', () => {
    expect(readTrackingNeeds(catalogue.kettlebellDeadlift).outline).toBe(true);
    expect(readTrackingNeeds(catalogue.gluteBridge).outline).toBe(true);
  });

  it('is no outline where no rule does', () => {
    const { gluteBridge } = catalogue;
    const rules = gluteBridge.rules.filter(({ conditions }) =>
      conditions.every(({ signal }) => !/^(backCurve|ribFlare)/.test(signal)),
    );
    expect(readTrackingNeeds({ ...gluteBridge, rules }).outline).toBe(false);
  });
});
