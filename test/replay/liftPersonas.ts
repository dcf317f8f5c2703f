import type { Trace } from '../../src/core/trace/trace';
import { onLeft, onRight, rollOut, thrust } from '../support/liftShapes';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { film, type TraceBuilder } from '../support/traceBuilder';

/** Jitter of the keypoints of a good picture, px. */
const jitterPx = 0.6;

const begin = (first: PoseBuilder): TraceBuilder => film(first.noisy(jitterPx)).stay(2);

type Change = (now: PoseBuilder) => PoseBuilder;

/** One rep of any movement: there, a while, back, and a rest. */
const rep = (
  made: TraceBuilder,
  there: Change,
  back: Change,
  sec = 1.3,
  moveSec = 1,
): TraceBuilder => made.move(moveSec, there).stay(sec).move(moveSec, back).stay(1.2);

type Numbers<S> = S extends { readonly rest: Readonly<Record<infer Name extends string, number>> }
  ? Partial<Record<Name, number>>
  : never;

const onBench = pose().shaped(thrust).with({ pxPerM: 330 });
const thrustTo =
  (numbers: Numbers<typeof thrust>): Change =>
  (now) =>
    now.shaped(thrust, numbers);
const hipsDown = thrustTo(thrust.rest);
const oneThrust = (made: TraceBuilder, numbers: Numbers<typeof thrust> = {}, sec = 1.4) =>
  rep(made, thrustTo({ trunkThighDeg: 180, ...numbers }), hipsDown, sec);

type OneLeg = Numbers<typeof onLeft>;

const toLeft =
  (numbers: OneLeg): Change =>
  (now) =>
    now.shaped(onLeft, numbers);
const toRight =
  (numbers: OneLeg): Change =>
  (now) =>
    now.shaped(onRight, numbers);

const frontPx = { pxPerM: 240, centreYPx: 240 };
const onStepLeft = pose().shaped(onLeft).seenFrom('front').with(frontPx);
const onStepRight = pose().shaped(onRight).seenFrom('front').with(frontPx);
const low: OneLeg = { stanceKneeDeg: 65, freeHipDeg: 12 };

/** One step down on the left leg, and up again. */
const stepDown = (made: TraceBuilder, numbers: OneLeg = {}): TraceBuilder =>
  rep(made, toLeft({ ...low, ...numbers }), toLeft(onLeft.rest), 0.3);

const marching = pose().shaped(onLeft).with(frontPx);
const kneeUp: OneLeg = { freeHipDeg: 102, freeKneeDeg: 95 };

/** The right knee up on the left leg, and down. */
const march = (made: TraceBuilder, numbers: OneLeg = {}, backSec = 1.2): TraceBuilder =>
  made
    .move(0.9, toLeft({ ...kneeUp, ...numbers }))
    .stay(1.3)
    .move(backSec, toLeft(onLeft.rest))
    .stay(1.2);

const onKnees = pose().shaped(rollOut).with({ pxPerM: 330 });
const roll =
  (numbers: Numbers<typeof rollOut>): Change =>
  (now) =>
    now.shaped(rollOut, numbers);
const out: Numbers<typeof rollOut> = { thighDeg: 52, trunkThighDeg: 180, reachM: 0.95 };

/** One roll-out: away, held, back to tall kneeling and a rest. */
const rollAway = (made: TraceBuilder, numbers: Numbers<typeof rollOut> = {}): TraceBuilder =>
  made
    .move(2, roll({ ...out, ...numbers }))
    .stay(10.8)
    .move(1.5, roll(rollOut.rest))
    .stay(2);

/** People at the lifts that no rendered clip shows, each with one way of doing them. */
export const liftPersonas: Readonly<Record<string, () => Trace>> = {
  goodThrusts: () => oneThrust(oneThrust(oneThrust(begin(onBench)))).toTrace('hipThrust'),

  thrustsPastTheLine: () =>
    oneThrust(oneThrust(begin(onBench)), { trunkThighDeg: 197 }).toTrace('hipThrust'),

  thrustsHalfWay: () =>
    oneThrust(oneThrust(begin(onBench)), { trunkThighDeg: 160 }).toTrace('hipThrust'),

  thrustsInAHurry: () => oneThrust(oneThrust(begin(onBench)), {}, 0.2).toTrace('hipThrust'),

  thrustsHeadBackFeetFar: () =>
    oneThrust(oneThrust(begin(onBench)), { headBackDeg: 20, footM: 0.16 }).toTrace('hipThrust'),

  goodRolls: () => rollAway(rollAway(begin(onKnees))).toTrace('abRollout'),

  rollsSagging: () =>
    rollAway(begin(onKnees))
      .move(2, roll(out))
      .stay(3)
      .move(1, roll({ trunkThighDeg: 200 }))
      .stay(4)
      .move(1.5, roll(rollOut.rest))
      .stay(2)
      .toTrace('abRollout'),

  // Out only so far that the trunk, as the hips sink, is more upright than tall kneeling allows.
  rollsShortAndSags: () => {
    const short = { ...out, thighDeg: 43, reachM: 0.85 };
    return rollAway(begin(onKnees), short)
      .move(2, roll(short))
      .stay(3)
      .move(1, roll({ trunkThighDeg: 202 }))
      .stay(4)
      .move(1.5, roll(rollOut.rest))
      .stay(2)
      .toTrace('abRollout');
  },

  rollsWithTheHipsBack: () =>
    rollAway(begin(onKnees), { thighDeg: 20, trunkThighDeg: 140 }).toTrace('abRollout'),

  // Between two rolls on hands and knees, not tall: what is held is the way out.
  rollsFromAllFours: () => {
    const fours = { thighDeg: 0, trunkThighDeg: 105, reachM: 0.42 };
    const piked = { thighDeg: 40, trunkThighDeg: 140, reachM: 0.95 };
    return film(onKnees.shaped(rollOut, fours))
      .stay(2)
      .move(2, roll(piked))
      .stay(4)
      .move(1.5, roll(fours))
      .stay(2)
      .move(2, roll(piked))
      .stay(4)
      .move(1.5, roll(fours))
      .stay(2)
      .toTrace('abRollout');
  },

  rollsArmsFirstTooFar: () =>
    rollAway(begin(onKnees))
      .move(0.8, roll({ reachM: 0.75 }))
      .move(1.6, roll({ ...out, reachM: 1.05 }))
      .stay(5)
      .move(1.5, roll(rollOut.rest))
      .stay(2)
      .toTrace('abRollout'),

  goodSteps: () => stepDown(stepDown(stepDown(begin(onStepLeft)))).toTrace('stepDown'),

  goodStepsOnTheRight: () =>
    rep(begin(onStepRight), toRight(low), toRight(onRight.rest), 0.3).toTrace('stepDown'),

  stepsKneeIn: () => stepDown(stepDown(begin(onStepLeft)), { caveDeg: 20 }).toTrace('stepDown'),

  stepsPelvisDropsAndLeans: () =>
    stepDown(stepDown(begin(onStepLeft), { pelvicDropDeg: 12 }), { leanDeg: 14 }).toTrace(
      'stepDown',
    ),

  stepsPushingOff: () =>
    begin(onStepLeft.seenFrom('leftSide'))
      .move(1, toLeft(low))
      .stay(0.3)
      .move(0.25, toLeft({ ...low, freeHipDeg: 35, freeKneeDeg: 70 }))
      .move(1, toLeft(onLeft.rest))
      .stay(1.2)
      .toTrace('stepDown'),

  goodMarch: () => march(march(begin(marching))).toTrace('bandedHipFlexion'),

  marchesShortAndFast: () =>
    march(march(begin(marching)), { freeHipDeg: 72, freeKneeDeg: 70 }, 0.4).toTrace(
      'bandedHipFlexion',
    ),

  marchesLeaningBack: () =>
    march(march(begin(marching)), { inclineDeg: -14 }).toTrace('bandedHipFlexion'),

  marchesOnABentLeg: () =>
    march(march(begin(marching)), { stanceKneeDeg: 32 }).toTrace('bandedHipFlexion'),

  marchesHikingTheHip: () =>
    march(march(begin(marching.seenFrom('front'))), { pelvicDropDeg: -14 }).toTrace(
      'bandedHipFlexion',
    ),
};
