import { describe, expect, it } from 'vitest';
import {
  isReframed,
  type Luma,
  lumaSize,
  measureLuma,
  PictureWatch,
} from '../../../src/camera/pictureWatch';

const { width, height } = lumaSize;

/** A room with some texture, moved by whole cells and lit by more or less. */
const room = (shift = 0, light = 0): Luma =>
  Array.from({ length: width * height }, (_, i) => {
    const x = (i % width) + shift;
    const y = Math.floor(i / width);
    return 110 + 50 * Math.sin(1.3 * x) * Math.cos(0.9 * y) + light;
  });

/** The room with somebody before a part of it. */
const withPerson = (from: number, to: number): Luma =>
  room().map((value, i) => (i % width >= from && i % width < to ? 30 : value));

/** Watches a camera for some seconds. */
function watch(rateHz: number, lumaAt: (second: number) => Luma, sec = 5): PictureWatch {
  const watching = new PictureWatch();
  for (let i = 0; i <= sec * rateHz; i++) {
    watching.addFrame(i / rateHz);
    if (i % rateHz === 0) watching.addSample(lumaAt(i / rateHz), i / rateHz);
  }
  return watching;
}

describe('a camera’s pictures', () => {
  it('are well when bright, steady and many', () => {
    expect(watch(30, () => room()).read()).toBeUndefined();
    expect(watch(30, () => room()).rateHz).toBeCloseTo(30);
  });

  it('are told to be too dark, too few, or too few because it is dark', () => {
    expect(watch(30, () => room(0, -70)).read()).toBe('dark');
    expect(watch(12, () => room()).read()).toBe('slow');
    expect(watch(12, () => room(0, -70)).read()).toBe('darkAndSlow');
  });

  it('say nothing of the rate before it is known', () => {
    expect(watch(5, () => room(), 1).read()).toBeUndefined();
  });

  it('are measured where the athlete is', () => {
    const half = room().map((_, i) => (i % width < width / 2 ? 20 : 200));
    expect(measureLuma(half, { left: 0, right: 0.5, top: 0, bottom: 1 })).toBe(20);
    expect(measureLuma(half)).toBe(110);
  });

  it('show that the camera re-frames, for a while', () => {
    expect(watch(30, (second) => room(second > 3 ? 3 : 0)).read()).toBe('reframes');
    expect(watch(30, (second) => room(second > 3 ? 3 : 0), 15).read()).toBeUndefined();
  });

  it('are not moved by light, by the athlete or by a passer-by', () => {
    expect(isReframed(room(), room(0, 40))).toBe(false);
    expect(isReframed(room(), withPerson(8, 20))).toBe(false);
    expect(isReframed(withPerson(0, 6), withPerson(24, 32))).toBe(false);
  });
});
