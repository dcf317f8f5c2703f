import type { ExerciseId } from '../core/exercises/exercise';
import type { ExerciseText } from './exerciseText';
import { floorText } from './floorExercises';
import { gaitText } from './gaitExercises';
import { joinTables, localize } from './language';
import { liftText } from './liftExercises';

/** Exercises that the programme names together. */
export interface ExerciseGroup {
  readonly id: keyof typeof groupText;
  readonly ids: readonly ExerciseId[];
}

/** The programme's groups in its order; each exercise is in one of them. */
export const exerciseGroups: readonly ExerciseGroup[] = [
  { id: 'reset', ids: ['hipFlexorTest'] },
  { id: 'reinforce', ids: ['gluteBridge', 'singleLegBridge', 'plank', 'abRollout'] },
  {
    id: 'reload',
    ids: ['kettlebellDeadlift', 'kettlebellSwing', 'romanianDeadlift', 'hipThrust'],
  },
  { id: 'transfer', ids: ['squat', 'stepDown'] },
  { id: 'hold', ids: ['hingeHold'] },
  { id: 'runner', ids: ['suitcaseCarry', 'crawl', 'runCheck', 'bandedHipFlexion'] },
];

/** What the groups are called. */
export const groupText = localize({
  en: {
    reset: 'Reset',
    reinforce: 'Reinforce',
    reload: 'Reload',
    transfer: 'Transfer',
    hold: 'Hold',
    runner: 'Runner',
  },
  de: {
    reset: 'Lösen',
    reinforce: 'Festigen',
    reload: 'Belasten',
    transfer: 'Übertragen',
    hold: 'Halten',
    runner: 'Laufen',
  },
});

/** The words of every exercise in the catalogue. */
export const exerciseText: Readonly<Record<ExerciseId, ExerciseText>> = joinTables(
  joinTables(floorText, liftText),
  gaitText,
);
