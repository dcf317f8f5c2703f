import { describe, expect, it } from 'vitest';
import {
  findInUse,
  parseCalibration,
  type StoredCalibration,
  toOwnReferences,
} from '../../../src/app/calibrationStore';

const takenMs = 1_800_000_000_000;
const hourMs = 3_600_000;

const stored: StoredCalibration = {
  version: 1,
  takenMs,
  records: [
    {
      step: 'standingSide',
      view: 'side',
      near: 'left',
      yawDeg: 4,
      torsoPx: 110,
      values: { trunkThighDeg: 4, hipFlexionDeg: -4 },
    },
    {
      step: 'toeTouch',
      view: 'side',
      near: 'left',
      yawDeg: 4,
      torsoPx: 111,
      values: {},
      range: { standingDeg: 6, flexedDeg: -44 },
    },
    {
      step: 'standingFront',
      view: 'front',
      near: undefined,
      yawDeg: undefined,
      torsoPx: 112,
      values: { 'kneeFppaDeg.left': 2 },
    },
  ],
};

describe('a stored calibration', () => {
  it('comes back as it was kept', () => {
    expect(parseCalibration(JSON.stringify(stored))).toEqual(stored);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...stored, version: 2 })],
    ['a number that is none', JSON.stringify(stored).replace('110', '"wide"')],
    ['a bow without its end', JSON.stringify(stored).replace(',"flexedDeg":-44', '')],
    ['a position nobody knows', JSON.stringify(stored).replace('standingFront', 'headstand')],
  ])('is none out of %s', (_what, text) => {
    expect(parseCalibration(text)).toBeUndefined();
  });
});

describe('a set', () => {
  it('is held to the standing of today', () => {
    expect(toOwnReferences(stored, takenMs + 2 * hourMs)).toEqual({
      standing: { trunkThighDeg: 4, hipFlexionDeg: -4 },
      lumbarRange: { standingDeg: 6, flexedDeg: -44 },
      standingFrom: [
        { posture: 'standing', torsoPx: 110, yawDeg: 4 },
        { posture: 'standing', torsoPx: 111, yawDeg: 4 },
      ],
    });
    expect(findInUse(stored, takenMs + 2 * hourMs)).toEqual({ ageHours: 2, isBowed: true });
  });

  it('is held to nobody’s where it is of another day, or where there is none', () => {
    expect(toOwnReferences(stored, takenMs + 20 * hourMs)).toEqual({});
    expect(toOwnReferences(undefined, takenMs)).toEqual({});
    expect(findInUse(stored, takenMs + 20 * hourMs)).toBeUndefined();
  });
});
