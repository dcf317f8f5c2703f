import type { Side } from '../../src/core/body/keypoint';
import type { Shape } from './poseBuilder';
import { bodySize, findZero, type Flat, type Half, headOn, rad, toBody, toward } from './stickBody';

const { trunkM, thighM, shankM, hipHalfM } = bodySize;

const toe: Flat = [0, 0.03];
const toeAnkle: Flat = [0.02, 0.12];
const upperArmM = 0.28;

/**
 * On forearms and toes. `trunkThighDeg`: shoulder, hip and knee, 180 in line, more with the low back
 * sagging. `headBackDeg` against the trunk.
 */
export const forearmPlank: Shape<'trunkThighDeg' | 'headBackDeg'> = {
  rest: { trunkThighDeg: 180, headBackDeg: 0 },
  centre: [0.65, 0.25],
  build: ({ trunkThighDeg, headBackDeg }) => {
    const hipAt = (legDeg: number): Flat => toward(toeAnkle, shankM + thighM, legDeg);
    const shoulderAt = (legDeg: number): Flat =>
      toward(hipAt(legDeg), trunkM, legDeg + trunkThighDeg - 180);
    const legDeg = findZero((deg) => shoulderAt(deg)[1] - 0.03 - upperArmM, -30, 70);
    const shoulder = shoulderAt(legDeg);
    return toBody({
      shoulder,
      hip: hipAt(legDeg),
      knee: toward(toeAnkle, shankM, legDeg),
      ankle: toeAnkle,
      ...headOn(shoulder, legDeg + trunkThighDeg - 180, -90, headBackDeg),
      elbow: [shoulder[0], 0.03],
      wrist: [shoulder[0] + 0.25, 0.03],
      heel: [-0.04, 0.14],
      footIndex: toe,
    });
  },
};

const oneLegRest = {
  trunkThighDeg: 118,
  freeKneeDeg: 130,
  freeThighDeg: 0,
  freeHipDropDeg: 0,
} as const satisfies Record<string, number>;

type OneLegged = keyof typeof oneLegRest;

const lyingShoulder: Flat = [0, 0.1];
const plantedAnkle: Flat = [0.8, 0.08];

/**
 * A bridge on one leg. `trunkThighDeg`: of the supporting leg, 180 in line. `freeKneeDeg`: flexion of
 * the free one, with its foot on the floor at most, `freeThighDeg`: how much further it is raised than the other thigh. `freeHipDropDeg`:
 * roll of the pelvis toward the free side.
 */
const oneLegBridge = (planted: Side): Shape<OneLegged> => ({
  rest: oneLegRest,
  centre: [0.4, 0.25],
  build: ({ trunkThighDeg, freeKneeDeg, freeThighDeg, freeHipDropDeg }) => {
    const kneeAt = (trunkDeg: number): Flat =>
      toward(toward(lyingShoulder, trunkM, trunkDeg), thighM, trunkDeg + 180 - trunkThighDeg);
    const trunkDeg = findZero(
      (tilt) => {
        const knee = kneeAt(tilt);
        return Math.hypot(knee[0] - plantedAnkle[0], knee[1] - plantedAnkle[1]) - shankM;
      },
      -20,
      60,
    );
    const hip = toward(lyingShoulder, trunkM, trunkDeg);
    const knee = kneeAt(trunkDeg);
    const thighDeg = trunkDeg + 180 - trunkThighDeg;
    const shankDeg =
      (Math.atan2(plantedAnkle[1] - knee[1], plantedAnkle[0] - knee[0]) * 180) / Math.PI;
    const bendDeg = Math.min(freeKneeDeg, thighDeg - shankDeg);
    const freeHip: Flat = [hip[0], hip[1] - 2 * hipHalfM * Math.sin(rad(freeHipDropDeg))];
    const freeKnee = toward(freeHip, thighM, thighDeg + freeThighDeg);
    const freeAnkle = toward(freeKnee, shankM, thighDeg + freeThighDeg - bendDeg);
    const upper = {
      shoulder: lyingShoulder,
      ear: [-0.15, 0.13],
      nose: [-0.2, 0.22],
      elbow: [0.25, 0.05],
      wrist: [0.48, 0.05],
    } as const;
    const standing: Half = {
      ...upper,
      hip,
      knee,
      ankle: plantedAnkle,
      heel: [plantedAnkle[0] - 0.05, 0.02],
      footIndex: [plantedAnkle[0] + 0.15, 0.02],
    };
    const footDeg = thighDeg + freeThighDeg - bendDeg + 80;
    const free: Half = {
      ...upper,
      hip: freeHip,
      knee: freeKnee,
      ankle: freeAnkle,
      heel: toward(freeAnkle, 0.06, footDeg + 180),
      footIndex: toward(freeAnkle, 0.15, footDeg),
    };
    return planted === 'left' ? toBody(standing, free) : toBody(free, standing);
  },
});

/** Standing on the left foot, and on the right one. */
export const bridgeOnLeft = oneLegBridge('left');
export const bridgeOnRight = oneLegBridge('right');
