import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/body/poseFrame';
import type { ExerciseId } from '../../../src/core/exercises/exercise';
import type { JudgeOptions } from '../../../src/core/report/judgeTrace';
import { reviewTrace } from '../../../src/core/report/reviewSet';
import { encodeTrace, parseTrace, type Trace } from '../../../src/core/trace/trace';
import { cueText } from '../../../src/text/cues';
import { unseenText } from '../../../src/text/unseen';
import { judge, type Judged } from '../../support/judged';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';

/** Of the athlete's own 50° from standing to the end of a toe-touch. */
const lumbarRange = { standingDeg: 6, flexedDeg: -44 };
const flexed = (ratio: number) => (now: PoseBuilder) =>
  now.banded(lumbarRange.standingDeg - ratio * (lumbarRange.standingDeg - lumbarRange.flexedDeg));

const upright = flexed(0)(pose().standing().seenFrom('rightSide'));
const bent =
  (ratio: number, kneeFlexionDeg = 20, trunkInclineDeg = 65) =>
  (now: PoseBuilder) =>
    flexed(ratio)(now).with({ trunkInclineDeg, kneeFlexionDeg });
const tall = bent(0, 0, 0);

/** One slow repetition for each share of own full flexion that its bottom has. */
function lifts(exercise: ExerciseId, ratios: readonly number[], kneeDeg = 20, fps = 30): Trace {
  const made = film(upright, fps).stay(2);
  for (const ratio of ratios) made.move(2, bent(ratio, kneeDeg)).stay(1.5).move(2, tall).stay(1.4);
  return made.toTrace(exercise);
}

const judged = (trace: Trace, options: Partial<JudgeOptions> = { lumbarRange }): Judged =>
  judge(trace, options);

/** What is found of rounding: rep, level, unit. */
const roundings = ({ verdict }: Judged) =>
  verdict.faults
    .filter(({ id }) => id === 'backRounds')
    .map(({ rep, level, unit }) => `${String(rep)} ${level} ${unit}`);

const mapFrames = (trace: Trace, of: (frame: PoseFrame, n: number) => PoseFrame): Trace => ({
  ...trace,
  frames: trace.frames.map(of),
});
const unbanded = ({ belt: _belt, ...frame }: PoseFrame): PoseFrame => frame;

describe('flexion as a share of the own full flexion', () => {
  it.each([0.3, 0.5, 0.7, 0.9, 1])('reads %d at the bottom, within 0.03', (ratio) => {
    const { snapshots } = judged(lifts('kettlebellDeadlift', [ratio]));
    const bottom = snapshots.find(({ tSec }) => tSec >= 5);
    expect(Math.abs((bottom?.signals.lumbarFlexionRatio ?? NaN) - ratio)).toBeLessThan(0.03);
    const start = snapshots.find(({ tSec }) => tSec >= 1.5);
    expect(Math.abs(start?.signals.lumbarFlexionRatio ?? NaN)).toBeLessThan(0.03);
  });

  it.each(['kettlebellDeadlift', 'romanianDeadlift'] as const)(
    'warns from 0.7 and fails from 0.8 in a %s, and speaks alone',
    (exercise) => {
      // 0.6 after 0.2 is 20° from the first repetition's back: by the outline's limit a fault.
      const told = judged(lifts(exercise, [0.2, 0.6, 0.74, 0.86, 0.66]));
      expect(roundings(told)).toEqual(['3 warn ratio', '4 fail ratio']);
    },
  );

  it('is a coach’s note, as its row is', () => {
    const { snapshots } = judged(lifts('kettlebellDeadlift', [0.2, 0.9]));
    const { faults = [] } = snapshots.at(-1) ?? {};
    const fault = faults.find(({ faultId }) => faultId === 'backRounds');
    expect(fault).toMatchObject({ provisional: true, grade: 'B3' });
    expect(fault?.peak).toBeCloseTo(0.9, 1);
  });

  it('is read as well six times a second, and from a file', () => {
    const trace = mapFrames(lifts('kettlebellDeadlift', [0.2, 0.74, 0.9]), (frame, n) =>
      n % 5 === 0 ? frame : unbanded(frame),
    );
    const read = parseTrace(encodeTrace(trace));
    expect(read.ok && roundings(judged(read.value))).toEqual(['2 warn ratio', '3 fail ratio']);
  });

  it('warns once a rep at the bottom of a swing, and never fails one', () => {
    const made = film(upright, 60).stay(2);
    for (const ratio of [0.5, 0.74, 0.95]) made.move(0.7, bent(ratio)).move(0.7, tall).stay(1);
    expect(roundings(judged(made.toTrace('kettlebellSwing')))).toEqual([
      '2 warn ratio',
      '3 warn ratio',
    ]);
  });

  it('is all that tells it of a squat', () => {
    const trace = lifts('squat', [0.3, 0.74, 0.9], 95);
    expect(roundings(judged(trace))).toEqual(['2 warn ratio', '3 fail ratio']);
    const { verdict } = judged(trace, {});
    expect(verdict.unknown.find(({ id }) => id === 'backRounds')?.reason).toBe(
      unseenText.needsOutline,
    );
  });

  it('finds a hinge that is round from its beginning, which is no change within the hold', () => {
    const hold = (ratio: number): Trace =>
      film(upright)
        .stay(2)
        .move(1.5, bent(ratio, 20, 52))
        .stay(9)
        .move(1.5, tall)
        .stay(1)
        .toTrace('hingeHold');
    expect(roundings(judged(hold(0.74)))).toEqual(['1 warn ratio']);
    expect(roundings(judged(hold(0.9)))).toEqual(['1 fail ratio']);
    expect(roundings(judged(hold(0.9), {}))).toEqual([]);
    expect(roundings(judged(hold(0.5)))).toEqual([]);
  });

  it('leaves a hinge its other limit: a change within the hold', () => {
    const made = film(upright)
      .stay(2)
      .move(1.5, bent(0.2, 20, 52))
      .stay(5);
    const trace = made
      .move(0.5, bent(0.5, 20, 52))
      .stay(4)
      .move(1.5, tall)
      .stay(1);
    expect(roundings(judged(trace.toTrace('hingeHold')))).toEqual(['1 fail score']);
  });
});

describe('without it the row is as before', () => {
  const ratios = [0.2, 0.6, 0.9];
  const trace = lifts('kettlebellDeadlift', ratios);

  it('without a toe-touch: by the change from the own neutral', () => {
    const told = judged(trace, {});
    expect(roundings(told)).toEqual(['2 fail score', '3 fail score']);
    expect(told.snapshots.some(({ signals }) => 'lumbarFlexionRatio' in signals)).toBe(false);
  });

  it('without bands: every event is the same with a range and without one', () => {
    for (const exercise of ['kettlebellDeadlift', 'squat', 'hingeHold'] as const) {
      const plain = mapFrames(lifts(exercise, ratios, 95), unbanded);
      expect(judged(plain).events).toEqual(judged(plain, {}).events);
      expect(judged(plain).verdict).toEqual(judged(plain, {}).verdict);
    }
  });

  it('where the camera has moved since the toe-touch, and it is said', () => {
    const standingFrom = [{ posture: 'standing', torsoPx: 40, yawDeg: 0 }] as const;
    const moved = judged(trace, { lumbarRange, standingFrom });
    expect(moved.snapshots.at(-1)?.isMoved).toBe(true);
    expect(roundings(moved)).toEqual(['2 fail score', '3 fail score']);
  });

  it('where the lines are of no trunk', () => {
    const odd = judged(trace, { lumbarRange: { standingDeg: 80, flexedDeg: 50 } });
    expect(roundings(odd)).toEqual(['2 fail score', '3 fail score']);
  });
});

it('is drawn in the review of a set where it was read', () => {
  const words = { cue: cueText, unseen: unseenText };
  const measuresOf = (options: Partial<JudgeOptions>): string[] =>
    reviewTrace(
      lifts('kettlebellDeadlift', [0.2, 0.9]),
      { exercise: 'kettlebellDeadlift', ...options },
      words,
    ).measures.map(({ signal }) => signal);
  expect(measuresOf({ lumbarRange })).toContain('lumbarFlexionRatio');
  expect(measuresOf({})).not.toContain('lumbarFlexionRatio');
});
