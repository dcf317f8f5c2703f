import { crawl } from './crawl';
import { abRollout } from './abRollout';
import { bandedHipFlexion } from './bandedHipFlexion';
import type { Exercise, ExerciseId } from './exercise';
import { gluteBridge } from './gluteBridge';
import { hingeHold } from './hingeHold';
import { hipFlexorTest } from './hipFlexorTest';
import { hipThrust } from './hipThrust';
import { kettlebellDeadlift } from './kettlebellDeadlift';
import { kettlebellSwing } from './kettlebellSwing';
import { plank } from './plank';
import { romanianDeadlift } from './romanianDeadlift';
import { runCheck } from './runCheck';
import { singleLegBridge } from './singleLegBridge';
import { squat } from './squat';
import { suitcaseCarry } from './suitcaseCarry';
import { stepDown } from './stepDown';

/** All exercises by id, in the order in which the programme meets them. */
export const catalogue = {
  gluteBridge,
  singleLegBridge,
  plank,
  kettlebellDeadlift,
  kettlebellSwing,
  squat,
  hingeHold,
  romanianDeadlift,
  suitcaseCarry,
  crawl,
  runCheck,
  hipFlexorTest,
  hipThrust,
  stepDown,
  bandedHipFlexion,
  abRollout,
} as const satisfies Readonly<Partial<Record<ExerciseId, Exercise>>>;

/** True for the id of an exercise that exists. */
export const isExerciseId = (id: string): id is ExerciseId => Object.hasOwn(catalogue, id);
