import type { Trace } from '../../src/core/trace/trace';
import { bridgeOnLeft, bridgeOnRight, forearmPlank } from '../support/floorShapes';
import { pose, type PoseBuilder } from '../support/poseBuilder';
import { film, type TraceBuilder } from '../support/traceBuilder';

/** Jitter of the keypoints of a good picture, px. */
const jitterPx = 0.6;

type Change = (now: PoseBuilder) => PoseBuilder;

const planked =
  (numbers: Partial<Record<'trunkThighDeg' | 'headBackDeg', number>>): Change =>
  (now) =>
    now.shaped(forearmPlank, numbers);
const flat = pose().shaped(forearmPlank).with({ pxPerM: 300 }).noisy(jitterPx);
const inPlank = (): TraceBuilder => film(flat).stay(4);

type OneLegged = Partial<Record<keyof typeof bridgeOnLeft.rest, number>>;

const onRight =
  (numbers: OneLegged): Change =>
  (now) =>
    now.shaped(bridgeOnRight, numbers);

/** How far a laptop on a table looks down on the mat, degrees. */
const tableElevationDeg = 22;

// The far leg works, so that the near one, which is free, is seen whole.
const lying = pose()
  .shaped(bridgeOnRight)
  .seenFrom('leftSide')
  .with({ pxPerM: 380 })
  .noisy(jitterPx);
const lyingHigh = lying.with({ elevationDeg: tableElevationDeg, pxPerM: 230 });

/** Up on both legs, then the left one is straightened. */
const up = (made: TraceBuilder, numbers: OneLegged = {}): TraceBuilder =>
  made
    .move(1, onRight({ trunkThighDeg: 180 }))
    .stay(1.2)
    .move(0.8, onRight({ freeKneeDeg: 4, ...numbers }));

const down = (made: TraceBuilder): TraceBuilder =>
  made
    .move(0.8, onRight({ freeKneeDeg: 130, freeThighDeg: 0, freeHipDropDeg: 0 }))
    .move(1, onRight(bridgeOnRight.rest))
    .stay(1.5);

const beginLying = (from: PoseBuilder = lying): TraceBuilder => film(from).stay(2);

/** People in planks and on one leg in a bridge, each with one way of doing it. */
export const floorPersonas: Readonly<Record<string, () => Trace>> = {
  goodPlank: () => inPlank().stay(7).toTrace('plank'),

  plankSags: () =>
    inPlank()
      .move(1, planked({ trunkThighDeg: 202 }))
      .stay(3)
      .move(1, planked({ trunkThighDeg: 180 }))
      .stay(3)
      .toTrace('plank'),

  plankPikes: () =>
    inPlank()
      .move(1, planked({ trunkThighDeg: 142 }))
      .stay(4)
      .move(1, planked({ trunkThighDeg: 180 }))
      .stay(2)
      .toTrace('plank'),

  plankHeadDrops: () =>
    inPlank()
      .move(1, planked({ headBackDeg: -38 }))
      .stay(4)
      .toTrace('plank'),

  plankOnTheKneesIsNone: () => film(pose().crawling().noisy(jitterPx)).stay(4).toTrace('plank'),

  goodOneLegBridge: () =>
    down(up(down(up(beginLying()).stay(10.8))).stay(10.8)).toTrace('singleLegBridge'),

  oneLegBridgeOnTheLeft: () =>
    film(pose().shaped(bridgeOnLeft).with({ pxPerM: 380 }).noisy(jitterPx))
      .stay(2)
      .move(1, (now) => now.shaped(bridgeOnLeft, { trunkThighDeg: 180 }))
      .stay(1.2)
      .move(0.8, (now) => now.shaped(bridgeOnLeft, { freeKneeDeg: 4 }))
      .stay(4)
      .move(0.8, (now) => now.shaped(bridgeOnLeft, bridgeOnLeft.rest))
      .stay(1.5)
      .toTrace('singleLegBridge'),

  oneLegBridgeSags: () =>
    down(
      up(beginLying())
        .stay(3)
        .move(3, onRight({ trunkThighDeg: 164 }))
        .stay(4),
    ).toTrace('singleLegBridge'),

  oneLegBridgeFreeLegHigh: () =>
    down(up(beginLying(), { freeThighDeg: 32 }).stay(5)).toTrace('singleLegBridge'),

  oneLegBridgeFreeKneeBends: () =>
    down(
      up(beginLying())
        .stay(3)
        .move(1, onRight({ freeKneeDeg: 50 }))
        .stay(4),
    ).toTrace('singleLegBridge'),

  oneLegBridgeDips: () =>
    down(
      up(beginLying(lyingHigh))
        .stay(4)
        .move(0.6, onRight({ freeHipDropDeg: 14 }))
        .stay(3)
        .move(0.6, onRight({ freeHipDropDeg: 0 }))
        .stay(2),
    ).toTrace('singleLegBridge'),

  oneLegBridgeDipsBeforeALowCamera: () =>
    down(
      up(beginLying())
        .stay(4)
        .move(0.6, onRight({ freeHipDropDeg: 14 }))
        .stay(3)
        .move(0.6, onRight({ freeHipDropDeg: 0 }))
        .stay(1),
    ).toTrace('singleLegBridge'),
};
