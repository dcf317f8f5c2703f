import { describe, expect, it } from 'vitest';
import {
  type CalibrationSnapshot,
  readStanding,
  skipCalibrationStep,
  startCalibration,
  stepCalibration,
} from '../../../src/core/coach/calibration';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import { picture, pose } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

const standing = pose().standing();
const fromSide = standing.seenFrom('rightSide');

/** Every snapshot of a calibration over a film's frames. */
function calibrate(frames: readonly PoseFrame[], skipped = 0): CalibrationSnapshot[] {
  const run = startCalibration(picture);
  for (let i = 0; i < skipped; i++) skipCalibrationStep(run);
  return frames.map((frame) => stepCalibration(run, frame));
}

const last = (snapshots: readonly CalibrationSnapshot[]): CalibrationSnapshot => {
  const found = snapshots.at(-1);
  if (found === undefined) throw new Error('nothing was read');
  return found;
};

describe('quiet standing from the side', () => {
  it('is read after three seconds, and the front is asked for next', () => {
    const snapshots = calibrate(film(fromSide).stay(4).toFrames());
    const end = last(snapshots);
    expect(end.step).toBe('standingFront');
    expect(end.records).toHaveLength(1);
    expect(end.records[0]).toMatchObject({ step: 'standingSide', view: 'side', near: 'right' });
    expect(Math.abs(end.records[0]?.values.trunkThighDeg ?? NaN)).toBeLessThan(1);
    const doneSec = snapshots.findIndex(({ records }) => records.length > 0) / 30;
    expect(doneSec).toBeGreaterThan(2.9);
    expect(doneSec).toBeLessThan(3.8);
  });

  it('begins anew with whoever moves', () => {
    const moved = film(fromSide)
      .stay(2)
      .move(0.6, (now) => now.squat({ kneeFlexionDeg: 60 }))
      .move(0.6, fromSide)
      .stay(2.5);
    const end = last(calibrate(moved.toFrames()));
    expect(end.records).toEqual([]);
    expect(end.progress).toBeGreaterThan(0.5);
  });

  it.each([
    ['nobody is there', film(fromSide).stay(0.1).gone(3), 'person'],
    ['one lies', film(pose().supine()).stay(3), 'posture'],
    ['one faces the camera', film(standing.seenFrom('front')).stay(3), 'view'],
  ] as const)('says what it lacks where %s', (_what, made, lack) => {
    const end = last(calibrate(made.toFrames()));
    expect(end.lack).toBe(lack);
    expect(end.records).toEqual([]);
  });
});

describe('a calibration', () => {
  it('reads all positions one after the other', () => {
    const run = startCalibration(picture);
    const views = [
      film(fromSide).stay(4),
      film(standing.seenFrom('front')).stay(5),
      film(pose().supine()).stay(5),
    ];
    let atSec = 0;
    let end: CalibrationSnapshot | undefined;
    for (const made of views) {
      const frames = made.toFrames();
      for (const frame of frames)
        end = stepCalibration(run, { ...frame, tSec: atSec + frame.tSec });
      atSec += (frames.at(-1)?.tSec ?? 0) + 0.1;
    }
    expect(end?.step).toBeUndefined();
    expect(end?.records.map(({ step }) => step)).toEqual([
      'standingSide',
      'standingFront',
      'lyingSide',
    ]);
    expect(end?.records[1]?.values['kneeFppaDeg.left']).toBeDefined();
  });

  it('can be skipped position by position', () => {
    const end = last(calibrate(film(pose().supine()).stay(5).toFrames(), 2));
    expect(end.records.map(({ step }) => step)).toEqual(['lyingSide']);
  });
});

describe('what a set uses of it', () => {
  const { records } = last(calibrate(film(fromSide).stay(4).toFrames()));

  it('is quiet standing of today', () => {
    expect(Object.keys(readStanding(records, 1) ?? {})).toEqual(['trunkThighDeg', 'hipFlexionDeg']);
  });

  it.each([13, -1, NaN])('is nothing of an age of %s hours', (ageHours) => {
    expect(readStanding(records, ageHours)).toBeUndefined();
  });

  it('is nothing where standing was skipped', () => {
    expect(readStanding([], 1)).toBeUndefined();
  });
});
