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
