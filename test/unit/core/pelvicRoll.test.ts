import { describe, expect, it } from 'vitest';
import { jointIndex } from '../../../src/core/body/keypoint';
import type { Vec } from '../../../src/core/kinematics/angle';
import type { Athlete } from '../../../src/core/kinematics/athlete';
import { computePelvicRoll } from '../../../src/core/kinematics/pelvicRoll';
import { signalTable } from '../../../src/core/kinematics/signals';

/** A single-leg bridge on the right leg, the left one straight: heights in px, up. */
const heights = { shoulder: 100, hip: 160, knee: 190, freeAnkle: 220, plantedAnkle: 90 };

function athlete(change: Partial<typeof heights> = {}, isSwapped = false): Athlete {
  const at = { ...heights, ...change };
  const points: (Vec | undefined)[] = Array.from({ length: 33 }, () => undefined);
  const put = (joint: 'shoulder' | 'hip' | 'knee' | 'ankle', left: Vec, right: Vec): void => {
    const swap = isSwapped && (joint === 'knee' || joint === 'ankle');
    points[jointIndex.left[joint]] = swap ? right : left;
    points[jointIndex.right[joint]] = swap ? left : right;
  };
  put('shoulder', { x: 100, y: at.shoulder - 10 }, { x: 100, y: at.shoulder + 10 });
  put('hip', { x: 190, y: at.hip }, { x: 190, y: heights.hip });
  put('knee', { x: 260, y: at.knee }, { x: 260, y: heights.knee });
  put('ankle', { x: 340, y: at.freeAnkle }, { x: 280, y: at.plantedAnkle });
  const scale = {
    torsoPx: 100,
    thighPx: {},
    shankPx: { left: 84, right: 76 },
    feetUpPx: 90,
  };
  return { points, near: 'left', eta: 1, facing: 1, scale };
}

const roll = (change?: Partial<typeof heights>): number =>
  computePelvicRoll(athlete(change)) ?? NaN;

describe('the roll of the pelvis on one leg', () => {
  it('grows as the free leg sinks, by the ankle more than by the knee', () => {
    expect(roll({ freeAnkle: 212 }) - roll()).toBeCloseTo(7, 6);
    expect(roll({ knee: 182 }) - roll()).toBeCloseTo(3, 6);
    expect(roll({ freeAnkle: 212, knee: 182 }) - roll()).toBeCloseTo(10, 6);
  });

  it('is the same whatever the tracker calls the legs', () => {
    expect(computePelvicRoll(athlete({}, true))).toBe(roll());
  });

  it('does not see the whole body move in the picture', () => {
    const up = { shoulder: 105, hip: 165, knee: 195, freeAnkle: 225, plantedAnkle: 95 };
    expect(roll(up)).toBeCloseTo(roll(), 6);
  });

  it('is unknown while no leg is raised', () => {
    expect(computePelvicRoll(athlete({ freeAnkle: 120 }))).toBeUndefined();
  });

  it('is unknown while the planted foot is not where it was put: the legs are mixed up', () => {
    expect(computePelvicRoll(athlete({ plantedAnkle: 130 }))).toBeUndefined();
  });
});

describe('the same from beyond the head', () => {
  /** The left leg is free: heights in px, up, the shoulders nearest and so lowest. */
  const up = { shoulder: 130, hip: 230, knee: 285, ankle: 335 };
  const shouldersPx = 90;

  function seen(change: Partial<typeof up> = {}, isLearned = true): Athlete {
    const at = { ...up, ...change };
    const points: (Vec | undefined)[] = Array.from({ length: 33 }, () => undefined);
    const put = (joint: 'shoulder' | 'hip' | 'knee', y: number, otherY = y): void => {
      points[jointIndex.left[joint]] = { x: 340, y };
      points[jointIndex.right[joint]] = { x: 300, y: otherY };
    };
    put('shoulder', at.shoulder);
    put('hip', at.hip);
    put('knee', at.knee, up.knee);
    // The right foot stands behind its knee.
    points[jointIndex.left.ankle] = { x: 330, y: at.ankle };
    const learned = isLearned ? { shouldersPx } : {};
    const scale = { torsoPx: 75, thighPx: {}, shankPx: {}, ...learned };
    return { points, near: 'left', eta: 1, facing: 1, scale, view: 'headEnd' };
  }
  const rollOf = (change?: Partial<typeof up>): number => computePelvicRoll(seen(change)) ?? NaN;

  it('grows as the free leg sinks, by knee and ankle alike', () => {
    const sunkPx = (10 * shouldersPx) / 106;
    expect(rollOf({ ankle: up.ankle - sunkPx }) - rollOf()).toBeCloseTo(5, 6);
    expect(rollOf({ knee: up.knee - sunkPx }) - rollOf()).toBeCloseTo(5, 6);
  });

  it('is unknown while no foot shows over its knee, or none is seen', () => {
    expect(computePelvicRoll(seen({ ankle: up.knee + 10 }))).toBeUndefined();
    const { points, ...rest } = seen();
    const hidden = points.map((point, n) => (n === jointIndex.left.ankle ? undefined : point));
    expect(computePelvicRoll({ ...rest, points: hidden })).toBeUndefined();
  });

  it('does not hold a hidden foot up that is guessed behind its knee, and else does not know', () => {
    const { footRiseRatio } = signalTable;
    const of = (guessUp: number | undefined): number | undefined => {
      const { points, ...rest } = seen();
      const hidden = points.map((point, n) => (n === jointIndex.left.ankle ? undefined : point));
      const guessed = [...points];
      guessed[jointIndex.left.ankle] = guessUp === undefined ? undefined : { x: 330, y: guessUp };
      return footRiseRatio.compute({ ...rest, points: hidden, guessed }, 'left');
    };
    expect(footRiseRatio.compute(seen(), 'left')).toBeCloseTo((up.ankle - up.knee) / 75, 6);
    expect(of(up.knee - 20)).toBe(0);
    expect(of(up.ankle)).toBeUndefined();
    expect(of(undefined)).toBeUndefined();
  });

  it('is unknown until the width of the shoulders has been learned', () => {
    expect(computePelvicRoll(seen({}, false))).toBeUndefined();
  });

  it('tells the free leg by its foot, as the other one is hidden by its knee', () => {
    const { ankleHeightRatio } = signalTable;
    const [free, standing] = (['left', 'right'] as const).map(
      (side) => ankleHeightRatio.compute(seen(), side) ?? NaN,
    ) as [number, number];
    expect(free - standing).toBeCloseTo((up.ankle - up.knee) / 75, 6);
    expect(ankleHeightRatio.compute({ ...seen(), view: 'side' }, 'right')).toBeUndefined();
  });

  it('has no angle of the body: the picture shows none from there', () => {
    for (const view of ['headEnd', 'footEnd'] as const) {
      expect(signalTable.trunkThighDeg.compute({ ...seen(), view }, 'left')).toBeUndefined();
    }
    expect(signalTable.trunkThighDeg.compute({ ...seen(), view: 'side' }, 'left')).toBeDefined();
  });
});
