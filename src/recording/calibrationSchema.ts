import * as v from 'valibot';
import { calibrationOrder } from '../core/coach/calibration';

/** Parts of schemas that a set and the calibration on the device have in common. */
export const finite = v.pipe(v.number(), v.finite());
export const side = v.picklist(['left', 'right']);
export const view = v.picklist([
  ...(['side', 'front', 'back'] as const),
  ...(['headEnd', 'footEnd', 'oblique', 'unknown'] as const),
]);

/** Medians by signal; keys that are no signal are left out when they are read. */
export const baseline = v.record(v.pipe(v.string(), v.maxLength(64)), finite);

export const lumbarRange = v.object({ standingDeg: finite, flexedDeg: finite });

/** What was read in one position of the calibration. */
export const calibrationRecord = v.object({
  step: v.picklist(calibrationOrder),
  view,
  near: v.optional(side),
  yawDeg: v.optional(finite),
  torsoPx: v.pipe(finite, v.minValue(0)),
  values: baseline,
  range: v.exactOptional(lumbarRange),
});
