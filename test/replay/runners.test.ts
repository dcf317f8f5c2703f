import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../src/core/kinematics/measures';
import { judge, type Judged } from '../support/judged';
import { inReplay, readReplayTrace } from '../support/replayTrace';
import { compareWithGolden, tellStory } from '../support/story';
import { runners } from './runners';

const judged = new Map<string, Judged>();

/** What was judged of a persona; each is judged once. */
function of(name: string): Judged {
  const make = runners[name];
  if (make === undefined) throw new Error(`there is no persona ${name}`);
  const found = judged.get(name) ?? judge(make());
  judged.set(name, found);
  return found;
}

describe.each(Object.keys(runners))('%s', (name) => {
  it('tells its golden story', () => {
    expect(compareWithGolden(inReplay(`golden/${name}.txt`), tellStory(of(name)))).toBe('');
  });
});

describe.each(['built_suitcaseCarry', 'built_crawl', 'built_runCheck', 'built_hipFlexorTest'])(
  '%s',
  (name) => {
    it('tells its golden story', () => {
      const story = tellStory(judge(readReplayTrace(name)));
      expect(compareWithGolden(inReplay(`golden/${name}.txt`), story)).toBe('');
    });
  },
);

const failsOf = (name: string): string[] => [
  ...new Set(
    of(name)
      .verdict.faults.filter(({ level }) => level === 'fail')
      .map(({ id, side }) => (side === null ? id : `${id}.${side}`)),
  ),
];

/** Means of a reported measure by side, at the end of the set. */
const meansOf = (name: string, measure: MeasureId): (number | undefined)[] =>
  (of(name).snapshots.at(-1)?.measures ?? [])
    .filter((one) => one.measure === measure)
    .map(({ mean }) => mean);

const passesOf = (name: string): boolean[] => of(name).verdict.reps.map(({ quality }) => quality);

describe('a carry', () => {
  it('that is good has four good lengths, no fault, and rests while it turns', () => {
    expect(passesOf('goodCarry')).toEqual([true, true, true, true]);
    expect(of('goodCarry').verdict.faults).toEqual([]);
    expect(of('goodCarry').verdict.cues).toEqual([]);
    const { goodSec, restSec } = of('goodCarry').verdict.clocks;
    // Four lengths of 5.5 s, less the half step at either end; four turns of 1.2 s, 4 s standing.
    expect(goodSec).toBeGreaterThan(4 * 4);
    expect(goodSec).toBeLessThan(4 * 5.5);
    expect(restSec).toBeGreaterThan(8.8);
    // Two steps in 1.1 s, timed in frames of 33 ms.
    const [stepRate = 0] = meansOf('goodCarry', 'stepRatePerMin');
    expect(Math.abs(stepRate - 120 / 1.1)).toBeLessThan(2);
  });

  it.each([
    ['leaningCarry', ['sideLean']],
    ['shruggingCarry', ['shoulderHike']],
    ['droppingCarry', ['pelvicDrop.left']],
    ['limpingCarry', ['unevenSteps']],
    ['archedCarry', ['ribFlare']],
  ])('%s fails in what it does, and in nothing else', (name, fails) => {
    expect(failsOf(name)).toEqual(fails);
    expect(of(name).verdict.cues.length).toBeGreaterThan(0);
  });

  it('tells the lean toward the hand that carries, where that is known', () => {
    const trace = runners.leaningCarry?.();
    const peak = (side: 'left' | 'right'): number | undefined =>
      trace && judge(trace, { side }).verdict.faults[0]?.peak;
    expect(peak('left')).toBeGreaterThan(9);
    expect(peak('right')).toBeLessThan(-9);
  });

  it('from an angle is unseen and neither good nor a fault', () => {
    const { clocks, faults, unknown } = of('obliqueCarry').verdict;
    expect(faults).toEqual([]);
    expect(clocks.goodSec).toBe(0);
    expect(clocks.unseenSec).toBeGreaterThan(5);
    expect(unknown.find(({ id }) => id === 'sideLean')?.reason).toMatch(/front view/);
  });

  it('that is lost from sight for a while is one length with unseen time', () => {
    const { clocks, faults, reps } = of('lostCarry').verdict;
    expect(faults).toEqual([]);
    expect(reps.map(({ kind, quality }) => [kind, quality])).toEqual([['pass', false]]);
    expect(clocks.unseenSec).toBeGreaterThan(2.5);
  });
});

describe('a crawl', () => {
  it('that is good has no fault', () => {
    expect(passesOf('goodCrawl')).toEqual([true, true]);
    expect(of('goodCrawl').verdict.faults).toEqual([]);
    expect(of('goodCrawl').verdict.cues).toEqual([]);
  });

  it.each([
    ['pikedCrawl', ['hipsHigh']],
    ['sameSideCrawl', ['sameSidePattern']],
    ['swayingCrawl', ['hipsSway']],
  ])('%s fails in what it does, and in nothing else', (name, fails) => {
    expect(failsOf(name)).toEqual(fails);
    expect(of(name).verdict.cues.length).toBeGreaterThan(0);
  });

  it('says from the side that the sway is seen from behind', () => {
    const { unknown } = of('goodCrawl').verdict;
    expect(unknown.find(({ id }) => id === 'hipsSway')?.reason).toMatch(/behind/);
  });
});

describe('a run check', () => {
  it('judges nothing and says nothing', () => {
    expect(of('run').verdict.faults).toEqual([]);
    expect(of('run').verdict.cues).toEqual([]);
    expect(of('run').verdict.unknown).toEqual([]);
  });

  it('is enough with twenty strides', () => {
    expect(passesOf('run')).toEqual([true, false]);
  });

  it('measures what was there', () => {
    const [incline = 0] = meansOf('run', 'trunkInclineDeg');
    expect(Math.abs(incline - 8)).toBeLessThan(1);
    const [stepRate = 0] = meansOf('run', 'stepRatePerMin');
    expect(Math.abs(stepRate - 120 / 0.72)).toBeLessThan(2);
    const [left = 0, right = 0] = meansOf('run', 'pelvicDropDeg');
    // The mean of 0.15 s about the middle of the support takes a sixth of so short a peak.
    expect(left).toBeGreaterThan(6);
    expect(left).toBeLessThan(8);
    expect(right).toBeGreaterThan(3);
    expect(right).toBeLessThan(left);
  });

  it('tells of each measure how many it is of, and of too few that they are', () => {
    const { measures } = of('run').verdict;
    const least = (signal: string): (readonly [number, number])[] =>
      measures.filter((one) => one.signal === signal).map(({ n, least: of }) => [n, of]);
    expect(least('trunkInclineDeg')[0]?.[0]).toBeGreaterThanOrEqual(20);
    expect(least('pelvicDropDeg').every(([n, wanted]) => n < wanted)).toBe(true);
  });

  it('at 30 frames a second only counts the steps, and says why', () => {
    const { measures, clocks } = of('slowCameraRun').verdict;
    expect(clocks.goodSec).toBe(0);
    const taken = measures.filter(({ mean }) => mean !== null).map(({ signal }) => signal);
    expect(taken).toEqual(['stepRatePerMin']);
    expect(measures.find(({ signal }) => signal === 'trunkInclineDeg')?.reason).toMatch(/frames/);
  });
});

/** Mean and count of a measure in the verdict. */
const measuredOf = (name: string, signal: string): readonly (readonly [number | null, number])[] =>
  of(name)
    .verdict.measures.filter((one) => one.signal === signal)
    .map(({ mean, n }) => [mean, n]);

describe('a hip-flexor test', () => {
  it('is three valid trials of the leg that hangs', () => {
    expect(passesOf('hipTest')).toEqual([true, true, true]);
    expect(of('hipTest').verdict.reps.map(({ side }) => side)).toEqual(['right', 'right', 'right']);
    const [[thighDeg, n] = [null, 0]] = measuredOf('hipTest', 'thighAboveLevelDeg');
    expect(n).toBe(3);
    expect(Math.abs((thighDeg ?? 0) + 4)).toBeLessThan(1);
  });

  it('that finds short hip flexors is as valid, and takes no time from it', () => {
    expect(failsOf('shortHipTest')).toEqual(['hipFlexorsShort.right', 'rectusFemorisShort.right']);
    expect(passesOf('shortHipTest')).toEqual([true, true, true]);
    expect(of('shortHipTest').verdict.clocks.faultySec).toBe(0);
    const [[thighDeg] = [null]] = measuredOf('shortHipTest', 'thighAboveLevelDeg');
    expect(Math.abs((thighDeg ?? 0) - 13)).toBeLessThan(1);
  });

  it('leaves out a trial in which the back left the table', () => {
    expect(passesOf('archedHipTest')).toEqual([true, true, false]);
    expect(failsOf('archedHipTest')).toEqual(['testInvalid']);
    const [[thighDeg, n] = [null, 0]] = measuredOf('archedHipTest', 'thighAboveLevelDeg');
    expect(n).toBe(2);
    expect(Math.abs((thighDeg ?? 0) - 5)).toBeLessThan(1);
  });

  it('half-kneeling is told by the trunk, and measures the hip alone', () => {
    expect(measuredOf('halfKneelingTest', 'thighAboveLevelDeg')).toEqual([[null, 0]]);
    expect(of('halfKneelingTest').verdict.faults).toEqual([]);
    const [[hipDeg] = [null]] = measuredOf('halfKneelingTest', 'legHipFlexionDeg');
    // The hips 0.09 m in front of the knee, the thigh 0.42 m long.
    const truth = (-Math.asin(0.09 / 0.42) * 180) / Math.PI;
    expect(Math.abs((hipDeg ?? 0) - truth)).toBeLessThan(1.5);
  });
});
