import { describe, expect, it } from 'vitest';
import { describePersonas } from '../support/describePersonas';
import { hingePersonas } from './hingePersonas';

const of = describePersonas(hingePersonas, {
  goodDeadlifts: [[], [true, true, true]],
  deadliftsSquatting: [['2 squatNotHinge fail'], [true, false]],
  deadliftsLeaningBack: [['2 leanBack fail'], [true, false]],
  // Provisional by their evidence: they are told, and void no rep.
  deadliftsHalfUp: [['2 incompleteExtension fail'], [true, true]],
  deadliftsHipsFirst: [['2 hipsShootUp fail'], [true, true]],
  deadliftsBellAwayHeadUp: [
    ['2 loadDriftsForward fail', '2 headOffLine fail'],
    [true, true],
  ],
  deadliftsHeelsUpInAHurry: [
    ['2 heelsLift fail', '2 dropsTooFast fail'],
    [true, true],
  ],
  deadliftsKneesIn: [
    ['2 kneesCave.left fail', '2 kneesCave.right fail'],
    [true, false],
  ],
  deadliftsRounding: [['2 backRounds fail'], [true, true]],
  deadliftsArching: [['2 backArch warn'], [true, true]],
  goodRomanians: [[], [true, true]],
  romaniansSquatting: [
    ['2 squatNotHinge fail', '2 kneesDriftForward fail'],
    [true, false],
  ],
  romaniansInAHurryBellAway: [
    ['2 loadDriftsForward fail', '2 dropsTooFast fail'],
    [true, true],
  ],
  romaniansRounding: [['2 backRounds fail'], [true, true]],
  goodSwings: [[], [true, true, true]],
  swingsSquatting: [
    ['1 squatSwing fail', '2 squatSwing fail', '3 squatSwing fail'],
    [true, true, true],
  ],
  swingsLiftingTheArms: [
    ['1 armLift fail', '2 armLift fail', '3 armLift fail'],
    [true, true, true],
  ],
  swingsLeaningBack: [
    ['1 leanBack fail', '2 leanBack fail', '3 leanBack fail'],
    [true, true, true],
  ],
  // The last one ends standing tall.
  swingsNotThrough: [
    ['1 incompleteExtension fail', '2 incompleteExtension fail'],
    [true, true, true],
  ],
  swingsTooHighTooLow: [
    [1, 2, 3].flatMap((n) => [`${String(n)} bellTooHigh fail`, `${String(n)} bellTooLow fail`]),
    [true, true, true],
  ],
  swingsBeforeASlowCamera: [[], [false, false, false]],
  goodHinge: [[], [true]],
  hingeDrifts: [['1 trunkDrifts fail'], [false]],
  hingeHeadUp: [['1 headOffLine fail'], [false]],
  hingeKneesBend: [['1 kneesBend fail'], [false]],
  hingeLocksTheKnees: [['1 kneesBend warn'], [false]],
  hingeRoundsThenArches: [['1 backRounds fail', '1 backArch warn'], [true]],
});

describe('swings before a slow camera', () => {
  it('are counted and not scored, and it says why', () => {
    const { verdict } = of('swingsBeforeASlowCamera');
    expect(verdict.clocks.goodSec).toBe(0);
    expect(verdict.unknown.find(({ id }) => id === 'leanBack')?.reason).toMatch(/frames a second/);
  });
});
