import type { RepPhases } from '../exercises/exercise';
import type { MovePhase } from './snapshot';

export interface RepInput {
  readonly tSec: number;
  /** Depth of the movement, degrees; undefined where it could not be seen. */
  readonly depth: number | undefined;
}

export type RepTransition =
  | { readonly type: 'repBegan'; readonly atSec: number }
  /** The deepest point is behind; `atSec` is when it was. */
  | { readonly type: 'turned'; readonly atSec: number }
  | { readonly type: 'repEnded'; readonly atSec: number }
  /** Too little to count: it was no rep. */
  | { readonly type: 'repDropped' };

/** Where the athlete is between standing and the bottom of a repetition. */
export interface RepTracker {
  phase: MovePhase;
  deepest: number;
  deepestSec: number;
  counted: boolean;
  lastSeenSec: number;
}

/** How far the depth must rise again from its deepest before the turn is taken for real, degrees. */
const turnMarginDeg = 8;
/** Out of sight for this long, a rep is given up, seconds. */
const lostSec = 10;

export const createRepTracker = (): RepTracker => ({
  phase: 'rest',
  deepest: 0,
  deepestSec: 0,
  counted: false,
  lastSeenSec: -Infinity,
});

/** Takes one frame in; returns what changed. */
export function stepRep(
  tracker: RepTracker,
  phases: RepPhases,
  { tSec, depth }: RepInput,
): RepTransition | undefined {
  if (depth === undefined) {
    if (tracker.phase === 'rest' || tSec - tracker.lastSeenSec < lostSec) return undefined;
    tracker.phase = 'rest';
    return { type: 'repDropped' };
  }
  tracker.lastSeenSec = tSec;
  if (tracker.phase === 'rest') {
    if (depth <= phases.startAbove) return undefined;
    Object.assign(tracker, { phase: 'down', deepest: depth, deepestSec: tSec, counted: false });
    return { type: 'repBegan', atSec: tSec };
  }
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
  if (depth >= Math.min(phases.endBelow, tracker.counted ? Infinity : phases.startAbove)) {
    return undefined;
  }
  tracker.phase = 'rest';
  return tracker.counted ? { type: 'repEnded', atSec: tSec } : { type: 'repDropped' };
}
