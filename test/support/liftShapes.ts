import type { Side } from '../../src/core/body/keypoint';
import type { Shape } from './poseBuilder';
import {
  type Body,
  type BodyPoint,
  bodySize,
  caveOffset,
  findZero,
  type Flat,
  type Half,
  headOn,
  rad,
  toBody,
  toward,
} from './stickBody';

const { trunkM, thighM, shankM, hipHalfM } = bodySize;

const benchShoulder: Flat = [0, 0.42];

/**
 * A hip thrust: the upper back on a bench, the hips as high as the angle says.
 * `trunkThighDeg`: shoulder, hip and knee, 180 in line. `headBackDeg` against the trunk. `footM`: how
 * much further away the feet stand.
 */
export const thrust: Shape<'trunkThighDeg' | 'headBackDeg' | 'footM'> = {
  rest: { trunkThighDeg: 105, headBackDeg: -15, footM: 0 },
  centre: [0.4, 0.35],
  build: ({ trunkThighDeg, headBackDeg, footM }) => {
    const ankle: Flat = [0.92 + footM, 0.08];
    const kneeAt = (trunkDeg: number): Flat =>
      toward(toward(benchShoulder, trunkM, trunkDeg), thighM, trunkDeg + 180 - trunkThighDeg);
    const trunkDeg = findZero(
      (tilt) => {
        const knee = kneeAt(tilt);
        return Math.hypot(knee[0] - ankle[0], knee[1] - ankle[1]) - shankM;
      },
      -60,
      40,
    );
    return toBody({
      shoulder: benchShoulder,
      hip: toward(benchShoulder, trunkM, trunkDeg),
      knee: kneeAt(trunkDeg),
      ankle,
      ...headOn(benchShoulder, trunkDeg + 180, -90, headBackDeg),
      elbow: [0.05, 0.3],
      wrist: [0.28, 0.32],
      heel: [ankle[0] - 0.05, 0.02],
      footIndex: [ankle[0] + 0.15, 0.02],
    });
  },
};

/**
 * A roll-out from the knees. `thighDeg`: thigh forward from the vertical. `trunkThighDeg`: shoulder,
 * hip and knee, 180 in line, more with the low back sagging. `reachM`: from knee to wrist.
 */
export const rollOut: Shape<'thighDeg' | 'trunkThighDeg' | 'reachM' | 'headBackDeg'> = {
  rest: { thighDeg: 0, trunkThighDeg: 170, reachM: 0.38, headBackDeg: -10 },
  centre: [0.3, 0.4],
  build: ({ thighDeg, trunkThighDeg, reachM, headBackDeg }) => {
    const knee: Flat = [0, 0.05];
    const hip = toward(knee, thighM, 90 - thighDeg);
    const trunkDeg = 90 - thighDeg + trunkThighDeg - 180;
    const shoulder = toward(hip, trunkM, trunkDeg);
    const wristUp = 0.45;
    return toBody({
      shoulder,
      hip,
      knee,
      ankle: [-shankM, 0.05],
      ...headOn(shoulder, trunkDeg, -90, headBackDeg),
      elbow: [reachM - 0.24, wristUp],
      wrist: [reachM, wristUp],
      heel: [-shankM - 0.03, 0.1],
      footIndex: [-shankM - 0.15, 0.03],
    });
  },
};

/**
 * On one leg. `freeHipDeg`, `freeKneeDeg`: flexion of the free one. `pelvicDropDeg`: its side of the
 * pelvis lower. `caveDeg`: of the stance knee. `leanDeg`: of the trunk toward the stance side.
 */
const oneLegRest = {
  stanceKneeDeg: 0,
  caveDeg: 0,
  freeHipDeg: 0,
  freeKneeDeg: 0,
  pelvicDropDeg: 0,
  inclineDeg: 0,
  leanDeg: 0,
} as const satisfies Record<string, number>;

type OneLeg = keyof typeof oneLegRest;

function buildOneLeg(stance: Side, pose: Readonly<Record<OneLeg, number>>): Body {
  const ankle: Flat = [0, 0.08];
  const flexion = rad(pose.stanceKneeDeg);
  const reach = Math.sqrt(thighM ** 2 + shankM ** 2 + 2 * thighM * shankM * Math.cos(flexion));
  const tiltDeg =
    (Math.atan2(thighM * Math.sin(flexion), shankM + thighM * Math.cos(flexion)) * 180) / Math.PI;
  const knee = toward(ankle, shankM, 90 - tiltDeg);
  const hip: Flat = [0, ankle[1] + reach];
  const dropM = 2 * hipHalfM * Math.sin(rad(pose.pelvicDropDeg));
  const freeHip: Flat = [0, hip[1] - dropM];
  const freeKnee = toward(freeHip, thighM, -90 + pose.freeHipDeg);
  const freeAnkle = toward(freeKnee, shankM, -90 + pose.freeHipDeg - pose.freeKneeDeg);
  const middle: Flat = [0, hip[1] - dropM / 2];
  const trunkDeg = 90 - pose.inclineDeg;
  const shoulder = toward(middle, trunkM, trunkDeg);
  const upper = {
    shoulder,
    ...headOn(shoulder, trunkDeg, -90, 0),
    elbow: [shoulder[0], shoulder[1] - 0.28] as Flat,
    wrist: [shoulder[0], shoulder[1] - 0.52] as Flat,
  };
  const foot = (at: Flat): Pick<Half, 'ankle' | 'heel' | 'footIndex'> => ({
    ankle: at,
    heel: [at[0] - 0.05, at[1] - 0.05],
    footIndex: [at[0] + 0.15, at[1] - 0.06],
  });
  const standing: Half = { ...upper, hip, knee, ...foot(ankle) };
  const free: Half = { ...upper, hip: freeHip, knee: freeKnee, ...foot(freeAnkle) };
  const body = stance === 'left' ? toBody(standing, free) : toBody(free, standing);
  const toStance = stance === 'left' ? 1 : -1;
  const lean = Math.tan(rad(pose.leanDeg)) * toStance;
  const leaned = Object.fromEntries(
    Object.entries(body).map(([name, point]): [string, BodyPoint] => [
      name,
      /Shoulder|Ear|Eye|nose|mouth|Elbow|Wrist|Pinky|Index|Thumb/.test(name) &&
      !name.includes('Foot')
        ? { ...point, left: point.left + lean * Math.max(0, point.up - middle[1]) }
        : point,
    ]),
  ) as Body;
  const inward = caveOffset(pose.caveDeg, hip[1] - knee[1], knee[1] - ankle[1], knee[0]);
  return {
    ...leaned,
    [`${stance}Knee`]: {
      along: Math.sqrt(Math.max(0, knee[0] ** 2 - inward ** 2)),
      up: knee[1],
      left: toStance * (hipHalfM - inward),
    },
  };
}

const oneLeg = (stance: Side): Shape<OneLeg> => ({
  rest: oneLegRest,
  centre: [0, 0.75],
  build: (numbers) => buildOneLeg(stance, numbers),
});

/** On the left leg, and on the right one. */
export const onLeft = oneLeg('left');
export const onRight = oneLeg('right');
