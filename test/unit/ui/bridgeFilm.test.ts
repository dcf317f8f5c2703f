import { describe, expect, it } from 'vitest';
import {
  filmSec,
  filmStillsSec,
  type FilmPoint,
  readFilm,
} from '../../../src/ui/screens/bridgeFilm';

const lengthM = (a: FilmPoint, b: FilmPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const headingDeg = (a: FilmPoint, b: FilmPoint): number =>
  (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;

describe('the film of a bridge', () => {
  const moments = Array.from({ length: 10 * filmSec + 1 }, (_, i) => readFilm(i / 10));

  it('lasts twenty seconds', () => {
    expect(filmSec).toBe(20);
  });

  it('keeps the lengths of the body', () => {
    for (const { shoulder, hip, knee, ankle } of moments) {
      expect(lengthM(shoulder, hip)).toBeCloseTo(0.5);
      expect(lengthM(hip, knee)).toBeCloseTo(0.42);
      expect(lengthM(knee, ankle)).toBeCloseTo(0.42);
    }
  });

  it('shows a straight line in the hold and a bent one in the sag', () => {
    const bendDeg = (tSec: number): number => {
      const { shoulder, hip, knee } = readFilm(tSec);
      return headingDeg(hip, knee) - headingDeg(shoulder, hip);
    };
    const [, hold = 0, sag = 0] = filmStillsSec;
    expect(Math.abs(bendDeg(hold))).toBeLessThan(2);
    expect(bendDeg(sag)).toBeGreaterThan(10);
  });

  it('lets the clock run only while the line holds', () => {
    expect(readFilm(8).goodSec).toBe(0);
    expect(readFilm(13).goodSec).toBe(4);
    expect(readFilm(15).goodSec).toBe(4);
    expect(readFilm(18).goodSec).toBeGreaterThan(5);
  });
});
