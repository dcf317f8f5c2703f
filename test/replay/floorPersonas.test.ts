import { describe, expect, it } from 'vitest';
import { describePersonas } from '../support/describePersonas';
import { floorPersonas } from './floorPersonas';

const of = describePersonas(floorPersonas, {
  goodPlank: [[], [true]],
  plankSags: [['1 lowBackSags fail'], [false]],
  plankPikes: [['1 hipsHigh fail'], [false]],
  plankHeadDrops: [['1 headOffLine fail'], [false]],
  plankOnTheKneesIsNone: [[], []],
  goodOneLegBridge: [[], [true, true]],
  oneLegBridgeOnTheLeft: [[], [false]],
  oneLegBridgeSags: [['1 hipsSag fail'], [false]],
  oneLegBridgeFreeLegHigh: [['1 freeThighNotParallel fail'], [false]],
  oneLegBridgeFreeKneeBends: [['1 freeKneeBent.left fail'], [false]],
  oneLegBridgeDips: [['1 pelvisDips.left fail'], [false]],
  oneLegBridgeDipsBeforeALowCamera: [[], [false]],
});

describe('a bridge on one leg', () => {
  it('is on the leg that stays on the floor', () => {
    const sides = (name: string): (string | null)[] =>
      of(name).verdict.reps.map(({ side }) => side);
    expect(sides('goodOneLegBridge')).toEqual(['right', 'right']);
    expect(sides('oneLegBridgeOnTheLeft')).toEqual(['left']);
  });

  it('says from the low camera that the dip is seen from table height', () => {
    const { unknown } = of('oneLegBridgeDipsBeforeALowCamera').verdict;
    expect(unknown.find(({ id }) => id === 'pelvisDips')?.reason).toMatch(/table/);
  });
});
