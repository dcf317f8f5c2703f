import { defineExercise } from './exercise';

/** On the back, or upright: which of the two tests is done is told by the trunk. */
const lying = { signal: 'hipRiseDeg', above: -45, below: 45 } as const;
const upright = { signal: 'hipRiseDeg', above: -120, below: -45 } as const;

/**
 * Hip-flexor mobility, spec 5.8 (E08): modified Thomas test, or half-kneeling, which is only
 * measured. A trial is a hold: the thigh has settled for two seconds. It begins on the back with
 * both knees at the chest, which is the flat back that the trial is compared with.
 */
export const hipFlexorTest = defineExercise({
  id: 'hipFlexorTest',
  spec: 'E08',
  posture: 'hipTest',
  views: ['side'],
  mustSee: ['shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 4,
  decisionSec: 1,
  boneTolerance: { ofSetup: 0.3 },
  // The tested leg is the one that hangs, or kneels; the other hip is bent.
  workingSide: { signal: 'legHipFlexionDeg', is: 'lower', margin: 50 },
  phases: {
    kind: 'hold',
    position: [
      { signal: 'trunkThighDeg', reference: 'absolute', from: -50, leaveFrom: -65 },
      { signal: 'thighGapDeg', reference: 'absolute', from: 50, leaveFrom: 35 },
    ],
    plausible: { signal: 'trunkThighDeg', from: -50, to: 40 },
    motion: {
      signal: 'trunkThighDeg',
      stillSpeed: 2.5,
      stillSec: 2,
      upSpeed: 10,
      downSpeed: 10,
      plateauBand: 1.5,
    },
    targetSec: 2,
  },
  doseReps: 3,
  archAlert: false,
  gauge: undefined,
  angle: { joint: 'hip', signal: 'trunkThighDeg' },
  rules: [
    {
      // The row's limits of the back, on the trunk's tilt: an arch lifts the hips off the table.
      faultId: 'testInvalid',
      specRow: 'E08-F1',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'hipRiseDeg',
          reference: 'start',
          sense: 'above',
          warn: 8,
          fail: 12,
          clearMargin: 3,
          onlyWhile: lying,
        },
      ],
      warnSec: 0.5,
      failSec: 0.5,
      when: 'throughout',
      effect: 'discard',
      cue: 'flattenYourBack',
      priority: 1,
      grade: 'A3',
    },
    {
      faultId: 'hipFlexorsShort',
      specRow: 'E08-F2',
      views: ['side'],
      sides: 'working',
      conditions: [
        {
          signal: 'thighAboveLevelDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 0,
          fail: 10,
          clearMargin: 2,
          onlyWhile: lying,
        },
      ],
      warnSec: 2,
      failSec: 2,
      when: 'throughout',
      effect: 'report',
      priority: 9,
      grade: 'A3',
    },
    {
      faultId: 'rectusFemorisShort',
      specRow: 'E08-F3',
      views: ['side'],
      sides: 'working',
      conditions: [
        {
          signal: 'legKneeFlexionDeg',
          reference: 'absolute',
          sense: 'below',
          warn: 67,
          fail: 55,
          clearMargin: 3,
          onlyWhile: lying,
        },
      ],
      warnSec: 2,
      failSec: 2,
      when: 'throughout',
      effect: 'report',
      priority: 9,
      grade: 'A3',
    },
  ],
  measures: [
    {
      measure: 'thighAboveLevelDeg',
      sides: 'working',
      views: ['side'],
      least: 3,
      onlyWhile: lying,
    },
    { measure: 'legKneeFlexionDeg', sides: 'working', views: ['side'], least: 3, onlyWhile: lying },
    {
      measure: 'legHipFlexionDeg',
      sides: 'working',
      views: ['side'],
      least: 3,
      onlyWhile: upright,
    },
  ],
});
