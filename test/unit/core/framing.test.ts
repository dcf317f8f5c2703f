import { describe, expect, it } from 'vitest';
import type { KeypointName } from '../../../src/core/body/keypoint';
import { startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { Snapshot } from '../../../src/core/coach/snapshot';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

/** The snapshots of someone before the camera who wants to start. */
function watch(built: PoseBuilder, exercise: 'gluteBridge' | 'squat', sec = 0.9): Snapshot[] {
  const run = startSet({ ...picture, exercise, begin: 'start' });
  return film(built)
    .stay(sec)
    .toFrames()
    .map((frame) => stepSet(run, frame));
}

/** The first thing that is missing. */
const missing = (built: PoseBuilder, exercise: 'gluteBridge' | 'squat' = 'gluteBridge'): string => {
  const last = watch(built, exercise).at(-1);
  return last?.framing.find(({ met }) => !met)?.id ?? 'nothing';
};

const lying = pose().supine();
const both = (...parts: string[]): KeypointName[] =>
  parts.flatMap((part) => [`left${part}`, `right${part}`] as KeypointName[]);

describe('the framing check', () => {
  it('misses nothing of someone ready to start', () => {
    expect(missing(lying)).toBe('nothing');
    expect(missing(pose().standing(), 'squat')).toBe('nothing');
  });

  it('misses a person in an empty room', () => {
    const run = startSet({ ...picture, exercise: 'squat', begin: 'start' });
    const { framing, setPhase } = stepSet(run, { tSec: 0, image: undefined });
    expect(framing).toEqual([{ id: 'person', met: false }]);
    expect(setPhase).toBe('framing');
  });

  it('misses a clear sight of someone who is hidden', () => {
    const run = startSet({ ...picture, exercise: 'squat', begin: 'start' });
    const { framing } = stepSet(run, { tSec: 0, image: undefined, occludedBy: 'other' });
    expect(framing).toEqual([{ id: 'clear', met: false }]);
  });

  it.each([
    ['head', ['nose', ...both('Ear')]],
    ['shoulders', both('Shoulder')],
    ['hips', both('Hip')],
    ['knees', both('Knee')],
    ['feet', both('Ankle', 'FootIndex')],
  ] as const)('misses the %s', (id, names) => {
    expect(missing(lying.without(...(names as KeypointName[])))).toBe(id);
  });

  it('misses feet that are outside the picture although the model guesses them', () => {
    expect(missing(lying.with({ centreXPx: 490 }))).toBe('feet');
  });

  it('wants someone far away to come closer and someone too near to go back', () => {
    expect(missing(lying.with({ pxPerM: 150 }))).toBe('closer');
    const near = watch(lying.with({ pxPerM: 700 }), 'gluteBridge').at(-1);
    expect(near?.framing.find(({ id }) => id === 'back')?.met).toBe(false);
  });

  it('wants the view of the exercise', () => {
    expect(missing(lying.seenFrom('rightSide', 45))).toBe('view');
    expect(missing(pose().standing().seenFrom('front', 45), 'squat')).toBe('view');
  });

  it('wants the start position', () => {
    expect(missing(lying.hipsAt(180))).toBe('startPosition');
    expect(missing(pose().standing().squat({ kneeFlexionDeg: 110 }), 'squat')).toBe(
      'startPosition',
    );
  });

  it('wants stillness last', () => {
    const run = startSet({ ...picture, exercise: 'gluteBridge', begin: 'start' });
    const rocking = lying.with({ centreYPx: 340 });
    const frames = film(lying).stay(0.5).move(0.6, rocking).toFrames();
    const last = frames.map((frame) => stepSet(run, frame))[25];
    expect(last?.framing.find(({ met }) => !met)?.id).toBe('still');
    expect(last?.setPhase).toBe('ready');
  });
});

describe('the automatic start', () => {
  it('comes when everything has been met for a second', () => {
    const snapshots = watch(lying, 'gluteBridge', 3);
    const started = snapshots.find(({ events }) =>
      events.some(({ type }) => type === 'setStarted'),
    );
    expect(started?.tSec).toBeGreaterThan(1);
    expect(started?.tSec).toBeLessThan(2.2);
    expect(snapshots.at(-1)?.setPhase).toBe('active');
  });

  it('does not come while something is missing', () => {
    const snapshots = watch(lying.without('leftKnee', 'rightKnee'), 'gluteBridge', 4);
    expect(snapshots.every(({ setPhase }) => setPhase === 'framing')).toBe(true);
  });
});
