import { defineExercise } from './exercise';
import { sagByOutline } from './sharedRules';

/** Crawl on hands and knees or hands and feet, spec 5.13 (E13): from the side, and from behind. */
export const crawl = defineExercise({
  id: 'crawl',
  spec: 'E13',
  posture: 'quadruped',
  views: ['side', 'back', 'footEnd'],
  passes: [{ views: ['side'] }, { views: ['back', 'footEnd'] }],
  mustSee: ['hips', 'knees', 'feet'],
  cutoffHz: 6,
  decisionSec: 1,
  phases: {
    kind: 'stride',
    cycle: [
      { views: ['side', 'oblique'], signal: 'kneeGapRatio', swing: 0.3, extreme: 'change' },
      // From behind a knee goes up by being lifted, and by going away from a camera above it.
      { views: ['back', 'footEnd'], signal: 'kneeLiftRatio', swing: 0.25, extreme: 'midStance' },
    ],
    stepMaxSec: 3,
    stepsMin: 4,
  },
  // Three there and three back, of 6 to 8 steps each.
  doseReps: 6,
  archAlert: false,
  gauge: { signal: 'hipOverShoulderRatio', reference: 'absolute' },
  angle: undefined,
  rules: [
    {
      // The outline has been measured in still positions only: on the move it is not read yet.
      faultId: 'lowBackSags',
      specRow: 'E13-F1',
      views: ['side'],
      unseen: 'needsOutline',
      sides: 'one',
      conditions: [sagByOutline],
      warnSec: 0.7,
      failSec: 1,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 1,
      grade: 'D3',
    },
    {
      faultId: 'hipsSway',
      specRow: 'E13-F2',
      views: ['back', 'footEnd'],
      sides: 'one',
      conditions: [
        {
          signal: 'hipLineRangeDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 15,
          fail: 25,
          clearMargin: 4,
        },
      ],
      warnSec: 0,
      failSec: 0,
      when: 'throughout',
      cue: 'hipsLevel',
      priority: 2,
      grade: 'D3',
    },
    {
      faultId: 'hipsHigh',
      specRow: 'E13-F3',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'hipOverShoulderRatio',
          reference: 'absolute',
          sense: 'above',
          warn: 0.15,
          fail: 0.25,
          clearMargin: 0.04,
        },
      ],
      warnSec: 1,
      failSec: 1.5,
      when: 'throughout',
      cue: 'backFlat',
      priority: 3,
      grade: 'D3',
    },
    {
      faultId: 'sameSidePattern',
      specRow: 'E13-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'limbPhaseRatio',
          reference: 'absolute',
          sense: 'above',
          warn: 0.25,
          fail: 0.35,
          clearMargin: 0,
        },
      ],
      warnSec: 0,
      failSec: 0,
      when: 'throughout',
      cue: 'oppositeHandKnee',
      priority: 4,
      grade: 'D3',
    },
  ],
  measures: [
    { measure: 'hipLineRangeDeg', sides: 'one', views: ['back', 'footEnd'], least: 4 },
    { measure: 'stepRatePerMin', sides: 'one', views: ['side', 'back', 'footEnd'], least: 4 },
  ],
});
