import { describe, expect, it } from 'vitest';
import type { ExerciseId } from '../../../src/core/exercises/exercise';
import { endSet, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { SignalKey } from '../../../src/core/kinematics/signals';
import { keypointOf, picture, pose, type PoseBuilder } from '../../support/poseBuilder';

/** The signals of a pose that has stood for a second, from another one before. */
function readSignals(
  exercise: ExerciseId,
  still: PoseBuilder,
  then: PoseBuilder = still,
): Partial<Record<SignalKey, number>> {
  const run = startSet({ ...picture, exercise, begin: 'now' });
  for (let i = 0; i < 45; i++) stepSet(run, still.at(i / 30));
  let last = endSet(startSet({ ...picture, exercise, begin: 'now' }));
  for (let i = 45; i < 105; i++) last = stepSet(run, then.at(i / 30));
  return last.signals;
}

describe('the lying figure', () => {
  const lying = pose().supine();

  it.each([118, 150, 165, 180, 195])(
    'reads %d degrees of shoulder, hip and knee as it was told',
    (angle) => {
      for (const side of ['rightSide', 'leftSide'] as const) {
        const seen = lying.seenFrom(side);
        const { trunkThighDeg } = readSignals('gluteBridge', seen, seen.hipsAt(angle));
        expect(trunkThighDeg).toBeCloseTo(angle - 180, 3);
      }
    },
  );

  it('keeps feet and shoulders where they are while the hips rise', () => {
    const low = lying.at(0);
    const high = lying.hipsAt(180).at(0);
    for (const name of ['rightAnkle', 'rightShoulder'] as const) {
      expect(keypointOf(high, name)).toEqual(keypointOf(low, name));
    }
    expect(keypointOf(high, 'rightHip').yPx).toBeLessThan(keypointOf(low, 'rightHip').yPx - 40);
  });

  it('has a good knee angle at the top', () => {
    const { kneeFlexionDeg } = readSignals('gluteBridge', lying, lying.hipsAt(180));
    expect(kneeFlexionDeg).toBeGreaterThan(90);
    expect(kneeFlexionDeg).toBeLessThan(135);
  });
});

describe('the standing figure', () => {
  const standing = pose().standing();

  it.each([0, 30, 60, 90, 110])('bends its knees by %d degrees', (kneeFlexionDeg) => {
    const squatting = standing.squat({ kneeFlexionDeg });
    expect(readSignals('squat', standing, squatting).kneeBendDeg).toBeCloseTo(kneeFlexionDeg, 3);
    const side = readSignals(
      'squat',
      standing.seenFrom('rightSide'),
      squatting.seenFrom('rightSide'),
    );
    expect(side.kneeFlexionDeg).toBeCloseTo(kneeFlexionDeg, 3);
  });

  it.each(['front', 'back'] as const)('turns one knee in as told, seen from the %s', (from) => {
    const squatting = standing
      .squat({ kneeFlexionDeg: 70, caveDeg: 15, side: 'left' })
      .seenFrom(from);
    const signals = readSignals('squat', standing.seenFrom(from), squatting);
    expect(signals['kneeFppaDeg.left']).toBeCloseTo(15, 3);
    expect(signals['kneeFppaDeg.right']).toBeCloseTo(0, 3);
    expect(signals['kneeOverToeRatio.left']).toBeGreaterThan(0.03);
    expect(signals.kneeSeparationRatio).toBeLessThan(0.85);
  });

  it('leans and shifts toward its left, which is the picture’s right from the front', () => {
    const leaning = standing.with({ trunkLeanDeg: 8, hipShiftM: 0.05 });
    const { trunkLeanDeg, hipShiftRatio } = readSignals('squat', standing, leaning);
    expect(trunkLeanDeg).toBeCloseTo(8, 3);
    expect(hipShiftRatio).toBeCloseTo(0.25, 3);
  });

  it('keeps the length of thigh and shank when a knee falls in', () => {
    const { world } = standing.squat({ kneeFlexionDeg: 80, caveDeg: 20 }).at(0);
    const length = (a: number, b: number): number => {
      const from = world?.[a];
      const to = world?.[b];
      return Math.hypot(
        (from?.xM ?? NaN) - (to?.xM ?? NaN),
        (from?.yM ?? NaN) - (to?.yM ?? NaN),
        (from?.zM ?? NaN) - (to?.zM ?? NaN),
      );
    };
    expect(length(23, 25)).toBeCloseTo(0.42, 6);
    expect(length(25, 27)).toBeCloseTo(0.42, 6);
    expect(length(26, 28)).toBeCloseTo(0.42, 6);
  });

  it('gives the same jitter for the same seed and another for another', () => {
    const of = (seed: number): number => keypointOf(standing.noisy(2, seed).at(0.5), 'nose').xPx;
    expect(of(7)).toBe(of(7));
    expect(of(7)).not.toBe(of(8));
  });
});
