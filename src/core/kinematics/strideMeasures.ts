import { otherSide, type Side } from '../body/keypoint';
import type { UnitName } from '../units';
import type { SignalId, SignalKey } from './signals';
import { computeMean } from './signalTrack';

/** One recorded stride: two steps, with a little time before and after. */
export interface StrideRecording {
  readonly tSec: readonly number[];
  readonly values: ReadonlyMap<SignalKey, readonly (number | undefined)[]>;
  readonly startSec: number;
  readonly endSec: number;
  /** Middle of each leg's support. */
  readonly midStanceSec: Readonly<Record<Side, number>>;
  /** When the legs change over; in a walk both feet are on the ground then. */
  readonly changeSec: readonly number[];
  /** How long each leg's step took; undefined in the first stride after a pause. */
  readonly stepSec: Readonly<Record<Side, number>> | undefined;
  /** The side nearer to the camera. */
  readonly near: Side;
}

/** One row of the table of measures that need a whole stride. */
export interface StrideMeasureDefinition {
  readonly unit: UnitName;
  readonly sides: 'one' | 'each';
  /** Signals it is computed from: the board records them. */
  readonly needs: readonly SignalId[];
  /** The judge decides on the mean of so many strides, and says nothing before. */
  readonly judgedStrides: number;
  readonly compute: (stride: StrideRecording, side: Side) => number | undefined;
}

/** Peaks and moments are read as the mean of this long around them, seconds (spec 2.4). */
const momentSec = 0.15;
/** Share of a stride's frames that must be usable (spec 2.3). */
const usableShare = 0.8;

const meanAround = (stride: StrideRecording, key: SignalKey, atSec: number): number | undefined => {
  const values = stride.values.get(key);
  return computeMean(
    stride.tSec.flatMap((t, index) => {
      const value = values?.[index];
      return value === undefined || Math.abs(t - atSec) > momentSec / 2 + 1e-9 ? [] : [value];
    }),
  );
};

interface Sample {
  readonly tSec: number;
  readonly value: number;
}

/** Values within the stride; undefined where too few of its frames were usable. */
function samplesOf(stride: StrideRecording, key: SignalKey): readonly Sample[] | undefined {
  const values = stride.values.get(key);
  let frames = 0;
  const samples = stride.tSec.flatMap((tSec, index): Sample[] => {
    if (tSec < stride.startSec - 1e-9 || tSec > stride.endSec + 1e-9) return [];
    frames++;
    const value = values?.[index];
    return value === undefined ? [] : [{ tSec, value }];
  });
  return samples.length >= Math.max(2, usableShare * frames) ? samples : undefined;
}

/** Mean of a signal over the stride; undefined where fewer than 80 % of its frames were usable. */
export const computeStrideMean = (stride: StrideRecording, key: SignalKey): number | undefined =>
  computeMean((samplesOf(stride, key) ?? []).map(({ value }) => value));

/** The highest or lowest of a signal over the stride, each frame as the mean around it. */
function findExtreme(stride: StrideRecording, key: SignalKey, sign: 1 | -1): Sample | undefined {
  let found: Sample | undefined;
  for (const { tSec } of samplesOf(stride, key) ?? []) {
    const value = meanAround(stride, key, tSec);
    if (value === undefined) continue;
    if (found === undefined || sign * value > sign * found.value) found = { tSec, value };
  }
  return found;
}

/**
 * [dPO] How far the swinging side's hip is below the stance side's at mid-stance, against the moments
 * at which the legs change over: the camera's roll and the pelvis' own tilt are in both.
 */
function computePelvicDrop(stride: StrideRecording, stance: Side): number | undefined {
  const atStance = meanAround(stride, 'hipLineDeg', stride.midStanceSec[stance]);
  const changes = stride.changeSec.map((atSec) => meanAround(stride, 'hipLineDeg', atSec));
  const level = computeMean(changes.filter((value) => value !== undefined));
  if (atStance === undefined || level === undefined || changes.includes(undefined))
    return undefined;
  return stance === 'left' ? atStance - level : level - atStance;
}

/** [PR] Peak to peak of the line of the hips over the cycle. */
function computeHipLineRange(stride: StrideRecording): number | undefined {
  const high = findExtreme(stride, 'hipLineDeg', 1);
  const low = findExtreme(stride, 'hipLineDeg', -1);
  return high === undefined || low === undefined ? undefined : high.value - low.value;
}

/** Phase of a signal's first harmonic over the stride, in cycles; undefined without one. */
function computePhase(stride: StrideRecording, key: SignalKey): number | undefined {
  const samples = samplesOf(stride, key);
  const mean = computeMean((samples ?? []).map(({ value }) => value));
  if (samples === undefined || mean === undefined) return undefined;
  let sine = 0;
  let cosine = 0;
  for (const { tSec, value } of samples) {
    const turn =
      (2 * Math.PI * (tSec - stride.startSec)) / Math.max(stride.endSec - stride.startSec, 1e-6);
    sine += (value - mean) * Math.sin(turn);
    cosine += (value - mean) * Math.cos(turn);
  }
  const amplitude = (2 * Math.hypot(sine, cosine)) / samples.length;
  return amplitude < limbSwingMin ? undefined : Math.atan2(sine, cosine) / (2 * Math.PI);
}

/** A limb that swings less than this about its middle does not crawl, trunk lengths. */
const limbSwingMin = 0.04;

/** Share of a cycle between a hand and the opposite knee, 0 together to 0.5 in turn. */
function computeLimbPhase(stride: StrideRecording): number | undefined {
  const pairs = (['left', 'right'] as const).map((side) => {
    const wrist = computePhase(stride, `wristForwardRatio.${side}`);
    const knee = computePhase(stride, `kneeForwardRatio.${otherSide(side)}`);
    if (wrist === undefined || knee === undefined) return undefined;
    const apart = wrist - knee;
    return Math.abs(apart - Math.round(apart));
  });
  return computeMean(pairs.filter((pair) => pair !== undefined));
}

/** How much longer the left step is than the right, as a share of their mean. */
function computeStepAsymmetry({ stepSec }: StrideRecording): number | undefined {
  if (stepSec === undefined) return undefined;
  const mean = (stepSec.left + stepSec.right) / 2;
  return mean < 1e-6 ? undefined : (stepSec.left - stepSec.right) / mean;
}

/** Toe-off: the tip of the foot is farthest behind the hips (after Zeni and others, 2008). */
function computeToeOffExtension(stride: StrideRecording, side: Side): number | undefined {
  const toeOff = findExtreme(stride, `toeForwardRatio.${side}`, -1);
  return toeOff && meanAround(stride, `thighExtensionDeg.${side}`, toeOff.tSec);
}

/** The table of measures of a stride. Codes in brackets are those of the specification. */
export const strideMeasureTable = {
  /** [dPO] Pelvic drop at mid-stance of a side, mean of four steps (spec E12-F3). */
  pelvicDropDeg: {
    unit: 'deg',
    sides: 'each',
    needs: ['hipLineDeg'],
    judgedStrides: 4,
    compute: computePelvicDrop,
  },
  /** [PR] Peak to peak of the hip line. */
  hipLineRangeDeg: {
    unit: 'deg',
    sides: 'one',
    needs: ['hipLineDeg'],
    judgedStrides: 1,
    compute: computeHipLineRange,
  },
  /** Phase of a hand against the opposite knee, as a share of the cycle. */
  limbPhaseRatio: {
    unit: 'ratio',
    sides: 'one',
    needs: ['wristForwardRatio', 'kneeForwardRatio'],
    judgedStrides: 1,
    compute: computeLimbPhase,
  },
  /** Step time asymmetry, positive with the longer left step. */
  stepAsymmetryRatio: {
    unit: 'ratio',
    sides: 'one',
    needs: [],
    judgedStrides: 4,
    compute: computeStepAsymmetry,
  },
  /** Steps a minute. */
  stepRatePerMin: {
    unit: 'perMin',
    sides: 'one',
    needs: [],
    judgedStrides: 4,
    compute: ({ startSec, endSec }: StrideRecording) => 120 / (endSec - startSec),
  },
  /** [TH] Thigh behind the vertical at toe-off. */
  toeOffExtensionDeg: {
    unit: 'deg',
    sides: 'each',
    needs: ['toeForwardRatio', 'thighExtensionDeg'],
    judgedStrides: 4,
    compute: computeToeOffExtension,
  },
  /** [KF] Knee flexion at mid-stance. */
  stanceKneeFlexionDeg: {
    unit: 'deg',
    sides: 'each',
    needs: ['legKneeFlexionDeg'],
    judgedStrides: 4,
    compute: (stride: StrideRecording, side: Side) =>
      meanAround(stride, `legKneeFlexionDeg.${side}`, stride.midStanceSec[side]),
  },
  /** [KF] Largest knee flexion of the stride, in swing. */
  swingKneeFlexionDeg: {
    unit: 'deg',
    sides: 'each',
    needs: ['legKneeFlexionDeg'],
    judgedStrides: 4,
    compute: (stride: StrideRecording, side: Side) =>
      findExtreme(stride, `legKneeFlexionDeg.${side}`, 1)?.value,
  },
} as const satisfies Record<string, StrideMeasureDefinition>;

export type StrideMeasureId = keyof typeof strideMeasureTable;
