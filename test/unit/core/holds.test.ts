import { describe, expect, it } from 'vitest';
import type { RepSummary } from '../../../src/core/coach/snapshot';
import { pose, type PoseBuilder } from '../../support/poseBuilder';
import { film, type TraceBuilder } from '../../support/traceBuilder';
import { judge, type Judged } from '../../support/judged';

const lying = pose().supine();
const hipsAt = (deg: number) => (now: PoseBuilder) => now.hipsAt(deg);
const rest = hipsAt(118);

const judgeFilm = (made: TraceBuilder, targetSec = 3): Judged =>
  judge(made.toTrace('gluteBridge'), { targetSec });

/** Up to a height, a while there, and down again. */
const bridge = (made: TraceBuilder, deg: number, sec: number): TraceBuilder =>
  made.move(0.9, hipsAt(deg)).stay(sec).move(0.9, rest).stay(1.5);

const kinds = (judged: Judged): RepSummary['kind'][] => judged.verdict.reps.map(({ kind }) => kind);

describe('a hold', () => {
  const judged = judgeFilm(bridge(film(lying).stay(2), 180, 5));
  const [hold] = judged.verdict.reps;

  it('is counted once, from where the hips came to rest to where they sank', () => {
    expect(kinds(judged)).toEqual(['hold']);
    expect(Math.abs((hold?.startSec ?? NaN) - 2.9)).toBeLessThan(0.25);
    expect(Math.abs((hold?.endSec ?? NaN) - 7.9)).toBeLessThan(0.25);
  });

  it('has its good seconds on the clock and is a quality hold', () => {
    expect(Math.abs((hold?.goodSec ?? NaN) - 5)).toBeLessThan(0.3);
    expect(hold).toMatchObject({ quality: true, clean: true, faults: [] });
  });

  it('tells when it began, when its target was reached and when it ended, in this order', () => {
    expect(judged.events.map(({ type }) => type)).toEqual([
      'holdStarted',
      'holdReached',
      'repEnded',
      'setEnded',
    ]);
  });

  it('names the phases on the way', () => {
    const phases = judged.snapshots.map(({ movePhase }) => movePhase);
    const order = phases.filter((phase, index) => phase !== phases[index - 1]);
    expect(order).toEqual(['rest', 'up', 'hold', 'down', 'rest']);
  });
});

describe('holds one after the other', () => {
  it('are counted each', () => {
    let made = film(lying).stay(2);
    for (let i = 0; i < 3; i++) made = bridge(made, 180, 3.5);
    const judged = judgeFilm(made);
    expect(kinds(judged)).toEqual(['hold', 'hold', 'hold']);
    expect(judged.verdict.reps.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(judged.verdict.reps.every(({ quality }) => quality)).toBe(true);
  });

  it('need the hips to come down between them: a drop within a hold is no end', () => {
    const made = bridge(film(lying).stay(2), 180, 3)
      .move(0.9, hipsAt(180))
      .stay(2)
      .move(0.5, hipsAt(161))
      .stay(1.5)
      .move(0.5, hipsAt(180))
      .stay(2)
      .move(0.9, rest)
      .stay(1);
    const judged = judgeFilm(made);
    expect(kinds(judged)).toEqual(['hold', 'hold']);
    const sag = judged.verdict.faults.find(({ id }) => id === 'hipsSag');
    expect(sag).toMatchObject({ level: 'fail', rep: 2, specRow: 'E01-F2', provisional: false });
    expect(Math.abs((sag?.peak ?? NaN) - 19)).toBeLessThan(1.5);
    expect(judged.verdict.reps[1]?.faultySec).toBeGreaterThan(1);
    expect(judged.verdict.reps[1]?.quality).toBe(false);
  });
});

describe('an attempt', () => {
  const judged = judgeFilm(bridge(bridge(film(lying).stay(2), 180, 4), 154, 3));
  const attempt = judged.verdict.reps[1];

  it('is a rise that stays below the height of the hold: listed, with nothing good', () => {
    expect(kinds(judged)).toEqual(['hold', 'attempt']);
    expect(attempt).toMatchObject({ goodSec: 0, quality: false, clean: false });
    expect(attempt?.faultySec).toBeGreaterThan(2);
  });

  it('is judged for low hips and nothing else', () => {
    expect(attempt?.faults).toEqual(['hipsLow']);
    const low = judged.verdict.faults.filter(({ rep }) => rep === 2);
    expect(low.map(({ id }) => id)).toEqual(['hipsLow']);
  });

  it('is none where the hips go on to the height of the hold', () => {
    const paused = film(lying)
      .stay(2)
      .move(0.6, hipsAt(155))
      .stay(0.7)
      .move(0.6, hipsAt(180))
      .stay(4)
      .move(0.9, rest)
      .stay(1.5);
    expect(kinds(judgeFilm(paused))).toEqual(['hold']);
  });
});

describe('no hold', () => {
  it('is someone who only lies there', () => {
    expect(kinds(judgeFilm(film(lying.noisy(1.5)).stay(12)))).toEqual([]);
  });

  it('is a small rocking of the hips', () => {
    const made = film(lying).stay(2);
    for (let i = 0; i < 6; i++) made.move(0.5, hipsAt(126)).move(0.5, rest);
    expect(kinds(judgeFilm(made.stay(1)))).toEqual([]);
  });

  it('is a bounce that never stands still', () => {
    const made = film(lying).stay(2);
    for (let i = 0; i < 6; i++) made.move(0.6, hipsAt(180)).move(0.6, rest);
    expect(judgeFilm(made.stay(1)).verdict.clocks.goodSec).toBeLessThan(1);
  });
});

describe('a fail that goes on', () => {
  it('ends the hold after three seconds, and the same height is not a new one', () => {
    const made = film(lying)
      .stay(2)
      .move(0.9, hipsAt(180))
      .stay(3)
      .move(0.5, hipsAt(163))
      .stay(8)
      .move(0.9, rest)
      .stay(1.5);
    const judged = judgeFilm(made, 10);
    expect(kinds(judged)).toEqual(['hold']);
    const [hold] = judged.verdict.reps;
    expect(hold?.endSec).toBeGreaterThan(9);
    expect(hold?.endSec).toBeLessThan(11);
    expect(hold?.quality).toBe(false);
  });

  it('for less than three seconds does not end the hold, however late its end is known', () => {
    const made = film(lying)
      .stay(2)
      .move(0.9, hipsAt(180))
      .stay(3)
      .move(0.4, hipsAt(163))
      .stay(2)
      .move(0.4, hipsAt(180))
      .stay(2)
      .move(0.9, rest)
      .stay(1.5);
    const [hold] = judgeFilm(made, 10).verdict.reps;
    expect(Math.abs((hold?.endSec ?? NaN) - 10.7)).toBeLessThan(0.3);
  });

  it('of grade 3 pauses the clock but ends nothing', () => {
    const made = bridge(film(lying).stay(2), 180, 4)
      .move(0.9, hipsAt(180))
      .stay(2.5)
      .move(0.5, hipsAt(199))
      .stay(6)
      .move(0.5, hipsAt(180))
      .stay(3)
      .move(0.9, rest)
      .stay(1.5);
    const judged = judgeFilm(made, 4);
    expect(kinds(judged)).toEqual(['hold', 'hold']);
    const over = judged.verdict.faults.find(({ id }) => id === 'overHeight');
    expect(over).toMatchObject({ level: 'fail', provisional: true });
    expect(judged.verdict.reps[1]?.faultySec).toBeGreaterThan(5);
    expect(judged.verdict.reps[1]?.quality).toBe(true);
  });
});

describe('out of sight in a hold', () => {
  const hold = (sec: number): Judged =>
    judgeFilm(
      film(lying)
        .stay(2)
        .move(0.9, hipsAt(180))
        .stay(3)
        .gone(sec)
        .stay(3)
        .move(0.9, rest)
        .stay(1.5),
    );

  it('for less than 0.3 s is bridged as good', () => {
    const { clocks } = hold(0.25).verdict;
    expect(clocks.unseenSec).toBe(0);
    expect(Math.abs(clocks.goodSec - 6.25)).toBeLessThan(0.3);
  });

  it.each([0.4, 0.5, 1, 2])('for %d s is unseen from the beginning, not good', (sec) => {
    const { clocks } = hold(sec).verdict;
    expect(Math.abs(clocks.unseenSec - sec)).toBeLessThan(0.1);
    expect(Math.abs(clocks.goodSec - 6)).toBeLessThan(0.3);
    expect(clocks.faultySec).toBe(0);
  });

  it('for more than a second leaves the hold unverified, never failed', () => {
    const { reps, faults } = hold(1.5).verdict;
    expect(reps.map(({ kind, quality }) => [kind, quality])).toEqual([['hold', false]]);
    expect(faults).toEqual([]);
    expect(hold(0.8).verdict.reps[0]?.quality).toBe(true);
  });

  it('says once that the body was lost and once that it is back', () => {
    const events = hold(2).events.filter(({ type }) => type.startsWith('body'));
    expect(events.map(({ type }) => type)).toEqual(['bodyLost', 'bodyFound']);
  });

  it('behind somebody else is unseen, and said to be that', () => {
    const made = film(lying)
      .stay(2)
      .move(0.9, hipsAt(180))
      .stay(3)
      .gone(2)
      .stay(3)
      .toTrace('gluteBridge');
    const frames = made.frames.map((frame, index) =>
      // The first second after the loss nothing tells why.
      frame.image === undefined && made.frames[index - 30]?.image === undefined
        ? { ...frame, occludedBy: 'other' as const }
        : frame,
    );
    const { events, verdict, snapshots } = judge({ ...made, frames }, { targetSec: 3 });
    const lost = events.filter(({ type }) => type.startsWith('body'));
    expect(lost).toMatchObject([
      { type: 'bodyLost' },
      { type: 'bodyLost', occludedBy: 'other' },
      { type: 'bodyFound' },
    ]);
    expect(lost[0]).not.toHaveProperty('occludedBy');
    expect(verdict.clocks).toEqual(judge(made, { targetSec: 3 }).verdict.clocks);
    const hidden = snapshots.filter(({ occludedBy }) => occludedBy === 'other');
    expect(hidden.length).toBeGreaterThan(20);
    const last = hidden.at(-1);
    expect(last?.pose).toBeUndefined();
    expect(last?.verdicts.map(({ unseen }) => unseen)).toContain('occluded');
    expect(last?.verdicts.some(({ level }) => level === 'ok')).toBe(false);
  });

  it('for good ends the hold where it was last seen, and keeps its quality', () => {
    const made = film(lying).stay(2).move(0.9, hipsAt(180)).stay(4).gone(14);
    const { reps, clocks } = judgeFilm(made).verdict;
    expect(reps).toHaveLength(1);
    expect(Math.abs((reps[0]?.endSec ?? NaN) - 6.9)).toBeLessThan(0.2);
    expect(reps[0]?.quality).toBe(true);
    expect(reps[0]?.unseenSec).toBeLessThan(0.3);
    expect(clocks.goodSec).toBeLessThan(4.5);
  });
});

describe('a fault that is corrected by sinking', () => {
  /** Good for 4 s, then too high for so long, then down to the line again. */
  const tooHigh = (sec: number): (readonly [string, string])[] => {
    const made = film(lying).stay(2).move(0.9, hipsAt(180)).stay(4);
    made.move(0.4, hipsAt(202)).stay(sec).move(0.7, hipsAt(180)).stay(3);
    return judgeFilm(made).verdict.faults.map(({ id, level }) => [id, level] as const);
  };

  it('fails where it had lasted before the hips began to sink, and only then', () => {
    expect(tooHigh(1.1)).toEqual([['overHeight', 'fail']]);
    expect(tooHigh(0.5)).toEqual([['overHeight', 'warn']]);
  });
});

describe('the set’s own options', () => {
  it('shorten the hold to the target given', () => {
    const made = bridge(film(lying).stay(2), 180, 2.5);
    expect(judgeFilm(made, 2).verdict.reps[0]?.quality).toBe(true);
    expect(judgeFilm(made, 3).verdict.reps[0]?.quality).toBe(false);
  });

  it('take a baseline as the athlete’s neutral from the first second on', () => {
    const made = bridge(film(lying).stay(2), 190, 4).toTrace('gluteBridge');
    const without = judge(made, { targetSec: 3 }).verdict.faults;
    const against = judge(made, { targetSec: 3, baseline: { trunkThighDeg: -8 } }).verdict.faults;
    expect(without.map(({ id }) => id)).toEqual([]);
    expect(against.map(({ id }) => id)).toEqual(['overHeight']);
  });
});
