import { defineExercise } from './exercise';

/** Strides that a mean is taken over (spec 5.15). */
const stridesMin = 20;

/**
 * Run check on a treadmill, spec 5.15 (E15): screening. It reports what it measures, judges nothing
 * and says nothing while one runs.
 */
export const runCheck = defineExercise({
  id: 'runCheck',
  spec: 'E15',
  posture: 'standing',
  views: ['side', 'back'],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 10,
  decisionSec: 1,
  scoredFromFps: 50,
  phases: {
    kind: 'stride',
    cycle: [
      { views: ['side'], signal: 'ankleGapRatio', swing: 0.6, extreme: 'change' },
      {
        views: ['back', 'front', 'oblique'],
        signal: 'ankleLiftRatio',
        swing: 0.25,
        extreme: 'midStance',
      },
    ],
    stepMaxSec: 1,
    stepsMin: 8,
    targetSteps: 2 * stridesMin,
  },
  // One from the side, one from behind.
  doseReps: 2,
  archAlert: false,
  gauge: undefined,
  angle: undefined,
  rules: [],
  measures: [
    { measure: 'trunkInclineDeg', sides: 'one', views: ['side'], least: stridesMin },
    { measure: 'toeOffExtensionDeg', sides: 'near', views: ['side'], least: stridesMin },
    { measure: 'stanceKneeFlexionDeg', sides: 'near', views: ['side'], least: stridesMin },
    { measure: 'swingKneeFlexionDeg', sides: 'near', views: ['side'], least: stridesMin },
    { measure: 'pelvicDropDeg', sides: 'each', views: ['back'], least: stridesMin },
    {
      measure: 'stepRatePerMin',
      sides: 'one',
      views: ['side', 'back'],
      least: stridesMin,
      atAnyRate: true,
    },
  ],
});
