import type { Side } from '../body/keypoint';
import {
  computeFppa,
  computeInclination,
  computeKneeOverToe,
  computeKneeSeparation,
  distance,
} from './angle';
import { type Athlete, pointOf } from './athlete';
import { chainOf, medialX, middleOf, type SignalRows } from './signalDefinition';

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

/** Signals that the front and back views show, lying too. Codes in brackets: specification, 3.3. */
export const frontalSignals = {
  /** [KF] Knee flexion, mean of both legs, front view, from foreshortening. */
  kneeBendDeg: { unit: 'deg', sides: 'one', compute: computeKneeBend },
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
} as const satisfies SignalRows;
