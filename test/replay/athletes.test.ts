import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readProgramme } from '../../src/core/programme/programme';
import { compareWithGolden } from '../support/story';
import { athletes, simulate, type Simulation, tellHalfYear } from './athletes';

const goldenOf = (name: string): string =>
  fileURLToPath(new URL(`golden/athletes/${name}.txt`, import.meta.url));

const lived = new Map<string, Simulation>(
  Object.entries(athletes).map(([name, athlete]) => [name, simulate(athlete)]),
);

const of = (name: string): Simulation => {
  const found = lived.get(name);
  if (found === undefined) throw new Error(`there is no athlete ${name}`);
  return found;
};

const passed = (name: string): string[] => {
  const athlete = athletes[name];
  if (athlete === undefined) return [];
  const { gates } = readProgramme(of(name).history, athlete.plan, athlete.weeks * 7);
  return Object.values(gates)
    .filter((gate) => gate.passed)
    .map(({ exercise }) => exercise);
};

describe.each(Object.entries(athletes))('%s', (name, { plan }) => {
  it('lives their golden half year', () => {
    expect(compareWithGolden(goldenOf(name), tellHalfYear(of(name), plan))).toBe('');
  });
});

describe('what must be so whatever the stories say', () => {
  it('who trains steadily passes the programme up to the swing', () => {
    expect(passed('steady')).toEqual(
      expect.arrayContaining(['gluteBridge', 'singleLegBridge', 'abRollout', 'kettlebellDeadlift']),
    );
  });

  it('who never takes the mirror away, or feels it in the back, passes no gate', () => {
    expect(passed('cheater')).toEqual([]);
    expect(passed('backTakesOver')).toEqual([]);
  });

  it('sharp pain ends the day, and who comes back from it comes back to a lighter week', () => {
    const { days, history } = of('painfulWeek');
    const hurt = history.filter((entry) => entry.kind === 'set' && entry.pain?.sharp === true);
    expect(hurt.length).toBe(1);
    const back = days.find(({ day, kind }) => day >= 50 && kind === 'train');
    expect(back?.deload?.why).toBe('pain');
  });

  it('swings and carries begin with a weight where there is one', () => {
    const first = of('runner').history.find(
      (entry) => entry.kind === 'set' && entry.exercise === 'suitcaseCarry',
    );
    expect(first?.kind === 'set' ? first.dose.loadKg : 0).toBe(8);
  });

  it('a painful week gives rest and steps back, and no step forward', () => {
    const { days } = of('painfulWeek');
    const week = days.filter(({ day }) => day >= 43 && day < 50);
    expect(week.every(({ kind }) => kind === 'rest')).toBe(true);
  });

  it('only the runner gets the runner’s branch', () => {
    const offered = (name: string): Set<string> =>
      new Set(of(name).days.flatMap(({ items }) => items.map(({ exercise }) => exercise)));
    expect(offered('steady').has('suitcaseCarry')).toBe(false);
    expect(offered('runner').has('suitcaseCarry')).toBe(true);
  });
});
