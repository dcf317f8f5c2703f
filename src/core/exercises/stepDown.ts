import { defineExercise } from './exercise';

/**
 * Step-down, stairs, spec 5.7 (E07). The working side is the stance leg, whose foot stays on the
 * step; judged from the front where its knee is bent most. Knee over toe, pelvis and trunk are
 * changes from quiet stance on both feet.
 */
export const stepDown = defineExercise({
  id: 'stepDown',
  spec: 'E07',
  posture: 'standing',
  views: ['front', 'back', 'side'],
  passes: [{ views: ['front', 'back'] }, { views: ['side'] }],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 10,
  decisionSec: 0.15,
  boneTolerance: { ofSetup: 0.15 },
  // The foot that reaches down is half a step or more below the one that stays.
  workingSide: { signal: 'ankleHeightRatio', is: 'higher', margin: 0.12 },
  phases: {
    kind: 'rep',
    depth: [
      {
        views: ['front', 'back', 'oblique'],
        signal: 'legKneeBendDeg',
        side: 'working',
        reference: 'absolute',
      },
      { views: ['side'], signal: 'legKneeFlexionDeg', side: 'working', reference: 'start' },
    ],
    startAbove: 15,
    countAbove: 40,
    endBelow: 20,
    settleSec: 0,
  },
  // The lateral step-down's points for knee, pelvis and trunk; arms and steadiness are not seen.
  points: [
    { faultId: 'kneesCave', warn: 1, fail: 2 },
    { faultId: 'pelvicDrop', warn: 1, fail: 1 },
    { faultId: 'trunkLean', warn: 1, fail: 1 },
  ],
  doseReps: 10,
  archAlert: false,
  gauge: { signal: 'kneeFppaDeg', reference: 'absolute' },
  angle: { joint: 'knee', signal: 'kneeFlexionDeg' },
  rules: [
    {
      faultId: 'kneesCave',
      specRow: 'E07-F1',
      views: ['front', 'back'],
      sides: 'working',
      conditions: [
        {
          signal: 'kneeFppaDeg',
          reference: 'absolute',
          sense: 'above',
          warn: 10,
          fail: 15,
          clearMargin: 3,
        },
        {
          signal: 'kneeOverToeRatio',
          reference: 'start',
          sense: 'above',
          warn: 0,
          fail: 0.05,
          clearMargin: 0.01,
        },
      ],
      warnSec: 0.15,
      failSec: 0.2,
      when: 'bottom',
      cue: 'kneeOverToes',
      priority: 1,
      grade: 'B2',
    },
    {
      faultId: 'pelvicDrop',
      specRow: 'E07-F2',
      views: ['front', 'back'],
      sides: 'other',
      conditions: [
        {
          signal: 'pelvicObliquityDeg',
          reference: 'start',
          sense: 'above',
          warn: 5,
          fail: 8,
          clearMargin: 2,
        },
      ],
      warnSec: 0.15,
      failSec: 0.2,
      when: 'bottom',
      cue: 'hipsLevel',
      priority: 2,
      grade: 'B2',
    },
    {
      faultId: 'trunkLean',
      specRow: 'E07-F3',
      views: ['front', 'back'],
      sides: 'working',
      conditions: [
        {
          signal: 'leanToSideDeg',
          reference: 'start',
          sense: 'above',
          warn: 6,
          fail: 10,
          clearMargin: 2,
        },
      ],
      warnSec: 0.15,
      failSec: 0.2,
      when: 'bottom',
      cue: 'stayTall',
      priority: 3,
      grade: 'C2',
    },
    {
      faultId: 'pushesOffBack',
      specRow: 'E07-F4',
      views: ['side'],
      sides: 'other',
      conditions: [
        {
          signal: 'trailHeelMPerSec',
          reference: 'absolute',
          sense: 'above',
          warn: 0.5,
          clearMargin: 0,
        },
      ],
      warnSec: 0,
      failSec: 0,
      when: 'bottom',
      cue: 'leadLegWorks',
      priority: 6,
      grade: 'D3',
    },
  ],
});
