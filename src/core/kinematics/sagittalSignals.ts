import type { Side } from '../body/keypoint';
import {
  computeHeadTrunk,
  computeInclination,
  computeKneeFlexion,
  computeLineTilt,
  computeTrunkThigh,
  distance,
  type Vec,
} from './angle';
import { type Athlete, pointOf } from './athlete';
import { chainOf, type SignalRows } from './signalDefinition';
import { isAlongBody } from './view';

const trunkLine = (athlete: Athlete, side: Side): readonly [Vec, Vec] | undefined => {
  const hip = pointOf(athlete, 'hip', side);
  const shoulder = pointOf(athlete, 'shoulder', side);
  return hip && shoulder ? [hip, shoulder] : undefined;
};

const trunkThigh = (athlete: Athlete, side: Side): number | undefined => {
  if (isAlongBody(athlete.view)) return undefined;
  const chain = chainOf(athlete, ['shoulder', 'hip', 'knee'], side);
  return chain && computeTrunkThigh(...chain, athlete.eta);
};

/**
 * Trunk against thigh as the near side shows it. Where only the far leg carries the pelvis, the near
 * thigh may be raised further than it, but never less far: the one that is more in line counts.
 */
const bearingTrunkThigh = (athlete: Athlete, side: Side): number | undefined => {
  const own = trunkThigh(athlete, side);
  const { supporting } = athlete;
  if (own === undefined || supporting === undefined || supporting === side) return own;
  const far = trunkThigh(athlete, supporting);
  return far === undefined ? own : Math.max(own, far);
};

/** Forearm in lengths of the trunk between shoulder and hip (0.146 and 0.288 of height, Winter). */
const forearmInTrunks = 0.51;

/** A wrist that the ball hides is a forearm ahead of the elbow: the forearms lie level on it. */
function computeReach(athlete: Athlete, side: Side): number | undefined {
  const knee = pointOf(athlete, 'knee', side);
  const wrist = pointOf(athlete, 'wrist', side);
  const elbow = pointOf(athlete, 'elbow', side);
  const torso = athlete.scale?.torsoPx;
  const thigh = athlete.scale?.thighPx[side];
  if (!knee || !torso || !thigh) return undefined;
  const handX = wrist?.x ?? (elbow && elbow.x + athlete.facing * forearmInTrunks * torso);
  return handX === undefined ? undefined : (athlete.facing * (handX - knee.x)) / (torso + thigh);
}

/** Signals that the side view shows. Codes in brackets are those of the specification (3.3). */
export const sagittalSignals = {
  /** [TTE] Trunk against thigh, 0 in line, negative with the hips low (supine). */
  trunkThighDeg: { unit: 'deg', sides: 'one', compute: bearingTrunkThigh },
  /** The same counted downward, for a drop from where a hold began. */
  trunkThighDropDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const angle = bearingTrunkThigh(athlete, side);
      return angle === undefined ? undefined : -angle;
    },
  },
  /** [HF] Hip flexion: thigh against trunk, 0 in line. */
  hipFlexionDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const angle = bearingTrunkThigh(athlete, side);
      return angle === undefined ? undefined : -angle;
    },
  },
  /** [TTE] Trunk against the thigh of each leg. */
  legTrunkThighDeg: { unit: 'deg', sides: 'each', compute: trunkThigh },
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
  /** [HF] Hip flexion of each leg, side view. */
  legHipFlexionDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const angle = trunkThigh(athlete, side);
      return angle === undefined ? undefined : -angle;
    },
  },
  /** [MT_hip] Thigh from the horizontal, positive with the knee above the hip, side view. */
  thighAboveLevelDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const hip = pointOf(athlete, 'hip', side);
      const knee = pointOf(athlete, 'knee', side);
      return hip && knee && -computeLineTilt(hip, knee);
    },
  },
  /** Hip above the shoulder as the trunk's tilt from the horizontal: 0 lying, -90 upright. */
  hipRiseDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const line = trunkLine(athlete, side);
      return line && -computeLineTilt(line[1], line[0]);
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
  /**
   * Height of each ankle in trunk lengths over the picture's middle. From the head end a foot
   * that stands is hidden by its knee: it is no higher than that.
   */
  ankleHeightRatio: {
    unit: 'ratio',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const behind = athlete.view === 'headEnd' ? pointOf(athlete, 'knee', side) : undefined;
      const ankle = pointOf(athlete, 'ankle', side) ?? behind;
      const torso = athlete.scale?.torsoPx;
      return ankle && torso ? ankle.y / torso : undefined;
    },
  },
  /** Height of each heel in trunk lengths over the picture's middle. */
  heelHeightRatio: {
    unit: 'ratio',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const heel = pointOf(athlete, 'heel', side);
      const torso = athlete.scale?.torsoPx;
      return heel && torso ? heel.y / torso : undefined;
    },
  },
  /** [TI] Trunk from the vertical, positive forward. */
  trunkInclineDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const line = trunkLine(athlete, side);
      return line && computeInclination(line[0], line[1], athlete.facing);
    },
  },
  /** Line from knee to shoulder from the vertical, positive forward: bends at the hip leave it. */
  bodyInclineDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const knee = pointOf(athlete, 'knee', side);
      const shoulder = pointOf(athlete, 'shoulder', side);
      return knee && shoulder && computeInclination(knee, shoulder, athlete.facing);
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
  /** Hip ahead of the knee, in trunk lengths. */
  hipForwardRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const hip = pointOf(athlete, 'hip', side);
      const knee = pointOf(athlete, 'knee', side);
      const torso = athlete.scale?.torsoPx;
      return hip && knee && torso ? (athlete.facing * (hip.x - knee.x)) / torso : undefined;
    },
  },
  /** [REACH] Wrist ahead of the knee, in lengths from shoulder over hip to knee. */
  reachRatio: { unit: 'ratio', sides: 'one', compute: computeReach },
  /** [HT] Head against trunk, positive with the head back. */
  headTrunkDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const chain = chainOf(athlete, ['ear', 'shoulder', 'hip'], side);
      return chain && computeHeadTrunk(...chain, athlete.eta);
    },
  },
  /** Height of the hip in trunk lengths above the picture's middle: only its changes matter. */
  hipHeightRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const hip = pointOf(athlete, 'hip', side);
      const torso = athlete.scale?.torsoPx;
      return hip && torso ? hip.y / torso : undefined;
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
} as const satisfies SignalRows;
