import type { Joint, KeypointName, Side } from '../../src/core/body/keypoint';

/**
 * A point of the body before it is placed in the room, metres. `along`: the way a standing person
 * faces, toward the feet of a lying one; `up` from the floor; `left` toward the person's left.
 */
export interface BodyPoint {
  readonly along: number;
  readonly up: number;
  readonly left: number;
}

/** A whole body, by keypoint. */
export type Body = Readonly<Record<KeypointName, BodyPoint>>;

/** Segment lengths and half widths of the stick body, metres. */
export const bodySize = {
  trunkM: 0.5,
  thighM: 0.42,
  shankM: 0.42,
  shoulderHalfM: 0.18,
  hipHalfM: 0.1,
} as const;

export const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** A place in the body's sagittal plane, metres. */
export type Flat = readonly [along: number, up: number];

/** The sagittal places of the parts of one side, and how far out they are. */
export type Half = Readonly<Record<Joint, Flat>> & { readonly nose: Flat };

const outM: Readonly<Record<Joint, number>> = {
  ear: 0.07,
  shoulder: bodySize.shoulderHalfM,
  elbow: 0.22,
  wrist: 0.24,
  hip: bodySize.hipHalfM,
  knee: bodySize.hipHalfM,
  ankle: bodySize.hipHalfM,
  heel: bodySize.hipHalfM,
  footIndex: bodySize.hipHalfM,
};

/** Both sides, from one half or from two, before anything is moved sideways. */
export function toBody(leftHalf: Half, rightHalf: Half = leftHalf): Body {
  const of = (joint: Joint, side: Side): BodyPoint => {
    const half = side === 'left' ? leftHalf : rightHalf;
    return {
      along: half[joint][0],
      up: half[joint][1],
      left: side === 'left' ? outM[joint] : -outM[joint],
    };
  };
  const face = (left: number): BodyPoint => ({
    along: leftHalf.nose[0],
    up: leftHalf.nose[1],
    left,
  });
  const name = (joint: Joint, side: Side): KeypointName =>
    `${side}${joint[0]?.toUpperCase() ?? ''}${joint.slice(1)}` as KeypointName;
  const joints = Object.keys(outM) as Joint[];
  const pairs = joints.flatMap((joint) =>
    (['left', 'right'] as const).map((side) => [name(joint, side), of(joint, side)] as const),
  );
  const hands = (['left', 'right'] as const).flatMap((side) =>
    (['Pinky', 'Index', 'Thumb'] as const).map(
      (finger) => [`${side}${finger}`, of('wrist', side)] as const,
    ),
  );
  return {
    ...(Object.fromEntries([...pairs, ...hands]) as Body),
    nose: face(0),
    leftEyeInner: face(0.02),
    leftEye: face(0.03),
    leftEyeOuter: face(0.04),
    rightEyeInner: face(-0.02),
    rightEye: face(-0.03),
    rightEyeOuter: face(-0.04),
    mouthLeft: face(0.02),
    mouthRight: face(-0.02),
  };
}

/** The place so far from another, at an angle from `along` toward `up`. */
export const toward = ([along, up]: Flat, length: number, degrees: number): Flat => [
  along + length * Math.cos(rad(degrees)),
  up + length * Math.sin(rad(degrees)),
];

/** From the shoulder to the ear, and from the ear to the nose, metres. */
const neckM = 0.18;
const noseM = 0.1;

/** Ear and nose on a trunk that points `trunkDeg`, the belly toward `bellyDeg`. */
export function headOn(
  shoulder: Flat,
  trunkDeg: number,
  bellyDeg: 90 | -90,
  headBackDeg: number,
): Pick<Half, 'ear' | 'nose'> {
  const headDeg = trunkDeg - Math.sign(bellyDeg) * headBackDeg;
  const ear = toward(shoulder, neckM, headDeg);
  return { ear, nose: toward(ear, noseM, headDeg + bellyDeg) };
}

/** Where a function that rises from below zero to above it is zero. */
export function findZero(f: (x: number) => number, low: number, high: number): number {
  let from = low;
  let to = high;
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (f(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** What a lying body does. */
export interface Supine {
  /** Angle of shoulder, hip and knee, degrees: 180 in line, less with the hips low. */
  readonly trunkThighDeg: number;
  /** Height of the heel above the toes, metres. */
  readonly heelRiseM: number;
}

const lyingShoulder: Flat = [0, 0.1];
const lyingAnkle: Flat = [0.8, 0.08];

/** On the back, knees bent, feet and shoulders on the floor, the hips as high as the angle says. */
export function buildSupine({ trunkThighDeg, heelRiseM }: Supine): Body {
  const { trunkM, thighM, shankM } = bodySize;
  const kneeAt = (trunkDeg: number): Flat =>
    toward(toward(lyingShoulder, trunkM, trunkDeg), thighM, trunkDeg + 180 - trunkThighDeg);
  const trunkDeg = findZero(
    (tilt) => {
      const knee = kneeAt(tilt);
      return Math.hypot(knee[0] - lyingAnkle[0], knee[1] - lyingAnkle[1]) - shankM;
    },
    -20,
    60,
  );
  return toBody({
    shoulder: lyingShoulder,
    hip: toward(lyingShoulder, trunkM, trunkDeg),
    knee: kneeAt(trunkDeg),
    ankle: lyingAnkle,
    ear: [-0.15, 0.13],
    nose: [-0.2, 0.22],
    elbow: [0.25, 0.05],
    wrist: [0.48, 0.05],
    heel: [lyingAnkle[0] - 0.05, 0.02 + heelRiseM],
    footIndex: [lyingAnkle[0] + 0.15, 0.02],
  });
}

/** What a standing body does. */
export interface Standing {
  /** Flexion of both knees, degrees; the hips stay over the ankles. */
  readonly kneeFlexionDeg: number;
  /** How far each knee falls in: its frontal plane projection angle, degrees. */
  readonly caveLeftDeg: number;
  readonly caveRightDeg: number;
  /** Trunk forward from the vertical, degrees. */
  readonly trunkInclineDeg: number;
  /** Trunk toward the person's left, degrees. */
  readonly trunkLeanDeg: number;
  /** Hips toward the person's left of the feet, metres. */
  readonly hipShiftM: number;
}

/**
 * How far medially a knee stands for a frontal plane projection angle: the thigh turns in at the
 * hip, so the knee moves on a circle about the line from hip to ankle and no bone changes length.
 */
export function caveOffset(
  caveDeg: number,
  aboveM: number,
  belowM: number,
  radiusM: number,
): number {
  if (caveDeg === 0) return 0;
  const wanted = Math.abs(caveDeg);
  const angle = (offset: number): number =>
    ((Math.atan(offset / aboveM) + Math.atan(offset / belowM)) * 180) / Math.PI;
  const offset = findZero((x) => angle(x) - wanted, 0, radiusM);
  return Math.sign(caveDeg) * offset;
}

/** Upright on both feet, the knees bent and turned in as told. */
export function buildStanding(pose: Standing): Body {
  const { trunkM, thighM, shankM, hipHalfM } = bodySize;
  const ankle: Flat = [0, 0.08];
  const flexion = rad(pose.kneeFlexionDeg);
  const reach = Math.sqrt(thighM ** 2 + shankM ** 2 + 2 * thighM * shankM * Math.cos(flexion));
  const shankTilt = Math.atan2(thighM * Math.sin(flexion), shankM + thighM * Math.cos(flexion));
  const knee: Flat = [shankM * Math.sin(shankTilt), ankle[1] + shankM * Math.cos(shankTilt)];
  const hip: Flat = [0, ankle[1] + reach];
  const trunk = (length: number): Flat => toward(hip, length, 90 - pose.trunkInclineDeg);
  const shoulder = trunk(trunkM);
  const head = trunk(trunkM + 0.18);
  const body = toBody({
    shoulder,
    hip,
    knee,
    ankle,
    ear: head,
    nose: [head[0] + 0.1, head[1] - 0.02],
    elbow: [shoulder[0], shoulder[1] - 0.28],
    wrist: [shoulder[0], shoulder[1] - 0.52],
    heel: [-0.05, 0.03],
    footIndex: [0.15, 0.02],
  });
  const turnIn = (side: Side, caveDeg: number): BodyPoint => {
    const inward = caveOffset(caveDeg, hip[1] - knee[1], knee[1] - ankle[1], knee[0]);
    return {
      along: Math.sqrt(Math.max(0, knee[0] ** 2 - inward ** 2)),
      up: knee[1],
      left: (side === 'left' ? 1 : -1) * (hipHalfM - inward),
    };
  };
  const lean = Math.tan(rad(pose.trunkLeanDeg));
  const moved = Object.entries(body).map(([name, point]): [string, BodyPoint] => {
    const aboveHip = Math.max(0, point.up - hip[1]);
    const share = Math.min(1, Math.max(0, (point.up - ankle[1]) / reach));
    return [name, { ...point, left: point.left + lean * aboveHip + share * pose.hipShiftM }];
  });
  const all = Object.fromEntries(moved) as Body;
  const sideways = all.leftKnee.left - body.leftKnee.left;
  const withShift = (point: BodyPoint): BodyPoint => ({ ...point, left: point.left + sideways });
  return {
    ...all,
    leftKnee: withShift(turnIn('left', pose.caveLeftDeg)),
    rightKnee: withShift(turnIn('right', pose.caveRightDeg)),
  };
}

/** The body with arms straight up from its shoulders. */
export function raiseArms(body: Body, arms: Side | 'both' | undefined): Body {
  const sides = (['left', 'right'] as const).filter((side) => arms === side || arms === 'both');
  const raised = sides.flatMap((side) => {
    const shoulder = body[`${side}Shoulder`];
    const over = (m: number): BodyPoint => ({ ...shoulder, up: shoulder.up + m });
    return [
      [`${side}Elbow`, over(0.28)],
      [`${side}Wrist`, over(0.52)],
    ] as const;
  });
  return { ...body, ...(Object.fromEntries(raised) as Partial<Body>) };
}
