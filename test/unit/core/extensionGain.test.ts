import { describe, expect, it } from 'vitest';
import type { BackNeutral } from '../../../src/core/kinematics/backNeutral';
import {
  computeFlexedGain,
  joinBack,
  joinBoth,
  readHollow,
} from '../../../src/core/kinematics/extensionGain';
import { stationAt, stationCount } from '../../../src/core/kinematics/trunkOutline';

/** A neutral whose loin lies so far under the line from buttock to ribs. */
function neutralWith(hollow: number): BackNeutral {
  const dorsal = Array.from({ length: stationCount }, (_, index) => {
    const station = stationAt(index);
    return station > 0.1 && station < 0.5 ? 0.25 - hollow : 0.25;
  });
  const ventral = dorsal.map(() => undefined);
  return { bins: [{ hipDeg: 80, frames: 10, profile: { dorsal, ventral } }] };
}

describe('the hollow of a loin', () => {
  it('is read from the neutral, negative where the loin stands out', () => {
    expect(readHollow(neutralWith(0.1), 80)).toBeCloseTo(0.1);
    expect(readHollow(neutralWith(-0.03), 80)).toBeCloseTo(-0.03);
  });

  it('is unknown where a part of the back was hidden', () => {
    const { bins } = neutralWith(0.1);
    const hidden: BackNeutral = {
      bins: bins.map((bin) => ({
        ...bin,
        profile: { ...bin.profile, dorsal: bin.profile.dorsal.map(() => undefined) },
      })),
    };
    expect(readHollow(hidden, 80)).toBeUndefined();
    expect(computeFlexedGain(undefined)).toBe(1.4);
  });
});

describe('extension that a mask rounds off', () => {
  it('counts more the deeper the loin is, within bounds', () => {
    const gains = [-0.5, -0.03, 0, 0.05, 0.09, 0.5].map(computeFlexedGain);
    expect(gains).toEqual(gains.toSorted((a, b) => a - b));
    expect(gains[0]).toBe(1);
    expect(gains.at(-1)).toBe(2.5);
  });

  it('is mended with flexed hips only, and flexion never', () => {
    expect(joinBack(5, 20, 0.1)).toBe(5);
    expect(joinBack(5, 90, 0.1)).toBeCloseTo(5 * computeFlexedGain(0.1));
    expect(joinBack(-9, 90, 0.1)).toBe(-9);
    expect(joinBoth(-9, -7, 90, 0.1)).toBe(-8);
  });

  it('is read off the belly more than off a hollow back that the mask fills, on straight hips', () => {
    expect(joinBoth(4, 6, 0, undefined)).toBeCloseTo(7);
    expect(joinBoth(10, 10, 0, 0.1)).toBeCloseTo(14);
    expect(joinBoth(0, 10, 0, 0.1)).toBeGreaterThan(10);
    expect(joinBoth(0, 10, 0, undefined)).toBeCloseTo(7);
  });

  it('is no flexion where one side says so and the other denies it', () => {
    expect(joinBoth(-9, -7, 0, 0.1)).toBe(-8);
    expect(joinBoth(-6, 8, 0, 0.1)).toBeGreaterThan(0);
    expect(joinBoth(6, -14, 0, 0.1)).toBe(-4);
    expect(joinBoth(8, -6, 0, 0.1)).toBe(0);
  });
});
