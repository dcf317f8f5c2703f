import * as v from 'valibot';
import { isExerciseId } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';
import type { EaseId } from '../core/programme/ease';
import type { Plan } from '../core/programme/programme';
import { doseSchema, prescriptionSchema } from '../core/programme/prescription';

/** What is stored, checked whenever it is read: a database can be older than the app, or damaged. */

const day = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
const level = v.pipe(v.number(), v.minValue(0), v.maxValue(10));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const kilograms = v.pipe(v.number(), v.minValue(0), v.maxValue(500));
const finite = v.pipe(v.number(), v.finite());
/** Milliseconds since 1970, of which a date can be made: up to the year 2286. */
const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(1e13));
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
  measure: v.exactOptional(finite),
  atMs: v.exactOptional(moment),
  longestHoldSec: v.exactOptional(v.pipe(finite, v.minValue(0))),
  felt: v.exactOptional(finite),
  biasDeg: v.exactOptional(finite),
  easier: v.exactOptional(v.custom<EaseId>((id) => typeof id === 'string' && id.length <= 64)),
  cutShort: v.exactOptional(v.literal(true)),
  recording: v.exactOptional(text(128)),
});

const words = v.pipe(v.array(text(64)), v.maxLength(40));

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
  v.object({
    kind: v.literal('review'),
    day,
    exercise,
    ofDay: day,
    passed: v.boolean(),
    by: v.exactOptional(v.picklist(['athlete', 'clinician'])),
  }),
  v.object({
    kind: v.literal('test'),
    day,
    test: v.picklist([
      'hipFlexor',
      'standingBow',
      'bridge',
      'singleLegBridge',
      'squat',
      'stepDown',
      'hingeHold',
      'deadlift',
    ]),
    side,
    value: v.exactOptional(finite),
    of: v.exactOptional(count),
    kneeDeg: v.exactOptional(finite),
    needsEye: v.boolean(),
  }),
  v.object({
    kind: v.literal('questions'),
    day,
    overload: v.pipe(v.array(v.boolean()), v.maxLength(8)),
    painNow: level,
    painWorst: level,
    symptoms: words,
    goals: words,
    runs: v.boolean(),
    odi: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    rmdq: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(24))),
  }),
  v.object({ kind: v.literal('reset'), day, cards: words }),
  v.object({ kind: v.literal('transfer'), day, task: text(64), pain: level }),
  v.object({
    kind: v.literal('day'),
    day,
    to: v.picklist(['train', 'rest']),
    over: text(64),
    why: text(2000),
  }),
  v.object({
    kind: v.literal('plan'),
    day,
    by: text(80),
    signedOn: text(32),
    what: v.picklist(['prescribed', 'default']),
  }),
]);

export const planSchema = v.object({
  person: v.object({
    bodyMassKg: v.pipe(kilograms, v.minValue(20)),
    assumed: v.exactOptional(v.literal(true)),
    bellsKg: v.pipe(v.array(kilograms), v.maxLength(60)),
  }),
  runs: v.boolean(),
  deloadEveryWeeks: v.exactOptional(v.picklist([4, 5, 6])),
  without: v.exactOptional(v.array(exercise)),
  doses: v.exactOptional(v.record(exercise, doseSchema)),
  weekdays: v.exactOptional(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)))),
  prescribed: v.exactOptional(prescriptionSchema),
});

const person = {
  id: text(64),
  name: text(80),
  createdAtMs: moment,
};

/** One of the people who train on this device. */
export const profileSchema = v.object({ ...person, plan: planSchema });

/** Something that only the PIN opens: AES-GCM, base64. */
export const sealedSchema = v.object({ iv: text(64), data: v.string() });

/** How the key is made from the PIN; the sealed word tells a right one from a wrong one. */
export const lockSchema = v.object({
  salt: text(64),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(100_000), v.maxValue(10_000_000)),
  check: sealedSchema,
});

/** A person whose plan and history are behind a PIN; the name is not. */
export const lockedProfileSchema = v.object({ ...person, lock: lockSchema, sealed: sealedSchema });

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly plan: Plan;
}
export type LockedProfile = v.InferOutput<typeof lockedProfileSchema>;
export type Sealed = v.InferOutput<typeof sealedSchema>;
export type Lock = v.InferOutput<typeof lockSchema>;
