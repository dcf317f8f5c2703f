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

  it('counts down first where it is asked to', () => {
    const run = startSet({ ...picture, exercise: 'gluteBridge', begin: 'start', countdownSec: 3 });
    const counted = film(pose().supine())
      .stay(7)
      .toFrames()
      .map((frame) => stepSet(run, frame).countdownSec);
    expect([...new Set(counted)]).toEqual([undefined, 3, 2, 1]);
    expect(run.phase).toBe('active');
  });

  it('counts anew when the position is left meanwhile, and counts no repetition', () => {
    const run = startSet({ ...picture, exercise: 'gluteBridge', begin: 'start', countdownSec: 3 });
    const made = film(pose().supine())
      .stay(3)
      .move(1, (now) => now.hipsAt(180))
      .stay(3)
      .move(1, (now) => now.hipsAt(118));
    const snapshots = made.toFrames().map((frame) => stepSet(run, frame));
    expect(snapshots.some(({ countdownSec }) => countdownSec !== undefined)).toBe(true);
    expect(snapshots.at(-1)).toMatchObject({ reps: [] });
    expect(snapshots.flatMap(({ events }) => events.map(({ type }) => type))).not.toContain(
      'setStarted',
    );
  });
});
