import * as v from 'valibot';
import { isExerciseId } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';

/** What is stored, checked whenever it is read: a database can be older than the app, or damaged. */

const day = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const level = v.pipe(v.number(), v.minValue(0), v.maxValue(10));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const kilograms = v.pipe(v.number(), v.minValue(0), v.maxValue(500));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const exercise = v.custom<ExerciseId>((id) => typeof id === 'string' && isExerciseId(id));
const side = v.nullable(v.picklist(['left', 'right']));
const stage = v.picklist(['A', 'B', 'C', 'D', 'E']);

const felt = v.picklist([
  'glutesLeft',
  'glutesRight',
  'hamstrings',
  'lowBack',
  'abs',
  'thighs',
  'other',
]);

export const doseSchema = v.object({
  sets: v.pipe(count, v.minValue(1)),
  reps: v.pipe(count, v.minValue(1)),
  holdSec: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(600))),
  loadKg: kilograms,
});

const setEntry = v.object({
  kind: v.literal('set'),
  day,
  exercise,
  side,
  dose: doseSchema,
  reps: v.object({ done: count, quality: count, failed: count, warned: count, dark: count }),
  stage,
  triggerShare: share,
  needsEye: v.boolean(),
  pain: v.exactOptional(
    v.object({
      before: level,
      during: level,
      after: level,
      sharp: v.exactOptional(v.boolean()),
    }),
  ),
  effort: v.exactOptional(level),
  feltIn: v.exactOptional(v.array(felt)),
  strongest: v.exactOptional(felt),
  cramp: v.exactOptional(v.picklist(['none', 'hamstring', 'lowBack', 'calf'])),
  breath: v.exactOptional(v.picklist(['easy', 'hard', 'held'])),
  measure: v.exactOptional(v.number()),
});

/** An entry of the history, as `core/programme` reads it. */
export const entrySchema = v.variant('kind', [
  setEntry,
  v.object({ kind: v.literal('morning'), day, pain: level, stiffness: level, pump: level }),
  v.object({
    kind: v.literal('overrule'),
    day,
    exercise,
    dose: doseSchema,
    by: v.picklist(['athlete', 'clinician']),
    why: text(2000),
  }),
  v.object({ kind: v.literal('review'), day, exercise, ofDay: day, passed: v.boolean() }),
]);

export const planSchema = v.object({
  person: v.object({
    bodyMassKg: v.pipe(kilograms, v.minValue(20)),
    bellsKg: v.pipe(v.array(kilograms), v.maxLength(60)),
  }),
  runs: v.boolean(),
  deloadEveryWeeks: v.exactOptional(v.picklist([4, 5, 6])),
  without: v.exactOptional(v.array(exercise)),
  doses: v.exactOptional(v.record(exercise, doseSchema)),
  weekdays: v.exactOptional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)))),
});

/** One of the people who train on this device. */
export const profileSchema = v.object({
  id: text(64),
  name: text(80),
  createdAtMs: v.pipe(v.number(), v.minValue(0)),
  plan: planSchema,
});

export type Profile = v.InferOutput<typeof profileSchema>;
