import * as v from 'valibot';
import {
  type CalibrationRecord,
  readLumbarRange,
  readPlaces,
  readStanding,
} from '../core/coach/calibration';
import type { OwnReferences } from '../core/coach/ownReferences';
import { calibrationRecord, finite } from '../recording/calibrationSchema';

const msPerHour = 3_600_000;

const schema = v.object({
  version: v.literal(1),
  /** When it was taken, milliseconds since 1970. */
  takenMs: finite,
  records: v.array(calibrationRecord),
});

/** A calibration as it is kept with the person whose it is. */
export interface StoredCalibration {
  readonly version: 1;
  readonly takenMs: number;
  readonly records: readonly CalibrationRecord[];
}

/** A calibration out of stored text; undefined where it is not whole or of another version. */
export function parseCalibration(text: string | null): StoredCalibration | undefined {
  if (text === null) return undefined;
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    if (!parsed.success) return undefined;
    const records = parsed.output.records.map((found) => ({
      ...found,
      near: found.near,
      yawDeg: found.yawDeg,
      values: found.values,
    }));
    return { ...parsed.output, records };
  } catch {
    // Not JSON: written by nobody we know.
    return undefined;
  }
}

/** What is told of a calibration that sets are judged by now. */
export interface CalibrationInUse {
  readonly ageHours: number;
  /** The own full bend is part of it. */
  readonly isBowed: boolean;
}

/** The calibration that a set would be judged by; undefined where there is none, or an old one. */
export function findInUse(
  stored: StoredCalibration | undefined,
  nowMs: number,
): CalibrationInUse | undefined {
  const { standing, lumbarRange } = toOwnReferences(stored, nowMs);
  if (stored === undefined || (standing ?? lumbarRange) === undefined) return undefined;
  return { ageHours: (nowMs - stored.takenMs) / msPerHour, isBowed: lumbarRange !== undefined };
}

/** What a set is run with, of the calibration that is kept. */
export function toOwnReferences(
  stored: StoredCalibration | undefined,
  nowMs: number,
): Pick<OwnReferences, 'standing' | 'standingFrom' | 'lumbarRange'> {
  if (stored === undefined) return {};
  const { records, takenMs } = stored;
  const ageHours = (nowMs - takenMs) / msPerHour;
  const standing = readStanding(records, ageHours);
  const lumbarRange = readLumbarRange(records, ageHours);
  if (standing === undefined && lumbarRange === undefined) return {};
  return {
    ...(standing && { standing }),
    ...(lumbarRange && { lumbarRange }),
    standingFrom: readPlaces(records),
  };
}
