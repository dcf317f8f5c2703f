import type { Side } from '../body/keypoint';
import { type Athlete, pointOf } from './athlete';
import type { SignalRows } from './signalDefinition';

/** Standing height in lengths of the trunk between shoulder and hip keypoints (0.30 of it each). */
const heightInTrunks = 3.3;

/** Where the load is: the wrist stands for the bell. Side view. */
export const loadSignals = {
  /** Wrist ahead of the middle of the foot, in standing heights. */
  loadForwardRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const heel = pointOf(athlete, 'heel', side);
      const toe = pointOf(athlete, 'footIndex', side);
      const torso = athlete.scale?.torsoPx;
      if (!wrist || !heel || !toe || !torso) return undefined;
      return (athlete.facing * (wrist.x - (heel.x + toe.x) / 2)) / (torso * heightInTrunks);
    },
  },
  /** Height of the wrist above the knee, in standing heights. */
  wristOverKneeRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const knee = pointOf(athlete, 'knee', side);
      const torso = athlete.scale?.torsoPx;
      return wrist && knee && torso ? (wrist.y - knee.y) / (torso * heightInTrunks) : undefined;
    },
  },
  /** Height of the wrist above the shoulder, in standing heights. */
  wristOverShoulderRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const shoulder = pointOf(athlete, 'shoulder', side);
      const torso = athlete.scale?.torsoPx;
      return wrist && shoulder && torso
        ? (wrist.y - shoulder.y) / (torso * heightInTrunks)
        : undefined;
    },
  },
  /** Height of the wrist above the hip, in trunk lengths. */
  wristHeightRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: (athlete: Athlete, side: Side) => {
      const wrist = pointOf(athlete, 'wrist', side);
      const hip = pointOf(athlete, 'hip', side);
      const torso = athlete.scale?.torsoPx;
      return wrist && hip && torso ? (wrist.y - hip.y) / torso : undefined;
    },
  },
} as const satisfies SignalRows;
