import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCameraTrack,
  estimateCamera,
  type CameraEstimate,
  trackCamera,
} from '../../../src/core/kinematics/camera';
import type { PictureFormat, PoseFrame } from '../../../src/core/body/poseFrame';
import type { Trace } from '../../../src/core/trace/trace';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { mirrorTrace, rollTrace } from '../../support/transformTrace';

const lying = pose().supine();
const standing = pose().standing();

function estimate(
  built: PoseBuilder,
  posture: 'supine' | 'standing',
  format: PictureFormat = picture,
): CameraEstimate {
  const found = estimateCamera(built.at(0), format, posture);
  if (found === undefined) throw new Error('no camera was found');
  return found;
}

const traceOf = (frame: PoseFrame): Trace => ({
  header: { format: 'hipline.trace', version: 1, keypoints: 'blazepose33', ...picture },
  frames: [frame],
});

describe('where the camera stands round the athlete', () => {
  it.each([
    ['front', 0],
    ['leftSide', 90],
    ['rightSide', -90],
  ] as const)('seen from %s is %d degrees', (placing, azimuthDeg) => {
    expect(estimate(standing.seenFrom(placing), 'standing').azimuthDeg).toBeCloseTo(azimuthDeg, 6);
  });

  it('is half a turn from behind', () => {
    const { azimuthDeg } = estimate(standing.seenFrom('back'), 'standing');
    expect(Math.abs(azimuthDeg)).toBeCloseTo(180, 6);
  });

  it('is 0 beyond the feet of someone who lies, and half a turn beyond the head', () => {
    expect(estimate(lying.with({ headingDeg: 90 }), 'supine').azimuthDeg).toBeCloseTo(0, 6);
    const head = estimate(lying.with({ headingDeg: 270 }), 'supine').azimuthDeg;
    expect(Math.abs(head)).toBeCloseTo(180, 6);
  });

  it('is what it is through a camera that stands high', () => {
    const headingDeg = fc.integer({ min: 1, max: 359 });
    const elevationDeg = fc.integer({ min: -10, max: 30 });
    fc.assert(
      fc.property(headingDeg, elevationDeg, (heading, elevation) => {
        const built = standing.with({ headingDeg: heading });
        const level = estimate(built, 'standing');
        const high = estimate(built.with({ elevationDeg: elevation }), 'standing');
        expect(high.azimuthDeg).toBeCloseTo(level.azimuthDeg, 4);
        expect(high.elevationDeg).toBeCloseTo(elevation, 4);
      }),
    );
  });

  it('is on the other side in the mirror, at the same height', () => {
    const frame = standing.seenFrom('front', 20).with({ elevationDeg: 12 }).at(0);
    const [mirrored] = mirrorTrace(traceOf(frame)).frames;
    const own = estimateCamera(frame, picture, 'standing');
    const other = mirrored && estimateCamera(mirrored, picture, 'standing');
    expect(other?.azimuthDeg).toBeCloseTo(-(own?.azimuthDeg ?? NaN), 6);
    expect(other?.elevationDeg).toBeCloseTo(own?.elevationDeg ?? NaN, 6);
    expect(other?.rollDeg).toBeCloseTo(-(own?.rollDeg ?? NaN), 6);
  });
});

describe('how high the camera stands', () => {
  it('grows with how far it looks down on someone who lies', () => {
    const heights = [0, 10, 20, 30].map(
      (elevationDeg) => estimate(lying.with({ elevationDeg }), 'supine').heightM ?? NaN,
    );
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect((heights.at(-1) ?? NaN) - (heights[0] ?? NaN)).toBeGreaterThan(0.5);
  });

  it('grows so from beyond the head too, and is not told from beyond the feet', () => {
    const over = lying.with({ headingDeg: 270 });
    const heights = [15, 25, 40].map(
      (elevationDeg) => estimate(over.with({ elevationDeg }), 'supine').heightM ?? NaN,
    );
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect((heights.at(-1) ?? NaN) - (heights[0] ?? NaN)).toBeGreaterThan(0.3);
    for (const elevationDeg of [-5, 0, 25]) {
      const feet = lying.with({ headingDeg: 90, elevationDeg });
      expect(estimate(feet, 'supine').heightM).toBeUndefined();
    }
  });

  it('does not follow one frame that jumps', () => {
    const over = lying.with({ headingDeg: 270, elevationDeg: 30 });
    const track = createCameraTrack('supine');
    for (let i = 0; i < 30; i++) trackCamera(track, over.at(i / 30), picture);
    const { heightM } = track.estimate!;
    trackCamera(track, over.with({ elevationDeg: 36 }).at(1), picture);
    expect(track.estimate?.heightM).toBeCloseTo(heightM!, 2);
  });

  it('is not told of someone who lies far from side-on', () => {
    expect(estimate(lying.seenFrom('rightSide', 30), 'supine').heightM).toBeDefined();
    expect(estimate(lying.seenFrom('rightSide', 45), 'supine').heightM).toBeUndefined();
  });

  it('says how the camera is tilted by where the body is in the picture', () => {
    const middle = estimate(standing, 'standing');
    const low = estimate(standing.with({ centreYPx: 340 }), 'standing');
    expect(low.elevationDeg).toBeCloseTo(middle.elevationDeg ?? NaN, 6);
    expect(low.tiltDeg).toBeLessThan((middle.tiltDeg ?? NaN) - 5);
  });

  it('says from how far by the size of the body', () => {
    const { distanceM } = estimate(standing, 'standing');
    const near = estimate(standing.with({ pxPerM: 480 }), 'standing');
    expect(near.distanceM).toBeCloseTo(distanceM / 2, 6);
  });
});

describe('how the camera is rolled', () => {
  it.each([-8, 0, 5])('by %d degrees, from a quiet stance', (rollDeg) => {
    const [frame] = rollTrace(traceOf(standing.at(0)), rollDeg).frames;
    const found = frame && estimateCamera(frame, picture, 'standing');
    expect(found?.rollDeg).toBeCloseTo(rollDeg, 6);
    const known =
      frame && estimateCamera(frame, { ...picture, cameraRollDeg: rollDeg }, 'standing');
    expect(known?.rollDeg).toBeCloseTo(0, 6);
    expect(known?.azimuthDeg).toBeCloseTo(0, 6);
  });

  it('is not known from the side or of someone who lies', () => {
    expect(estimate(standing.seenFrom('leftSide'), 'standing').rollDeg).toBeUndefined();
    expect(estimate(lying, 'supine').rollDeg).toBeUndefined();
  });
});

describe('the camera over time', () => {
  it('is not estimated without world landmarks or without a joint', () => {
    const flat = standing.with({ withWorld: false }).at(0);
    expect(estimateCamera(flat, picture, 'standing')).toBeUndefined();
    const hidden = standing.without('leftHip').at(0);
    expect(estimateCamera(hidden, picture, 'standing')).toBeUndefined();
  });

  it('keeps its estimate while the athlete passes through the start position', () => {
    const track = createCameraTrack('standing');
    for (let i = 0; i < 30; i++) trackCamera(track, standing.at(i / 30), picture);
    const before = track.estimate;
    for (let i = 30; i < 60; i++) {
      const moving = standing.with({ centreXPx: 320 + 10 * (i - 30), trunkInclineDeg: i - 30 });
      trackCamera(track, moving.at(i / 30), picture);
    }
    expect(track.estimate).toEqual(before);
    for (let i = 60; i < 90; i++)
      trackCamera(track, standing.with({ elevationDeg: 20 }).at(i / 30), picture);
    expect(track.estimate?.elevationDeg).toBeCloseTo(20, 6);
  });
});
