import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/report/verdict';
import { pose } from '../../support/poseBuilder';
import { film } from '../../support/traceBuilder';
import { judge } from '../../support/judged';

const lying = pose().supine();

/** A good hold, one in which the hips drop. */
const verdict: Verdict = judge(
  film(lying)
    .stay(2)
    .move(0.9, (now) => now.hipsAt(180))
    .stay(3)
    .move(0.9, (now) => now.hipsAt(118))
    .stay(1.5)
    .move(0.9, (now) => now.hipsAt(180))
    .stay(2.5)
    .move(0.5, (now) => now.hipsAt(162))
    .stay(1.8)
    .move(0.5, (now) => now.hipsAt(180))
    .stay(1)
    .move(0.9, (now) => now.hipsAt(118))
    .stay(1.5)
    .toTrace('gluteBridge'),
  { targetSec: 2 },
).verdict;

describe('the verdict', () => {
  it('has the fields of its format, of these kinds', () => {
    expect(verdict).toMatchObject({
      format: 'hipline.verdict',
      version: 1,
      exercise: 'gluteBridge',
      ruleSet: expect.any(String) as string,
      view: 'side',
    });
    expect(verdict.durationSec).toBeCloseTo(17.867, 2);
    expect(Object.keys(verdict.clocks).sort()).toEqual([
      'faultySec',
      'goodSec',
      'restSec',
      'unseenSec',
    ]);
  });

  it('lists the holds in order', () => {
    expect(verdict.reps.map(({ n, side, quality, faults }) => [n, side, quality, faults])).toEqual([
      [1, null, true, []],
      [2, null, false, ['hipsSag']],
    ]);
    for (const { startSec, endSec, goodSec } of verdict.reps) {
      expect(endSec).toBeGreaterThan(startSec);
      expect(goodSec).toBeLessThanOrEqual(endSec - startSec);
    }
  });

  it('lists a fault with its row, its times, its peak and the unit', () => {
    expect(verdict.faults).toHaveLength(1);
    expect(verdict.faults[0]).toMatchObject({
      id: 'hipsSag',
      specRow: 'E01-F2',
      side: null,
      level: 'fail',
      unit: 'deg',
    });
    const [fault] = verdict.faults;
    // The drop begins at 11.7 s; its way through the limit of 6 degrees is the crossing.
    expect(Math.abs((fault?.startSec ?? NaN) - 11.9)).toBeLessThan(0.3);
    expect(Math.abs((fault?.peak ?? NaN) - 18)).toBeLessThan(1);
  });

  it('lists the cue with its words', () => {
    expect(verdict.cues.map(({ id, text }) => [id, text])).toEqual([
      ['hipsInLine', 'Hips in line'],
    ]);
  });

  it('lists what could not be seen, with a reason in words, and nothing that was judged', () => {
    const ids = verdict.unknown.map(({ id }) => id);
    expect(ids).toContain('kneesCave');
    expect(ids).toContain('ribFlare');
    expect(ids).not.toContain('hipsSag');
    for (const { reason } of verdict.unknown) expect(reason).toMatch(/^\S+( \S+)+$/);
  });

  it('has clocks that add up to its duration', () => {
    const { goodSec, faultySec, unseenSec, restSec } = verdict.clocks;
    expect(goodSec + faultySec + unseenSec + restSec).toBeCloseTo(verdict.durationSec, 2);
  });

  it('has no number finer than a millisecond and none that JSON cannot say', () => {
    const again = JSON.parse(JSON.stringify(verdict)) as Verdict;
    expect(again).toEqual(verdict);
    expect(JSON.stringify(verdict)).not.toMatch(/\d\.\d{4,}|null,null/);
  });

  it('of an empty trace is empty', () => {
    const empty = judge(film(lying).toTrace('squat')).verdict;
    expect(empty).toMatchObject({
      durationSec: 0,
      view: 'unknown',
      reps: [],
      faults: [],
      cues: [],
    });
  });
});
