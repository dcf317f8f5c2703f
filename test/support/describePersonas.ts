import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/report/verdict';
import type { Trace } from '../../src/core/trace/trace';
import { type Judged, judge } from './judged';
import { inReplay } from './replayTrace';
import { compareWithGolden, tellStory } from './story';

/** People before the camera, each with one way of training. */
export type Personas = Readonly<Record<string, () => Trace>>;

/** Every fault with its rep and its level, and which of the reps were of quality. */
export type Expected = Readonly<
  Record<string, readonly [faults: readonly string[], qualities: readonly boolean[]]>
>;

const faultsOf = ({ faults }: Verdict): string[] =>
  faults.map(({ rep, id, side, level }) =>
    [rep, side === null ? id : `${id}.${side}`, level].join(' '),
  );

/**
 * Declares the tests of some personas: each tells its golden story, and has the faults and the reps of
 * quality that it must have, whatever the stories say.
 * @returns What was judged of a persona; each is judged once.
 */
export function describePersonas(personas: Personas, expected: Expected): (name: string) => Judged {
  const judged = new Map<string, Judged>();
  const of = (name: string): Judged => {
    const make = personas[name];
    if (make === undefined) throw new Error(`there is no persona ${name}`);
    const found = judged.get(name) ?? judge(make());
    judged.set(name, found);
    return found;
  };

  describe.each(Object.keys(personas))('%s', (name) => {
    it('tells its golden story', () => {
      expect(compareWithGolden(inReplay(`golden/${name}.txt`), tellStory(of(name)))).toBe('');
    });
  });

  describe('what must be so whatever the stories say', () => {
    it.each(Object.entries(expected))('%s', (name, [faults, qualities]) => {
      const { verdict } = of(name);
      expect(faultsOf(verdict).toSorted()).toEqual([...faults].toSorted());
      expect(verdict.reps.map(({ quality }) => quality)).toEqual(qualities);
    });

    it('covers every persona', () => {
      expect(Object.keys(expected)).toEqual(Object.keys(personas));
    });
  });
  return of;
}
