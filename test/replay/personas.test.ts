import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FaultId } from '../../src/core/form/rule';
import type { Trace } from '../../src/core/trace/trace';
import { judge, type Judged } from '../support/judged';
import { compareWithGolden, tellStory } from '../support/story';
import { personas } from './personas';

const goldenOf = (name: string): string =>
  fileURLToPath(new URL(`golden/${name}.txt`, import.meta.url));

const judged = new Map<string, Judged>();

/** What was judged of a persona; each is judged once. */
function of(name: string): Judged {
  const found = judged.get(name) ?? judge(makeTraceOf(name));
  judged.set(name, found);
  return found;
}

function makeTraceOf(name: string): Trace {
  const make = personas[name];
  if (make === undefined) throw new Error(`there is no persona ${name}`);
  return make();
}

describe.each(Object.keys(personas))('%s', (name) => {
  it('tells its golden story', () => {
    expect(compareWithGolden(goldenOf(name), tellStory(of(name)))).toBe('');
  });
});

const faultsOf = (name: string): FaultId[] => [
  ...new Set(of(name).verdict.faults.map(({ id }) => id)),
];

const failsOf = (name: string): FaultId[] => [
  ...new Set(
    of(name)
      .verdict.faults.filter(({ level }) => level === 'fail')
      .map(({ id }) => id),
  ),
];

const qualities = (name: string): boolean[] => of(name).verdict.reps.map(({ quality }) => quality);

const kinds = (name: string): string[] => of(name).verdict.reps.map(({ kind }) => kind);

describe('what must be so whatever the stories say', () => {
  it('good form has no fault, no cue, and all of its holds and reps are of quality', () => {
    for (const name of ['goodForm', 'goodSquats']) {
      expect(faultsOf(name)).toEqual([]);
      expect(of(name).verdict.cues).toEqual([]);
      expect(qualities(name)).not.toContain(false);
    }
    expect(kinds('goodForm')).toEqual(['hold', 'hold']);
    expect(kinds('goodSquats')).toEqual(['rep', 'rep', 'rep']);
  });

  it('hips that sink fail, are cued, and end the hold where they stay down', () => {
    expect(failsOf('hipsSink')).toEqual(['hipsSag']);
    expect(qualities('hipsSink')).toEqual([true, false]);
    expect(of('hipsSink').verdict.cues.map(({ id }) => id)).toContain('hipsInLine');
    expect(qualities('hipsSinkAndRecover')).toEqual([true, false]);
    expect(of('hipsSinkAndRecover').verdict.reps[1]?.goodSec).toBeGreaterThan(9);
  });

  it('hips that never come up are attempts with nothing good', () => {
    expect(kinds('neverHighEnough')).toEqual(['attempt', 'attempt']);
    expect(faultsOf('neverHighEnough')).toEqual(['hipsLow']);
    expect(of('neverHighEnough').verdict.clocks.goodSec).toBe(0);
  });

  it('over-height fails provisionally against the athlete’s own good hold', () => {
    expect(failsOf('overHeight')).toEqual(['overHeight']);
    expect(of('overHeight').verdict.faults.every(({ provisional }) => provisional)).toBe(true);
  });

  it.each(['walksOutOfFrame', 'turnsOblique', 'secondPersonEnters', 'dimLight', 'walksOutOfSquat'])(
    '%s: what was not seen is unseen and neither good nor a fault',
    (name) => {
      const { faults, clocks, reps } = of(name).verdict;
      expect(faults).toEqual([]);
      expect(clocks.unseenSec).toBeGreaterThan(1.5);
      expect(clocks.faultySec).toBe(0);
      expect(reps.at(-1)?.quality).toBe(false);
    },
  );

  it('cheating gains nothing', () => {
    expect(of('cheater').verdict.clocks.goodSec).toBeLessThan(1);
    expect(qualities('cheater')).not.toContain(true);
    expect(of('squatCheater').verdict.reps).toHaveLength(1);
  });

  it('knees that cave are a fault of the knee that does', () => {
    expect(qualities('kneesIn')).toEqual([true, false, false]);
    expect(failsOf('kneesIn')).toEqual(['kneesCave']);
    const sides = of('oneKneeIn').verdict.faults.map(({ rep, side }) => [rep, side]);
    expect(new Set(sides.map(String))).toEqual(new Set(['2,right', '3,left']));
  });

  it('a shallow squat is a warning against the own depth, from the side', () => {
    const { faults } = of('shallow').verdict;
    expect(faults.map(({ id, level, rep }) => [id, level, rep])).toContainEqual([
      'shallowDepth',
      'warn',
      3,
    ]);
    expect(qualities('shallow')).toEqual([true, true, true]);
  });

  it('a lean is a fault of the hips’ shift', () => {
    expect(failsOf('leansOver')).toEqual(['hipShift']);
  });

  it('nobody is praised for a fault that only ended with the hold', () => {
    for (const name of ['neverHighEnough', 'overHeight', 'kneesIn', 'hipsSink']) {
      expect(of(name).events.filter(({ type }) => type === 'confirmation')).toEqual([]);
    }
  });

  it('lifted heels fail provisionally', () => {
    expect(failsOf('heelsLift')).toEqual(['toePush']);
  });
});
