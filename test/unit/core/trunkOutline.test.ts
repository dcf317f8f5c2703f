import { describe, expect, it } from 'vitest';
import { keypointIndex } from '../../../src/core/body/keypoint';
import type { TrunkProfile } from '../../../src/core/body/poseFrame';
import {
  computeTrunkOutline,
  maskSidePx,
  stationAt,
  stationCount,
} from '../../../src/core/kinematics/trunkOutline';
import {
  buildTrunkKeypoints,
  buildTrunkMask,
  flatTrunk,
  type TrunkScene,
} from '../../support/maskBuilder';

const outlineOf = (change: Partial<TrunkScene>): TrunkProfile => {
  const scene = { ...flatTrunk, ...change };
  const outline = computeTrunkOutline(buildTrunkKeypoints(scene), buildTrunkMask(scene));
  if (outline === undefined) throw new Error('no outline');
  return outline;
};

/** A hollow of the loin, deepest at 0.3. */
const hollow = (depth: number) => (station: number) =>
  0.16 - depth * Math.exp(-(((station - 0.3) / 0.2) ** 2));

/** Largest distance between an outline and what it should be, trunk lengths. */
const errorOf = (
  samples: readonly (number | undefined)[],
  truth: (station: number) => number,
): number =>
  Math.max(
    ...samples.map((sample, index) => Math.abs((sample ?? Infinity) - truth(stationAt(index)))),
  );

const places = [
  { name: 'upright', turnDeg: -90, belly: 1 },
  { name: 'upright, the other way', turnDeg: -90, belly: -1 },
  { name: 'lying on the back', turnDeg: 180, belly: 1 },
  { name: 'lying on the front', turnDeg: 8, belly: 1 },
  { name: 'bent over', turnDeg: -35, belly: -1 },
] as const;

describe('the outline of the trunk', () => {
  it('has 41 stations from below the hips to the shoulders', () => {
    expect(stationAt(0)).toBeCloseTo(-0.2, 9);
    expect(stationAt(stationCount - 1)).toBeCloseTo(1, 9);
    expect(stationCount).toBe(41);
  });

  it.each(places)('is read within a quarter of a mask pixel $name', ({ turnDeg, belly }) => {
    const dorsal = hollow(0.05);
    const ventral = (station: number): number => 0.12 + 0.03 * Math.sin(3 * station);
    for (const cropTurnDeg of [0, turnDeg + 90]) {
      const outline = outlineOf({ turnDeg, belly, dorsal, ventral, cropTurnDeg });
      const pixel = flatTrunk.cropPx / maskSidePx / flatTrunk.lengthPx;
      expect(errorOf(outline.dorsal, dorsal)).toBeLessThan(pixel / 4);
      expect(errorOf(outline.ventral, ventral)).toBeLessThan(pixel / 4);
    }
  });

  it('does not depend on how large the person is in the crop', () => {
    const near = outlineOf({ dorsal: hollow(0.04), cropPx: 400 });
    const far = outlineOf({ dorsal: hollow(0.04), cropPx: 700 });
    expect(errorOf(near.dorsal, (s) => hollow(0.04)(s))).toBeLessThan(0.003);
    expect(errorOf(far.dorsal, (s) => hollow(0.04)(s))).toBeLessThan(0.006);
  });

  it('has no sample where the ray leaves the mask or finds no edge', () => {
    const wide = outlineOf({ ventral: (station) => (station > 0.5 ? 0.8 : 0.14) });
    expect(wide.ventral.at(-1)).toBeUndefined();
    expect(wide.ventral[0]).toBeCloseTo(0.14, 2);
    const empty = buildTrunkMask(flatTrunk);
    empty.values.fill(0);
    const none = computeTrunkOutline(buildTrunkKeypoints(flatTrunk), empty);
    expect(none?.dorsal.every((sample) => sample === undefined)).toBe(true);
    const cut = outlineOf({ cropPx: 200 });
    expect(cut.dorsal.at(-1)).toBeUndefined();
  });

  it('passes over a gap that is thinner than the confirmation', () => {
    const mask = buildTrunkMask(flatTrunk);
    // One dark column within the back, as a strap gives it; the edge lies further out.
    const column = 128 - 6;
    for (let row = 0; row < maskSidePx; row++) mask.values[row * maskSidePx + column] = 0.45;
    const outline = computeTrunkOutline(buildTrunkKeypoints(flatTrunk), mask);
    expect(outline?.dorsal[20]).toBeCloseTo(0.16, 2);
  });

  it('is none without hips, shoulders or a sign of where the belly is', () => {
    const mask = buildTrunkMask(flatTrunk);
    for (const name of ['leftHip', 'rightShoulder'] as const) {
      const image = buildTrunkKeypoints(flatTrunk);
      image[keypointIndex[name]] = undefined;
      expect(computeTrunkOutline(image, mask)).toBeUndefined();
    }
    const faceless = buildTrunkKeypoints(flatTrunk);
    faceless[keypointIndex.nose] = undefined;
    faceless[keypointIndex.leftKnee] = undefined;
    expect(computeTrunkOutline(faceless, mask)).toBeUndefined();
  });
});
