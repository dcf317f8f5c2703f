import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SetSequence } from '../../../src/app/setSequence.svelte';
import { Settings } from '../../../src/app/settings.svelte';
import { parseTraining, TrainingLog } from '../../../src/app/trainingLog.svelte';
import type { RouteOptions } from '../../../src/app/route';
import { toKg, toUnit } from '../../../src/app/loadUnit';
import type { RepSummary } from '../../../src/core/coach/snapshot';
import type { ExerciseId } from '../../../src/core/exercises/exercise';
import { repOf, snapshotOf } from '../../support/snapshotBuilder';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session whose voice and clock are the test's. */
function begin(
  exercise: ExerciseId,
  options: RouteOptions = {},
  log = new TrainingLog(),
): {
  readonly sets: SetSequence;
  readonly log: TrainingLog;
  readonly said: string[];
  readonly overs: boolean[];
  readonly end: (reps: readonly RepSummary[], last?: boolean) => void;
} {
  const said: string[] = [];
  const overs: boolean[] = [];
  const sets = new SetSequence(
    { exercise, kind: 'camera', options, file: undefined },
    {
      voice: { speak: (text) => void said.push(text), play: () => undefined },
      now: () => Date.now() / 1000,
      settings: new Settings(),
      log,
    },
  );
  const clocks = { goodSec: 0, faultySec: 0, unseenSec: 0, restSec: 0 };
  const end = (reps: readonly RepSummary[], last = false): void => {
    const result = { exercise, clocks, reps, faults: [], measures: [], unjudged: [] };
    const ended = { result, measuredDeg: -8, estimates: new Map(), asked: 0 };
    sets.openBreak(ended, last, (goOn) => void overs.push(goOn));
  };
  return { sets, log, said, overs, end };
}

/** Answers what is asked where there is an answer, and passes over the rest. */
function answer(sets: SetSequence, given: Readonly<Record<string, string | number>>): void {
  for (;;) {
    const asking = sets.break;
    const id = asking?.question?.id;
    if (asking === undefined || id === undefined) return;
    const value = given[id];
    if (value === undefined) asking.next();
    else asking.answer(value);
  }
}

const goodReps = Array.from({ length: 10 }, (_, i) => repOf({ n: i + 1, side: 'left' }));

describe('the sets of a session', () => {
  it('rest by themselves, count the rest down and go on with the other side', () => {
    const { sets, said, overs, end } = begin('singleLegBridge');
    expect(sets.current?.side).toBe('left');
    end(goodReps);
    expect(said[0]).toMatch(/^Rest\. 60 seconds\./);
    vi.advanceTimersByTime(59_500);
    expect(overs).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(overs).toEqual([true]);
    expect(said.slice(-5)).toEqual(['30 seconds', '10 seconds', '3', '2', '1']);
    expect(sets.current?.side).toBe('right');
    expect(sets.place).toEqual({ n: 2, of: 2 });
  });

  it('go on with the left when the right was done first', () => {
    const { sets, end } = begin('singleLegBridge');
    end(goodReps.map((rep) => ({ ...rep, side: 'right' as const })));
    sets.break?.end(true);
    expect(sets.current?.side).toBe('left');
  });

  it('make a rest longer', () => {
    const { sets, overs, end } = begin('squat', { rounds: 2 });
    end(goodReps);
    sets.break?.longer();
    vi.advanceTimersByTime(75_000);
    expect(overs).toEqual([]);
    vi.advanceTimersByTime(20_000);
    expect(overs).toEqual([true]);
  });

  it('ask what was felt before the result, by tap or by raised arms, and keep the answers', () => {
    const { sets, log, overs, end } = begin('gluteBridge');
    end(goodReps);
    expect(sets.break?.question?.id).toBe('height');
    sets.break?.follow(snapshotOf({ events: [{ type: 'gesture', tSec: 1, arms: 'both' }] }));
    expect(sets.break?.answers.height).toBe('inLine');
    answer(sets, { pelvis: 'level', amount: 10, confidence: 5, painDuring: 0 });
    expect(overs).toEqual([false]);
    expect(log.data.sets[0]).toMatchObject({
      exercise: 'gluteBridge',
      stage: 'B',
      quality: 1,
      felt: 100,
      answers: { height: 'inLine', amount: 10, confidence: 5, painDuring: 0 },
    });
  });

  it('stop at once where pain says so, and do not go on by themselves', () => {
    const { sets, said, overs, end } = begin('squat', { rounds: 3, stage: 'A' });
    end(goodReps);
    expect(sets.break?.question?.id).toBe('painDuring');
    sets.break?.answer(6);
    expect(said.at(-1)).toMatch(/^Stop\. Rest\./);
    vi.advanceTimersByTime(300_000);
    expect(overs).toEqual([]);
    expect(sets.break?.pain).toBe('red');
    sets.break?.end(false);
    expect(overs).toEqual([false]);
  });
});

describe('the stage of an exercise and load', () => {
  /** One session: the height felt and the reps that were good. */
  function train(log: TrainingLog, height: string, good: number, options: RouteOptions = {}): void {
    const { sets, end } = begin('gluteBridge', options, log);
    end(goodReps.map((rep) => ({ ...rep, quality: rep.n <= good })));
    const isFelt = height === 'inLine';
    const pelvis = isFelt ? 'level' : 'leftLow';
    answer(sets, { height, pelvis, amount: 10, confidence: isFelt ? 5 : 1 });
  }

  it('moves up after two good sessions, down after a bad one, each load by itself', () => {
    const log = new TrainingLog();
    train(log, 'inLine', 10);
    expect(log.stageOf('gluteBridge', 0)).toBe('B');
    train(log, 'inLine', 10);
    expect(log.stageOf('gluteBridge', 0)).toBe('C');
    expect(log.stageOf('gluteBridge', 20)).toBe('B');
    train(log, 'inLine', 5);
    expect(log.stageOf('gluteBridge', 0)).toBe('B');
  });

  it('does not move up without feeling', () => {
    const log = new TrainingLog();
    for (let i = 0; i < 4; i++) train(log, 'low', 10);
    expect(log.stageOf('gluteBridge', 0)).toBe('B');
  });

  it('stays when another stage was asked for, and learns where one feels in line', () => {
    const log = new TrainingLog();
    for (let i = 0; i < 3; i++) train(log, 'inLine', 0, { stage: 'B' });
    expect(log.stageOf('gluteBridge', 0)).toBe('B');
    expect(log.biasOf('gluteBridge')).toBe(-8);
    expect(log.biasOf('squat')).toBeUndefined();
  });
});

describe('parseTraining', () => {
  it('reads what was kept, and begins anew where it cannot', () => {
    const log = new TrainingLog();
    log.setStage('squat', 0, 'D');
    expect(parseTraining(JSON.stringify(log.data))).toEqual(log.data);
    for (const text of [null, '', '{', '{"version":2}', '{"version":1,"sets":{}}']) {
      expect(parseTraining(text)).toEqual({ version: 1, sets: [], stages: {} });
    }
  });
});

describe('weights', () => {
  it('are kept in kilograms and told in the chosen unit', () => {
    expect(toKg(35, 'lb')).toBe(15.9);
    expect(toUnit(15.9, 'lb')).toBe(35);
    expect(toKg(16, 'kg')).toBe(16);
    expect([NaN, -3].map((value) => toKg(value, 'kg'))).toEqual([0, 0]);
  });
});

describe('a rest', () => {
  it('goes on with what is left in an easier version after a minute', () => {
    const { sets, end } = begin('gluteBridge', { doseReps: 10, targetSec: 10 });
    const dose = { sets: 1, reps: 10, holdSec: 10, loadKg: 0 };
    sets.takeEasier({ dose, form: 'heelsCloser' }, 4);
    expect(sets.dose).toBe(10);
    end([repOf()]);
    expect(sets.break?.restLengthSec).toBe(60);
    expect(sets.coming?.form).toBe('heelsCloser');
    sets.break?.end(true);
    expect([sets.dose, sets.form, sets.targetSec, sets.place]).toEqual([
      6,
      'heelsCloser',
      10,
      { n: 2, of: 2 },
    ]);
  });

  it('shows the card of the plan when nothing is asked any more', () => {
    const { sets, end, said } = begin('singleLegBridge', { card: 'hipFront' });
    end([repOf()]);
    expect(sets.break?.card).toBeUndefined();
    sets.break?.skipAll();
    expect(sets.break?.card).toBe('hipFront');
    expect(said.at(-1)).toContain('Front of the hips');
  });
});
