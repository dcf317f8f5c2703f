import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../../src/app/route';

describe('parseRoute', () => {
  it('reads the set’s options', () => {
    expect(parseRoute('#/train/gluteBridge?source=demo&targetSec=1.5&doseReps=3')).toEqual({
      screen: 'train',
      exercise: 'gluteBridge',
      source: 'demo',
      options: { targetSec: 1.5, doseReps: 3 },
    });
  });

  it.each([
    '',
    '#',
    '#/',
    '#/train',
    '#/train/deadlift',
    '#/train/__proto__',
    '#/train/plank?source=demo',
    '#/nowhere',
  ])('leads home from %j', (hash) => expect(parseRoute(hash)).toEqual({ screen: 'home' }));

  it.each([
    'targetSec=0',
    'targetSec=-1',
    'targetSec=NaN',
    'targetSec=1e9',
    'targetSec=',
    'model=x',
  ])('drops an option that cannot be: %s', (query) =>
    expect(parseRoute(`#/train/squat?${query}`)).toMatchObject({ options: {} }),
  );

  it('reads what it wrote', () => {
    const route: fc.Arbitrary<Route> = fc.record({
      screen: fc.constant('train' as const),
      exercise: fc.constantFrom('gluteBridge' as const, 'squat' as const),
      source: fc.constantFrom('camera', 'demo', 'video', 'trace'),
      options: fc.record(
        {
          targetSec: fc.integer({ min: 1, max: 600 }),
          doseReps: fc.integer({ min: 1, max: 100 }),
          firstSide: fc.constantFrom('left' as const, 'right' as const),
          model: fc.constantFrom('lite' as const, 'full' as const, 'heavy' as const),
        },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(route, (given) => {
        expect(parseRoute(formatRoute(given))).toEqual(given);
      }),
    );
  });

  it('reads two sets to compare, or two repetitions of one', () => {
    for (const hash of ['#/compare/a-1/b-2', '#/compare/a-1/a-1?a=2&b=5']) {
      expect(formatRoute(parseRoute(hash))).toBe(hash);
    }
    expect(parseRoute('#/compare/a-1/b-2?a=x')).toEqual({
      screen: 'compare',
      a: { id: 'a-1' },
      b: { id: 'b-2' },
    });
    expect(parseRoute('#/compare/a-1/..')).toEqual({ screen: 'home' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(['home', 'about', 'settings', 'calibrate', 'train']).toContain(
          parseRoute(hash).screen,
        );
      }),
    );
  });
});
