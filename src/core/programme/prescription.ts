import * as v from 'valibot';
import { isExerciseId } from '../exercises/catalogue';
import type { ExerciseId } from '../exercises/exercise';
import type { LimitOverride } from '../form/strictness';
import { fail, type Result, succeed } from '../result';
import type { Dose } from './history';
import type { Plan } from './programme';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const exercise = v.custom<ExerciseId>((id) => typeof id === 'string' && isExerciseId(id));

/** A dose as it is stored and sent: at least one set of one rep. */
export const doseSchema = v.object({
  sets: v.pipe(count, v.minValue(1)),
  reps: v.pipe(count, v.minValue(1)),
  holdSec: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(600))),
  loadKg: v.pipe(v.number(), v.minValue(0), v.maxValue(500)),
  reach: v.exactOptional(v.literal(true)),
});

const limitSchema = v.object({
  specRow: text(16),
  faultId: v.custom<LimitOverride['faultId']>((id) => typeof id === 'string' && id.length <= 64),
  signal: v.custom<LimitOverride['signal']>((id) => typeof id === 'string' && id.length <= 64),
  sense: v.picklist(['above', 'below', 'beyond']),
  warn: v.pipe(v.number(), v.finite()),
  fail: v.exactOptional(v.pipe(v.number(), v.finite())),
});

/** One prescribed exercise. */
const itemSchema = v.object({
  exercise,
  dose: doseSchema,
  /** How much mirror to train it with; what the athlete has come to where absent. */
  stage: v.exactOptional(v.picklist(['A', 'B', 'C', 'D', 'E'])),
  notes: v.exactOptional(text(2000)),
});

/**
 * What a physio prescribes: a file of its own (`.hipline-plan.json`), or `prescription.json` in a
 * bundle. Signed off by name and date.
 */
export const prescriptionSchema = v.object({
  format: v.literal('hipline.prescription'),
  version: v.literal(1),
  /** Who it is for, as the athlete calls themselves; shown, never matched. */
  for: v.exactOptional(text(80)),
  signedBy: v.pipe(text(80), v.trim(), v.minLength(1)),
  /** Day of signing, ISO 8601. */
  signedOn: v.pipe(v.string(), v.isoDate()),
  items: v.pipe(v.array(itemSchema), v.minLength(1), v.maxLength(16)),
  /** Nothing but these exercises; else the ladder goes on beside them. */
  only: v.boolean(),
  /** Exercises to leave out. */
  without: v.exactOptional(v.pipe(v.array(exercise), v.maxLength(16))),
  deloadEveryWeeks: v.exactOptional(v.picklist([4, 5, 6])),
  /** Days of the week, 0 Monday to 6 Sunday. */
  weekdays: v.exactOptional(
    v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.maxLength(7)),
  ),
  strictness: v.exactOptional(v.picklist(['learn', 'standard'])),
  /** Faults that are not judged. */
  off: v.exactOptional(v.pipe(v.array(limitSchema.entries.faultId), v.maxLength(60))),
  limits: v.exactOptional(v.pipe(v.array(limitSchema), v.maxLength(200))),
  notes: v.exactOptional(text(4000)),
});

export type Prescription = v.InferOutput<typeof prescriptionSchema>;
export type PrescribedItem = Prescription['items'][number];

/** Largest file that is read, characters. */
const lengthMost = 200_000;

/**
 * Reads a prescription out of a file's text. The reason of a refusal names the first wrong field;
 * nothing of a refused one is taken.
 */
export function parsePrescription(json: string): Result<Prescription, string> {
  if (json.length > lengthMost) return fail('too long');
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return fail('not JSON');
  }
  const parsed = v.safeParse(prescriptionSchema, data);
  if (parsed.success) {
    const ids = parsed.output.items.map((item) => item.exercise);
    const twice = ids.find((id, i) => ids.indexOf(id) !== i);
    return twice === undefined ? succeed(parsed.output) : fail(`items: ${twice} twice`);
  }
  const [issue] = parsed.issues;
  return fail(`${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
}

/** One thing that a prescription changes; `undefined` on a side: was not there, or is no more. */
export type PlanChange =
  | {
      readonly id: 'dose';
      readonly exercise: ExerciseId;
      readonly from: Dose | undefined;
      readonly to: Dose;
    }
  | { readonly id: 'added' | 'leftOut' | 'back'; readonly exercise: ExerciseId }
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
  for (const { exercise: id, dose, stage, notes } of next.items) {
    if (!open.includes(id)) changes.push({ id: 'added', exercise: id });
    if (!isSameDose(doses[id], dose)) {
      changes.push({ id: 'dose', exercise: id, from: doses[id], to: dose });
    }
    if (stage !== undefined) changes.push({ id: 'stage', exercise: id, to: stage });
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
