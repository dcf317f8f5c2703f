import type { Side } from '../body/keypoint';
import { bridgedGapSec } from '../kinematics/poseSmoother';

/** A highest or lowest point of the cycle: one step after another. */
export interface Turn {
  readonly atSec: number;
  readonly value: number;
  /** The leg that is furthest ahead, or furthest off the ground. */
  readonly side: Side;
}

interface Point {
  readonly atSec: number;
  readonly value: number;
}

/** Follows the cycle from one extreme to the next. */
export interface StrideTracker {
  /** Undefined until the cycle has moved once: where it began is no extreme. */
  rising: boolean | undefined;
  high: Point | undefined;
  low: Point | undefined;
  seenSec: number;
}

export const createStrideTracker = (): StrideTracker => ({
  rising: undefined,
  high: undefined,
  low: undefined,
  seenSec: -Infinity,
});

/** Begins anew: after a pause the cycle's last extreme is none. */
export function restartStrides(tracker: StrideTracker): void {
  Object.assign(tracker, createStrideTracker());
}

/**
 * Takes one frame in. An extreme is certain once the cycle has come back from it by its least swing.
 * @param value the cycle's signal; undefined where it was not seen
 */
export function stepStrides(
  tracker: StrideTracker,
  swing: number,
  tSec: number,
  value: number | undefined,
): Turn | undefined {
  if (value === undefined) return undefined;
  if (tSec - tracker.seenSec > bridgedGapSec) restartStrides(tracker);
  tracker.seenSec = tSec;
  const now = { atSec: tSec, value };
  if (tracker.high === undefined || value > tracker.high.value) tracker.high = now;
  if (tracker.low === undefined || value < tracker.low.value) tracker.low = now;
  const { rising, high, low } = tracker;
  if (rising !== false && value <= high.value - swing) {
    tracker.rising = false;
    tracker.low = now;
    return rising === undefined ? undefined : { ...high, side: 'left' };
  }
  if (rising !== true && value >= low.value + swing) {
    tracker.rising = true;
    tracker.high = now;
    return rising === undefined ? undefined : { ...low, side: 'right' };
  }
  return undefined;
}
