import type { Exercise } from '../core/exercises/exercise';
import { exerciseText } from './exercises';

/** The dose of an exercise: "10 × 10 s" or "10 reps". */
export function describeDose({ id, phases, doseReps }: Exercise): string {
  if (phases.kind === 'hold') return `${String(doseReps)} × ${String(phases.targetSec)} s`;
  return `${String(doseReps)} ${exerciseText[id].counted[1]}`;
}
