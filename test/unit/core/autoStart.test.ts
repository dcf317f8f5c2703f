import { describe, expect, it } from 'vitest';
import { startSet, stepSet } from '../../../src/core/coach/pipeline';
import { picture, pose } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

describe('the automatic start', () => {
  it.each([
    [30, 1],
    [30, 3],
    [8, 3],
    [4, 1],
    [4, 3],
  ])('comes while one lies still, at %d frames a second that wander by %d px', (fps, noisePx) => {
    const phases = seeds.map((seed) => {
      const run = startSet({ ...picture, exercise: 'gluteBridge', begin: 'start' });
      const lying = film(pose().supine().noisy(noisePx, seed), fps).stay(3.5).toFrames();
      for (const frame of lying) stepSet(run, frame);
      return run.phase;
    });
    expect(phases).toEqual(seeds.map(() => 'active'));
  });
});
