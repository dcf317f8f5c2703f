import { otherSide, type Side } from '../body/keypoint';
import {
  computeFppa,
  computeInclination,
  computeKneeOverToe,
  computeKneeSeparation,
  computeLineTilt,
  distance,
} from './angle';
import { type Athlete, pointOf } from './athlete';
import { chainOf, medialX, middleOf, type SignalRows } from './signalDefinition';

const acosDeg = (share: number): number => (Math.acos(Math.min(1, share)) * 180) / Math.PI;

/**
 * Knee flexion from the front: how much thigh and shank have shortened against quiet stance tells
 * how far each has tipped toward or away from the camera; flexion is the sum of the two tilts.
 */
function computeLegBend(athlete: Athlete, side: Side): number | undefined {
  const chain = chainOf(athlete, ['hip', 'knee', 'ankle'], side);
  const thigh = athlete.scale?.thighPx[side];
  const shank = athlete.scale?.shankPx[side];
  if (!chain || !thigh || !shank) return undefined;
  const [hip, knee, ankle] = chain;
  return acosDeg(distance(hip, knee) / thigh) + acosDeg(distance(knee, ankle) / shank);
}

function computeKneeBend(athlete: Athlete): number | undefined {
  const left = computeLegBend(athlete, 'left');
  const right = computeLegBend(athlete, 'right');
  return left === undefined || right === undefined ? (left ?? right) : (left + right) / 2;
}

/** Thigh from the vertical, from how much it has shortened; past level the knee is above the hip. */
function computeThighLift(athlete: Athlete, side: Side): number | undefined {
  const hip = pointOf(athlete, 'hip', side);
  const knee = pointOf(athlete, 'knee', side);
  const thigh = athlete.scale?.thighPx[side];
  if (!hip || !knee || !thigh) return undefined;
  const tilt = acosDeg(distance(hip, knee) / thigh);
  return knee.y > hip.y ? 180 - tilt : tilt;
}

/** Mid-hip to mid-shoulder from the vertical, degrees, positive toward +x or -x. */
function computeLean(athlete: Athlete, toward: 1 | -1): number | undefined {
  const hip = middleOf(athlete, 'hip');
  const shoulder = middleOf(athlete, 'shoulder');
  return hip && shoulder && computeInclination(hip, shoulder, toward);
}

/** Knees whose angles differ by less than this are alike: twice the error of their difference. */
const alikeDeg = 8;

function readFppa(athlete: Athlete, side: Side): number | undefined {
  const chain = chainOf(athlete, ['hip', 'knee', 'ankle'], side);
  const medial = medialX(athlete, side);
  return chain && medial && computeFppa(...chain, medial);
}

function readKneeSeparation(athlete: Athlete): number | undefined {
  const kneeL = pointOf(athlete, 'knee', 'left');
  const kneeR = pointOf(athlete, 'knee', 'right');
  const ankleL = pointOf(athlete, 'ankle', 'left');
  const ankleR = pointOf(athlete, 'ankle', 'right');
  if (!kneeL || !kneeR || !ankleL || !ankleR) return undefined;
  return computeKneeSeparation(kneeL, kneeR, ankleL, ankleR);
}

/** Signals that the front and back views show, lying too. Codes in brackets: specification, 3.3. */
export const frontalSignals = {
  /** [KF] Knee flexion, mean of both legs, front view, from foreshortening. */
  kneeBendDeg: { unit: 'deg', sides: 'one', compute: computeKneeBend },
  /** [KF] Knee flexion of each leg, front view, from foreshortening. */
  legKneeBendDeg: { unit: 'deg', sides: 'each', compute: computeLegBend },
  /** Thigh of each leg from the vertical, front view, from foreshortening; 90 level. */
  thighLiftDeg: { unit: 'deg', sides: 'each', compute: computeThighLift },
  /** [PO] Tilt of the pelvis, positive with the side lower that it is of. */
  pelvicObliquityDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const own = pointOf(athlete, 'hip', side);
      const other = pointOf(athlete, 'hip', otherSide(side));
      return own && other && computeLineTilt(other, own);
    },
  },
  /** [FPPA] Frontal plane projection angle, positive with the knee medial. */
  kneeFppaDeg: {
    unit: 'deg',
    sides: 'each',
    compute: readFppa,
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
    compute: readKneeSeparation,
  },
  /**
   * [KASR] The same for the knee that falls in, or for both where they are alike: the distance alone
   * does not tell whose it is.
   */
  ownKneeSeparationRatio: {
    unit: 'ratio',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const own = readFppa(athlete, side);
      const other = readFppa(athlete, otherSide(side));
      if (own === undefined || other === undefined || own < other - alikeDeg) return undefined;
      return readKneeSeparation(athlete);
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
    compute: (athlete: Athlete) => computeLean(athlete, 1),
  },
  /** [TL] The same, positive toward the side that it is of. */
  leanToSideDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const inward = medialX(athlete, side);
      return inward && computeLean(athlete, inward === 1 ? -1 : 1);
    },
  },
} as const satisfies SignalRows;
