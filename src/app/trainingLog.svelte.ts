import * as v from 'valibot';
import {
  firstStage,
  stageOrder,
  type StageRecord,
  stepStage,
  type Stage,
} from '../core/coach/feedback';
import { computeFeltBias, type FeltSample } from '../core/coach/felt';
import type { ExerciseId } from '../core/exercises/exercise';

const storageKey = 'hipline.training';
/** Sets that are kept; older ones go first. */
const keptSets = 500;

const finite = v.pipe(v.number(), v.finite());
const answer = v.union([v.string(), finite, v.array(v.union([v.string(), finite]))]);

const setSchema = v.object({
  /** When the set ended, milliseconds since 1970. */
  endedAtMs: v.pipe(finite, v.minValue(0), v.maxValue(1e13)),
  exercise: v.string(),
  loadKg: finite,
  stage: v.picklist(stageOrder),
  /** Share of quality holds or reps, 0..1. */
  quality: finite,
  reps: finite,
  /** Felt against measured, 0..100. */
  felt: v.exactOptional(finite),
  /** Angle off the own good position over the last hold, degrees. */
  measuredDeg: v.exactOptional(finite),
  /** Holds that were told of right after them: how they felt, and what was measured, degrees. */
  holds: v.exactOptional(v.array(v.object({ felt: v.string(), measuredDeg: finite }))),
  /** How often the athlete asked to see in the dark. */
  asked: finite,
  painBefore: v.exactOptional(finite),
  answers: v.record(v.string(), answer),
});

const schema = v.object({
  version: v.literal(1),
  // One that is damaged does not take the others with it.
  sets: v.pipe(
    v.array(v.unknown()),
    v.transform((sets) =>
      sets.flatMap((set) => {
        const parsed = v.safeParse(setSchema, set);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  ),
  stages: v.record(v.string(), v.object({ stage: v.picklist(stageOrder), passed: finite })),
});

/** A set as it is kept. */
export type LoggedSet = v.InferOutput<typeof setSchema>;
export type TrainingData = v.InferOutput<typeof schema>;

const empty: TrainingData = { version: 1, sets: [], stages: {} };

/** What was kept, out of stored text; nothing where it cannot be read. */
export function parseTraining(text: string | null): TrainingData {
  try {
    return readTraining(JSON.parse(text ?? 'null'));
  } catch {
    // Not JSON: written by nobody we know.
    return empty;
  }
}

/** What was kept, as data; nothing where it is something else. */
export function readTraining(data: unknown): TrainingData {
  const parsed = v.safeParse(schema, data);
  return parsed.success ? parsed.output : empty;
}

/** Feedback is faded for each exercise and load by itself. */
const keyOf = (exercise: ExerciseId, loadKg: number): string => `${exercise}@${String(loadKg)}`;

/** What was trained, and the stage of each exercise and load; kept on this device. */
export class TrainingLog {
  #data = $state.raw<TrainingData>(parseTraining(readStored()));

  /** Pain now, 0..10, as it was told on this page; undefined where it was not. */
  painNow = $state<number | undefined>();

  /** Keeps the log with the person whose it is; undefined: in the browser's simple storage. */
  #keepWith: ((data: TrainingData) => void) | undefined;

  get data(): TrainingData {
    return this.#data;
  }

  /** From now on the log is this person's. */
  bind(data: TrainingData, keep: (data: TrainingData) => void): void {
    this.#data = data;
    this.#keepWith = keep;
    this.painNow = undefined;
  }

  stageOf(exercise: ExerciseId, loadKg: number): Stage {
    return this.#record(exercise, loadKg).stage;
  }

  /** The athlete chooses a stage. */
  setStage(exercise: ExerciseId, loadKg: number, stage: Stage): void {
    this.#keep(exercise, loadKg, { stage, passed: 0 });
  }

  add(set: LoggedSet): void {
    this.#store({ ...this.#data, sets: [...this.#data.sets, set].slice(-keptSets) });
  }

  /**
   * A session is over: the stage follows it.
   * @returns the stage before and after
   */
  endSession(
    exercise: ExerciseId,
    loadKg: number,
    session: { readonly quality: number; readonly felt: number | undefined },
  ): { readonly from: Stage; readonly to: Stage } {
    const before = this.#record(exercise, loadKg);
    const after = stepStage(before, session.quality, session.felt);
    this.#keep(exercise, loadKg, after);
    return { from: before.stage, to: after.stage };
  }

  /** Degrees that one is off when one feels in line; undefined before it is known. */
  biasOf(exercise: ExerciseId): number | undefined {
    const own = this.#data.sets.filter((set) => set.exercise === exercise);
    return computeFeltBias(own.flatMap(listInLine));
  }

  /**
   * The same set by set, oldest first: the mean of what was measured when it felt in line, degrees.
   * @param most only so many of the last ones
   */
  biasHistory(exercise: ExerciseId, most: number): readonly number[] {
    return this.#data.sets
      .filter((set) => set.exercise === exercise)
      .map((set) => listInLine(set).map(({ measuredDeg }) => measuredDeg))
      .filter((values) => values.length > 0)
      .map((values) => values.reduce((sum, value) => sum + value, 0) / values.length)
      .slice(-most);
  }

  reset(): void {
    this.#store(empty);
  }

  #record(exercise: ExerciseId, loadKg: number): StageRecord {
    return this.#data.stages[keyOf(exercise, loadKg)] ?? firstStage;
  }

  #keep(exercise: ExerciseId, loadKg: number, record: StageRecord): void {
    const stages = { ...this.#data.stages, [keyOf(exercise, loadKg)]: { ...record } };
    this.#store({ ...this.#data, stages });
  }

  #store(data: TrainingData): void {
    this.#data = data;
    if (this.#keepWith !== undefined) {
      this.#keepWith(data);
      return;
    }
    try {
      localStorage.setItem(storageKey, JSON.stringify(data));
    } catch {
      // Storage is full or forbidden: it is kept until the page closes.
    }
  }
}

/** What the browser's simple storage still holds, from before people had a database. */
export const readOldTraining = (): TrainingData => parseTraining(readStored());

/** It has been taken over: nothing of it is needed any more. */
export function forgetOldTraining(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Forbidden: there was nothing to take over either.
  }
}

/** What was measured of the holds of a set that felt in line. */
function listInLine({ answers, measuredDeg, holds }: LoggedSet): FeltSample[] {
  if (holds !== undefined) {
    return holds.flatMap((hold) =>
      hold.felt === 'inLine' ? [{ felt: 'inLine' as const, measuredDeg: hold.measuredDeg }] : [],
    );
  }
  return answers.height === 'inLine' && measuredDeg !== undefined
    ? [{ felt: 'inLine', measuredDeg }]
    : [];
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Forbidden by the browser's privacy settings.
    return null;
  }
}
