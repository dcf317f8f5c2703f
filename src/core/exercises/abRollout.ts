import { defineExercise } from './exercise';
import { breathHold, headOffTrunk, hipsHigh } from './sharedRules';

/**
 * Ball roll-out from the knees, spec 5.3 (E03). From tall kneeling the hips lead and the ball rolls
 * away; held where reach comes to rest. Prone, so trunk against thigh is positive with the low back
 * sagging; judged as change from the own good hold. The best reach is that of a hold of quality.
 */
export const abRollout = defineExercise({
  id: 'abRollout',
  spec: 'E03',
  posture: 'kneeling',
  views: ['side'],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 4,
  decisionSec: 1,
  // The shoulder rises with the arms: the trunk reads longer and shorter than tall on the knees.
  boneTolerance: { ofSetup: 0.3 },
  phases: {
    kind: 'hold',
    position: [
      // Out of tall kneeling, whose trunk leans up to 25° and so the whole line up to 14°. Not the
      // trunk's own lean: a low back that sags brings it upright in the middle of the hold.
      { signal: 'bodyInclineDeg', reference: 'absolute', from: 25, leaveFrom: 20 },
      { signal: 'reachRatio', reference: 'bestHold', from: 0.6, leaveFrom: 0.5 },
    ],
    plausible: { signal: 'trunkThighDeg', from: -23, to: 22, likely: { from: -3, to: 14 } },
    motion: {
      signal: 'reachRatio',
      stillSpeed: 0.05,
      stillSec: 0.5,
      upSpeed: 0.1,
      downSpeed: 0.1,
      plateauBand: 0.01,
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
      // The outline only ever warns, until it has been shown on real roll-outs (outline.md).
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
        {
          signal: 'backCurveScore',
          reference: 'absolute',
          sense: 'above',
          warn: 7,
          clearMargin: 3,
        },
      ],
      warnSec: 0.4,
      failSec: 0.7,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 1,
      grade: 'C3',
    },
    hipsHigh,
    {
      faultId: 'shouldersLead',
      specRow: 'E03-F3',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'hipLagSec',
          reference: 'absolute',
          sense: 'above',
          warn: 0.25,
          fail: 0.5,
          clearMargin: 0,
        },
      ],
      warnSec: 0,
      failSec: 0,
      when: 'entry',
      cue: 'leadWithHips',
      priority: 3,
      grade: 'D3',
    },
    headOffTrunk,
    {
      faultId: 'reachTooFar',
      specRow: 'E03-F5',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'reachRatio',
          reference: 'bestHold',
          sense: 'above',
          warn: 1.05,
          clearMargin: 0,
        },
      ],
      warnSec: 0.5,
      failSec: 0,
      when: 'throughout',
      cue: 'shorterRoll',
      priority: 4,
      grade: 'D3',
    },
    breathHold('E03-F6', ['side'], 2),
  ],
});
