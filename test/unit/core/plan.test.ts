import { describe, expect, it } from 'vitest';
import {
  extendRest,
  followSide,
  planSets,
  readRestLeft,
  startRest,
  stepRest,
} from '../../../src/core/coach/plan';
import { catalogue } from '../../../src/core/exercises/catalogue';

describe('planSets', () => {
  it('takes each side in turn where one side works', () => {
    expect(planSets(catalogue.singleLegBridge, 2).map(({ side }) => side)).toEqual([
      'left',
      'right',
      'left',
      'right',
    ]);
    expect(planSets(catalogue.singleLegBridge, 1, 'right').map(({ side }) => side)).toEqual([
      'right',
      'left',
    ]);
    expect(planSets(catalogue.gluteBridge, 1)).toEqual([{ side: undefined, restSec: 0 }]);
  });

  it('rests before every set but the first', () => {
    expect(planSets(catalogue.squat, 3).map(({ restSec }) => restSec)).toEqual([0, 60, 60]);
  });
});

describe('followSide', () => {
  const plan = planSets(catalogue.singleLegBridge, 1);

  it('goes on with the side that was not done', () => {
    expect(followSide(plan, 0, 'left').map(({ side }) => side)).toEqual(['left', 'right']);
    expect(followSide(plan, 0, 'right').map(({ side }) => side)).toEqual(['right', 'left']);
    expect(followSide(plan, 0, undefined)).toEqual(plan);
  });
});

describe('a rest', () => {
  /** What is told in a rest whose clock is read every `everySec`. */
  function listTold(lengthSec: number, everySec: number): number[] {
    let rest = startRest(lengthSec, 100);
    const told: number[] = [];
    for (let now = 100; ; now += everySec) {
      const step = stepRest(rest, now);
      rest = step.rest;
      if (step.tell !== undefined) told.push(step.tell);
      if (step.over) return told;
    }
  }

  it('is counted down by voice', () => {
    expect(listTold(60, 0.25)).toEqual([30, 10, 3, 2, 1]);
    expect(listTold(30, 0.25)).toEqual([10, 3, 2, 1]);
  });

  it('tells no moment that the clock has passed by', () => {
    expect(listTold(60, 7)).toEqual([]);
    expect(listTold(60, 1)).toEqual([30, 10, 3, 2, 1]);
  });

  it('can be made longer', () => {
    const rest = extendRest(startRest(60, 0), 30);
    expect(readRestLeft(rest, 60)).toBe(30);
    expect(stepRest(rest, 60).over).toBe(false);
    expect(stepRest(rest, 90).over).toBe(true);
    expect(readRestLeft(rest, 120)).toBe(0);
  });
});
