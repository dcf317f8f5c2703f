import { catalogue } from '../exercises/catalogue';
import type { ExerciseId } from '../exercises/exercise';
import type { LimitOverride } from '../form/strictness';

/**
 * Limits as a prescription that the athlete's side reads (`hipline.prescription`, version 1): the
 * exercise at its own dose, and the ladder goes on beside it.
 * @param signedOn day of signing, ISO 8601
 */
export function toLimitPrescription(
  exercise: ExerciseId,
  limits: readonly LimitOverride[],
  signedBy: string,
  signedOn: string,
) {
  const { phases, doseReps } = catalogue[exercise];
  const holdSec = phases.kind === 'hold' ? { holdSec: phases.targetSec } : {};
  return {
    format: 'hipline.prescription',
    version: 1,
    signedBy,
    signedOn,
    items: [{ exercise, dose: { sets: 1, reps: doseReps, ...holdSec, loadKg: 0 } }],
    only: false,
    limits,
  } as const;
}
