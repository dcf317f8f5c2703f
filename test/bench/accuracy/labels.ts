import type { ExerciseId } from '../../../src/core/exercises/exercise';
import type { FaultId } from '../../../src/core/form/rule';

/** The product's exercise for the renderer's. */
export const exerciseByProgram: Readonly<Record<string, ExerciseId>> = {
  bridge: 'gluteBridge',
  singleLegBridge: 'singleLegBridge',
  plank: 'plank',
  deadlift: 'kettlebellDeadlift',
  swing: 'kettlebellSwing',
  squat: 'squat',
  hinge: 'hingeHold',
  rollout: 'abRollout',
  hipThrust: 'hipThrust',
  stepDown: 'stepDown',
};

/** What a label of the renderer is in the product's words (trace format, Ids). */
export interface LabelMeaning {
  /** Faults whose limits tell whether the interval counts. */
  readonly countedBy: readonly FaultId[];
  /** Faults either of which finds it. */
  readonly foundBy: readonly FaultId[];
}

const same = (...faults: readonly FaultId[]): LabelMeaning => ({
  countedBy: faults,
  foundBy: faults,
});

/** Every label of the renderer. */
export const meaningOf: Readonly<Record<string, LabelMeaning>> = {
  hips_drop: same('hipsSag'),
  // Low from the beginning: there is no higher entry to sag from.
  hips_sag: { countedBy: ['hipsLow'], foundBy: ['hipsLow', 'hipsSag'] },
  hips_too_high_arch: same('overHeight', 'backArch'),
  pelvic_dip: same('pelvisDips'),
  knee_cave: same('kneesCave'),
  shallow_depth: same('shallowDepth'),
  hip_shift: same('hipShift'),
  low_back_sag: same('lowBackSags'),
  hips_piked: same('hipsHigh'),
  lumbar_extension: same('backArch'),
  lumbar_flexion: same('backRounds'),
  lumbar_hyperextension: same('leanBack'),
  pelvic_drop: same('pelvicDrop'),
  trunk_lean: same('trunkLean'),
};

/** The renderer's views in the product's words. */
export const viewByName: Readonly<Record<string, string>> = {
  side: 'side',
  front: 'front',
  back: 'back',
  foot: 'footEnd',
  head: 'headEnd',
  oblique: 'oblique',
};

/** Heights of the camera, metres, from which a fault can be seen, where not any will do (views.md). */
export const heightsM: Readonly<
  Partial<Record<FaultId, { readonly from?: number; readonly to?: number }>>
> = {
  pelvisDips: { from: 1.1 },
  backArch: { to: 1 },
  backRounds: { to: 1 },
};
