import type { Shape } from './poseBuilder';
import {
  type Body,
  type BodyPoint,
  bodySize,
  caveOffset,
  type Flat,
  headOn,
  toBody,
  toward,
} from './stickBody';

const { trunkM, thighM, shankM, hipHalfM } = bodySize;

const armM = 0.52;

/**
 * Bent at hips and knees, both hands on a load. `inclineDeg`: trunk forward from the vertical.
 * `kneeDeg`: flexion of both knees, `shankDeg`: knees ahead of the ankles. `armDeg`: arms forward
 * from hanging straight down. `headBackDeg` against the trunk. `caveDeg`: both knees in.
 */
export const hinge: Shape<
  'inclineDeg' | 'kneeDeg' | 'shankDeg' | 'armDeg' | 'headBackDeg' | 'heelRiseM' | 'caveDeg'
> = {
  rest: {
    inclineDeg: 0,
    kneeDeg: 0,
    shankDeg: 0,
    armDeg: 0,
    headBackDeg: 0,
    heelRiseM: 0,
    caveDeg: 0,
  },
  centre: [0, 0.75],
  build: ({ inclineDeg, kneeDeg, shankDeg, armDeg, headBackDeg, heelRiseM, caveDeg }): Body => {
    const ankle: Flat = [0, 0.08 + heelRiseM / 2];
    const knee = toward(ankle, shankM, 90 - shankDeg);
    const hip = toward(knee, thighM, 90 - shankDeg + kneeDeg);
    const shoulder = toward(hip, trunkM, 90 - inclineDeg);
    const hand = (share: number): Flat => toward(shoulder, share * armM, -90 + armDeg);
    const body = toBody({
      shoulder,
      hip,
      knee,
      ankle,
      ...headOn(shoulder, 90 - inclineDeg, -90, headBackDeg),
      elbow: hand(0.54),
      wrist: hand(1),
      heel: [-0.05, 0.02 + heelRiseM],
      footIndex: [0.15, 0.02],
    });
    if (caveDeg === 0) return body;
    const inwardM = caveOffset(caveDeg, hip[1] - knee[1], knee[1] - ankle[1], knee[0]);
    const cave = (side: 1 | -1): BodyPoint => ({
      along: Math.sqrt(Math.max(0, knee[0] ** 2 - inwardM ** 2)),
      up: knee[1],
      left: side * (hipHalfM - inwardM),
    });
    return { ...body, leftKnee: cave(1), rightKnee: cave(-1) };
  },
};
