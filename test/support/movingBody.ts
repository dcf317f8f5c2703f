import type { KeypointName } from '../../src/core/body/keypoint';
import { type Body, bodySize, type BodyPoint, type Flat, type Half, toBody } from './stickBody';

const turn = 2 * Math.PI;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

const change = (
  body: Body,
  names: (name: string) => boolean,
  to: (point: BodyPoint) => BodyPoint,
): Body =>
  Object.fromEntries(
    Object.entries(body).map(([name, point]) => [name, names(name) ? to(point) : point]),
  ) as Record<KeypointName, BodyPoint>;

/** Where a joint between two others of equal length is, in front of their line. */
function bendBetween(from: Flat, to: Flat, boneM: number): Flat {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const reach = Math.min(Math.hypot(dx, dy), 2 * boneM);
  const out = Math.sqrt(Math.max(0, boneM ** 2 - (reach / 2) ** 2));
  const length = Math.max(Math.hypot(dx, dy), 1e-6);
  return [(from[0] + to[0]) / 2 + (out * dy) / length, (from[1] + to[1]) / 2 - (out * dx) / length];
}

/** What someone who walks, runs or crawls does. The cycle is at 0 with the left limb ahead. */
export interface Striding {
  /** Cycles so far. */
  readonly phase: number;
  /** Share of the cycle that the left leg's swing takes; 0.5 is even. */
  readonly leftShare: number;
  /** Length of a step, metres, and how high a foot or knee is lifted. */
  readonly stepM: number;
  readonly liftM: number;
  /** How far the other side's hip sinks in the middle of this side's support, degrees. */
  readonly dropLeftDeg: number;
  readonly dropRightDeg: number;
  /** Line of the shoulders, positive with the right side lower, degrees. */
  readonly shoulderTiltDeg: number;
  readonly trunkInclineDeg: number;
  /** Trunk toward the person's left, degrees. */
  readonly trunkLeanDeg: number;
  /** Phase of the hands against the knees, cycles: 0.5 is the opposite hand with each knee. */
  readonly handPhase: number;
  /** Height of the hips over the shoulders, metres, on all fours. */
  readonly pikeM: number;
}

/** The cycle with an uneven share of the two halves. */
function warp(phase: number, leftShare: number): number {
  const whole = Math.floor(phase);
  const part = phase - whole;
  const rightShare = 1 - leftShare;
  return (
    whole + (part < rightShare ? part / rightShare / 2 : 0.5 + (part - rightShare) / leftShare / 2)
  );
}

/** How much each side supports: the left in the first half of the cycle, the right in the second. */
const tiltOf = (phase: number, { dropLeftDeg, dropRightDeg }: Striding): number => {
  const swing = Math.sin(turn * phase);
  return swing > 0 ? dropLeftDeg * swing : dropRightDeg * swing;
};

/** Lowers the right and lifts the left of both hips by a tilt of their line. */
const tilt = (body: Body, joint: 'Hip' | 'Shoulder', degrees: number): Body =>
  change(
    body,
    (name) => name.endsWith(joint),
    (point) => ({ ...point, up: point.up + point.left * Math.tan(rad(degrees)) }),
  );

/** Upright on moving feet; with no step and no lift it stands still. */
export function buildWalking(pose: Striding): Body {
  const { trunkM, thighM } = bodySize;
  const phase = warp(pose.phase, pose.leftShare);
  const hip: Flat = [0, 0.08 + Math.sqrt((2 * thighM - 0.01) ** 2 - (pose.stepM / 2) ** 2)];
  const trunk = (length: number): Flat => [
    hip[0] + length * Math.sin(rad(pose.trunkInclineDeg)),
    hip[1] + length * Math.cos(rad(pose.trunkInclineDeg)),
  ];
  const half = (at: number): Half => {
    const along = (pose.stepM / 2) * Math.cos(turn * at);
    // A foot is off the ground while it goes forward.
    const lift = pose.liftM * Math.max(0, -Math.sin(turn * at));
    const ankle: Flat = [along, 0.08 + lift];
    const [shoulder, head] = [trunk(trunkM), trunk(trunkM + 0.18)];
    return {
      shoulder,
      hip,
      knee: bendBetween(ankle, hip, thighM),
      ankle,
      ear: head,
      nose: [head[0] + 0.1, head[1] - 0.02],
      elbow: [shoulder[0], shoulder[1] - 0.28],
      wrist: [shoulder[0], shoulder[1] - 0.52],
      heel: [along - 0.05, 0.03 + lift],
      footIndex: [along + 0.15, 0.02 + lift],
    };
  };
  const body = toBody(half(phase), half(phase + 0.5));
  const tilted = tilt(tilt(body, 'Hip', tiltOf(phase, pose)), 'Shoulder', pose.shoulderTiltDeg);
  const lean = Math.tan(rad(pose.trunkLeanDeg));
  return change(
    tilted,
    (name) => !/Hip|Knee|Ankle|Heel|FootIndex/.test(name),
    (point) => ({ ...point, left: point.left + lean * (point.up - hip[1]) }),
  );
}

/** On hands and knees, moving. */
export function buildCrawling(pose: Striding): Body {
  const phase = warp(pose.phase, pose.leftShare);
  const swingOf = (at: number): Flat => [
    (pose.stepM / 2) * Math.cos(turn * at),
    pose.liftM * Math.max(0, -Math.sin(turn * at)),
  ];
  const half = (at: number): Half => {
    const [kneeAlong, kneeLift] = swingOf(at);
    const [handAlong, handLift] = swingOf(at + pose.handPhase);
    const wrist: Flat = [0.5 + handAlong, 0.04 + handLift];
    const shoulder: Flat = [0.5, 0.52];
    return {
      shoulder,
      hip: [0, 0.5 + pose.pikeM],
      knee: [kneeAlong, 0.06 + kneeLift],
      ankle: [kneeAlong - 0.4, 0.07],
      heel: [kneeAlong - 0.44, 0.12],
      footIndex: [kneeAlong - 0.46, 0.02],
      ear: [0.66, 0.56],
      nose: [0.74, 0.48],
      elbow: [(shoulder[0] + wrist[0]) / 2, (shoulder[1] + wrist[1]) / 2],
      wrist,
    };
  };
  return tilt(toBody(half(phase), half(phase + 0.5)), 'Hip', tiltOf(phase, pose));
}

/** What someone in a hip-flexor test does; the right leg is tested. */
export interface HipTested {
  /** Right thigh above the horizontal, degrees: 120 with the knee at the chest. */
  readonly thighDeg: number;
  readonly testedKneeDeg: number;
  /** Hips off the table, metres. */
  readonly hipRiseM: number;
  /** Half-kneeling: hips in front of the right knee, metres. */
  readonly hipForwardM: number;
}

const polar = (from: Flat, length: number, degrees: number): Flat => [
  from[0] + length * Math.cos(rad(degrees)),
  from[1] + length * Math.sin(rad(degrees)),
];

/** On the back at a table's edge, the left knee held to the chest. */
export function buildTableEdge({ thighDeg, testedKneeDeg, hipRiseM }: HipTested): Body {
  const { trunkM, thighM, shankM } = bodySize;
  const half = (thigh: number, kneeFlexion: number): Half => {
    const shoulder: Flat = [0, 0.8];
    const hip = polar(shoulder, trunkM, (Math.asin(hipRiseM / trunkM) * 180) / Math.PI);
    const knee = polar(hip, thighM, thigh);
    const ankle = polar(knee, shankM, thigh - kneeFlexion);
    return {
      shoulder,
      hip,
      knee,
      ankle,
      heel: ankle,
      footIndex: polar(ankle, 0.15, thigh - kneeFlexion + 60),
      ear: [-0.15, 0.83],
      nose: [-0.2, 0.92],
      elbow: [0.15, 1],
      wrist: [0.3, 1.1],
    };
  };
  return toBody(half(120, 130), half(thighDeg, testedKneeDeg));
}

/** On the right knee, the left foot in front, trunk upright. */
export function buildHalfKneeling({ hipForwardM }: HipTested): Body {
  const { trunkM, thighM } = bodySize;
  const hip: Flat = [hipForwardM, 0.06 + Math.sqrt(thighM ** 2 - hipForwardM ** 2)];
  const shoulder: Flat = [hip[0], hip[1] + trunkM];
  const upper = {
    shoulder,
    hip,
    ear: [hip[0], shoulder[1] + 0.18],
    nose: [hip[0] + 0.1, shoulder[1] + 0.16],
    elbow: [hip[0], shoulder[1] - 0.28],
    wrist: [hip[0], shoulder[1] - 0.5],
  } as const;
  const right: Half = {
    ...upper,
    knee: [0, 0.06],
    ankle: [-0.42, 0.08],
    heel: [-0.45, 0.14],
    footIndex: [-0.5, 0.02],
  };
  const left: Half = {
    ...upper,
    knee: [hip[0] + 0.4, 0.48],
    ankle: [0.42, 0.08],
    heel: [0.37, 0.03],
    footIndex: [0.57, 0.02],
  };
  return toBody(left, right);
}
