import * as v from 'valibot';
import type { HistoryEntry } from '../core/programme/history';
import { readPainAnswers } from '../core/programme/setEntry';
import { isExerciseId } from '../core/exercises/catalogue';
import { toDay } from './day';
import type { LoggedSet, TrainingData } from './trainingLog.svelte';

/**
 * A set of the old log as the programme remembers it. How long its holds were meant to be was not
 * kept, so it opens no gate; it counts as trained.
 */
export function toEntries(sets: readonly LoggedSet[]): readonly HistoryEntry[] {
  return sets.flatMap((set): HistoryEntry[] => {
    if (!isExerciseId(set.exercise)) return [];
    const done = Math.max(0, Math.round(set.reps));
    const quality = Math.min(done, Math.round(set.quality * done));
    const { effort, breath, cramp } = set.answers;
    const pain = readPainAnswers(set.answers, set.painBefore);
    return [
      {
        kind: 'set',
        day: toDay(set.endedAtMs),
        atMs: set.endedAtMs,
        exercise: set.exercise,
        side: null,
        dose: { sets: 1, reps: Math.max(1, done), loadKg: set.loadKg },
        reps: { done, quality, failed: 0, warned: 0, dark: isDark(set) ? done : 0 },
        stage: set.stage,
        triggerShare: 0,
        needsEye: true,
        ...(pain === undefined ? {} : { pain }),
        ...(typeof effort === 'number' ? { effort } : {}),
        ...(breath === 'easy' || breath === 'hard' || breath === 'held' ? { breath } : {}),
        ...(cramp === 'none' || cramp === 'hamstring' || cramp === 'lowBack' || cramp === 'calf'
          ? { cramp }
          : {}),
        ...(set.felt === undefined ? {} : { felt: set.felt }),
        ...(set.measuredDeg === undefined ? {} : { biasDeg: set.measuredDeg }),
      },
    ];
  });
}

const isDark = ({ stage }: LoggedSet): boolean => stage === 'D' || stage === 'E';

/** Two logs as one: no set twice; where both know a stage, the second does. */
export function joinTraining(a: TrainingData, b: TrainingData): TrainingData {
  const known = new Set(a.sets.map(({ endedAtMs }) => endedAtMs));
  const sets = [...a.sets, ...b.sets.filter(({ endedAtMs }) => !known.has(endedAtMs))];
  return {
    version: 1,
    sets: sets.toSorted((x, y) => x.endedAtMs - y.endedAtMs),
    stages: { ...a.stages, ...b.stages },
  };
}

const trial = v.object({ takenMs: v.number(), thighAboveLevelDeg: v.number() });
const hipTestSchema = v.object({ left: v.optional(trial), right: v.optional(trial) });

/** The hip-flexor test that the browser's simple storage held, as results of a baseline's test. */
export function toHipTests(text: string | null): readonly HistoryEntry[] {
  let data: unknown;
  try {
    data = JSON.parse(text ?? 'null');
  } catch {
    // Not JSON: written by nobody we know.
    return [];
  }
  const parsed = v.safeParse(hipTestSchema, data);
  if (!parsed.success) return [];
  return (['left', 'right'] as const).flatMap((side): HistoryEntry[] => {
    const found = parsed.output[side];
    if (found === undefined) return [];
    const { takenMs, thighAboveLevelDeg: value } = found;
    const day = toDay(takenMs);
    return [{ kind: 'test', day, test: 'hipFlexor', side, value, needsEye: false }];
  });
}

/** What was kept on the device before it was kept with its person; null where there is nothing. */
export function readOld(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Forbidden by the browser's privacy settings.
    return null;
  }
}

/** It has been taken over. */
export function forgetOld(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden: there was nothing either.
  }
}
