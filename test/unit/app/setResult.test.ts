import { describe, expect, it } from 'vitest';
import { listPips, pipKind } from '../../../src/app/repPips';
import { joinParts } from '../../../src/app/setResult';
import { faultOf, repOf, snapshotOf } from '../../support/snapshotBuilder';

describe('joinParts', () => {
  it('numbers on over a part, and adds the clocks up', () => {
    const clocks = { goodSec: 10, faultySec: 1, unseenSec: 0.5, restSec: 4 };
    const first = snapshotOf({ clocks, reps: [repOf(), repOf({ n: 2 })] });
    const second = snapshotOf({ clocks, reps: [repOf()], faults: [faultOf()] });
    const joined = joinParts('gluteBridge', [first, second]);
    expect(joined.reps.map((rep) => rep.n)).toEqual([1, 2, 3]);
    expect(joined.faults.map((fault) => fault.rep)).toEqual([3]);
    expect(joined.clocks).toEqual({ goodSec: 20, faultySec: 2, unseenSec: 1, restSec: 8 });
  });

  it('tells what was never judged, but for what an earlier part told of', () => {
    const arch = { faultId: 'backArch', unseen: 'needsOutline' } as const;
    const sag = { faultId: 'hipsSag', unseen: 'notTracked' } as const;
    const first = snapshotOf({ faults: [faultOf({ faultId: 'hipsSag' })] });
    const second = snapshotOf({ setPhase: 'ended', unjudged: [arch, sag] });
    expect(joinParts('gluteBridge', [first, second]).unjudged).toEqual([arch]);
  });

  it('does not claim that all was seen when tracking broke off', () => {
    expect(joinParts('gluteBridge', [snapshotOf()]).unjudged).toBeUndefined();
  });

  it('is an empty set where there is no part', () => {
    expect(joinParts('squat', [])).toMatchObject({ reps: [], faults: [], clocks: { goodSec: 0 } });
  });
});

describe('pips', () => {
  it('tells good, flawed, faulty, short, unseen and attempted apart', () => {
    expect(pipKind(repOf())).toBe('good');
    expect(pipKind(repOf({ faults: ['overHeight'] }))).toBe('flawed');
    expect(pipKind(repOf({ quality: false, faults: ['hipsSag'] }))).toBe('faulty');
    expect(pipKind(repOf({ quality: false }))).toBe('short');
    expect(pipKind(repOf({ quality: false, goodSec: 1, unseenSec: 8 }))).toBe('unseen');
    expect(pipKind(repOf({ kind: 'attempt', faults: ['hipsLow'] }))).toBe('attempt');
  });

  it('has one for each of the dose, and an attempt does not use one up', () => {
    const reps = [repOf(), repOf({ n: 2, kind: 'attempt', quality: false })];
    const current = { n: 3, goodSec: 2.5, elapsedSec: 3, targetSec: 10 };
    const pips = listPips({ reps, current }, 4, 'A');
    expect(pips.map((pip) => pip.kind)).toEqual(['good', 'attempt', 'current', 'todo', 'todo']);
    expect(pips.map((pip) => pip.n)).toEqual([1, 2, 3, 4, 5]);
    expect(pips[2]?.doneRatio).toBe(0.25);
  });

  it('keeps to itself what the stage does not let it show', () => {
    const reps = [repOf(), repOf({ n: 2, kind: 'attempt', quality: false }), repOf({ n: 3 })];
    const kinds = (stage: 'B' | 'C'): string[] =>
      listPips({ reps, current: undefined }, 3, stage).map((pip) => pip.kind);
    expect(kinds('B')).toEqual(['done', 'done', 'done', 'todo']);
    expect(kinds('C')).toEqual(['good', 'attempt', 'done', 'todo']);
  });
});
