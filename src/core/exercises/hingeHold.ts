import { defineExercise } from './exercise';
import { breathHold, failing, flexionFails, outlineRule } from './sharedRules';

const rounding = failing(outlineRule('backRounds', 'E09-F1', -8, [0.7, 1], 'longSpine', 'B3'));

/** Anti-flexion hinge hold, spec 5.9 (E09). */
export const hingeHold = defineExercise({
  id: 'hingeHold',
  spec: 'E09',
  posture: 'standing',
  views: ['side'],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 4,
  decisionSec: 1,
  // A rounded or hinged trunk reads up to 22 % shorter than the standing one.
  boneTolerance: { ofSetup: 0.3 },
  phases: {
    kind: 'hold',
    position: [
      {
        signal: 'trunkInclineDeg',
        reference: 'absolute',
        from: 40,
        leaveFrom: 28,
        to: 65,
        leaveTo: 80,
      },
    ],
    plausible: { signal: 'trunkInclineDeg', from: 40, to: 65 },
    motion: {
      signal: 'trunkInclineDeg',
      stillSpeed: 5,
      stillSec: 0.5,
      upSpeed: 15,
      downSpeed: 15,
      plateauBand: 1,
    },
    targetSec: 10,
  },
  doseReps: 5,
  archAlert: false,
  // 11° less of a hinge took the belly 24 in: it is carried no further than a hold wavers.
  outline: { learn: 'hold', slopePerDeg: -0.7, reachDeg: 15, belly: 'beside', bellyReachDeg: 4 },
  gauge: { signal: 'trunkInclineDeg', reference: 'holdEntry' },
  angle: { joint: 'hip', signal: 'trunkInclineDeg' },
  rules: [
    {
      // Either of them is the fault: the hold's own neutral may be round already.
      ...rounding,
      conditions: [flexionFails, ...rounding.conditions],
    },
    outlineRule('backArch', 'E09-F2', 5, [0.7, 1], 'ribcageDown', 'D3'),
    {
      faultId: 'trunkDrifts',
      specRow: 'E09-F3',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkInclineDeg',
          reference: 'holdEntry',
          sense: 'beyond',
          warn: 6,
          fail: 10,
          clearMargin: 2,
        },
      ],
      warnSec: 1,
      failSec: 1,
      when: 'throughout',
      cue: 'holdStill',
      priority: 3,
      grade: 'B1',
    },
    {
      faultId: 'headOffLine',
      specRow: 'E09-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'headTrunkDeg',
          reference: 'start',
          sense: 'beyond',
          warn: 15,
          fail: 25,
          clearMargin: 4,
        },
      ],
      warnSec: 1,
      failSec: 1.5,
      when: 'throughout',
      cue: 'longNeck',
      priority: 4,
      grade: 'D2',
    },
    {
      faultId: 'kneesBend',
      specRow: 'E09-F5',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'kneeFlexionDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 35,
          fail: 50,
          clearMargin: 4,
        },
        {
          signal: 'kneeFlexionDeg',
          reference: 'absolute',
          sense: 'below',
          warn: 10,
          clearMargin: 4,
        },
      ],
      warnSec: 1,
      failSec: 2,
      when: 'throughout',
      cue: 'softKnees',
      priority: 5,
      grade: 'C1',
    },
    breathHold('E09-F6', ['side'], 2, 'C3'),
  ],
});
