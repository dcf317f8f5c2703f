/** Fixed ids of the exercises (trace format). */
export type ExerciseId = 'gluteBridge' | 'squat';
