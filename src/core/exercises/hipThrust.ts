import { defineExercise } from './exercise';

/**
 * Hip thrust, spec 5.11 (E11): a rep goes from hips hanging against the bench up to the line, so its
 * deepest position is the top. As in the bridge, trunk against thigh is judged as change from the
 * own good top (views.md).
 */
export const hipThrust = defineExercise({
  id: 'hipThrust',
  spec: 'E11',
  posture: 'reclined',
  views: ['side'],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 6,
  decisionSec: 0.13,
  boneTolerance: 0.3,
  phases: {
    kind: 'rep',
    depth: [{ views: ['side', 'oblique'], signal: 'trunkThighDeg', reference: 'start' }],
    startAbove: 15,
    countAbove: 35,
    endBelow: 20,
    settleSec: 0.5,
    deepestSec: 1,
    // As for the bridge: in line, widened by the measured offset of the reading, -3..+14.
    plausible: { signal: 'trunkThighDeg', from: -18, to: 24 },
  },
  doseReps: 10,
  archAlert: true,
  gauge: { signal: 'trunkThighDeg', reference: 'goodBottom' },
  angle: { joint: 'hip', signal: 'trunkThighDeg' },
  rules: [
    {
      // Past the own line the rest comes from the back; the outline tells the arch itself.
      faultId: 'backArch',
      specRow: 'E11-F1',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkThighDeg',
          reference: 'goodBottom',
          sense: 'above',
          warn: 8,
          fail: 13,
          clearMargin: 2,
        },
        {
          signal: 'backCurveVentralScore',
          reference: 'goodBottom',
          sense: 'above',
          warn: 7,
          clearMargin: 3,
        },
      ],
      warnSec: 0.3,
      failSec: 0.5,
      when: 'throughout',
      cue: 'ribcageDown',
      priority: 1,
      grade: 'C3',
    },
    {
      faultId: 'incompleteExtension',
      specRow: 'E11-F2',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'trunkThighDeg',
          reference: 'goodBottom',
          sense: 'below',
          warn: -10,
          fail: -15,
          clearMargin: 3,
          orAbsolute: true,
        },
      ],
      warnSec: 0,
      failSec: 0,
      when: 'bottom',
      cue: 'crackTheAcorn',
      priority: 3,
      grade: 'D3',
    },
    {
      faultId: 'shinNotVertical',
      specRow: 'E11-F3',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'shankInclineDeg',
          reference: 'absolute',
          sense: 'beyond',
          warn: 10,
          fail: 18,
          clearMargin: 3,
        },
      ],
      warnSec: 0.3,
      failSec: 0.5,
      when: 'bottom',
      cue: 'moveYourFeet',
      priority: 5,
      grade: 'D3',
    },
    {
      // The head of someone who looks ahead turns against the trunk as the trunk comes level: judged
      // at the top only.
      faultId: 'headThrownBack',
      specRow: 'E11-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'headTrunkDeg',
          reference: 'goodBottom',
          sense: 'above',
          warn: 15,
          fail: 25,
          clearMargin: 4,
          orAbsolute: true,
        },
        {
          signal: 'ribFlareRatio',
          reference: 'goodBottom',
          sense: 'above',
          warn: 0.02,
          fail: 0.035,
          clearMargin: 0.006,
        },
      ],
      warnSec: 0.5,
      failSec: 1,
      when: 'bottom',
      cue: 'ribcageDown',
      priority: 2,
      grade: 'D3',
    },
    {
      faultId: 'kneesCave',
      specRow: 'E11-F5',
      views: ['footEnd'],
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
      warnSec: 0.3,
      failSec: 0.5,
      when: 'throughout',
      cue: 'kneesOut',
      priority: 4,
      grade: 'D3',
    },
  ],
});
