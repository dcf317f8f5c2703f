import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BandLine } from '../../../src/core/body/poseFrame';
import {
  type BarPlace,
  findBarTilt,
  readIncline,
  readLevelBar,
  solveBarRoll,
} from '../../../src/core/kinematics/barGeometry';
import {
  type Bar,
  describeCamera,
  drawBar,
  type Pinhole,
  type Place,
  project,
} from '../../support/barCamera';

const format = { widthPx: 640, heightPx: 480, cameraRollDeg: 0 };
const hips: Place = [0, 0.35, 0];
const level: Bar = { middle: hips, lengthM: 0.5, rollDeg: 0, inclineDeg: 26 };

/** A laptop round the athlete: 0 beyond the feet, 90 at their left, 180 beyond the head. */
function cameraAt(azimuthDeg: number, heightM: number, distanceM = 2.4): Pinhole {
  const a = (azimuthDeg * Math.PI) / 180;
  return {
    position: [distanceM * Math.sin(a), heightM, distanceM * Math.cos(a)],
    target: [0, 0.3, 0.1],
    focalPx: 554.24,
    format,
  };
}

const placeOf = (camera: Pinhole): BarPlace => ({ format, ...describeCamera(camera, hips) });

/** Ends that are off by these many px, in a picture with or without its ends exchanged. */
const shake = ([a, b, c, d]: BandLine, [w, x, y, z]: BandLine, isTurned = false): BandLine =>
  isTurned ? [c + y, d + z, a + w, b + x] : [a + w, b + x, c + y, d + z];

const still: BandLine = [0, 0, 0, 0];

function read(
  camera: Pinhole,
  bar: Bar,
  { place = placeOf(camera), before = still, after = still, isTurned = false } = {},
): number | undefined {
  const own = readLevelBar(shake(drawBar(camera, level), before, isTurned), place);
  const line = shake(drawBar(camera, bar), after, !isTurned);
  return own && solveBarRoll(line, own, place, bar.inclineDeg);
}

/** Places from which the roll can be told: table height at either side, and the head end. */
const places = fc.oneof(
  fc.record({
    azimuthDeg: fc.oneof(
      fc.double({ min: 70, max: 110, noNaN: true }),
      fc.double({ min: -110, max: -70, noNaN: true }),
    ),
    heightM: fc.double({ min: 1.1, max: 1.5, noNaN: true }),
  }),
  fc.record({
    azimuthDeg: fc.double({ min: 160, max: 200, noNaN: true }),
    heightM: fc.double({ min: 0.5, max: 1.3, noNaN: true }),
  }),
  fc.record({
    azimuthDeg: fc.double({ min: -20, max: 20, noNaN: true }),
    heightM: fc.double({ min: 0.9, max: 1.3, noNaN: true }),
  }),
);
const rolls = fc.double({ min: -12, max: 15, noNaN: true });
const turns = fc.boolean();

describe('the roll of a bar across the pelvis', () => {
  it('is within a degree wherever it can be told, with exact ends', () => {
    fc.assert(
      fc.property(places, rolls, turns, ({ azimuthDeg, heightM }, rollDeg, isTurned) => {
        const camera = cameraAt(azimuthDeg, heightM);
        const found = read(camera, { ...level, rollDeg }, { isTurned });
        expect(Math.abs((found ?? NaN) - rollDeg)).toBeLessThan(1);
      }),
    );
  });

  it('is off by at most 0.7° for each pixel that the ends are off against each other', () => {
    const offPx = fc.double({ min: -2, max: 2, noNaN: true });
    const off = fc.tuple(offPx, offPx, offPx, offPx);
    const apart = ([a, b, c, d]: BandLine): number => Math.hypot(a - c, b - d);
    fc.assert(
      fc.property(
        ...[places, rolls, off, off],
        ({ azimuthDeg, heightM }, rollDeg, before, after) => {
          const camera = cameraAt(azimuthDeg, heightM);
          const found = read(camera, { ...level, rollDeg }, { before, after });
          const stated = 0.7 * (apart(before) + apart(after));
          expect(Math.abs((found ?? NaN) - rollDeg)).toBeLessThan(0.2 + stated);
        },
      ),
    );
  });

  it('is off by the share by which the athlete’s distance is, seen along the bar', () => {
    for (const azimuthDeg of [90, -75, 105]) {
      const camera = cameraAt(azimuthDeg, 1.3);
      const place = placeOf(camera);
      const distanceM = Math.hypot(...camera.position.map((x, at) => x - (hips[at] ?? 0)));
      for (const wrong of [0.88, 1, 1.12]) {
        const away = (wrong * distanceM) / level.lengthM;
        const tiltDeg = findBarTilt(drawBar(camera, level), away, place);
        const told = { ...place, tiltDeg: tiltDeg ?? NaN };
        const found = read(camera, { ...level, rollDeg: 8 }, { place: told });
        const share = 0.02 + 1.25 * Math.abs(wrong - 1);
        expect(Math.abs((found ?? NaN) - 8)).toBeLessThan(8 * share);
        if (wrong === 1) expect(Math.abs(told.tiltDeg - place.tiltDeg)).toBeLessThan(0.5);
      }
    }
  });

  it('has no tilt for a bar that is longer or shorter in the picture than any would make it', () => {
    const camera = cameraAt(90, 1.3);
    const away = (lengthM: number): number => 2.6 / lengthM;
    const line = drawBar(camera, level);
    expect(findBarTilt(line, away(0.05), placeOf(camera))).toBeUndefined();
    expect(findBarTilt(line, away(60), placeOf(camera))).toBeUndefined();
  });

  it('bears a wrong azimuth, another lens and hips that come nearer', () => {
    const camera = cameraAt(90, 1.3);
    const place = placeOf(camera);
    const bar = { ...level, rollDeg: 8 };
    const off = (found: number | undefined): number => Math.abs((found ?? NaN) - 8);
    const turned = { ...place, azimuthDeg: place.azimuthDeg + 7 };
    expect(off(read(camera, bar, { place: turned }))).toBeLessThan(0.05);
    expect(off(read({ ...camera, focalPx: 610 }, bar, { place }))).toBeLessThan(0.1);
    expect(off(read(camera, { ...bar, middle: [0.03, 0.35, 0] }))).toBeLessThan(0.4);
  });

  it('is refused along the bar, from above and for what does not lie across the hips', () => {
    const take = (camera: Pinhole, bar: Bar, place = placeOf(camera)) =>
      readLevelBar(drawBar(camera, bar), place);
    expect(take(cameraAt(90, 1.3), level)).toBeDefined();
    expect(take(cameraAt(90, 0.6), level)).toBeUndefined();
    expect(take(cameraAt(90, 1.3), { ...level, lengthM: 0.15 })).toBeUndefined();
    // Along the line to which a bridge's belly faces.
    const above: Pinhole = { ...cameraAt(90, 2.4), position: [0.02, 2.35, -0.93], target: hips };
    expect(take(above, level)).toBeUndefined();
    const wrong = cameraAt(90, 1.3);
    expect(take(wrong, level, { ...placeOf(wrong), azimuthDeg: 30 })).toBeUndefined();
  });

  it('is none of a bar of which a third is hidden', () => {
    const camera = cameraAt(90, 1.3);
    const own = readLevelBar(drawBar(camera, level), placeOf(camera));
    const [x1, y1, x2, y2] = drawBar(camera, { ...level, rollDeg: -30 });
    const line: BandLine = [x1 + 25, y1, x2, y2];
    expect(own && solveBarRoll(line, own, placeOf(camera), 26)).toBeUndefined();
  });
});

describe('the rise of the long axis', () => {
  const readRise = (camera: Pinhole, shoulder: Place): number => {
    const own = readLevelBar(drawBar(camera, level), placeOf(camera));
    const ends = [project(camera, shoulder), project(camera, hips)] as const;
    return own === undefined ? NaN : readIncline(placeOf(camera), ...ends, own);
  };

  it.each([
    [90, 26],
    [75, 10],
    [-100, 35],
  ])('seen from %i is %i degrees', (azimuthDeg, inclineDeg) => {
    const camera = cameraAt(azimuthDeg, 1.3);
    const rise = (inclineDeg * Math.PI) / 180;
    const shoulder: Place = [0, 0.35 - 0.45 * Math.sin(rise), -0.45 * Math.cos(rise)];
    const own = { left: [Math.cos((azimuthDeg * Math.PI) / 180), 0, 0] as const };
    const found = readLevelBar(drawBar(camera, level), placeOf(camera)) ?? own;
    const at = readIncline(
      placeOf(camera),
      project(camera, shoulder),
      project(camera, hips),
      found,
    );
    expect(Math.abs(at - inclineDeg)).toBeLessThan(1);
  });

  it('is that of a bridge where the picture does not tell it', () => {
    expect(readRise(cameraAt(180, 1.2), [0, 0.1, -0.45])).toBe(25);
  });
});
