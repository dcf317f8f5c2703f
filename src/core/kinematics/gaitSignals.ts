import type { Side } from '../body/keypoint';
import { computeInclination, computeLineTilt, distance } from './angle';
import { type Athlete, pointOf } from './athlete';
import { middleOf, type SignalRows } from './signalDefinition';

/** Trunk length in this frame, px: who walks toward the camera grows. */
const trunkPx = (athlete: Athlete): number | undefined => {
  const hip = middleOf(athlete, 'hip');
  const shoulder = middleOf(athlete, 'shoulder');
  const length = hip && shoulder && distance(hip, shoulder);
  return length !== undefined && length > 1e-6 ? length : undefined;
};

/** How far the left of a joint is ahead of the right, in trunk lengths. */
const gapOf =
  (joint: 'ankle' | 'knee') =>
  (athlete: Athlete): number | undefined => {
    const left = pointOf(athlete, joint, 'left');
    const right = pointOf(athlete, joint, 'right');
    const trunk = trunkPx(athlete);
    return left && right && trunk ? (athlete.facing * (left.x - right.x)) / trunk : undefined;
  };

/** How far a joint is ahead of the middle of the hips, in trunk lengths. */
const forwardOf =
  (joint: 'wrist' | 'knee' | 'footIndex') =>
  (athlete: Athlete, side: Side): number | undefined => {
    const point = pointOf(athlete, joint, side);
    const hip = middleOf(athlete, 'hip');
    const trunk = trunkPx(athlete);
    return point && hip && trunk ? (athlete.facing * (point.x - hip.x)) / trunk : undefined;
  };

/** Tilt of the line between the two sides of a joint, degrees, positive with the right side lower. */
const tiltOf =
  (joint: 'shoulder' | 'hip') =>
  (athlete: Athlete): number | undefined => {
    const left = pointOf(athlete, joint, 'left');
    const right = pointOf(athlete, joint, 'right');
    return left && right && computeLineTilt(left, right);
  };

/**
 * Signals of someone who walks, crawls or runs. All are scaled by the body in the same frame, as it
 * grows and shrinks in the picture. Codes in brackets: specification, 3.3.
 */
export const gaitSignals = {
  /** Left ankle ahead of the right, side view. */
  ankleGapRatio: { unit: 'ratio', sides: 'one', compute: gapOf('ankle') },
  /** Left knee ahead of the right, side view. */
  kneeGapRatio: { unit: 'ratio', sides: 'one', compute: gapOf('knee') },
  /** Left ankle above the right in trunk lengths, front and back view. */
  ankleLiftRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const left = pointOf(athlete, 'ankle', 'left');
      const right = pointOf(athlete, 'ankle', 'right');
      const trunk = trunkPx(athlete);
      return left && right && trunk ? (left.y - right.y) / trunk : undefined;
    },
  },
  /** Left knee above the right in hip widths, crawling, from behind: the trunk has no length there. */
  kneeLiftRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const left = pointOf(athlete, 'knee', 'left');
      const right = pointOf(athlete, 'knee', 'right');
      const hipL = pointOf(athlete, 'hip', 'left');
      const hipR = pointOf(athlete, 'hip', 'right');
      if (!left || !right || !hipL || !hipR) return undefined;
      const width = distance(hipL, hipR);
      return width < 1e-6 ? undefined : (left.y - right.y) / width;
    },
  },
  /** Wrist ahead of the hips, side view. */
  wristForwardRatio: { unit: 'ratio', sides: 'each', compute: forwardOf('wrist') },
  /** Knee ahead of the hips, side view. */
  kneeForwardRatio: { unit: 'ratio', sides: 'each', compute: forwardOf('knee') },
  /** Tip of the foot ahead of the hips, side view. */
  toeForwardRatio: { unit: 'ratio', sides: 'each', compute: forwardOf('footIndex') },
  /** [TH] Thigh behind the vertical, positive in extension, side view. */
  thighExtensionDeg: {
    unit: 'deg',
    sides: 'each',
    compute: (athlete: Athlete, side: Side) => {
      const hip = pointOf(athlete, 'hip', side);
      const knee = pointOf(athlete, 'knee', side);
      return hip && knee && computeInclination(knee, hip, athlete.facing);
    },
  },
  /** [PO] Line of the hips, positive with the right side lower, front and back view. */
  hipLineDeg: { unit: 'deg', sides: 'one', compute: tiltOf('hip') },
  /** Line of the shoulders, positive with the right side lower, front and back view. */
  shoulderLineDeg: { unit: 'deg', sides: 'one', compute: tiltOf('shoulder') },
  /**
   * [TL] Trunk from the vertical, front and back view: positive toward the working side (the hand
   * that carries), toward the person's left where that is not told.
   */
  sideLeanDeg: {
    unit: 'deg',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const left = pointOf(athlete, 'shoulder', 'left');
      const right = pointOf(athlete, 'shoulder', 'right');
      const hip = middleOf(athlete, 'hip');
      const shoulder = middleOf(athlete, 'shoulder');
      if (!left || !right || !hip || !shoulder) return undefined;
      const leftIsRight = left.x > right.x;
      const toward = leftIsRight !== (athlete.working === 'right') ? 1 : -1;
      return computeInclination(hip, shoulder, toward);
    },
  },
  /** Middle of the hips above the middle of the shoulders, in trunk lengths, on all fours. */
  hipOverShoulderRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete) => {
      const hip = middleOf(athlete, 'hip');
      const shoulder = middleOf(athlete, 'shoulder');
      const trunk = trunkPx(athlete);
      return hip && shoulder && trunk ? (hip.y - shoulder.y) / trunk : undefined;
    },
  },
} as const satisfies SignalRows;
