import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import type { Posture } from '../../../src/core/body/posture';
import { createViewTrack, estimateView, trackView } from '../../../src/core/kinematics/view';
import { pose, type PoseBuilder } from '../../support/poseBuilder';

const lying = pose().supine();
const standing = pose().standing();
const viewOf = (built: PoseBuilder, posture: Posture = 'standing'): string =>
  estimateView(built.at(0), 'unknown', posture).view;

describe('the view of a lying person', () => {
  it.each([
    [0, 'side'],
    [15, 'side'],
    [30, 'oblique'],
    [45, 'oblique'],
  ])('turned by %d degrees is %s', (yawDeg, view) => {
    for (const side of ['rightSide', 'leftSide'] as const) {
      expect(viewOf(lying.seenFrom(side, yawDeg))).toBe(view);
      expect(viewOf(lying.seenFrom(side, -yawDeg))).toBe(view);
      expect(viewOf(lying.hipsAt(180).seenFrom(side, yawDeg))).toBe(view);
    }
  });

  it('is side too through a camera that stands high and looks down', () => {
    const high = lying.with({ elevationDeg: 30 });
    expect(viewOf(high)).toBe('side');
    expect(estimateView(high.at(0), 'unknown', 'supine').yawDeg).toBeCloseTo(0, 6);
  });

  it('is never side from the feet or from the head', () => {
    // Heading 90 points the feet at the camera, 270 the head.
    expect(viewOf(lying.with({ headingDeg: 90, elevationDeg: 15 }), 'supine')).toBe('footEnd');
    expect(viewOf(lying.with({ headingDeg: 270, elevationDeg: 15 }), 'supine')).toBe('headEnd');
  });
});

describe('the view of a standing person', () => {
  it('tells front, back and side apart', () => {
    expect(viewOf(standing)).toBe('front');
    expect(viewOf(standing.seenFrom('back'))).toBe('back');
    expect(viewOf(standing.seenFrom('rightSide'))).toBe('side');
    expect(viewOf(standing.seenFrom('leftSide'))).toBe('side');
  });

  it('says by how many degrees it is turned', () => {
    for (const yawDeg of [0, 15, 30, 45, 90]) {
      const estimate = estimateView(
        standing.seenFrom('rightSide', yawDeg).at(0),
        'unknown',
        'standing',
      );
      expect(estimate.yawDeg).toBeCloseTo(yawDeg, 6);
    }
  });

  it('is oblique half way between front and side', () => {
    expect(viewOf(standing.seenFrom('front', 45))).toBe('oblique');
  });
});

describe('where the camera stands round the athlete', () => {
  it('counts toward the left of the athlete, the same standing and lying, high and low', () => {
    for (const azimuthDeg of [-170, -90, -45, 0, 30, 90, 135]) {
      // Heading 90 faces the camera, and points the feet of a lying person at it.
      const headingDeg = 90 + azimuthDeg;
      for (const elevationDeg of [0, 20]) {
        const stands = standing.with({ headingDeg, elevationDeg }).at(0);
        const lies = lying.with({ headingDeg, elevationDeg }).at(0);
        expect(estimateView(stands, 'unknown', 'standing').azimuthDeg).toBeCloseTo(azimuthDeg, 6);
        expect(estimateView(lies, 'unknown', 'supine').azimuthDeg).toBeCloseTo(azimuthDeg, 6);
      }
    }
  });

  it('goes the short way round behind the athlete', () => {
    const track = createViewTrack('standing');
    for (let i = 0; i < 60; i++) {
      const headingDeg = 270 + (i % 2 === 0 ? 5 : -5);
      trackView(track, standing.with({ headingDeg }).at(i / 30));
    }
    expect(Math.abs(track.azimuthDeg ?? 0)).toBeGreaterThan(170);
  });
});

describe('the view without world landmarks', () => {
  const flat = (built: PoseBuilder): PoseBuilder => built.with({ withWorld: false });

  it('goes by the distances of shoulders and hips in the picture', () => {
    expect(viewOf(flat(lying))).toBe('side');
    expect(viewOf(flat(standing))).toBe('front');
    expect(viewOf(flat(standing.seenFrom('back')))).toBe('back');
    expect(viewOf(flat(standing.seenFrom('rightSide')))).toBe('side');
    expect(viewOf(flat(standing.seenFrom('front', 60)))).toBe('oblique');
  });

  it('is unknown without the shoulders or without anybody', () => {
    expect(viewOf(flat(standing).without('leftShoulder'))).toBe('unknown');
    expect(estimateView({ tSec: 0, image: undefined }, 'side', 'standing').view).toBe('unknown');
  });
});

describe('the view over time', () => {
  const frames = (built: PoseBuilder, fromSec: number, sec: number): PoseFrame[] =>
    Array.from({ length: Math.round(sec * 30) }, (_, i) => built.at(fromSec + i / 30));

  it('changes only when the new one has stood for half a second', () => {
    const track = createViewTrack('standing');
    for (const frame of frames(standing, 0, 1)) trackView(track, frame);
    const turned = standing.seenFrom('rightSide');
    for (const frame of frames(turned, 1, 0.4)) expect(trackView(track, frame)).toBe('front');
    for (const frame of frames(turned, 1.4, 0.3)) trackView(track, frame);
    expect(track.view).toBe('side');
  });

  it('keeps the side view up to 24 degrees once it stands, but does not begin there', () => {
    const turned = lying.seenFrom('rightSide', 22);
    expect(viewOf(turned)).toBe('oblique');
    expect(estimateView(turned.at(0), 'side', 'supine').view).toBe('side');
  });

  it('outlives a short gap and is unknown after more than a second without anybody', () => {
    const track = createViewTrack('standing');
    for (const frame of frames(lying, 0, 1)) trackView(track, frame);
    for (let t = 1; t < 1.8; t += 1 / 30) {
      expect(trackView(track, { tSec: t, image: undefined })).toBe('side');
    }
    expect(trackView(track, { tSec: 2.2, image: undefined })).toBe('unknown');
  });
});
