import { defineExercise } from './exercise';
import { breathHold, headOffTrunk, hipsHigh, sagByOutline } from './sharedRules';

/**
 * Forearm plank, the easier form of the roll-out: rows of spec 5.3 (E03). Prone, so trunk against
 * thigh is positive with the hips sagging; judged as change from the own good hold. Real planks that a
 * trainer called low or high read up to 41 low and 70 high: they are held planks too, told from
 * kneeling by the knee and from standing by the trunk.
 */
export const plank = defineExercise({
  id: 'plank',
  spec: 'E03',
  posture: 'prone',
  views: ['side'],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 4,
  decisionSec: 1,
  boneTolerance: { ofSetup: 0.15 },
  phases: {
    kind: 'hold',
    position: [
      {
        signal: 'trunkThighDeg',
        reference: 'neutral',
        from: -80,
        leaveFrom: -90,
        to: 50,
        leaveTo: 60,
      },
      { signal: 'kneeFlexionDeg', reference: 'absolute', to: 40, leaveTo: 60 },
      { signal: 'trunkInclineDeg', reference: 'absolute', from: 55, leaveFrom: 45 },
    ],
    plausible: { signal: 'trunkThighDeg', from: -23, to: 22, likely: { from: -3, to: 14 } },
    motion: {
      signal: 'hipHeightRatio',
      stillSpeed: 0.05,
      stillSec: 0.4,
      upSpeed: 0.1,
      downSpeed: 0.1,
      plateauBand: 0.005,
    },
    targetSec: 10,
  },
  doseReps: 10,
  archAlert: false,
  outline: { learn: 'hold', slopePerDeg: 0, reachDeg: 25, belly: 'alone', bellyReachDeg: 15 },
  gauge: { signal: 'trunkThighDeg', reference: 'neutral' },
  angle: { joint: 'hip', signal: 'trunkThighDeg' },
  rules: [
    {
      faultId: 'lowBackSags',
      specRow: 'E03-F1',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkThighDeg',
          reference: 'neutral',
          sense: 'above',
          warn: 8,
          fail: 15,
          clearMargin: 3,
        },
        sagByOutline,
      ],
      warnSec: 0.4,
      failSec: 0.7,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 1,
      grade: 'C3',
    },
    hipsHigh,
    headOffTrunk,
    breathHold('E03-F6', ['side'], 2),
  ],
});
