import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import {
  createGestureTrack,
  type RaisedArms,
  readGesture,
  readRaisedArms,
  stepGesture,
} from '../../../src/core/coach/gesture';
import { endSet, resumeSet, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { CoachEvent } from '../../../src/core/coach/snapshot';
import { toGravityPoints } from '../../../src/core/kinematics/athlete';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';

const armsOf = (builder: PoseBuilder): RaisedArms | undefined =>
  readRaisedArms(toGravityPoints(builder.at(0).image, picture));

const standing = pose().standing();
const lying = pose().supine();

describe('readRaisedArms', () => {
  it.each([
    ['standing', standing],
    ['standing side-on', standing.seenFrom('leftSide')],
    ['lying', lying],
    ['lying in a bridge', lying.hipsAt(180)],
    ['lying with the other side near', lying.seenFrom('leftSide')],
  ])('tells the arms of someone %s', (_name, body) => {
    expect(armsOf(body)).toBeUndefined();
    for (const arms of ['left', 'right', 'both'] as const) {
      expect(armsOf(body.raising(arms))).toBe(arms);
    }
  });

  it('takes no arm that it does not see for raised', () => {
    expect(armsOf(standing.raising('left').without('leftWrist'))).toBeUndefined();
    expect(armsOf(standing.raising('both').without('rightElbow'))).toBe('left');
    expect(armsOf(standing.raising('left').without('leftHip'))).toBeUndefined();
  });
});

describe('stepGesture', () => {
  /** When a gesture is told, of arms that are sampled at 30 Hz. */
  function listTold(armsAt: (tSec: number) => RaisedArms | undefined, sec: number): number[] {
    const track = createGestureTrack();
    const told: number[] = [];
    for (let i = 0; i <= sec * 30; i++) {
      if (stepGesture(track, armsAt(i / 30), i / 30) !== undefined) told.push(i / 30);
    }
    return told;
  }

  it('tells an arm after 1.5 s, once until it is down', () => {
    expect(listTold((t) => (t < 1.45 ? 'left' : undefined), 4)).toEqual([]);
    expect(listTold(() => 'left', 10)).toEqual([1.5]);
    expect(listTold((t) => (t % 3 < 2 ? 'left' : undefined), 6)).toEqual([1.5, 4.5]);
  });

  it('bridges a few frames without sight of the arm', () => {
    expect(listTold((t) => (t > 0.7 && t < 0.9 ? undefined : 'right'), 3)).toEqual([1.5]);
  });

  it('counts anew when the second arm joins', () => {
    expect(listTold((t) => (t < 1 ? 'left' : 'both'), 3)).toEqual([2.5]);
  });

  it('shows how far it has been held', () => {
    const track = createGestureTrack();
    stepGesture(track, 'left', 1);
    expect(readGesture(track, 1.75)).toEqual({ arms: 'left', heldRatio: 0.5 });
  });
});

describe('a gesture in a set', () => {
  const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
  const raising = (arms: RaisedArms | undefined) => (now: PoseBuilder) => now.raising(arms);
  const bridge = (made: TraceBuilder): TraceBuilder =>
    made.move(0.9, hipsAt(180)).stay(2.5).move(0.9, hipsAt(118)).stay(1.5);
  const wave = (made: TraceBuilder, arms: RaisedArms): TraceBuilder =>
    made.become(raising(arms)).stay(2).become(raising(undefined)).stay(1);

  function train(
    frames: readonly PoseFrame[],
    begin: 'start' | 'now',
  ): { readonly events: readonly CoachEvent[]; readonly reps: number; readonly goodSec: number } {
    const run = startSet({ ...picture, exercise: 'gluteBridge', begin, targetSec: 2 });
    const snapshots = frames.map((frame) => stepSet(run, frame));
    const last = endSet(run);
    const events = [...snapshots, last].flatMap((snapshot) => snapshot.events);
    return { events, reps: last.reps.length, goodSec: last.clocks.goodSec };
  }

  const typesOf = (events: readonly CoachEvent[]): string[] =>
    events.flatMap((event) =>
      event.type === 'setEnded'
        ? [event.reason]
        : ['paused', 'resumed'].includes(event.type)
          ? [event.type]
          : [],
    );

  it('pauses it, counts nothing meanwhile, and goes on', () => {
    const before = bridge(film(lying).stay(3));
    const once = train(before.toFrames(), 'start');
    const paused = wave(bridge(wave(before, 'left')), 'right');
    const { events, reps, goodSec } = train(bridge(paused).toFrames(), 'start');
    expect(typesOf(events)).toEqual(['paused', 'resumed', 'stopped']);
    expect(reps).toBe(2);
    expect(goodSec).toBeGreaterThan(1.7 * once.goodSec);
    expect(goodSec).toBeLessThan(2.3 * once.goodSec);
  });

  it('keeps the hold in which it was made', () => {
    const held = film(lying).stay(3).move(0.9, hipsAt(180)).stay(3);
    const { events, reps } = train(wave(held, 'left').toFrames(), 'start');
    expect(typesOf(events)).toEqual(['paused', 'stopped']);
    expect(reps).toBe(1);
  });

  it('finishes a set that is paused with both arms, and not one that runs', () => {
    const running = wave(bridge(film(lying).stay(3)), 'both');
    expect(typesOf(train(running.toFrames(), 'start').events)).toEqual(['stopped']);
    const made = wave(wave(bridge(film(lying).stay(3)), 'left'), 'both').stay(2);
    const { events } = train(made.toFrames(), 'start');
    const end = events.find(({ type }) => type === 'setEnded');
    expect(typesOf(events)).toEqual(['paused', 'stopped']);
    expect(end?.tSec).toBeLessThan(made.sec - 2);
  });

  it('does nothing to a recording that is judged afterwards', () => {
    const made = wave(bridge(film(lying).stay(3)), 'left');
    expect(typesOf(train(made.toFrames(), 'now').events)).toEqual(['stopped']);
  });

  it('tells how a hold felt where that is asked, and pauses nothing', () => {
    const options = {
      exercise: 'gluteBridge',
      begin: 'start',
      stage: 'B',
      asks: 'height',
    } as const;
    const run = startSet({ ...picture, ...options, targetSec: 2 });
    const once = bridge(film(lying).stay(3));
    const made = bridge(bridge(wave(once, 'right'))).stay(9);
    const snapshots = wave(made, 'left')
      .toFrames()
      .map((frame) => stepSet(run, frame));
    const events = snapshots.flatMap((snapshot) => snapshot.events);
    const felt = events.filter((event) => event.type === 'felt');
    expect(felt.map(({ n, arms }) => [n, arms])).toEqual([[1, 'right']]);
    // The next hold ends the question, and so does time: an arm pauses again.
    expect(typesOf(events)).toEqual(['paused']);
    const asked = new Set(snapshots.map(({ asking }) => asking?.n));
    expect([...asked]).toEqual([undefined, 1, 2, 3]);
  });

  it('can be ended by a press too', () => {
    const run = startSet({ ...picture, exercise: 'gluteBridge', begin: 'start' });
    for (const frame of wave(film(lying).stay(3), 'left').toFrames()) stepSet(run, frame);
    expect(run.phase).toBe('paused');
    resumeSet(run);
    expect(run.phase).toBe('active');
  });
});
