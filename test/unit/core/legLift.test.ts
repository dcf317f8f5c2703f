import { describe, expect, it } from 'vitest';
import { jointIndex, keypointIndex, type Side } from '../../../src/core/body/keypoint';
import type { Keypoint, PoseFrame } from '../../../src/core/body/poseFrame';
import { swapSides } from '../../../src/core/body/swapSides';
import type { CameraSides } from '../../../src/core/coach/legLift';
import { alignSides, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { ExerciseId } from '../../../src/core/exercises/exercise';
import { picture, pose } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

/** The whole leg turns about the hip by so much. */
const liftRad = (60 * Math.PI) / 180;
const [liftsAtSec, lowersAtSec] = [3, 4.5];

/** Feet up, whichever way the body lies. */
function turn(point: Keypoint, about: Keypoint): Pick<Keypoint, 'xPx' | 'yPx'> {
  const [x, y] = [point.xPx - about.xPx, point.yPx - about.yPx];
  const angle = -Math.sign(x) * liftRad;
  return {
    xPx: about.xPx + x * Math.cos(angle) - y * Math.sin(angle),
    yPx: about.yPx + x * Math.sin(angle) + y * Math.cos(angle),
  };
}

/** Lies still, lifts one leg for a while and lies still again; twenty seconds in all. */
function lying(leg?: Side): PoseFrame[] {
  const moved =
    leg === undefined
      ? []
      : (['knee', 'ankle', 'heel', 'footIndex'] as const).map((joint) => jointIndex[leg][joint]);
  return film(pose().supine())
    .stay(20)
    .toFrames()
    .map((frame) => {
      const isUp = frame.tSec >= liftsAtSec && frame.tSec < lowersAtSec;
      if (!isUp || frame.image === undefined) return frame;
      const hip = frame.image[jointIndex[leg ?? 'left'].hip];
      const image = frame.image.map((point, index) =>
        point && hip && moved.includes(index) ? { ...point, ...turn(point, hip) } : point,
      );
      return { ...frame, image };
    });
}

function watch(frames: readonly PoseFrame[], sides: CameraSides, exercise: ExerciseId) {
  const run = startSet({ ...picture, exercise, begin: 'start' }, sides);
  const snapshots = frames.map((frame) => stepSet(run, alignSides(run, frame)));
  const startedSec = snapshots.find(({ setPhase }) => setPhase === 'active')?.tSec ?? NaN;
  return { run, snapshots, startedSec, last: snapshots.at(-1) };
}

const bridge = 'singleLegBridge';

describe('the leg that is lifted before a set', () => {
  it('is asked for once all else is there, and the set starts when it lies again', () => {
    const { snapshots, startedSec, last } = watch(lying('right'), { legLift: 'right' }, bridge);
    const asked = snapshots.find(({ framing }) => framing.some(({ id }) => id === 'legLift'));
    expect(asked?.framing.find(({ met }) => !met)).toEqual({
      ...{ id: 'legLift', met: false, leg: 'right' },
    });
    expect(last?.sides).toBe('asNamed');
    expect(startedSec).toBeGreaterThan(lowersAtSec);
    expect(startedSec).toBeLessThan(lowersAtSec + 4);
  });

  it('has left and right renamed where the other one rises', () => {
    const frames = lying('right');
    const { run, snapshots, startedSec, last } = watch(frames, { legLift: 'left' }, bridge);
    expect(last?.sides).toBe('swapped');
    expect(startedSec).toBeGreaterThan(lowersAtSec);
    // From then on the ankle that the tracker calls the right one is the left one.
    const [raw] = frames;
    const after = snapshots.find(({ sides }) => sides === 'swapped');
    expect(after && raw && alignSides(run, raw)).toEqual(raw && swapSides(raw));
  });

  it('keeps nobody waiting who lifts none', () => {
    const { startedSec, last } = watch(lying(), { legLift: 'right' }, bridge);
    expect(last?.sides).toBeUndefined();
    expect(startedSec).toBeGreaterThan(12);
    expect(startedSec).toBeLessThan(17);
  });

  it('is not asked for where the sides are known, or do not matter', () => {
    for (const [sides, exercise] of [
      [{ isSwapped: true }, bridge],
      [{ legLift: 'left' }, 'gluteBridge'],
    ] as const) {
      const { snapshots, startedSec } = watch(lying(), sides, exercise);
      expect(startedSec).toBeLessThan(liftsAtSec);
      expect(snapshots.flatMap(({ framing }) => framing.map(({ id }) => id))).not.toContain(
        'legLift',
      );
    }
  });
});

describe('renamed sides', () => {
  it('give each point to its partner, and twice the same pose', () => {
    const [frame] = lying();
    if (frame?.image === undefined) throw new Error('no frame');
    const swapped = swapSides(frame);
    expect(swapped.image?.[keypointIndex.leftKnee]).toEqual(frame.image[keypointIndex.rightKnee]);
    expect(swapped.image?.[keypointIndex.mouthLeft]).toEqual(frame.image[keypointIndex.mouthRight]);
    expect(swapped.image?.[keypointIndex.nose]).toEqual(frame.image[keypointIndex.nose]);
    expect(swapSides(swapped)).toEqual(frame);
  });
});
