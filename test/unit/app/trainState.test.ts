import { describe, expect, it } from 'vitest';
import { computeTrainState, listMeasuredLines } from '../../../src/app/trainState';
import { snapshotOf, verdictOf } from '../../support/snapshotBuilder';

describe('computeTrainState', () => {
  it('shows the worst verdict', () => {
    const verdicts = [
      verdictOf(),
      verdictOf({ level: 'warn' }),
      verdictOf({ level: 'fail' }),
      verdictOf({ level: 'unknown', unseen: 'needsFrontView' }),
    ];
    expect(computeTrainState(snapshotOf({ verdicts }))).toBe('fault');
    expect(computeTrainState(snapshotOf({ verdicts: verdicts.slice(0, 2) }))).toBe('warn');
    expect(computeTrainState(snapshotOf())).toBe('good');
  });

  it('never calls good what nobody saw', () => {
    const blind = [verdictOf({ level: 'unknown', unseen: 'needsSideView' })];
    expect(computeTrainState(snapshotOf({ verdicts: blind }))).toBe('unseen');
    expect(computeTrainState(snapshotOf({ pose: undefined }))).toBe('unseen');
    expect(computeTrainState(snapshotOf({ verdicts: [] }))).toBe('unseen');
  });

  it('does not say that it cannot see while there is nothing to judge yet', () => {
    const blind = verdictOf({ level: 'unknown', unseen: 'needsFootEndView' });
    for (const unseen of [undefined, 'notInRange', 'noBaseline'] as const) {
      const verdicts = [blind, verdictOf({ level: 'unknown', unseen })];
      expect(computeTrainState(snapshotOf({ movePhase: 'up', verdicts }))).toBe('rest');
    }
  });

  it('is calm before the set, between holds and in an attempt that nothing is counted of', () => {
    expect(computeTrainState(undefined)).toBe('rest');
    expect(computeTrainState(snapshotOf({ setPhase: 'framing' }))).toBe('rest');
    expect(computeTrainState(snapshotOf({ movePhase: 'rest' }))).toBe('rest');
    expect(computeTrainState(snapshotOf({ movePhase: 'attempt' }))).toBe('rest');
  });

  it('shows a low attempt as the fault that it is', () => {
    const verdicts = [verdictOf({ faultId: 'hipsLow', level: 'fail' })];
    expect(computeTrainState(snapshotOf({ movePhase: 'attempt', verdicts }))).toBe('fault');
  });
});

describe('listMeasuredLines', () => {
  const angle = { joint: 'knee', side: 'left', valueDeg: 80 } as const;

  it('draws the near side alone when seen from the side', () => {
    expect(listMeasuredLines(snapshotOf({ angle, nearSide: 'left' }))).toEqual([
      { joint: 'knee', side: 'left', state: 'good', valueDeg: 80 },
    ]);
  });

  it('bends only the side whose knee caves when seen from the front', () => {
    const verdicts = [
      verdictOf({ faultId: 'kneesCave', side: 'left', level: 'ok' }),
      verdictOf({ faultId: 'kneesCave', side: 'right', level: 'fail' }),
    ];
    const lines = listMeasuredLines(
      snapshotOf({ angle, nearSide: undefined, view: 'front', movePhase: 'down', verdicts }),
    );
    expect(lines.map(({ side, state }) => [side, state])).toEqual([
      ['left', 'good'],
      ['right', 'fault'],
    ]);
  });

  it('draws none before the set', () => {
    expect(listMeasuredLines(snapshotOf({ angle, setPhase: 'ready' }))).toEqual([]);
  });
});
