import { describe, expect, it } from 'vitest';
import { computeBridgeTarget, isMoved } from '../../../src/core/coach/ownReferences';
import type { JudgeOptions } from '../../../src/core/report/judgeTrace';
import { judge, type Judged } from '../../support/judged';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
const rest = hipsAt(118);

/** One hold after the other, each at its own shoulder-hip-knee angle. */
function judgeHolds(angles: readonly number[], options: Partial<JudgeOptions> = {}): Judged {
  const made = film(pose().supine()).stay(2);
  for (const deg of angles) made.move(0.9, hipsAt(deg)).stay(4).move(0.9, rest).stay(1.5);
  return judge(made.toTrace('gluteBridge'), { targetSec: 3, ...options });
}

const tell = ({ verdict }: Judged): string[] =>
  verdict.reps.map(({ kind, faults }) => [kind, ...faults].join(' '));

describe('the personal bridge target', () => {
  it.each([
    [-4, 0],
    [0, 0],
    [10, -10],
    [22, -15],
  ])('of a thigh %s° above the level is %s°', (thighDeg, targetDeg) => {
    expect(computeBridgeTarget(thighDeg)).toBeCloseTo(targetDeg, 9);
  });

  it('lets a hip that does not extend further hold where it can', () => {
    expect(tell(judgeHolds([162]))).toEqual(['attempt hipsLow']);
    expect(tell(judgeHolds([162], { bridgeTargetDeg: -10 }))).toEqual(['hold']);
  });

  it('asks no one to go as high as without it: the neutral is taken no higher', () => {
    expect(tell(judgeHolds([192]))).toEqual(['hold']);
    const lowered = judgeHolds([192], { bridgeTargetDeg: -15 });
    expect(lowered.verdict.faults).toMatchObject([{ id: 'overHeight', rep: 1 }]);
  });

  it('moves nothing where the good position itself is given', () => {
    const given = { baseline: { trunkThighDeg: 0 } };
    expect(tell(judgeHolds([162], { ...given, bridgeTargetDeg: -10 }))).toEqual([
      'attempt hipsLow',
    ]);
  });
});

describe('a first hold that is too high', () => {
  it('does not make the good ones after it look low', () => {
    const [first, ...others] = tell(judgeHolds([202, 180, 180]));
    expect(first).toMatch(/^hold/);
    expect(others).toEqual(['hold', 'hold']);
  });

  it('is corrected by the first good one: the next too high is a fault', () => {
    const told = tell(judgeHolds([200, 180, 198]));
    expect(told.slice(1)).toEqual(['hold', 'hold overHeight']);
  });
});

describe('quiet standing, calibrated', () => {
  const standing = { trunkThighDeg: -16 };

  it('is the zero of an athlete whose hip is read as bent when it is straight', () => {
    expect(tell(judgeHolds([162]))).toEqual(['attempt hipsLow']);
    expect(tell(judgeHolds([162], { standing }))).toEqual(['hold']);
  });

  it('shows a first hold that is too high for this athlete, though not for everyone', () => {
    expect(tell(judgeHolds([184]))).toEqual(['hold']);
    expect(tell(judgeHolds([184], { standing }))).toEqual(['hold overHeight']);
  });
});

describe('quiet standing', () => {
  const standing = { trunkThighDeg: -8, hipFlexionDeg: 8 };
  /** What the camera of these films sees of the trunk, px. */
  const here = { posture: 'supine', torsoPx: 200, yawDeg: 0 } as const;
  const readAt = (torsoPx: number): Judged =>
    judgeHolds([160], { standing, standingFrom: [{ ...here, torsoPx }] });

  it('is refused where the camera has moved since, and it is said', () => {
    const [same, moved] = [readAt(200), readAt(150)];
    expect(same.snapshots.some((snapshot) => snapshot.isMoved)).toBe(false);
    expect(tell(same)).toEqual(['hold']);
    expect(moved.snapshots.at(-1)?.isMoved).toBe(true);
    expect(tell(moved)).toEqual(['attempt hipsLow']);
  });

  it('has been read elsewhere where trunk or direction differ, of the same position only', () => {
    expect(isMoved([here], { ...here, torsoPx: 230 })).toBe(false);
    expect(isMoved([here], { ...here, torsoPx: 250 })).toBe(true);
    expect(isMoved([here], { ...here, yawDeg: 15 })).toBe(true);
    expect(isMoved([here], { ...here, yawDeg: undefined })).toBe(false);
    expect(isMoved([here], { posture: 'standing', torsoPx: 90, yawDeg: 30 })).toBe(false);
  });
});
