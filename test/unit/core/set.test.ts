import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import { endSet, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { CoachEvent, Snapshot } from '../../../src/core/coach/snapshot';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';

const lying = pose().supine();
const standing = pose().standing();
const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
const bend = (kneeFlexionDeg: number) => (now: PoseBuilder) => now.squat({ kneeFlexionDeg });

const bridge = (made: TraceBuilder): TraceBuilder =>
  made.move(0.9, hipsAt(180)).stay(2.5).move(0.9, hipsAt(118)).stay(1.5);

const squat = (made: TraceBuilder): TraceBuilder =>
  made.move(0.9, bend(90)).stay(0.2).move(0.9, bend(0)).stay(0.8);

/** A live set to its end, or to the end of the film. */
function train(
  exercise: 'gluteBridge' | 'squat',
  frames: readonly PoseFrame[],
  doseReps: number,
): { readonly snapshots: readonly Snapshot[]; readonly events: readonly CoachEvent[] } {
  const run = startSet({ ...picture, exercise, begin: 'start', targetSec: 2, doseReps });
  const snapshots = frames.map((frame) => stepSet(run, frame));
  snapshots.push(endSet(run));
  return { snapshots, events: snapshots.flatMap(({ events }) => events) };
}

const endOf = (events: readonly CoachEvent[]): CoachEvent[] =>
  events.filter(({ type }) => type === 'setEnded');

describe('a live set', () => {
  it('begins by itself and ends when the dose is done', () => {
    let made = film(lying).stay(3);
    for (let i = 0; i < 3; i++) made = bridge(made);
    const { events, snapshots } = train('gluteBridge', made.toFrames(), 2);
    expect(events[0]?.type).toBe('setStarted');
    expect(endOf(events)).toMatchObject([{ reason: 'dose' }]);
    expect(snapshots.at(-1)?.reps).toHaveLength(2);
    expect(snapshots.at(-1)?.setPhase).toBe('ended');
  });

  it('does not count an attempt as part of the dose', () => {
    const made = bridge(film(lying).stay(3))
      .move(0.9, hipsAt(152))
      .stay(2.5)
      .move(0.9, hipsAt(118))
      .stay(1.5);
    const { events } = train('gluteBridge', made.toFrames(), 2);
    expect(endOf(events)).toMatchObject([{ reason: 'stopped' }]);
  });

  it('ends when the athlete has left the exercise for eight seconds', () => {
    const made = bridge(film(lying).stay(3)).gone(12);
    const { events } = train('gluteBridge', made.toFrames(), 10);
    const [end] = endOf(events);
    expect(end).toMatchObject({ reason: 'left' });
    expect(Math.abs((end?.tSec ?? NaN) - (3 + 5.8 + 8))).toBeLessThan(0.5);
  });

  it('goes on through a rest in the start position', () => {
    const made = bridge(bridge(film(lying).stay(3)).stay(20));
    const { snapshots } = train('gluteBridge', made.toFrames(), 10);
    expect(snapshots.at(-1)?.reps).toHaveLength(2);
  });

  it('keeps the hold that runs when it is stopped', () => {
    const made = film(lying).stay(3).move(0.9, hipsAt(180)).stay(2.5);
    const { snapshots, events } = train('gluteBridge', made.toFrames(), 10);
    expect(snapshots.at(-1)?.reps).toMatchObject([{ kind: 'hold', quality: true }]);
    expect(endOf(events)).toMatchObject([{ reason: 'stopped' }]);
  });

  it('counts nothing while it is not yet running', () => {
    const made = bridge(
      film(lying.without('rightFootIndex', 'leftFootIndex', 'rightAnkle', 'leftAnkle')).stay(3),
    );
    const { snapshots } = train('gluteBridge', made.toFrames(), 10);
    expect(snapshots.at(-1)?.reps).toEqual([]);
    expect(snapshots.at(-1)?.clocks).toEqual({
      goodSec: 0,
      faultySec: 0,
      unseenSec: 0,
      restSec: 0,
    });
  });

  it('shows the running hold with its target, and none at rest', () => {
    const made = bridge(film(lying).stay(3));
    const { snapshots } = train('gluteBridge', made.toFrames(), 10);
    const held = snapshots.find(({ tSec }) => tSec > 5)?.current;
    expect(held).toMatchObject({ n: 1, targetSec: 2 });
    expect(held?.goodSec).toBeGreaterThan(0.8);
    expect(snapshots.find(({ tSec }) => tSec > 2.5)?.current).toBeUndefined();
  });

  it('draws the angle of the joint at the side that is near', () => {
    const made = bridge(film(lying).stay(3));
    const { snapshots } = train('gluteBridge', made.toFrames(), 10);
    const held = snapshots.find(({ tSec }) => tSec > 5.5)?.angle;
    expect(held).toMatchObject({ joint: 'hip', side: 'right' });
    expect(Math.abs(held?.valueDeg ?? NaN)).toBeLessThan(1);
  });

  it('counts the dose of a rep exercise', () => {
    let made = film(standing).stay(3);
    for (let i = 0; i < 4; i++) made = squat(made);
    const { events, snapshots } = train('squat', made.toFrames(), 3);
    expect(snapshots.at(-1)?.reps).toHaveLength(3);
    expect(endOf(events)).toMatchObject([{ reason: 'dose' }]);
  });

  it('refuses an exercise that does not exist', () => {
    expect(() =>
      startSet({ ...picture, exercise: 'handstand' as 'squat', begin: 'now' }),
    ).toThrow();
  });
});
