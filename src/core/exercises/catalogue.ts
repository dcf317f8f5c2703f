import type { Exercise, ExerciseId } from './exercise';
import { gluteBridge } from './gluteBridge';
import { squat } from './squat';

/** All exercises by id, in the order in which the programme meets them. */
export const catalogue: Readonly<Record<ExerciseId, Exercise>> = { gluteBridge, squat };

/** True for the id of an exercise that exists. */
export const isExerciseId = (id: string): id is ExerciseId => Object.hasOwn(catalogue, id);
