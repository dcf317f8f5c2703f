import type { ExerciseId } from '../exercises/exercise';
import type { GateState } from './gate';

/** A short task of daily life (DOC1: the point of it all); words by id in the text room. */
export interface TransferTask {
  readonly id: 'stairs' | 'liftFromFloor' | 'bagOnShelf' | 'walk' | 'runCheck';
  /** It opens with this gate. */
  readonly after: ExerciseId;
  readonly runners?: true;
  /** The exercise that looks at it before the camera, where there is one. */
  readonly exercise?: ExerciseId;
}

/** The tasks at their rungs: stairs after the roll-out, lifting after the deadlift, and so on. */
export const transferTasks: readonly TransferTask[] = [
  { id: 'walk', after: 'gluteBridge' },
  { id: 'stairs', after: 'singleLegBridge', exercise: 'stepDown' },
  { id: 'runCheck', after: 'singleLegBridge', runners: true, exercise: 'runCheck' },
  { id: 'liftFromFloor', after: 'abRollout', exercise: 'kettlebellDeadlift' },
  { id: 'bagOnShelf', after: 'kettlebellDeadlift', exercise: 'kettlebellSwing' },
];

/** Whether a task is at hand. */
export const isTaskOpen = (
  { after, runners }: TransferTask,
  gates: Readonly<Partial<Record<ExerciseId, GateState>>>,
  runs: boolean,
): boolean => gates[after]?.passed === true && (runners !== true || runs);
