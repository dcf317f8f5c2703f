import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  describeTraceError,
  encodeTrace,
  parseTrace,
  type Trace,
} from '../../src/core/trace/trace';
import { describePersonas } from '../support/describePersonas';
import { inReplay, readReplayTrace } from '../support/replayTrace';
import { liftPersonas } from './liftPersonas';

describePersonas(liftPersonas, {
  goodThrusts: [[], [true, true, true]],
  // Provisional by their evidence: they are told, and void no rep.
  thrustsPastTheLine: [['2 backArch fail'], [true, true]],
  thrustsHalfWay: [['2 incompleteExtension fail'], [true, true]],
  thrustsInAHurry: [[], [true, false]],
  thrustsHeadBackFeetFar: [
    ['2 headThrownBack fail', '2 shinNotVertical fail'],
    [true, true],
  ],
  goodRolls: [[], [true, true]],
  rollsSagging: [['2 lowBackSags fail'], [true, false]],
  rollsShortAndSags: [['2 lowBackSags fail'], [true, false]],
  rollsWithTheHipsBack: [['1 hipsHigh fail'], [false]],
  rollsFromAllFours: [
    ['1 hipsHigh fail', '2 hipsHigh fail'],
    [false, false],
  ],
  rollsArmsFirstTooFar: [
    ['2 shouldersLead fail', '2 reachTooFar warn'],
    [true, false],
  ],
  goodSteps: [[], [true, true, true]],
  goodStepsOnTheRight: [[], [true]],
  stepsKneeIn: [['2 kneesCave.left fail'], [true, false]],
  stepsPelvisDropsAndLeans: [
    ['1 pelvicDrop.right fail', '2 trunkLean.left fail'],
    [false, false],
  ],
  stepsPushingOff: [['1 pushesOffBack.right warn'], [true]],
  goodMarch: [[], [true, true]],
  marchesShortAndFast: [
    ['2 dropsTooFast fail', '2 rangeShort.right fail'],
    [true, false],
  ],
  marchesLeaningBack: [
    // The leaning trunk takes the thigh's lift against it.
    ['2 leanBack fail', '2 rangeShort.right warn'],
    [true, false],
  ],
  marchesOnABentLeg: [['2 stanceLegGives.left fail'], [true, true]],
  marchesHikingTheHip: [['2 hipHike.right fail'], [true, false]],
});

/** Exercises that no rendered clip shows yet: their trace is a persona's, kept as a file. */
const built: Readonly<Record<string, string>> = {
  goodThrusts: 'hipThrust',
  goodRolls: 'abRollout',
  goodSteps: 'stepDown',
  goodMarch: 'bandedHipFlexion',
};

describe.each(Object.entries(built))('the trace of %s, in place of a clip', (name, exercise) => {
  const file = inReplay(`traces/${name}.trace.ndjson.gz`);

  it('is what the builders make', () => {
    const trace = liftPersonas[name]!();
    expect(trace.header.exercise).toBe(exercise);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, gzipSync(encodeTrace(trace)));
    expect(readReplayTrace(name)).toEqual(parseOwn(trace));
  });
});

/** A trace as it is read back: its numbers are rounded in the file. */
function parseOwn(trace: Trace): Trace {
  const parsed = parseTrace(encodeTrace(trace));
  if (!parsed.ok) throw new Error(describeTraceError(parsed.error));
  return parsed.value;
}
