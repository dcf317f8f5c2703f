import type { RepPhases } from '../exercises/exercise';
import type { MovePhase } from './snapshot';

export interface RepInput {
  readonly tSec: number;
  /** Depth of the movement, degrees; undefined where it could not be seen. */
  readonly depth: number | undefined;
}

export type RepTransition =
  | { readonly type: 'repBegan' }
  /** The deepest point is behind; `atSec` is when it was. */
  | { readonly type: 'turned'; readonly atSec: number }
  | { readonly type: 'repEnded' }
  /** Too little to count: it was no rep. */
  | { readonly type: 'repDropped' };

/** Where the athlete is between standing, the bottom of a repetition and its top. */
export interface RepTracker {
  phase: MovePhase;
  deepest: number;
  deepestSec: number;
  counted: boolean;
  /** Since when the top is looked at. */
  topSinceSec: number | undefined;
  /** Depth at that moment: who still rises is not at the top yet. */
  topDepth: number;
  lastSeenSec: number;
}

/** How far the depth must rise again from its deepest before the turn is taken for real, degrees. */
const turnMarginDeg = 8;
/** Rising by this much within the time that a top is looked at is still the way up, degrees. */
const risingDeg = 3;
/** Out of sight for this long, a rep is given up, seconds. */
const lostSec = 10;

export const createRepTracker = (): RepTracker => ({
  phase: 'rest',
  deepest: 0,
  deepestSec: 0,
  counted: false,
  topSinceSec: undefined,
  topDepth: 0,
  lastSeenSec: -Infinity,
});

const toRest = (tracker: RepTracker): void => {
  tracker.phase = 'rest';
  tracker.topSinceSec = undefined;
};

/** Takes one frame in; returns what changed. */
export function stepRep(
  tracker: RepTracker,
  phases: RepPhases,
  { tSec, depth }: RepInput,
): RepTransition | undefined {
  if (depth === undefined) {
    if (tracker.phase === 'rest' || tSec - tracker.lastSeenSec < lostSec) return undefined;
    toRest(tracker);
    return { type: 'repDropped' };
  }
  tracker.lastSeenSec = tSec;
  if (tracker.phase === 'rest') {
    if (depth <= phases.startAbove) return undefined;
    Object.assign(tracker, { phase: 'down', deepest: depth, deepestSec: tSec, counted: false });
    return { type: 'repBegan' };
  }
  return tracker.topSinceSec === undefined
    ? stepMoving(tracker, phases, tSec, depth)
    : stepTop(tracker, phases, tSec, depth);
}

function stepMoving(
  tracker: RepTracker,
  phases: RepPhases,
  tSec: number,
  depth: number,
): RepTransition | undefined {
  if (depth > tracker.deepest) {
    tracker.deepest = depth;
    tracker.deepestSec = tSec;
    tracker.phase = 'down';
  }
  tracker.counted ||= depth >= phases.countAbove;
  if (tracker.phase === 'down' && tracker.counted && depth < tracker.deepest - turnMarginDeg) {
    tracker.phase = 'up';
    return { type: 'turned', atSec: tracker.deepestSec };
  }
  if (!tracker.counted) {
    if (depth >= Math.min(phases.endBelow, phases.startAbove)) return undefined;
    toRest(tracker);
    return { type: 'repDropped' };
  }
  if (depth >= phases.endBelow) return undefined;
  tracker.topSinceSec = tSec;
  tracker.topDepth = depth;
  return stepTop(tracker, phases, tSec, depth);
}

/** The top is looked at for a while after it has been reached, or until the next repetition begins. */
function stepTop(
  tracker: RepTracker,
  phases: RepPhases,
  tSec: number,
  depth: number,
): RepTransition | undefined {
  if (depth < tracker.topDepth - risingDeg) {
    tracker.topSinceSec = tSec;
    tracker.topDepth = depth;
  }
  const again = depth > Math.max(phases.startAbove, phases.endBelow);
  if (!again && tSec - (tracker.topSinceSec ?? tSec) < phases.settleSec - 1e-9) return undefined;
  toRest(tracker);
  return { type: 'repEnded' };
}
