import type { RepSummary } from '../coach/snapshot';
import type { ExerciseId } from '../exercises/exercise';
import type { EaseId } from './ease';
import type { Dose } from './history';
import { findRung } from './ladder';
import type { Person } from './person';
import { stepBack } from './progression';

/** So many in a row that are not good: a rest and an easier version are offered (spec 6.4). */
const poorInARow = 3;
/** The rest before the easier version, seconds. */
export const easeRestSec = 60;

/** Whether the last holds or reps were none of quality, three in a row. */
export function isStruggling(reps: readonly Pick<RepSummary, 'kind' | 'quality'>[]): boolean {
  const last = reps.filter(({ kind }) => kind !== 'attempt').slice(-poorInARow);
  return last.length === poorInARow && last.every(({ quality }) => !quality);
}

/** An easier version of a set: another form, or a smaller dose. */
export interface Easier {
  readonly dose: Dose;
  readonly form: EaseId | undefined;
}

/** The next easier version in the specification's order; undefined where there is none. */
export function findEasier(
  exercise: ExerciseId,
  dose: Dose,
  form: EaseId | undefined,
  person: Person,
): Easier | undefined {
  const rung = findRung(exercise);
  if (rung === undefined) return undefined;
  const eased = form === undefined ? 0 : rung.easier.indexOf(form) + 1;
  const back = stepBack(dose, rung, eased, person);
  if (back.variable === undefined && back.eased === eased) return undefined;
  return { dose: back.dose, form: back.eased > 0 ? rung.easier[back.eased - 1] : undefined };
}
