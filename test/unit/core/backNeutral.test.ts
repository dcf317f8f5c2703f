import { describe, expect, it } from 'vitest';
import {
  type BackNeutral,
  fitsSetup,
  learnBackNeutral,
  nearestProfile,
  type NeutralReading,
  readNeutral,
} from '../../../src/core/kinematics/backNeutral';

const reading = (hipDeg: number, dorsal: number | undefined): NeutralReading => ({
  hipDeg,
  dorsal,
  ventral: undefined,
  ribFlare: undefined,
  profile: { dorsal: [dorsal], ventral: [undefined] },
});

/** A neutral whose back's outline grows with the hip's flexion. */
const sloped = (from: number, to: number, slope: number): BackNeutral => {
  const readings = Array.from({ length: to - from + 1 }, (_, i) =>
    reading(from + i, slope * (from + i)),
  );
  const neutral = learnBackNeutral(readings, readings.length);
  if (neutral === undefined) throw new Error('nothing learned');
  return neutral;
};

describe('a neutral over the hip angle', () => {
  it('gives the mean around an angle and goes on by the slope beyond', () => {
    const neutral = sloped(0, 60, 0.002);
    expect(readNeutral(neutral, 'dorsal', 30, 0.002, 15)).toBeCloseTo(0.06, 4);
    expect(readNeutral(neutral, 'dorsal', 70, 0.002, 15)).toBeCloseTo(0.14, 3);
    expect(readNeutral(neutral, 'dorsal', 76, 0.002, 15)).toBeUndefined();
    expect(readNeutral(neutral, 'ventral', 30, 0.002, 15)).toBeUndefined();
  });

  it('is the median of a hold whose angle hardly moves', () => {
    const values = [0.1, 0.1, 0.11, 0.1, 0.1, 0.3, 0.1];
    const neutral = learnBackNeutral(
      values.map((value) => reading(5, value)),
      values.length,
    );
    expect(neutral?.bins).toHaveLength(1);
    expect(neutral && readNeutral(neutral, 'dorsal', 29, 0, 25)).toBeCloseTo(0.1, 6);
    expect(neutral && readNeutral(neutral, 'dorsal', 31, 0, 25)).toBeUndefined();
  });

  it('is not learned from a stretch in which the back was mostly hidden', () => {
    const half = Array.from({ length: 20 }, (_, i) => reading(5, i % 2 === 0 ? 0.1 : undefined));
    expect(learnBackNeutral(half, half.length)).toBeUndefined();
    expect(learnBackNeutral([reading(5, 0.1)], 1)).toBeUndefined();
  });

  it('is the same after it was stored', () => {
    const neutral = sloped(0, 60, 0.002);
    const stored = JSON.parse(JSON.stringify(neutral)) as BackNeutral;
    expect(readNeutral(stored, 'dorsal', 33, 0, 15)).toBe(
      readNeutral(neutral, 'dorsal', 33, 0, 15),
    );
  });

  it('has the outline of the nearest angle to be drawn', () => {
    expect(nearestProfile(sloped(0, 60, 0.002), 41)?.dorsal[0]).toBeCloseTo(0.08, 2);
  });

  it('stands for one place of the camera', () => {
    const setup = { trunkRatio: 0.3, yawDeg: 4, eta: 1 } as const;
    const neutral = { ...sloped(0, 10, 0), setup };
    expect(fitsSetup(neutral, { ...setup, trunkRatio: 0.32, yawDeg: 9 })).toBe(true);
    expect(fitsSetup(neutral, { ...setup, trunkRatio: 0.36 })).toBe(false);
    expect(fitsSetup(neutral, { ...setup, yawDeg: 15 })).toBe(false);
    expect(fitsSetup(neutral, { ...setup, eta: -1 })).toBe(false);
  });
});
