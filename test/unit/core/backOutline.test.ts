import { describe, expect, it } from 'vitest';
import { keypointIndex } from '../../../src/core/body/keypoint';
import type { Keypoint } from '../../../src/core/body/poseFrame';
import { type BackOutline, readBackOutline } from '../../../src/core/kinematics/backOutline';
import { readTrunkChord, stationAt, stationCount } from '../../../src/core/kinematics/trunkOutline';
import { buildTrunkKeypoints, flatTrunk } from '../../support/maskBuilder';

type Outline = (station: number) => number | undefined;

const stations = Array.from({ length: stationCount }, (_, index) => stationAt(index));

function read(
  dorsal: Outline,
  ventral: Outline,
  change: (image: (Keypoint | undefined)[]) => void = () => undefined,
): BackOutline {
  const image = buildTrunkKeypoints(flatTrunk);
  change(image);
  const chord = readTrunkChord(image);
  if (chord === undefined) throw new Error('no chord');
  return readBackOutline(image, chord, {
    dorsal: stations.map(dorsal),
    ventral: stations.map(ventral),
  });
}

/** Moves an arm so that elbow and wrist lie at places of the trunk: along it, and out of it. */
const bendArm = (
  image: (Keypoint | undefined)[],
  elbow: readonly [station: number, out: number],
  wrist: readonly [station: number, out: number],
): void => {
  const { xPx, yPx, lengthPx } = flatTrunk;
  for (const [name, [station, out]] of [
    ['leftElbow', elbow],
    ['leftWrist', wrist],
  ] as const) {
    image[keypointIndex[name]] = {
      xPx: xPx + out * lengthPx,
      yPx: yPx - station * lengthPx,
      score: 0.9,
    };
  }
};

const back: Outline = () => 0.16;
const belly: Outline = () => 0.14;

describe('the lengths read off an outline', () => {
  it('are the loin less half the buttock, and the belly', () => {
    const { dorsal, ventral } = read(
      (s) => (s < 0.1 ? 0.2 : 0.2 - Math.min(0.04, s)),
      (s) => 0.14 + 0.02 * Number(s >= 0.18 && s <= 0.45),
    );
    expect(dorsal).toBeCloseTo(0.16 - 0.1, 6);
    expect(ventral).toBeCloseTo(0.16, 6);
  });

  it('tell ribs that stand out of the line from belly to chest', () => {
    const flare = read(back, (s) => 0.14 + (s >= 0.5 && s <= 0.65 ? 0.024 : 0)).ribFlare;
    expect(flare).toBeCloseTo(0.024 / 0.8, 6);
    expect(read(back, (s) => 0.1 + 0.05 * s).ribFlare).toBeCloseTo(0, 3);
  });

  it('are unclear beyond a jump that no back makes', () => {
    const cloth = read((s) => (s > 0.2 ? 0.3 : 0.16), belly);
    expect(cloth.dorsal).toBe('outlineUnclear');
    expect(cloth.ventral).toBeCloseTo(0.14, 6);
    const slope = read((s) => 0.16 + 0.1 * Math.max(0, s), belly);
    expect(slope.dorsal).toBeCloseTo(0.16 + 0.03 - 0.08, 2);
  });

  it('bridge a few missing samples, but not most of a window', () => {
    expect(read((s) => (s > 0.2 && s < 0.3 ? undefined : 0.16), belly).dorsal).toBeCloseTo(0.08, 6);
    expect(read((s) => (s > 0.2 && s < 0.45 ? undefined : 0.16), belly).dorsal).toBe(
      'outlineUnclear',
    );
  });

  it('say where an arm is in front', () => {
    const { dorsal, ventral } = read(back, belly, (image) => {
      bendArm(image, [0.5, -0.2], [0.2, -0.15]);
    });
    expect(dorsal).toBe('armInFront');
    expect(ventral).toBeCloseTo(0.14, 6);
    const folded = read(back, belly, (image) => {
      bendArm(image, [0.2, 0.1], [0.4, 0.2]);
    });
    expect(folded.ventral).toBe('armInFront');
    expect(folded.dorsal).toBeCloseTo(0.08, 6);
  });

  it('are not read where both hips show beside each other', () => {
    const { dorsal, ventral, ribFlare } = read(back, belly, (image) => {
      const hip = image[keypointIndex.leftHip];
      const other = image[keypointIndex.rightHip];
      if (hip === undefined || other === undefined) throw new Error('no hip');
      image[keypointIndex.leftHip] = { ...hip, xPx: hip.xPx - 0.2 * flatTrunk.lengthPx };
      image[keypointIndex.rightHip] = { ...other, xPx: other.xPx + 0.2 * flatTrunk.lengthPx };
    });
    expect([dorsal, ventral, ribFlare]).toEqual(Array(3).fill('cameraTooHigh'));
  });
});
