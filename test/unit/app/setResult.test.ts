import { describe, expect, it } from 'vitest';
import { listPips, pipKind } from '../../../src/app/repPips';
import { joinParts } from '../../../src/app/setResult';
import { createUnseenTally } from '../../../src/app/unseenFaults';
import { faultOf, repOf, snapshotOf, verdictOf } from '../../support/snapshotBuilder';

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
    const pips = listPips({ reps, current }, 4);
    expect(pips.map((pip) => pip.kind)).toEqual(['good', 'attempt', 'current', 'todo', 'todo']);
    expect(pips.map((pip) => pip.n)).toEqual([1, 2, 3, 4, 5]);
    expect(pips[2]?.doneRatio).toBe(0.25);
  });
});

describe('createUnseenTally', () => {
  it('lists what was never judged, with the reason', () => {
    const tally = createUnseenTally();
    const arch = verdictOf({ faultId: 'backArch', level: 'unknown', unseen: 'needsOutline' });
    tally.follow(
      snapshotOf({
        verdicts: [arch, verdictOf({ level: 'unknown', unseen: 'notTracked' })],
      }),
    );
    tally.follow(snapshotOf({ verdicts: [arch, verdictOf()] }));
    expect(tally.list()).toEqual([{ faultId: 'backArch', reason: 'needsOutline' }]);
  });

  it('does not count what was unseen at rest', () => {
    const tally = createUnseenTally();
    const verdicts = [verdictOf({ level: 'unknown', unseen: 'notTracked' })];
    tally.follow(snapshotOf({ movePhase: 'rest', verdicts }));
    expect(tally.list()).toEqual([]);
  });
});
