import type { Side } from '../../../src/core/body/keypoint';
import { computeTurn } from '../../../src/core/kinematics/angle';
import type { SignalKey } from '../../../src/core/kinematics/signals';
import { type Clip, nearSide, type TrueFrame } from './clip';

/** The true value of a signal in each frame; undefined where the truth has none. */
export type Course = readonly (number | undefined)[];

/** The true courses of signals, by the product's own keys. */
export type Courses = ReadonlyMap<SignalKey, Course>;

type Measure = (frame: TrueFrame) => number | undefined;

const sides: readonly Side[] = ['left', 'right'];

const angle =
  (name: string): Measure =>
  ({ angles }) =>
    angles[name] ?? undefined;

const map =
  (measure: Measure, change: (value: number) => number): Measure =>
  (frame) => {
    const value = measure(frame);
    return value === undefined ? undefined : change(value);
  };

/** Sense of the truth's x, which points to the left, seen from a side of the person. */
const toLeft = (side: Side): number => (side === 'left' ? 1 : -1);

const toDeg = (rad: number): number => (rad * 180) / Math.PI;

type Point = readonly [number, number, number];

const jointOf = ({ joints3d }: TrueFrame, name: string): Point | undefined => joints3d[name];

function middle(frame: TrueFrame, joint: string): Point | undefined {
  const l = jointOf(frame, `left${joint}`);
  const r = jointOf(frame, `right${joint}`);
  return l && r && [(l[0] + r[0]) / 2, (l[1] + r[1]) / 2, (l[2] + r[2]) / 2];
}

const length = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Shank from the vertical in the sagittal plane, positive with the knee ahead of the ankle. */
const shankIncline =
  (side: Side): Measure =>
  (frame) => {
    const knee = jointOf(frame, `${side}Knee`);
    const ankle = jointOf(frame, `${side}Ankle`);
    return knee && ankle && toDeg(Math.atan2(knee[2] - ankle[2], knee[1] - ankle[1]));
  };

/** Line from knee to shoulder from the vertical in the sagittal plane, positive forward. */
const bodyIncline =
  (side: Side): Measure =>
  (frame) => {
    const knee = jointOf(frame, `${side}Knee`);
    const shoulder = jointOf(frame, `${side}Shoulder`);
    return knee && shoulder && toDeg(Math.atan2(shoulder[2] - knee[2], shoulder[1] - knee[1]));
  };

/** Height of a joint in trunk lengths. */
const heightOf =
  (joint: string): Measure =>
  (frame) => {
    const hip = middle(frame, 'Hip');
    const shoulder = middle(frame, 'Shoulder');
    const point = jointOf(frame, joint);
    return hip && shoulder && point && point[1] / length(hip, shoulder);
  };

/** Ear out of the trunk's line in the sagittal plane, positive with the head back. */
const headTrunk =
  (side: Side): Measure =>
  (frame) => {
    const chain = ['Hip', 'Shoulder', 'Ear'].map((joint) => jointOf(frame, `${side}${joint}`));
    const [hip, shoulder, ear] = chain.map((point) => point && { x: point[2], y: point[1] });
    return hip && shoulder && ear && computeTurn(hip, shoulder, ear);
  };

/** Knee medial of the toe in the frontal plane, in leg lengths. */
const kneeOverToe =
  (side: Side): Measure =>
  (frame) => {
    const [hip, knee, ankle, toe] = ['Hip', 'Knee', 'Ankle', 'FootIndex'].map((joint) =>
      jointOf(frame, `${side}${joint}`),
    );
    if (!hip || !knee || !ankle || !toe) return undefined;
    return (-toLeft(side) * (knee[0] - toe[0])) / (length(hip, knee) + length(knee, ankle));
  };

const hipShift: Measure = (frame) => {
  const hip = middle(frame, 'Hip');
  const left = jointOf(frame, 'leftAnkle');
  const right = jointOf(frame, 'rightAnkle');
  if (!hip || !left || !right) return undefined;
  return (hip[0] - (left[0] + right[0]) / 2) / Math.abs(left[0] - right[0]);
};

const trunkLean: Measure = (frame) => {
  const hip = middle(frame, 'Hip');
  const shoulder = middle(frame, 'Shoulder');
  return hip && shoulder && toDeg(Math.atan2(shoulder[0] - hip[0], shoulder[1] - hip[1]));
};

/** Wrist ahead of the knee, in lengths from shoulder over hip to knee. */
const reach =
  (side: Side): Measure =>
  (frame) => {
    const [shoulder, hip, knee, wrist] = ['Shoulder', 'Hip', 'Knee', 'Wrist'].map((joint) =>
      jointOf(frame, `${side}${joint}`),
    );
    if (!shoulder || !hip || !knee || !wrist) return undefined;
    return (wrist[2] - knee[2]) / (length(shoulder, hip) + length(hip, knee));
  };

/** What the truth can say of the product's signals, in their units and with their signs. */
function listMeasures(clip: Clip): readonly (readonly [SignalKey, Measure])[] {
  const near = nearSide(clip);
  const trunkThigh = map(angle(`${near}ShoulderHipKnee`), (deg) => deg - 180);
  const flexion = (side: Side): Measure => map(angle(`${side}Knee`), (deg) => 180 - deg);
  // Positive with the free side low; `pelvicTiltFrontal` with the left side high.
  const rollSign = clip.options.free === 'L' ? -1 : 1;
  return [
    ['trunkThighDeg', trunkThigh],
    ['trunkThighDropDeg', map(trunkThigh, (deg) => -deg)],
    ['hipFlexionDeg', map(trunkThigh, (deg) => -deg)],
    ['kneeFlexionDeg', flexion(near)],
    [
      'kneeBendDeg',
      (frame) => {
        const [l, r] = sides.map((side) => flexion(side)(frame));
        return l === undefined || r === undefined ? undefined : (l + r) / 2;
      },
    ],
    ['hipHeightRatio', heightOf(`${near}Hip`)],
    ['wristHeightRatio', heightOf(`${near}Wrist`)],
    ['trunkInclineDeg', angle('trunkPitch')],
    ['bodyInclineDeg', bodyIncline(near)],
    ['shankInclineDeg', shankIncline(near)],
    ['thighInclineDeg', map(angle(`${near}ThighInclination`), (deg) => 90 - deg)],
    ['headTrunkDeg', headTrunk(near)],
    ['pelvicRollDeg', map(angle('pelvicTiltFrontal'), (deg) => rollSign * deg)],
    ['backCurveScore', angle('lumbar')],
    ['kneeSeparationRatio', angle('kneeAnkleSeparationRatio')],
    ['hipShiftRatio', hipShift],
    ['trunkLeanDeg', trunkLean],
    ['reachRatio', reach(near)],
    ...sides.flatMap((side): (readonly [SignalKey, Measure])[] => [
      [`legKneeFlexionDeg.${side}`, flexion(side)],
      [`legKneeBendDeg.${side}`, flexion(side)],
      [`pelvicObliquityDeg.${side}`, map(angle('pelvicTiltFrontal'), (deg) => -toLeft(side) * deg)],
      [`leanToSideDeg.${side}`, map(trunkLean, (deg) => toLeft(side) * deg)],
      [`kneeFppaDeg.${side}`, angle(`${side}Fppa`)],
      [`kneeOverToeRatio.${side}`, kneeOverToe(side)],
    ]),
  ];
}

/** The true courses of all signals that the truth knows. */
export const computeCourses = (clip: Clip): Courses =>
  new Map(listMeasures(clip).map(([key, measure]) => [key, clip.frames.map(measure)]));
