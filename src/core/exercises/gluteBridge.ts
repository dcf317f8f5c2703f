import type { Mask } from '../form/rule';
import { defineExercise } from './exercise';
import { breathHold, bridgeArch, hipsSag } from './sharedRules';

/**
 * The place of the heels shows in a hold in line: hips pushed past it bend the knees by themselves.
 * From the hold's bound to where over-height begins.
 */
const inLine: Mask = { signal: 'trunkThighDeg', reference: 'neutral', above: -15, below: 10 };

/**
 * Glute bridge with a brace, spec 5.1 (E01). Judged side-on; limits of trunk against thigh are
 * changes from the athlete's own good hold, as the markerless hip angle is off by a near-constant
 * -3 to +14 degrees (views.md).
 */
export const gluteBridge = defineExercise({
  id: 'gluteBridge',
  spec: 'E01',
  posture: 'supine',
  views: ['side'],
  passes: [{ views: ['side'], height: 'low' }],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 4,
  decisionSec: 1,
  // A thigh reads up to a quarter longer in a bridge than on the floor, from above and in an arch.
  boneTolerance: { ofSetup: 0.3, ofSides: 0.25 },
  phases: {
    kind: 'hold',
    position: [{ signal: 'trunkThighDeg', reference: 'neutral', from: -15, leaveFrom: -25 }],
    // In-line limits -15..+10 widened by the measured offset of the reading, -3..+14.
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
    bridgeArch('E01-F1'),
    hipsSag('E01-F2', 'B3c'),
    {
      // Hips not in line with the trunk from the start.
      faultId: 'hipsLow',
      specRow: 'E01-F2',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkThighDeg',
          reference: 'neutral',
          sense: 'below',
          warn: -15,
          fail: -20,
          clearMargin: 3,
          extent: 'highest',
          orAbsolute: true,
        },
      ],
      warnSec: 0.5,
      failSec: 1,
      when: 'throughout',
      inAttempts: true,
      cue: 'hipsInLine',
      priority: 2,
      grade: 'D3',
    },
    {
      // Higher than the line: the rest beyond the hip's own extension comes from the back.
      faultId: 'overHeight',
      specRow: 'E01-F3',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkThighDeg',
          reference: 'neutral',
          sense: 'above',
          warn: 10,
          fail: 15,
          clearMargin: 3,
        },
      ],
      warnSec: 0.5,
      failSec: 1,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 1,
      grade: 'C3',
    },
    {
      faultId: 'ribFlare',
      specRow: 'E01-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'ribFlareRatio',
          reference: 'absolute',
          sense: 'above',
          warn: 0.02,
          fail: 0.035,
          clearMargin: 0.006,
        },
      ],
      warnSec: 1.5,
      failSec: 2,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 3,
      grade: 'D3',
    },
    {
      faultId: 'kneesCave',
      specRow: 'E01-F5',
      views: ['footEnd'],
      unseen: 'notFollowedThere',
      sides: 'one',
      conditions: [
        {
          signal: 'kneeSeparationRatio',
          reference: 'startRatio',
          sense: 'below',
          warn: 0.85,
          fail: 0.75,
          clearMargin: 0.05,
        },
      ],
      warnSec: 0.5,
      failSec: 1,
      when: 'throughout',
      cue: 'kneesOut',
      priority: 4,
      grade: 'D3',
    },
    {
      faultId: 'pelvisRolls',
      specRow: 'E01-F6',
      views: ['headEnd', 'footEnd'],
      unseen: 'notFollowedThere',
      sides: 'one',
      conditions: [
        {
          signal: 'pelvicRollDeg',
          reference: 'start',
          sense: 'beyond',
          warn: 5,
          fail: 8,
          clearMargin: 2,
        },
      ],
      warnSec: 1,
      failSec: 1,
      when: 'throughout',
      cue: 'hipsLevel',
      priority: 2,
      grade: 'B3c',
    },
    {
      // Heel and toe are 5-13 px off, differently by posture: the change within the top position.
      faultId: 'toePush',
      specRow: 'E01-F7',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'heelRiseRatio',
          reference: 'neutral',
          sense: 'above',
          warn: 0.04,
          fail: 0.07,
          clearMargin: 0.015,
        },
      ],
      warnSec: 0.7,
      failSec: 1.5,
      when: 'throughout',
      cue: 'pushThroughHeels',
      priority: 5,
      grade: 'D3',
    },
    breathHold('E01-F8', ['side'], 3),
    {
      faultId: 'heelDistance',
      specRow: 'E01-F9',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'kneeFlexionDeg',
          reference: 'absolute',
          sense: 'below',
          warn: 80,
          clearMargin: 5,
          onlyWhile: inLine,
        },
        {
          signal: 'kneeFlexionDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 140,
          clearMargin: 5,
          onlyWhile: inLine,
        },
      ],
      warnSec: 1,
      failSec: 1,
      when: 'throughout',
      cue: 'heelsCloser',
      priority: 6,
      grade: 'A3',
    },
  ],
});
