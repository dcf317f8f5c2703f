import { describe, expect, it } from 'vitest';
import { endSet, relearnNeutral, startSet, stepSet } from '../../../src/core/coach/pipeline';
import type { SetOptions } from '../../../src/core/coach/setOptions';
import type { CoachEvent } from '../../../src/core/coach/snapshot';
import type { ExerciseId } from '../../../src/core/exercises/exercise';
import type { BackNeutral } from '../../../src/core/kinematics/backNeutral';
import { computeBackNeutral } from '../../../src/core/report/judgeTrace';
import { computeNeutralAt } from '../../../src/core/report/neutralAt';
import { picture, pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';

const lying = pose().supine().outlined();
const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
const bridge = film(lying).stay(2).move(0.9, hipsAt(180)).stay(6);
const bridgeTwice = bridge.move(0.9, hipsAt(118)).stay(2).move(0.9, hipsAt(180)).stay(6);

/** Everything of a set about the neutral, and what is known at its end. */
function run(
  made: TraceBuilder,
  options: Partial<SetOptions> = {},
  relearnSec = Infinity,
  exercise: ExerciseId = 'gluteBridge',
): { readonly told: readonly string[]; readonly neutral: BackNeutral | undefined } {
  const set = startSet({ ...picture, exercise, begin: 'now', targetSec: 10, ...options });
  const events: CoachEvent[] = [];
  let isAsked = false;
  for (const frame of made.toTrace(exercise).frames) {
    events.push(...stepSet(set, frame).events);
    if (!isAsked && frame.tSec >= relearnSec) {
      isAsked = true;
      relearnNeutral(set);
    }
  }
  const { neutral } = set.context.board.back ?? {};
  endSet(set);
  const told = events.flatMap((event) => {
    switch (event.type) {
      case 'neutralAsked':
        return [`asked by ${event.by}`];
      case 'neutralFound':
        return ['found'];
      case 'neutralRefused':
        return [`refused ${event.reason}`];
      default:
        return [];
    }
  });
  return { told, neutral };
}

const stored = computeBackNeutral(film(lying.hipsAt(180)).stay(4).toTrace('plank'), 'gluteBridge');

describe('the way to a neutral back', () => {
  it('is asked for in the first hold and found in it, once', () => {
    const { told, neutral } = run(bridgeTwice);
    expect(told).toEqual(['asked by hold', 'found']);
    expect(neutral?.setup).toBeDefined();
  });

  it('asks for nothing where a neutral is brought along, or no outline comes in', () => {
    expect(run(bridge, stored && { backNeutral: stored }).told).toEqual([]);
    expect(run(film(pose().supine()).stay(2).move(0.9, hipsAt(180)).stay(6)).told).toEqual([]);
  });

  it('says that a neutral is too old, and asks for a new one', () => {
    expect(run(bridge, { isNeutralStale: true }).told).toEqual([
      'refused stale',
      'asked by hold',
      'found',
    ]);
  });

  it('says that the camera has moved, and asks for a new one', () => {
    const setup = { trunkRatio: 1, yawDeg: 0, eta: 1 } as const;
    const elsewhere = stored && { backNeutral: { ...stored, setup } };
    expect(run(bridge, elsewhere).told).toEqual(['refused cameraMoved', 'asked by hold', 'found']);
  });

  it('is learned anew on request, from then on', () => {
    const { told } = run(bridgeTwice, {}, 6);
    expect(told).toEqual(['asked by hold', 'found', 'asked by hold', 'found']);
  });

  it('is learned anew when both arms are held up in a live set', () => {
    const raised = film(lying)
      .stay(3)
      .move(0.9, hipsAt(180))
      .stay(4)
      .move(0.9, hipsAt(118))
      .stay(1)
      .move(0.3, (now) => now.raising('both'))
      .stay(2)
      .move(0.3, () => lying)
      .stay(2)
      .move(0.9, hipsAt(180))
      .stay(4);
    const { told } = run(raised, { begin: 'start' });
    expect(told).toEqual(['asked by hold', 'found', 'asked by hold', 'found']);
  });

  it('is not taken from a fast repetition, which is told, but from the slow one after it', () => {
    const standing = pose().standing().seenFrom('rightSide').outlined();
    const bent = (now: PoseBuilder) => now.with({ trunkInclineDeg: 65, kneeFlexionDeg: 20 });
    const tall = (now: PoseBuilder) => now.with({ trunkInclineDeg: 0, kneeFlexionDeg: 0 });
    const lift = (made: TraceBuilder, sec: number): TraceBuilder =>
      made.move(sec, bent).stay(1).move(sec, tall).stay(1.4);
    const fast = lift(lift(film(standing).stay(2), 0.8), 0.8);
    expect(run(fast, {}, Infinity, 'kettlebellDeadlift')).toEqual({
      told: ['asked by rep', 'refused tooFast'],
      neutral: undefined,
    });
    const { told, neutral } = run(lift(fast, 1.6), {}, Infinity, 'kettlebellDeadlift');
    expect(told).toEqual(['asked by rep', 'refused tooFast', 'found']);
    expect(neutral?.bins.length).toBeGreaterThan(5);
  });

  it('can be set on a moment of a trace', () => {
    const trace = bridge.toTrace('gluteBridge');
    expect(computeNeutralAt(trace, 'gluteBridge', 6).backNeutral?.bins.length).toBeGreaterThan(0);
    expect(computeNeutralAt(trace, 'gluteBridge', 100).backNeutral).toBeUndefined();
    expect(computeNeutralAt(trace, 'squat', 6).backNeutral).toBeUndefined();
  });
});
