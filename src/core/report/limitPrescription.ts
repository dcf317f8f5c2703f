import type { LimitOverride } from '../form/strictness';
import type { Prescription } from '../programme/prescription';

/**
 * Limits as a prescription that the athlete's side accepts: no exercise is prescribed, so that doses
 * and exercises stay as they are.
 * @param signedOn day of signing, ISO 8601
 */
export const toLimitPrescription = (
  limits: readonly LimitOverride[],
  signedBy: string,
  signedOn: string,
): Prescription => ({
  format: 'hipline.prescription',
  version: 1,
  signedBy,
  signedOn,
  items: [],
  only: false,
  limits: [...limits],
});
