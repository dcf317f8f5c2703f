import type { Side } from '../body/keypoint';
import type { UnitName } from '../units';
import {
  computeFppa,
  computeHeadTrunk,
  computeInclination,
  computeKneeFlexion,
  computeKneeOverToe,
  computeKneeSeparation,
  computeTrunkThigh,
  distance,
  midpoint,
  type Vec,
} from './angle';
import { type Athlete, pointOf } from './athlete';

/**
 * One row of the table of signals: what it is called, its unit, whether each side has its own, and
 * how it is computed from the athlete of one frame. Undefined where a keypoint it needs is missing.
 */
export interface SignalDefinition {
  readonly unit: UnitName;
  /** `each`: one value per side of the person; `one`: the near side's, or both sides' together. */
  readonly sides: 'one' | 'each';
  readonly compute: (athlete: Athlete, side: Side) => number | undefined;
}

type Chain = readonly [Vec, Vec, Vec];

const chainOf = (
  athlete: Athlete,
  joints: readonly [
    Parameters<typeof pointOf>[1],
    Parameters<typeof pointOf>[1],
    Parameters<typeof pointOf>[1],
  ],
  side: Side,
): Chain | undefined => {
  const a = pointOf(athlete, joints[0], side);
  const b = pointOf(athlete, joints[1], side);
  const c = pointOf(athlete, joints[2], side);
  return a && b && c ? [a, b, c] : undefined;
};

const trunkLine = (athlete: Athlete, side: Side): readonly [Vec, Vec] | undefined => {
  const hip = pointOf(athlete, 'hip', side);
  const shoulder = pointOf(athlete, 'shoulder', side);
  return hip && shoulder ? [hip, shoulder] : undefined;
};

const middleOf = (athlete: Athlete, joint: Parameters<typeof pointOf>[1]): Vec | undefined => {
  const l = pointOf(athlete, joint, 'left');
  const r = pointOf(athlete, joint, 'right');
  return l && r ? midpoint(l, r) : undefined;
};

/** Toward the body's midline in the picture, as seen from one side's hip. */
const medialX = (athlete: Athlete, side: Side): 1 | -1 | undefined => {
  const own = pointOf(athlete, 'hip', side);
  const other = pointOf(athlete, 'hip', side === 'left' ? 'right' : 'left');
  if (!own || !other) return undefined;
  return other.x > own.x ? 1 : -1;
};

const trunkThigh = (athlete: Athlete, side: Side): number | undefined => {
  const chain = chainOf(athlete, ['shoulder', 'hip', 'knee'], side);
  return chain && computeTrunkThigh(...chain, athlete.eta);
};

const acosDeg = (share: number): number => (Math.acos(Math.min(1, share)) * 180) / Math.PI;

/**
 * Knee flexion from the front: how much thigh and shank have shortened against quiet stance tells
 * how far each has tipped toward or away from the camera; flexion is the sum of the two tilts.
 */
function computeKneeBend(athlete: Athlete): number | undefined {
  let sum = 0;
  let seen = 0;
  for (const side of ['left', 'right'] as const) {
    const chain = chainOf(athlete, ['hip', 'knee', 'ankle'], side);
    const thigh = athlete.scale?.thighPx[side];
    const shank = athlete.scale?.shankPx[side];
    if (!chain || !thigh || !shank) continue;
    const [hip, knee, ankle] = chain;
    sum += acosDeg(distance(hip, knee) / thigh) + acosDeg(distance(knee, ankle) / shank);
    seen++;
  }
  return seen === 0 ? undefined : sum / seen;
}

/** Standing height in lengths of the trunk between shoulder and hip keypoints (0.30 of it each). */
const heightInTrunks = 3.3;

const unseen = (): undefined => undefined;

/** The table of signals. Codes in brackets are those of the specification's catalogue (3.3). */
export const signalTable = {
  /** [TTE] Trunk against thigh, 0 in line, negative with the hips low (supine). */
  trunkThighDeg: { unit: 'deg', sides: 'one', compute: trunkThigh },
  /** The same counted downward, for a drop from where a hold began. */
  trunkThighDropDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const angle = trunkThigh(athlete, side);
      return angle === undefined ? undefined : -angle;
    },
  },
  /** [HF] Hip flexion: thigh against trunk, 0 in line. */
  hipFlexionDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const angle = trunkThigh(athlete, side);
      return angle === undefined ? undefined : -angle;
    },
  },
  /** [KF] Knee flexion of the near leg, side view. */
  kneeFlexionDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const chain = chainOf(athlete, ['hip', 'knee', 'ankle'], side);
      return chain && computeKneeFlexion(...chain, athlete.eta);
    },
  },
  /** [KF] Knee flexion of each leg, side view. */
  legKneeFlexionDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const chain = chainOf(athlete, ['hip', 'knee', 'ankle'], side);
      return chain && computeKneeFlexion(...chain, athlete.eta);
    },
  },
  /** [HF] How far the thighs are from parallel, side view. */
  thighGapDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const left = trunkThigh(athlete, 'left');
      const right = trunkThigh(athlete, 'right');
      return left === undefined || right === undefined ? undefined : Math.abs(left - right);
    },
  },
  /** Height of each ankle in trunk lengths above the picture's lower edge. */
  ankleHeightRatio: {
    unit: 'ratio',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const ankle = pointOf(athlete, 'ankle', side);
      const torso = athlete.scale?.torsoPx;
      return ankle && torso ? ankle.y / torso : undefined;
    },
  },
  /** [KF] Knee flexion, mean of both legs, front view, from foreshortening. */
  kneeBendDeg: { unit: 'deg', sides: 'one', compute: computeKneeBend },
  /** [TI] Trunk from the vertical, positive forward. */
  trunkInclineDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const line = trunkLine(athlete, side);
      return line && computeInclination(line[0], line[1], athlete.facing);
    },
  },
  /** [SI] Shank from the vertical, positive with the knee forward. */
  shankInclineDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const knee = pointOf(athlete, 'knee', side);
      const ankle = pointOf(athlete, 'ankle', side);
      return knee && ankle && computeInclination(ankle, knee, athlete.facing);
    },
  },
  /** [TH] Thigh from the vertical, 0 standing, 90 parallel to the floor. */
  thighInclineDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const hip = pointOf(athlete, 'hip', side);
      const knee = pointOf(athlete, 'knee', side);
      if (!hip || !knee) return undefined;
      return Math.abs(computeInclination(knee, hip, athlete.facing));
    },
  },
  /** [HT] Head against trunk, positive with the head back. */
  headTrunkDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const chain = chainOf(athlete, ['ear', 'shoulder', 'hip'], side);
      return chain && computeHeadTrunk(...chain, athlete.eta);
    },
  },
  /** Height of the hip in trunk lengths above the picture's lower edge: only its changes matter. */
  hipHeightRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const hip = pointOf(athlete, 'hip', side);
      const torso = athlete.scale?.torsoPx;
      return hip && torso ? hip.y / torso : undefined;
    },
  },
  /** Wrist ahead of the middle of the foot, in standing heights. */
  loadForwardRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const heel = pointOf(athlete, 'heel', side);
      const toe = pointOf(athlete, 'footIndex', side);
      const torso = athlete.scale?.torsoPx;
      if (!wrist || !heel || !toe || !torso) return undefined;
      return (athlete.facing * (wrist.x - (heel.x + toe.x) / 2)) / (torso * heightInTrunks);
    },
  },
  /** Height of the wrist above the knee, in standing heights. */
  wristOverKneeRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const knee = pointOf(athlete, 'knee', side);
      const torso = athlete.scale?.torsoPx;
      return wrist && knee && torso ? (wrist.y - knee.y) / (torso * heightInTrunks) : undefined;
    },
  },
  /** Height of the wrist above the shoulder, in standing heights. */
  wristOverShoulderRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const shoulder = pointOf(athlete, 'shoulder', side);
      const torso = athlete.scale?.torsoPx;
      return wrist && shoulder && torso
        ? (wrist.y - shoulder.y) / (torso * heightInTrunks)
        : undefined;
    },
  },
  /** Height of the wrist above the hip, in trunk lengths. */
  wristHeightRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const hip = pointOf(athlete, 'hip', side);
      const torso = athlete.scale?.torsoPx;
      return wrist && hip && torso ? (wrist.y - hip.y) / torso : undefined;
    },
  },
  /** Height of the heel above the line of the toe's tip, in shank lengths. */
  heelRiseRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const chain = chainOf(athlete, ['knee', 'ankle', 'heel'], side);
      const toe = pointOf(athlete, 'footIndex', side);
      return chain && toe ? (chain[2].y - toe.y) / distance(chain[0], chain[1]) : undefined;
    },
  },
  /** [FPPA] Frontal plane projection angle, positive with the knee medial. */
  kneeFppaDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const chain = chainOf(athlete, ['hip', 'knee', 'ankle'], side);
      const medial = medialX(athlete, side);
      return chain && medial && computeFppa(...chain, medial);
    },
  },
  /** [KOT] Knee medial of the toe, in lengths of the standing leg. */
  kneeOverToeRatio: {
    unit: 'ratio',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const knee = pointOf(athlete, 'knee', side);
      const toe = pointOf(athlete, 'footIndex', side);
      const thigh = athlete.scale?.thighPx[side];
      const shank = athlete.scale?.shankPx[side];
      const medial = medialX(athlete, side);
      if (!knee || !toe || !thigh || !shank || !medial) return undefined;
      return computeKneeOverToe(knee, toe, medial, thigh + shank);
    },
  },
  /** [KASR] Distance of the knees over the distance of the ankles. */
  kneeSeparationRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const kneeL = pointOf(athlete, 'knee', 'left');
      const kneeR = pointOf(athlete, 'knee', 'right');
      const ankleL = pointOf(athlete, 'ankle', 'left');
      const ankleR = pointOf(athlete, 'ankle', 'right');
      if (!kneeL || !kneeR || !ankleL || !ankleR) return undefined;
      return computeKneeSeparation(kneeL, kneeR, ankleL, ankleR);
    },
  },
  /** Mid-hip against mid-ankle, in distances of the ankles, positive toward the picture's right. */
  hipShiftRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const hip = middleOf(athlete, 'hip');
      const ankleL = pointOf(athlete, 'ankle', 'left');
      const ankleR = pointOf(athlete, 'ankle', 'right');
      if (!hip || !ankleL || !ankleR) return undefined;
      const width = Math.abs(ankleL.x - ankleR.x);
      return width < 1e-6 ? undefined : (hip.x - (ankleL.x + ankleR.x) / 2) / width;
    },
  },
  /** Mid-hip against mid-shoulder along the picture's horizontal, in shoulder widths. */
  pelvicShiftRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const hip = middleOf(athlete, 'hip');
      const left = pointOf(athlete, 'shoulder', 'left');
      const right = pointOf(athlete, 'shoulder', 'right');
      if (!hip || !left || !right) return undefined;
      const width = distance(left, right);
      return width < 1e-6 ? undefined : (hip.x - (left.x + right.x) / 2) / width;
    },
  },
  /** [TL] Mid-hip to mid-shoulder from the vertical, positive toward the picture's right. */
  trunkLeanDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const hip = middleOf(athlete, 'hip');
      const shoulder = middleOf(athlete, 'shoulder');
      return hip && shoulder && computeInclination(hip, shoulder, 1);
    },
  },
  /** [PR] Pelvic roll, lying, from the foot or head end. Not measured from keypoints yet. */
  pelvicRollDeg: { unit: 'deg', sides: 'one', compute: unseen },
  /** Change of the back's outline against neutral, positive with more lordosis. Needs the mask. */
  backCurveDorsalScore: { unit: 'score', sides: 'one', compute: unseen },
  /** Change of the belly's outline against neutral, positive with more lordosis. Needs the mask. */
  backCurveVentralScore: { unit: 'score', sides: 'one', compute: unseen },
  /** [RFI] Rib flare. Needs the mask. */
  ribFlareRatio: { unit: 'ratio', sides: 'one', compute: unseen },
  /** [BR] Seconds without a breath. Needs the mask or a question. */
  breathHoldSec: { unit: 'sec', sides: 'one', compute: unseen },
} as const satisfies Record<string, SignalDefinition>;

export type SignalId = keyof typeof signalTable;

/** A signal and the side it is of: `kneeFppaDeg.left`; without a side where it has none. */
export type SignalKey = SignalId | `${SignalId}.${Side}`;

/** The key under which a signal of a side is kept. */
export const toSignalKey = (signal: SignalId, side: Side | null): SignalKey =>
  signalTable[signal].sides === 'each' && side !== null ? `${signal}.${side}` : signal;
