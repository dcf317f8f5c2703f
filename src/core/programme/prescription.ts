import * as v from 'valibot';
import { isExerciseId } from '../exercises/catalogue';
import type { ExerciseId } from '../exercises/exercise';
import type { LimitOverride, RuleSwitch } from '../form/strictness';
import { fail, type Result, succeed } from '../result';
import { resetCardIds } from './resetCards';

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

const ruleSwitch = v.custom<RuleSwitch>((id) => typeof id === 'string' && id.length <= 64);

const limitSchema = v.object({
  specRow: text(16),
  faultId: v.custom<LimitOverride['faultId']>((id) => typeof id === 'string' && id.length <= 64),
  signal: v.custom<LimitOverride['signal']>((id) => typeof id === 'string' && id.length <= 64),
  sense: v.picklist(['above', 'below', 'beyond']),
  nth: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  warn: v.pipe(v.number(), v.finite()),
  fail: v.exactOptional(v.pipe(v.number(), v.finite())),
});

/** One prescribed exercise. */
const itemSchema = v.object({
  exercise,
  dose: doseSchema,
  /** How much mirror to train it with; what the athlete has come to where absent. */
  stage: v.exactOptional(v.picklist(['A', 'B', 'C', 'D', 'E'])),
  /** The card of guided mobility in the rest between its sets. */
  between: v.exactOptional(v.picklist(resetCardIds)),
  notes: v.exactOptional(text(2000)),
});

const fields = v.object({
  format: v.literal('hipline.prescription'),
  version: v.literal(1),
  /** Who it is for, as the athlete calls themselves; shown, never matched. */
  for: v.exactOptional(text(80)),
  signedBy: v.pipe(text(80), v.trim(), v.minLength(1)),
  /** Day of signing, ISO 8601. */
  signedOn: v.pipe(v.string(), v.isoDate()),
  items: v.pipe(v.array(itemSchema), v.maxLength(16)),
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
  /** Rules that are not judged, or faults wherever they are. */
  off: v.exactOptional(v.pipe(v.array(ruleSwitch), v.maxLength(200))),
  limits: v.exactOptional(v.pipe(v.array(limitSchema), v.maxLength(200))),
  notes: v.exactOptional(text(4000)),
});

/**
 * What a physio prescribes: a file of its own (`.hipline-plan.json`), or `prescription.json` in a
 * bundle. Signed off by name and date. One without an exercise changes limits only.
 */
export const prescriptionSchema = v.pipe(
  fields,
  v.check(
    ({ items, limits }) => items.length > 0 || (limits ?? []).length > 0,
    'neither an exercise nor a limit',
  ),
);

export type Prescription = v.InferOutput<typeof prescriptionSchema>;
export type PrescribedItem = Prescription['items'][number];

/** A reason is one line; what stood in the file may be long, or of many. */
const reasonMost = 160;

const shorten = (reason: string): string => {
  const line = reason.replace(/\s+/g, ' ');
  return line.length > reasonMost ? `${line.slice(0, reasonMost)}…` : line;
};

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
  return fail(shorten(`${v.getDotPath(issue) ?? 'file'}: ${issue.message}`));
}
