import { describe, expect, it } from 'vitest';
import {
  beginHoldCues,
  confirmCorrection,
  cueAfterRep,
  cueInHold,
  type CueState,
  noCues,
} from '../../../src/core/coach/cuePolicy';
import type { StandingFault } from '../../../src/core/form/judgeReport';
import type { CueId, Rule } from '../../../src/core/form/rule';
import { sagRule } from '../../support/judgeDriver';

const fault = (
  rule: Partial<Rule> = {},
  level: 'warn' | 'fail' = 'fail',
  share = 1,
): StandingFault => ({ rule: { ...sagRule, ...rule }, level, share });

const sag = fault();
const arch = fault({ faultId: 'overHeight', cue: 'ribcageDown', priority: 1 });

/** What is said in a hold that stands from `startSec`, asked 30 times a second. */
function speak(
  candidates: (tSec: number) => StandingFault[],
  sec: number,
  startSec = 0,
  state: CueState = noCues,
): { readonly said: readonly (readonly [number, CueId])[]; readonly state: CueState } {
  const said: (readonly [number, CueId])[] = [];
  let now = state;
  for (let i = Math.round(startSec * 30); i <= Math.round((startSec + sec) * 30); i++) {
    const cue = cueInHold(now, candidates(i / 30), i / 30, startSec);
    if (cue === undefined) continue;
    said.push([i / 30, cue.cue]);
    now = cue.state;
  }
  return { said, state: now };
}

describe('cues in a hold', () => {
  it('say nothing in the first 1.5 s', () => {
    expect(cueInHold(noCues, [sag], 1.49, 0)).toBeUndefined();
    expect(cueInHold(noCues, [sag], 1.5, 0)?.cue).toBe('hipsInLine');
  });

  it('leave 4 s between any two', () => {
    const { said } = speak((t) => (t < 3 ? [sag] : [arch]), 10);
    expect(said).toEqual([
      [1.5, 'hipsInLine'],
      [5.5, 'ribcageDown'],
    ]);
  });

  it('leave 8 s before the same again', () => {
    const { said } = speak(() => [sag], 12);
    expect(said).toEqual([
      [1.5, 'hipsInLine'],
      [9.5, 'hipsInLine'],
    ]);
  });

  it('are two at most in a hold, and free again in the next', () => {
    const { said, state } = speak((t) => (t % 8 < 4 ? [sag] : [arch]), 40);
    expect(said).toHaveLength(2);
    expect(speak(() => [sag], 3, 50, beginHoldCues(state)).said).toHaveLength(1);
  });

  it('let only the most urgent be heard', () => {
    expect(cueInHold(noCues, [sag, arch], 2, 0)?.cue).toBe('ribcageDown');
    const heels = fault({ faultId: 'toePush', cue: 'pushThroughHeels', priority: 5 });
    expect(cueInHold(noCues, [heels, sag], 2, 0)?.cue).toBe('hipsInLine');
  });

  it('put a fail before a warning of the same priority, then what is further gone', () => {
    const rib: Partial<Rule> = { faultId: 'ribFlare', cue: 'ribsOverHips' };
    expect(cueInHold(noCues, [fault(rib, 'warn', 9), sag], 2, 0)?.cue).toBe('hipsInLine');
    expect(cueInHold(noCues, [fault(rib, 'fail', 2), sag], 2, 0)?.cue).toBe('ribsOverHips');
  });

  it('never say two of one cause one after the other', () => {
    const flare = fault({
      faultId: 'ribFlare',
      cue: 'ribcageDown',
      priority: 3,
    });
    const { said } = speak(() => [arch, flare], 9);
    expect(said).toEqual([[1.5, 'ribcageDown']]);
  });

  it('say nothing for a rule without a cue, nor where nothing stands', () => {
    const { cue: _cue, ...silent } = sagRule;
    expect(cueInHold(noCues, [{ rule: silent, level: 'fail', share: 1 }], 5, 0)).toBeUndefined();
    expect(cueInHold(noCues, [], 5, 0)).toBeUndefined();
  });
});

describe('cues after a rep', () => {
  const knees = fault({ faultId: 'kneesCave', cue: 'kneesOut', priority: 1 });
  const kneesWarn = fault({ faultId: 'kneesCave', cue: 'kneesOut', priority: 1 }, 'warn');

  it('are one at most', () => {
    const feet = fault({ faultId: 'hipShift', cue: 'evenFeet', priority: 4 });
    expect(cueAfterRep(noCues, [feet, knees], 3).cue).toBe('kneesOut');
  });

  it('are not the same in two reps running, unless the fault failed', () => {
    const first = cueAfterRep(noCues, [kneesWarn], 3);
    expect(first.cue).toBe('kneesOut');
    const second = cueAfterRep(first.state, [kneesWarn], 8);
    expect(second.cue).toBeUndefined();
    expect(cueAfterRep(second.state, [kneesWarn], 13).cue).toBe('kneesOut');
    expect(cueAfterRep(first.state, [knees], 8).cue).toBe('kneesOut');
  });

  it('leave 4 s between any two', () => {
    const { state } = cueAfterRep(noCues, [knees], 3);
    expect(cueAfterRep(state, [knees], 6.9).cue).toBeUndefined();
    expect(cueAfterRep(state, [knees], 7).cue).toBe('kneesOut');
  });

  it('are one in three swings at most', () => {
    let state = noCues;
    const said = Array.from({ length: 8 }, (_, i) => {
      const answer = cueAfterRep(state, [knees], 10 * i, 3);
      state = answer.state;
      return answer.cue !== undefined;
    });
    expect(said).toEqual([true, false, false, true, false, false, true, false]);
  });

  it('say nothing after a good rep', () => {
    expect(cueAfterRep(noCues, [], 3).cue).toBeUndefined();
  });
});

describe('confirmations', () => {
  it('come for at most half of the corrections', () => {
    let state = noCues;
    let confirmed = 0;
    for (let i = 0; i < 10; i++) {
      const tSec = 10 * i;
      state = cueInHold(beginHoldCues(state), [sag], tSec + 2, tSec)?.state ?? state;
      const correction = confirmCorrection(state, 'hipsSag', tSec + 6);
      state = correction.state;
      if (correction.confirm) confirmed++;
    }
    expect(confirmed).toBeGreaterThan(0);
    expect(confirmed).toBeLessThanOrEqual(5);
  });

  it('never come for a fault that was not cued', () => {
    expect(confirmCorrection(noCues, 'hipsSag', 5).confirm).toBe(false);
  });
});
