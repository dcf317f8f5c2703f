import { defineExercise } from './exercise';
import { flexionFails, kneesCave, outlineRule } from './sharedRules';

/**
 * Body-weight squat, spec 5.6 (E06). Knees and hips are judged from the front, as changes from
 * quiet stance and from the set's own good rep (views.md); depth from the side.
 */
export const squat = defineExercise({
  id: 'squat',
  spec: 'E06',
  posture: 'standing',
  views: ['front', 'back', 'side'],
  passes: [{ views: ['front', 'back'] }, { views: ['side'] }],
  mustSee: ['head', 'shoulders', 'hips', 'knees', 'feet'],
  cutoffHz: 6,
  decisionSec: 0.13,
  boneTolerance: { ofSetup: 0.15 },
  phases: {
    kind: 'rep',
    depth: [
      { views: ['front', 'back', 'oblique'], signal: 'kneeBendDeg', reference: 'absolute' },
      { views: ['side'], signal: 'kneeFlexionDeg', reference: 'absolute' },
    ],
    startAbove: 15,
    // Less than this is shifting the weight, not a squat.
    countAbove: 40,
    endBelow: 20,
    settleSec: 0,
  },
  doseReps: 10,
  archAlert: false,
  gauge: { signal: 'kneeSeparationRatio', reference: 'startRatio' },
  angle: { joint: 'knee', signal: 'kneeFlexionDeg' },
  rules: [
    kneesCave('E06-F1', 1, 'B2'),
    {
      ...outlineRule('backRounds', 'E06-F2', -12, [0.2, 0.3], 'stopHereTall', 'C3', 2),
      conditions: [{ ...flexionFails, aid: 'C3' }],
      unseen: 'needsOutline',
    },
    {
      ...outlineRule('backArch', 'E06-F3', 12, [0.3, 0.5], 'ribsOverHips', 'D3', 2),
      unseen: 'needsOutline',
    },
    {
      // Against the athlete's own depth: no norm is enforced.
      faultId: 'shallowDepth',
      specRow: 'E06-F4',
      views: ['side'],
      sides: 'one',
      conditions: [
        {
          signal: 'thighInclineDeg',
          reference: 'goodBottom',
          sense: 'below',
          warn: -10,
          clearMargin: 3,
        },
      ],
      warnSec: 0,
      failSec: 0,
      when: 'bottom',
      cue: 'littleLower',
      priority: 6,
      grade: 'C1',
    },
    {
      faultId: 'hipShift',
      specRow: 'E06-F5',
      views: ['front', 'back'],
      sides: 'one',
      conditions: [
        {
          signal: 'hipShiftRatio',
          reference: 'start',
          sense: 'beyond',
          warn: 0.12,
          fail: 0.2,
          clearMargin: 0.03,
        },
        {
          signal: 'trunkLeanDeg',
          reference: 'start',
          sense: 'beyond',
          warn: 5,
          fail: 8,
          clearMargin: 2,
        },
      ],
      warnSec: 0.3,
      failSec: 0.5,
      when: 'throughout',
      cue: 'evenFeet',
      priority: 4,
      grade: 'D2',
    },
  ],
});
