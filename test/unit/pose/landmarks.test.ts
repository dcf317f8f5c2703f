import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LandmarkOutput } from '../../../src/pose/landmarkModel';
import { computeNextRegion, readKeypoints, readWorld } from '../../../src/pose/landmarks';
import type { RegionOfInterest } from '../../../src/pose/regionOfInterest';

const upright: RegionOfInterest = { xCenterPx: 128, yCenterPx: 128, sizePx: 256, rotationRad: 0 };
const turned: RegionOfInterest = { ...upright, rotationRad: Math.PI / 2 };

function makeOutput(
  landmark: (
    index: number,
  ) => readonly [x: number, y: number, visibility: number, presence: number],
): LandmarkOutput {
  const landmarks = new Float32Array(195);
  const world = new Float32Array(117);
  for (let index = 0; index < 39; index++) {
    const [x, y, visibility, presence] = landmark(index);
    landmarks.set([x, y, 0, visibility, presence], index * 5);
    world.set([0.1 * index, 0.2, 0.3], index * 3);
  }
  const heatmap = new Float32Array(64 * 64 * 39);
  return { landmarks, personScore: 1, world, heatmap, mask: undefined };
}

describe('landmarks', () => {
  it('become keypoints in the picture, turned with the region', () => {
    const output = makeOutput(() => [128, 64, 2, 2]);
    const [straight] = readKeypoints(output, upright);
    expect([straight?.xPx, straight?.yPx]).toEqual([128, 64]);
    const [quarter] = readKeypoints(output, turned);
    expect(quarter?.xPx).toBeCloseTo(192, 9);
    expect(quarter?.yPx).toBeCloseTo(128, 9);
    expect(readKeypoints(output, upright)).toHaveLength(33);
  });

  it('score the smaller of visibility and presence', () => {
    const output = makeOutput((index) => (index % 2 === 0 ? [0, 0, 0, 3] : [0, 0, 3, 0]));
    for (const point of readKeypoints(output, upright)) expect(point?.score).toBeCloseTo(0.5, 9);
  });

  it('are missing where the score is 0', () => {
    const output = makeOutput(() => [0, 0, -2000, 5]);
    expect(readKeypoints(output, upright).every((point) => point === undefined)).toBe(true);
  });

  it('turn the world points back to the picture', () => {
    const world = readWorld(
      makeOutput(() => [0, 0, 0, 0]),
      turned,
    );
    expect(world).toHaveLength(33);
    expect(world[5]?.xM).toBeCloseTo(-0.2, 6);
    expect(world[5]?.yM).toBeCloseTo(0.5, 6);
    expect(world[5]?.zM).toBeCloseTo(0.3, 6);
  });

  it('say where to look next: around the auxiliary points', () => {
    const output = makeOutput((index) => (index === 34 ? [140, 40, 0, 0] : [140, 120, 0, 0]));
    const next = computeNextRegion(output, upright);
    expect(next.xCenterPx).toBeCloseTo(140, 9);
    expect(next.yCenterPx).toBeCloseTo(120, 9);
    expect(next.sizePx).toBeCloseTo(200, 9);
    expect(next.rotationRad).toBeCloseTo(0, 9);
  });

  it('never become NaN', () => {
    const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(any, any, any, any, (x, y, visibility, presence) => {
        const output = makeOutput(() => [x, y, visibility, presence]);
        for (const point of readKeypoints(output, turned)) {
          if (point === undefined) continue;
          expect(Object.values(point).every(Number.isFinite)).toBe(true);
          expect(point.score).toBeGreaterThan(0);
          expect(point.score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
