import { defineExercise } from './exercise';

/**
 * Single-arm carry, spec 5.12 (E12): walking toward the camera and away from it, and past it for the
 * back. All measures are means over strides.
 */
export const suitcaseCarry = defineExercise({
  id: 'suitcaseCarry',
  spec: 'E12',
  posture: 'standing',
  views: ['front', 'back', 'side'],
  passes: [{ views: ['front', 'back'] }, { views: ['side'] }],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 10,
  decisionSec: 1,
  workingSide: 'given',
  phases: {
    kind: 'stride',
    cycle: [
      {
        views: ['front', 'back', 'oblique'],
        signal: 'ankleLiftRatio',
        // A foot that is lifted 4 cm, and the other after it.
        swing: 0.15,
        extreme: 'midStance',
      },
      { views: ['side'], signal: 'ankleGapRatio', swing: 0.5, extreme: 'change' },
    ],
    stepMaxSec: 1.5,
    stepsMin: 4,
  },
  // 3 x 20 m with each hand, in lengths of 5 m.
  doseReps: 12,
  archAlert: false,
  gauge: { signal: 'sideLeanDeg', reference: 'absolute' },
  angle: undefined,
  rules: [
    {
      faultId: 'sideLean',
      specRow: 'E12-F1',
      views: ['front', 'back'],
      sides: 'one',
      conditions: [
        {
          signal: 'sideLeanDeg',
          reference: 'absolute',
          sense: 'beyond',
          warn: 5,
          fail: 8,
          clearMargin: 2,
        },
      ],
      warnSec: 1.5,
      failSec: 2,
      when: 'throughout',
      cue: 'stayTall',
      priority: 1,
      grade: 'D1',
    },
    {
      // Unloaded: quiet standing before the weight is taken.
      faultId: 'shoulderHike',
      specRow: 'E12-F2',
      views: ['front', 'back'],
      sides: 'one',
      conditions: [
        {
          signal: 'shoulderLineDeg',
          reference: 'start',
          sense: 'beyond',
          warn: 5,
          fail: 8,
          clearMargin: 2,
        },
      ],
      warnSec: 1.5,
      failSec: 2,
      when: 'throughout',
      cue: 'shouldersLevel',
      priority: 3,
      grade: 'D2',
    },
    {
      faultId: 'pelvicDrop',
      specRow: 'E12-F3',
      views: ['front', 'back'],
      sides: 'each',
      conditions: [
        {
          signal: 'pelvicDropDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 5,
          fail: 8,
          clearMargin: 2,
        },
      ],
      warnSec: 2,
      failSec: 2,
      when: 'throughout',
      cue: 'hipsLevel',
      priority: 2,
      grade: 'B2',
    },
    {
      // By the trunk alone: the outline has been measured in still positions only.
      faultId: 'ribFlare',
      specRow: 'E12-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkInclineDeg',
          reference: 'absolute',
          sense: 'below',
          warn: -4,
          fail: -7,
          clearMargin: 2,
        },
      ],
      warnSec: 1.5,
      failSec: 2,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 2,
      grade: 'D2',
    },
    {
      faultId: 'unevenSteps',
      specRow: 'E12-F5',
      views: ['front', 'back'],
      sides: 'one',
      conditions: [
        {
          signal: 'stepAsymmetryRatio',
          reference: 'absolute',
          sense: 'beyond',
          warn: 0.1,
          fail: 0.2,
          clearMargin: 0.03,
        },
      ],
      warnSec: 3,
      failSec: 3,
      when: 'throughout',
      cue: 'smoothSteps',
      priority: 5,
      grade: 'D2',
    },
  ],
  measures: [
    { measure: 'sideLeanDeg', sides: 'working', views: ['front', 'back'], least: 4 },
    { measure: 'pelvicDropDeg', sides: 'each', views: ['front', 'back'], least: 4 },
    { measure: 'trunkInclineDeg', sides: 'one', views: ['side'], least: 4 },
    { measure: 'stepRatePerMin', sides: 'one', views: ['front', 'back', 'side'], least: 4 },
  ],
});
