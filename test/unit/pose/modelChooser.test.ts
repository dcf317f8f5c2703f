import { describe, expect, it } from 'vitest';
import type { PaceNeeds } from '../../../src/core/coach/trackingNeeds';
import { ModelChooser } from '../../../src/pose/modelChooser';

const hold: PaceNeeds = { fps: 20, outline: false };

describe('the model for the next set', () => {
  it('is the light one until the machine is known, the full one where the outline is read', () => {
    const chooser = new ModelChooser();
    expect(chooser.choose(hold)).toBe('lite');
    expect(chooser.choose({ ...hold, outline: true })).toBe('full');
  });

  it('is the full one on a machine with room for it, and stays so', () => {
    const chooser = new ModelChooser();
    chooser.measure('lite', 12);
    expect(chooser.choose(hold, 'lite')).toBe('full');
    chooser.measure('full', 24);
    expect(chooser.choose(hold, 'full')).toBe('full');
    expect(chooser.choose({ ...hold, fps: 40 }, 'full')).toBe('full');
    expect(chooser.keepsPace(hold, 'full')).toBe(true);
  });

  it('goes back to the light one where the full one turns out to be slower than thought', () => {
    const chooser = new ModelChooser();
    chooser.measure('lite', 22);
    expect(chooser.choose(hold, 'lite')).toBe('full');
    chooser.measure('full', 60);
    expect(chooser.choose(hold, 'full')).toBe('lite');
    expect(chooser.choose(hold, 'lite')).toBe('lite');
  });

  it('follows a machine that slows down, and one that recovers', () => {
    const chooser = new ModelChooser();
    chooser.measure('lite', 15);
    chooser.measure('full', 30);
    for (let run = 0; run < 60; run++) chooser.note(80);
    expect(chooser.choose(hold, 'full')).toBe('lite');
    expect(chooser.keepsPace(hold, 'full')).toBe(false);
    for (let run = 0; run < 60; run++) chooser.note(20);
    expect(chooser.choose(hold, 'lite')).toBe('full');
  });
});
