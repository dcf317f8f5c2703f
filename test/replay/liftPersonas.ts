import type { Trace } from '../../src/core/trace/trace';
import { thrust } from '../support/liftShapes';
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
};
