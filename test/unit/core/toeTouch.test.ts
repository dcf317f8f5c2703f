import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import {
  type CalibrationSnapshot,
  calibrationOrder,
  listCalibrationSteps,
  readLumbarRange,
  skipCalibrationStep,
  startCalibration,
  stepCalibration,
} from '../../../src/core/coach/calibration';
import { leastRangeDeg } from '../../../src/core/coach/toeTouch';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';

const standingDeg = 6;
const flexedDeg = -44;

const bowed = (lordosisDeg: number) => (now: PoseBuilder) =>
  now.with({ trunkInclineDeg: 105 }).banded(lordosisDeg);
const tall = (now: PoseBuilder): PoseBuilder =>
  now.with({ trunkInclineDeg: 0 }).banded(standingDeg);

/** Quiet standing, and a bow as far as the bands then read. */
function bow(toDeg = flexedDeg, placing: 'rightSide' | 'leftSide' = 'rightSide'): TraceBuilder {
  const upright = pose().standing().seenFrom(placing).banded(standingDeg);
  return film(upright).stay(4).move(2, bowed(toDeg)).stay(1).move(2, tall).stay(1.5);
}

/** Every snapshot of a calibration with bands. */
function calibrate(frames: readonly PoseFrame[], skipped = 0): CalibrationSnapshot[] {
  const run = startCalibration(picture, true);
  for (let i = 0; i < skipped; i++) skipCalibrationStep(run);
  return frames.map((frame) => stepCalibration(run, frame));
}

const unbanded = ({ belt: _belt, ...frame }: PoseFrame): PoseFrame => frame;
const without = (made: TraceBuilder, isUnseen: (frame: PoseFrame) => boolean): PoseFrame[] =>
  made.toFrames().map((frame) => (isUnseen(frame) ? unbanded(frame) : frame));

const rangeOf = (snapshots: readonly CalibrationSnapshot[]) =>
  readLumbarRange(snapshots.at(-1)?.records ?? [], 1);
const lacksOf = (snapshots: readonly CalibrationSnapshot[]) =>
  new Set(snapshots.filter(({ step }) => step === 'toeTouch').map(({ lack }) => lack));

describe('a bow', () => {
  it('is asked for after quiet standing, of whoever wears bands', () => {
    expect(listCalibrationSteps(true)).toEqual(calibrationOrder);
    expect(listCalibrationSteps(false)).toEqual(['standingSide', 'standingFront', 'lyingSide']);
  });

  it.each(['rightSide', 'leftSide'] as const)(
    'tells the own range once the athlete is upright again, seen from the %s',
    (placing) => {
      const snapshots = calibrate(bow(flexedDeg, placing).toFrames());
      const range = rangeOf(snapshots);
      expect(range?.standingDeg).toBeCloseTo(standingDeg, 0);
      expect(range?.flexedDeg).toBeCloseTo(flexedDeg, 0);
      expect(snapshots.at(-1)?.step).toBe('standingFront');
      const doneSec = snapshots.findIndex(({ records }) => records.length === 2) / 30;
      expect(doneSec).toBeGreaterThan(8);
      expect([...lacksOf(snapshots)]).toEqual([undefined]);
    },
  );

  it('is told as well by bands that are read six times a second', () => {
    const seldom = bow()
      .toFrames()
      .map((frame, n) => (n % 5 === 0 ? frame : unbanded(frame)));
    expect(rangeOf(calibrate(seldom))?.flexedDeg).toBeCloseTo(flexedDeg, 0);
  });

  it('is told where the machine gives three pictures a second', () => {
    const slow = bow()
      .toFrames()
      .filter((_, n) => n % 10 === 0);
    const flexed = rangeOf(calibrate(slow))?.flexedDeg ?? NaN;
    expect(Math.abs(flexed - flexedDeg)).toBeLessThan(2);
  });

  it('needs no quiet standing before it: the athlete stands before the bow', () => {
    const range = rangeOf(calibrate(bow().toFrames(), 1));
    expect(range?.standingDeg).toBeCloseTo(standingDeg, 0);
    expect(range?.flexedDeg).toBeCloseTo(flexedDeg, 0);
  });

  it('can be left out', () => {
    const frames = bow().toFrames();
    const run = startCalibration(picture, true);
    for (const frame of frames.slice(0, 110)) stepCalibration(run, frame);
    expect(run.todo[0]).toBe('toeTouch');
    skipCalibrationStep(run);
    expect(run.todo[0]).toBe('standingFront');
    expect(readLumbarRange(run.records, 1)).toBeUndefined();
  });

  it('is of this session only', () => {
    const { records } = calibrate(bow().toFrames()).at(-1) ?? { records: [] };
    expect(readLumbarRange(records, 13)).toBeUndefined();
    expect(readLumbarRange(records, -1)).toBeUndefined();
  });
});

describe('a bow in vain is refused, and another one is waited for', () => {
  it('where the bands were not seen at its lowest point', () => {
    const frames = without(bow(), ({ tSec }) => tSec > 5 && tSec < 8);
    const snapshots = calibrate(frames);
    expect(rangeOf(snapshots)).toBeUndefined();
    expect(snapshots.at(-1)).toMatchObject({ step: 'toeTouch', lack: 'bandsUnseen' });
  });

  it('where the body was lost on the way', () => {
    const frames = bow()
      .toFrames()
      .map((frame) =>
        frame.tSec > 5 && frame.tSec < 5.6 ? { tSec: frame.tSec, image: undefined } : frame,
      );
    const snapshots = calibrate(frames);
    expect(rangeOf(snapshots)).toBeUndefined();
    expect(snapshots.at(-1)?.lack).toBe('bandsUnseen');
  });

  it('where its range is too small to divide by', () => {
    const small = calibrate(bow(standingDeg - leastRangeDeg + 2).toFrames());
    expect(rangeOf(small)).toBeUndefined();
    expect(small.at(-1)).toMatchObject({ step: 'toeTouch', lack: 'rangeSmall' });
    const enough = calibrate(bow(standingDeg - leastRangeDeg - 2).toFrames());
    expect(rangeOf(enough)).toBeDefined();
  });

  it('and the next one counts', () => {
    const made = bow(-10).move(2, bowed(flexedDeg)).stay(1).move(2, tall).stay(1);
    const snapshots = calibrate(made.toFrames());
    expect([...lacksOf(snapshots)]).toContain('rangeSmall');
    expect(rangeOf(snapshots)?.flexedDeg).toBeCloseTo(flexedDeg, 0);
  });
});

it('says that the bands are not seen while the athlete stands', () => {
  const unseen = film(pose().standing().seenFrom('rightSide')).stay(6).toFrames();
  expect(calibrate(unseen).at(-1)).toMatchObject({ step: 'toeTouch', lack: 'bands' });
});
