import { describe, expect, it } from 'vitest';
import { jointIndex, type Side } from '../../../src/core/body/keypoint';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import { SignalBoard } from '../../../src/core/coach/signalBoard';
import { catalogue } from '../../../src/core/exercises/catalogue';
import type { Athlete } from '../../../src/core/kinematics/athlete';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';
import { mirrorTrace } from '../../support/transformTrace';

/** The athlete of each frame of a film. */
function readAthletes(frames: readonly PoseFrame[], exercise: 'gluteBridge' | 'squat'): Athlete[] {
  const board = new SignalBoard(catalogue[exercise], picture);
  return frames.map((frame) => board.step(frame).athlete);
}

const last = <T>(values: readonly T[]): T => {
  const value = values.at(-1);
  if (value === undefined) throw new Error('nothing was read');
  return value;
};

const lying = pose().supine();
const bridge = (from: PoseBuilder): TraceBuilder =>
  film(from)
    .stay(1.5)
    .move(1, (now) => now.hipsAt(180))
    .stay(1);

describe('which side is near', () => {
  it.each([
    ['rightSide', 'right'],
    ['leftSide', 'left'],
  ] as const)('is told from the depth seen from the %s', (from, near) => {
    const frames = bridge(lying.seenFrom(from)).toFrames();
    expect(last(readAthletes(frames, 'gluteBridge')).near).toBe<Side>(near);
  });

  it('is told from the scores where there is no depth', () => {
    const flat = lying.with({ withWorld: false });
    const frames = bridge(flat)
      .toFrames()
      .map(({ tSec, image }) => ({
        tSec,
        image: image?.map(
          (point, index) => point && { ...point, score: index % 2 === 0 ? 0.95 : 0.6 },
        ),
      }));
    // Even indices are the right side's from the ears on.
    expect(last(readAthletes(frames, 'gluteBridge')).near).toBe('right');
  });
});

describe('what the set-up latches', () => {
  it('does not change when depth and posture are misread later', () => {
    const frames = bridge(lying).toFrames();
    const latched = last(readAthletes(frames, 'gluteBridge'));
    const late = frames.map((frame) =>
      frame.tSec < 1.5
        ? frame
        : {
            ...frame,
            world: (frame.world ?? []).map((point) => point && { ...point, zM: -point.zM }),
          },
    );
    const kept = last(readAthletes(late, 'gluteBridge'));
    expect([kept.near, kept.eta, kept.facing]).toEqual([latched.near, latched.eta, latched.facing]);
  });

  it('keeps the handedness while the hips rise above the line', () => {
    const frames = film(lying)
      .stay(1.5)
      .move(1, (now) => now.hipsAt(205))
      .stay(1)
      .toFrames();
    const athletes = readAthletes(frames, 'gluteBridge');
    expect(new Set(athletes.map(({ eta }) => eta)).size).toBe(1);
  });

  it('keeps the lengths of the body in the start position through the movement', () => {
    const frames = film(pose().standing())
      .stay(1.5)
      .move(1, (now) => now.squat({ kneeFlexionDeg: 90 }))
      .stay(0.5)
      .toFrames();
    const { scale } = last(readAthletes(frames, 'squat'));
    expect(scale?.torsoPx).toBeCloseTo(120, 6);
    expect(scale?.thighPx.left).toBeCloseTo(100.8, 6);
    expect(scale?.shankPx.right).toBeCloseTo(100.8, 6);
  });

  it('leaves out a limb whose length jumps, and holds nobody to it later', () => {
    const ankle = jointIndex.right.ankle;
    const frames = film(pose().standing())
      .stay(3)
      .toFrames()
      .map((frame, n): PoseFrame => {
        const point = frame.image?.[ankle];
        if (frame.tSec > 1.5 || n % 10 < 5 || point === undefined) return frame;
        return { ...frame, image: frame.image?.with(ankle, { ...point, yPx: point.yPx - 50 }) };
      });
    const { scale, points } = last(readAthletes(frames, 'squat'));
    expect(scale?.shankPx.right).toBeUndefined();
    expect(scale?.thighPx.right).toBeCloseTo(100.8, 6);
    expect(points[ankle]).toBeDefined();
  });
});

describe('a mirrored person', () => {
  it('has the other side near, the other handedness and faces the other way', () => {
    const trace = bridge(lying).toTrace('gluteBridge');
    const seen = last(readAthletes(trace.frames, 'gluteBridge'));
    const mirrored = last(readAthletes(mirrorTrace(trace).frames, 'gluteBridge'));
    expect(seen.near).toBe('right');
    expect(mirrored.near).toBe('left');
    expect(mirrored.eta).toBe(-seen.eta);
    expect(mirrored.facing).toBe(-seen.facing);
  });
});

describe('a keypoint with a low score', () => {
  it('is no point to measure with', () => {
    const frames = film(lying.with({ score: 0.49 }))
      .stay(1)
      .toFrames();
    expect(last(readAthletes(frames, 'gluteBridge')).points.every((p) => p === undefined)).toBe(
      true,
    );
  });
});
