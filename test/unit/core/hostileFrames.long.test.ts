import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keypointCount } from '../../../src/core/body/keypoint';
import type { Keypoint, PoseFrame, WorldPoint } from '../../../src/core/body/poseFrame';
import { endSet, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { Clocks, Snapshot } from '../../../src/core/coach/snapshot';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { ExerciseId } from '../../../src/core/exercises/exercise';
import { listClocks } from '../../support/judged';
import { findNotFinite } from '../../support/finite';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';

/** Every run draws the same examples: a failure is a change of the code, not of luck. */
const seeded = { seed: 20_260, numRuns: 60 };

const number = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -200, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e9, -1e9, 1e300, -1e300, NaN, Infinity, -Infinity) },
);

const keypoint: fc.Arbitrary<Keypoint | undefined> = fc.option(
  fc.record({
    xPx: number,
    yPx: number,
    score: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.5, 1, NaN)),
  }),
  { nil: undefined, freq: 8 },
);

const worldPoint: fc.Arbitrary<WorldPoint | undefined> = fc.option(
  fc.record({ xM: number, yM: number, zM: number }),
  { nil: undefined, freq: 8 },
);

/** Anything at all in place of a frame's points. */
const wild: fc.Arbitrary<Omit<PoseFrame, 'tSec'>> = fc.record(
  {
    image: fc.option(fc.array(keypoint, { minLength: keypointCount, maxLength: keypointCount }), {
      nil: undefined,
    }),
    world: fc.array(worldPoint, { minLength: keypointCount, maxLength: keypointCount }),
  },
  { requiredKeys: ['image'] },
);

/** A person in any pose, sometimes with points missing. */
const sane: fc.Arbitrary<Omit<PoseFrame, 'tSec'>> = fc
  .record({
    lying: fc.boolean(),
    hipsDeg: fc.double({ min: 100, max: 205, noNaN: true }),
    kneeDeg: fc.double({ min: 0, max: 120, noNaN: true }),
    caveDeg: fc.double({ min: -15, max: 25, noNaN: true }),
    yawDeg: fc.double({ min: -60, max: 60, noNaN: true }),
    blind: fc.boolean(),
  })
  .map(({ lying, hipsDeg, kneeDeg, caveDeg, yawDeg, blind }) => {
    const built: PoseBuilder = lying
      ? pose().supine().hipsAt(hipsDeg).seenFrom('rightSide', yawDeg)
      : pose().standing().squat({ kneeFlexionDeg: kneeDeg, caveDeg }).seenFrom('front', yawDeg);
    const { image, world = [] } = (blind ? built.without('rightHip', 'leftKnee') : built).at(0);
    return { image, world };
  });

/** Frames in order of time: at any distance, sometimes at the same moment, each pose for a while. */
const frames: fc.Arbitrary<PoseFrame[]> = fc
  .array(
    fc.record({
      points: fc.oneof({ weight: 3, arbitrary: sane }, { weight: 2, arbitrary: wild }),
      times: fc.integer({ min: 1, max: 12 }),
      stepSec: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(1 / 60, 1 / 30, 1 / 10) },
        { weight: 1, arbitrary: fc.constantFrom(0, 1e-9, 0.5, 4, 12, 3600) },
      ),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((stretches) => {
    let tSec = 0;
    return stretches.flatMap(({ points, times, stepSec }) =>
      Array.from({ length: times }, () => ({ ...points, tSec: (tSec += stepSec) })),
    );
  });

const exercises = Object.keys(catalogue) as ExerciseId[];

function runAll(
  exercise: ExerciseId,
  given: readonly PoseFrame[],
  begin: 'start' | 'now',
): Snapshot[] {
  const run = startSet({ ...picture, exercise, begin, targetSec: 2 });
  const snapshots: Snapshot[] = given.map((frame) => stepSet(run, frame));
  return [...snapshots, endSet(run)];
}

const total = (clocks: Clocks): number => listClocks(clocks).reduce((a, b) => a + b, 0);

/** The courses of frames of this test run. */
const courses = fc.sample(frames, seeded);

describe.each(exercises)('%s, whatever frames come', (exercise) => {
  const sets = courses.map((given) => runAll(exercise, given, 'now'));

  it('never throws and never gives a number that is none', () => {
    for (const snapshots of sets) {
      for (const snapshot of snapshots) expect(findNotFinite(snapshot)).toEqual([]);
    }
  });

  it('nor does it while it waits for someone to be ready', () => {
    for (const given of courses.slice(0, 20)) {
      for (const snapshot of runAll(exercise, given, 'start')) {
        expect(findNotFinite(snapshot)).toEqual([]);
      }
    }
  });

  it('keeps clocks that are never negative and add up to the time that has passed', () => {
    for (const snapshots of sets) {
      const begin = snapshots[0]?.tSec ?? 0;
      const off = snapshots.filter(
        ({ clocks, tSec }) =>
          Math.min(...listClocks(clocks)) < 0 || Math.abs(total(clocks) - (tSec - begin)) > 1e-6,
      );
      expect(off).toEqual([]);
    }
  });

  it('gives no hold more time than has passed, and no hold twice', () => {
    for (const snapshots of sets) {
      const { reps, clocks } = snapshots.at(-1)!;
      let end = -Infinity;
      for (const rep of reps) {
        expect(rep.startSec).toBeGreaterThanOrEqual(end - 1e-6);
        const parts = rep.goodSec + rep.faultySec + rep.unseenSec;
        expect(parts).toBeLessThanOrEqual(rep.endSec - rep.startSec + 1e-6);
        end = rep.endSec;
      }
      const good = reps.reduce((sum, { goodSec }) => sum + goodSec, 0);
      expect(Math.abs(good - clocks.goodSec)).toBeLessThan(1e-6);
    }
  });

  it('gives the same for the same frames', () => {
    for (const [i, given] of courses.slice(0, 20).entries()) {
      expect(runAll(exercise, given, 'now').at(-1)).toEqual(sets[i]!.at(-1));
    }
  });
});
