import * as v from 'valibot';
import {
  calibrationOrder,
  type CalibrationRecord,
  readPlaces,
  readStanding,
} from '../core/coach/calibration';
import type { OwnReferences } from '../core/coach/ownReferences';

const msPerHour = 3_600_000;

const record = v.object({
  step: v.picklist(calibrationOrder),
  view: v.picklist(['side', 'front', 'back', 'headEnd', 'footEnd', 'oblique', 'unknown']),
  near: v.optional(v.picklist(['left', 'right'])),
  yawDeg: v.optional(v.pipe(v.number(), v.finite())),
  torsoPx: v.pipe(v.number(), v.finite(), v.minValue(0)),
  values: v.record(v.string(), v.pipe(v.number(), v.finite())),
});

const schema = v.object({
  version: v.literal(1),
  /** When it was taken, milliseconds since 1970. */
  takenMs: v.pipe(v.number(), v.finite()),
  records: v.array(record),
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

/** What a set is run with, of the calibration that is kept. */
export function toOwnReferences(
  stored: StoredCalibration | undefined,
  nowMs: number,
): Pick<OwnReferences, 'standing' | 'standingFrom'> {
  const standing = stored && readStanding(stored.records, (nowMs - stored.takenMs) / msPerHour);
  if (stored === undefined || standing === undefined) return {};
  return { standing, standingFrom: readPlaces(stored.records) };
}
