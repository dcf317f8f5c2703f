import type { ExerciseId } from '../exercises/exercise';
import { setLimit } from '../form/limits';
import type { LimitOverride } from '../form/strictness';
import type { Dose } from './history';
import type { Prescription } from './prescription';
import type { Plan } from './programme';
import type { ResetCardId } from './resetCards';

/** One thing that a prescription changes; `undefined` on a side: was not there, or is no more. */
export type PlanChange =
  | {
      readonly id: 'dose';
      readonly exercise: ExerciseId;
      readonly from: Dose | undefined;
      readonly to: Dose;
    }
  | { readonly id: 'added' | 'leftOut' | 'back'; readonly exercise: ExerciseId }
  | { readonly id: 'between'; readonly exercise: ExerciseId; readonly to: ResetCardId }
  | { readonly id: 'stage'; readonly exercise: ExerciseId; readonly to: string }
  | { readonly id: 'note'; readonly exercise?: ExerciseId; readonly text: string }
  | { readonly id: 'only' | 'ladderToo' }
  | { readonly id: 'weekdays'; readonly to: readonly number[] | undefined }
  | { readonly id: 'deload'; readonly to: number }
  | { readonly id: 'strictness'; readonly to: string }
  | { readonly id: 'limits'; readonly count: number }
  | { readonly id: 'off'; readonly count: number };

const isSameDose = (a: Dose | undefined, b: Dose): boolean =>
  a?.sets === b.sets &&
  a.reps === b.reps &&
  a.holdSec === b.holdSec &&
  a.loadKg === b.loadKg &&
  (a.reach ?? false) === (b.reach ?? false);

/**
 * What accepting a prescription would change, for the athlete to see before they do.
 * @param doses what is done now, by exercise
 * @param open exercises that are open now
 */
export function listPlanChanges(
  plan: Plan,
  next: Prescription,
  doses: Readonly<Partial<Record<ExerciseId, Dose>>>,
  open: readonly ExerciseId[],
): readonly PlanChange[] {
  const changes: PlanChange[] = [];
  for (const { exercise: id, dose, stage, between, notes } of next.items) {
    if (!open.includes(id)) changes.push({ id: 'added', exercise: id });
    if (!isSameDose(doses[id], dose)) {
      changes.push({ id: 'dose', exercise: id, from: doses[id], to: dose });
    }
    if (stage !== undefined) changes.push({ id: 'stage', exercise: id, to: stage });
    if (between !== undefined) changes.push({ id: 'between', exercise: id, to: between });
    if (notes !== undefined) changes.push({ id: 'note', exercise: id, text: notes });
  }
  const before = plan.without ?? [];
  const without = next.without ?? [];
  const items = next.items.map((item) => item.exercise);
  const dropped = next.only ? open.filter((id) => !items.includes(id)) : [];
  for (const id of new Set([...without, ...dropped])) {
    if (!before.includes(id)) changes.push({ id: 'leftOut', exercise: id });
  }
  for (const id of before) {
    if (!without.includes(id)) changes.push({ id: 'back', exercise: id });
  }
  if (next.only) changes.push({ id: 'only' });
  else if (plan.prescribed?.only === true) changes.push({ id: 'ladderToo' });
  if (next.weekdays !== undefined) changes.push({ id: 'weekdays', to: next.weekdays });
  if (next.deloadEveryWeeks !== undefined) {
    changes.push({ id: 'deload', to: next.deloadEveryWeeks });
  }
  if (next.strictness !== undefined) changes.push({ id: 'strictness', to: next.strictness });
  if ((next.limits ?? []).length > 0) {
    changes.push({ id: 'limits', count: next.limits?.length ?? 0 });
  }
  if ((next.off ?? []).length > 0) changes.push({ id: 'off', count: next.off?.length ?? 0 });
  if (next.notes !== undefined) changes.push({ id: 'note', text: next.notes });
  return changes;
}

/**
 * A prescription after another. One of limits only leaves what was prescribed before in place, and
 * each of its limits takes the place of the former one.
 */
export function joinPrescription(
  before: Prescription | undefined,
  next: Prescription,
): Prescription {
  if (before === undefined || next.items.length > 0) return next;
  const limits = (next.limits ?? []).reduce<readonly LimitOverride[]>(
    setLimit,
    before.limits ?? [],
  );
  return { ...before, ...next, items: before.items, only: before.only, limits: [...limits] };
}

/** The plan with what is prescribed in place of the athlete's own choices. */
export function applyPrescription(plan: Plan): Plan {
  const { prescribed } = plan;
  if (prescribed === undefined) return plan;
  const { items, without, deloadEveryWeeks, weekdays } = prescribed;
  return {
    ...plan,
    doses: { ...plan.doses, ...Object.fromEntries(items.map((one) => [one.exercise, one.dose])) },
    ...(without === undefined ? {} : { without }),
    ...(deloadEveryWeeks === undefined ? {} : { deloadEveryWeeks }),
    ...(weekdays === undefined ? {} : { weekdays }),
  };
}
