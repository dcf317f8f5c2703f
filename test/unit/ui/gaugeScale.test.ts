import { describe, expect, it } from 'vitest';
import { computeGaugeScale } from '../../../src/ui/parts/gaugeScale';

describe('computeGaugeScale', () => {
  it('lays fault, warning, good, warning, fault without gaps over the whole gauge', () => {
    const scale = computeGaugeScale({
      failBelow: -20,
      warnBelow: -15,
      warnAbove: 10,
      failAbove: 15,
    });
    expect(scale?.zones.map((zone) => zone.level)).toEqual([
      'fault',
      'warn',
      'good',
      'warn',
      'fault',
    ]);
    expect(scale?.zones[0]?.from).toBe(0);
    expect(scale?.zones.at(-1)?.to).toBe(1);
    scale?.zones.slice(1).forEach((zone, i) => expect(zone.from).toBe(scale.zones[i]?.to));
  });

  it('places a value in the zone whose limits it is between', () => {
    const scale = computeGaugeScale({
      failBelow: -20,
      warnBelow: -15,
      warnAbove: 10,
      failAbove: 15,
    });
    const levelAt = (value: number): string | undefined => {
      const place = scale?.place(value) ?? NaN;
      return scale?.zones.find((zone) => place >= zone.from && place <= zone.to)?.level;
    };
    expect([-30, -17, 0, 12, 20].map(levelAt)).toEqual(['fault', 'warn', 'good', 'warn', 'fault']);
  });

  it('gives a ratio that is limited below only a good side above it', () => {
    const scale = computeGaugeScale({ warnBelow: 0.85, failBelow: 0.75 });
    expect(scale?.zones.map((zone) => zone.level)).toEqual(['fault', 'warn', 'good']);
    expect(scale?.place(1)).toBeGreaterThan(scale?.zones[2]?.from ?? 1);
    expect(scale?.place(1)).toBeLessThan(1);
  });

  it('stops the needle at the ends', () => {
    const scale = computeGaugeScale({ warnAbove: 6, failAbove: 10 });
    expect(scale?.place(1000)).toBe(1);
    expect(scale?.place(-1000)).toBe(0);
  });

  it('is absent where nothing is limited', () => {
    expect(computeGaugeScale({})).toBeUndefined();
  });
});
