import { defineExercise } from './exercise';
import { breathHold, bridgeArch, hipsSag } from './sharedRules';

/**
 * Single-leg bridge with a brace, spec 5.2 (E02). The working side is the supporting leg, told by
 * the lower ankle. The dip of the pelvis wants the view from the side or beyond the head, from a
 * table's height (views.md); from the head nothing else is seen, and that the hips and the free leg
 * are up is told by how far they rise in the picture.
 */
export const singleLegBridge = defineExercise({
  id: 'singleLegBridge',
  spec: 'E02',
  posture: 'supine',
  views: ['side', 'headEnd'],
  passes: [
    { views: ['side'], height: 'low' },
    { views: ['side'], height: 'high' },
    { views: ['headEnd'], height: 'high', hides: ['feet'] },
  ],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 4,
  decisionSec: 1,
  // A thigh reads up to a quarter longer in a bridge than on the floor, from above and in an arch.
  boneTolerance: { ofSetup: 0.3, ofSides: 0.25 },
  workingSide: { signal: 'ankleHeightRatio', is: 'lower', margin: 0.25, supports: true },
  phases: {
    kind: 'hold',
    position: [
      { signal: 'trunkThighDeg', reference: 'neutral', from: -15, leaveFrom: -25 },
      { signal: 'legKneeFlexionDeg', side: 'other', reference: 'absolute', to: 40, leaveTo: 70 },
    ],
    positionFrom: {
      headEnd: [
        { signal: 'hipRiseRatio', reference: 'absolute', from: 1.15, leaveFrom: 1.1 },
        {
          signal: 'footRiseRatio',
          side: 'other',
          reference: 'absolute',
          from: 0.2,
          leaveFrom: 0.05,
        },
      ],
    },
    plausible: { signal: 'trunkThighDeg', from: -18, to: 24, likely: { from: -3, to: 14 } },
    motion: {
      signal: 'hipHeightRatio',
      stillSpeed: 0.05,
      stillSec: 0.4,
      upSpeed: 0.1,
      downSpeed: 0.1,
      plateauBand: 0.005,
    },
    attemptRise: 0.1,
    targetSec: 10,
  },
  doseReps: 10,
  archAlert: true,
  personalTarget: 'trunkThighDeg',
  outline: { learn: 'hold', slopePerDeg: 0, reachDeg: 25, belly: 'alone', bellyReachDeg: 15 },
  gauge: { signal: 'trunkThighDeg', reference: 'neutral' },
  angle: { joint: 'hip', signal: 'trunkThighDeg' },
  rules: [
    {
      // Without a bar a change within the hold, as which a free leg that sinks reads too: provisional.
      faultId: 'pelvisDips',
      specRow: 'E02-F1',
      views: ['side', 'headEnd'],
      fromHigh: true,
      sides: 'other',
      conditions: [
        {
          signal: 'barRollDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 5,
          fail: 8,
          clearMargin: 2,
          aid: 'A2',
        },
        {
          signal: 'pelvicRollDeg',
          reference: 'holdEntry',
          sense: 'above',
          warn: 5,
          fail: 8,
          clearMargin: 2,
          settledWithin: 3,
        },
      ],
      warnSec: 1,
      failSec: 1,
      when: 'throughout',
      cue: 'hipsLevel',
      priority: 1,
      grade: 'A3',
    },
    hipsSag('E02-F2', 'A3c'),
    bridgeArch('E02-F3'),
    {
      faultId: 'freeThighNotParallel',
      specRow: 'E02-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'thighGapDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 15,
          fail: 25,
          clearMargin: 4,
        },
      ],
      warnSec: 1,
      failSec: 2,
      when: 'throughout',
      cue: 'thighsTogether',
      priority: 5,
      grade: 'B3',
    },
    {
      faultId: 'freeKneeBent',
      specRow: 'E02-F5',
      views: ['side'],
      sides: 'other',
      conditions: [
        {
          signal: 'legKneeFlexionDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 25,
          fail: 40,
          clearMargin: 5,
        },
      ],
      warnSec: 1,
      failSec: 2,
      when: 'throughout',
      cue: 'straightenYourKnee',
      priority: 6,
      grade: 'D3',
    },
    {
      faultId: 'stanceKneeDrifts',
      specRow: 'E02-F6',
      views: ['footEnd'],
      sides: 'working',
      conditions: [
        {
          signal: 'kneeFppaDeg',
          reference: 'holdEntry',
          sense: 'beyond',
          warn: 8,
          fail: 12,
          clearMargin: 3,
        },
      ],
      warnSec: 0.7,
      failSec: 1,
      when: 'throughout',
      cue: 'kneesOut',
      priority: 4,
      grade: 'C3',
    },
    {
      faultId: 'pelvisShiftsSideways',
      specRow: 'E02-F7',
      views: ['footEnd'],
      sides: 'one',
      conditions: [
        {
          signal: 'pelvicShiftRatio',
          reference: 'holdEntry',
          sense: 'beyond',
          warn: 0.1,
          fail: 0.15,
          clearMargin: 0.03,
        },
      ],
      warnSec: 1,
      failSec: 1.5,
      when: 'throughout',
      cue: 'hipsLevel',
      priority: 5,
      grade: 'C3',
    },
    breathHold('E02-F8', ['side', 'footEnd', 'headEnd'], 3),
  ],
});
