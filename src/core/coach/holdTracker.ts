import type { HoldPhases } from '../exercises/exercise';
import type { MovePhase } from './snapshot';

/** What the tracker is told of a frame. Undefined where it could not be seen. */
export interface HoldInput {
  readonly tSec: number;
  /** The moment that `inside` and `outside` speak of: they are read over a short while. */
  readonly readSec: number;
  /** Within the bounds that begin a hold. */
  readonly inside: boolean | undefined;
  /** Outside of the wider bounds that end it. */
  readonly outside: boolean | undefined;
  /** The motion's signal, and its slope over the still window. */
  readonly height: number | undefined;
  readonly slope: number | undefined;
  /** The height has not moved over the still window. */
  readonly still: boolean;
  readonly inStart: boolean | undefined;
  /** Since when the height has been on its present plateau; when it was last on the one it left. */
  readonly plateauStart: () => number | undefined;
  readonly plateauEnd: (sinkSec: number) => number | undefined;
}

export type HoldTransition =
  | { readonly type: 'holdBegan'; readonly atSec: number }
  | { readonly type: 'attemptBegan'; readonly atSec: number }
  /** An attempt went on upward: it was none. */
  | { readonly type: 'attemptDropped' }
  | { readonly type: 'ended'; readonly atSec: number };

/** Where the athlete is between rest and hold. */
export interface HoldTracker {
  phase: MovePhase;
  restHeight: number | undefined;
  /** Rested since the last hold: a leg put down with the hips still up is no attempt at a new one. */
  rested: boolean;
  attemptHeight: number;
  /** Since when the athlete has been within the bounds that begin a hold. */
  insideSec: number | undefined;
  /** When the present sinking began. */
  descentSec: number | undefined;
  /** Nothing begins before this: the last change of phase. */
  sinceSec: number;
  lastSeenSec: number;
}

/** Out of sight for this long, a hold is over (it ended when it was last seen), seconds. */
const lostSec = 10;

export const createHoldTracker = (): HoldTracker => ({
  phase: 'rest',
  restHeight: undefined,
  rested: true,
  attemptHeight: 0,
  insideSec: undefined,
  descentSec: undefined,
  sinceSec: -Infinity,
  lastSeenSec: -Infinity,
});

function enter(tracker: HoldTracker, phase: MovePhase, atSec: number): void {
  tracker.phase = phase;
  if (phase === 'rest') tracker.rested = true;
  else if (phase === 'hold') tracker.rested = false;
  tracker.sinceSec = atSec;
  tracker.descentSec = undefined;
}

/** When sinking began that still goes on: the slope looks back over half of its window. */
function trackDescent(tracker: HoldTracker, phases: HoldPhases, input: HoldInput): void {
  if (input.slope === undefined) return;
  const { downSpeed, stillSec, stillSpeed } = phases.motion;
  if (input.slope < -downSpeed) {
    tracker.descentSec ??= Math.max(tracker.sinceSec, input.tSec - stillSec / 2);
  } else if (input.slope > -stillSpeed) {
    tracker.descentSec = undefined;
  }
}

/**
 * Whether the hips are down again: by the height at which they rested before, or by the start
 * position where they have not rested yet; undefined where neither tells.
 */
function isLowered(
  { restHeight }: HoldTracker,
  { attemptRise }: HoldPhases,
  { height, inStart }: HoldInput,
): boolean | undefined {
  if (attemptRise === undefined) return undefined;
  if (restHeight === undefined) return inStart === true ? true : undefined;
  return height !== undefined && height - restHeight < attemptRise / 2;
}

/** After a hold a new one begins only once the hips have come down. */
function stepDown(tracker: HoldTracker, phases: HoldPhases, input: HoldInput): void {
  const { tSec, inside, outside, height, slope } = input;
  const { motion } = phases;
  if (inside === undefined || height === undefined || slope === undefined) return;
  const lowered = isLowered(tracker, phases, input) ?? outside === true;
  if (slope > motion.upSpeed && !inside) enter(tracker, 'up', tSec);
  else if (lowered && input.still) enter(tracker, 'rest', tSec);
}

function stepResting(
  tracker: HoldTracker,
  phases: HoldPhases,
  input: HoldInput,
): HoldTransition | undefined {
  const { tSec, inside, height, slope, still } = input;
  const { motion, attemptRise } = phases;
  if (inside === undefined || height === undefined || slope === undefined) return undefined;
  const startSec = Math.max(tracker.sinceSec, input.plateauStart() ?? tSec);
  if (still && inside) {
    // Hips that were up before the free leg was straight were not yet in position.
    const atSec = Math.max(startSec, tracker.insideSec ?? tSec);
    enter(tracker, 'hold', atSec);
    return { type: 'holdBegan', atSec };
  }
  const risen = tracker.restHeight !== undefined ? height - tracker.restHeight : 0;
  const attempted = attemptRise !== undefined && risen >= attemptRise;
  if (tracker.phase !== 'rest' && tracker.rested && still && attempted) {
    enter(tracker, 'attempt', startSec);
    tracker.attemptHeight = height;
    return { type: 'attemptBegan', atSec: startSec };
  }
  if (slope > motion.upSpeed) {
    if (tracker.phase !== 'up') enter(tracker, 'up', tSec);
  } else if (still) {
    if (tracker.phase !== 'rest') enter(tracker, 'rest', tSec);
    tracker.restHeight = height;
  }
  return undefined;
}

function stepAttempt(
  tracker: HoldTracker,
  phases: HoldPhases,
  input: HoldInput,
): HoldTransition | undefined {
  const { inside, height, slope, tSec } = input;
  const { motion, attemptRise } = phases;
  if (inside === undefined || height === undefined || slope === undefined) return undefined;
  const reached = input.still && inside;
  if (reached) {
    enter(tracker, 'up', Math.max(tracker.sinceSec, tSec - motion.stillSec));
    return { type: 'attemptDropped' };
  }
  const sunk = height < tracker.attemptHeight - (attemptRise ?? 0);
  if (sunk || isLowered(tracker, phases, input) === true) {
    const atSec = dateDescent(tracker, input);
    enter(tracker, 'down', tSec);
    return { type: 'ended', atSec };
  }
  return undefined;
}

/**
 * When the athlete began to leave the position: the end of its plateau, or where nothing sank, when
 * it was found left.
 */
function dateDescent(tracker: HoldTracker, input: HoldInput): number {
  const { descentSec } = tracker;
  if (descentSec === undefined) return Math.max(tracker.sinceSec, input.readSec);
  return Math.min(input.plateauEnd(descentSec) ?? descentSec, input.tSec);
}

/** Takes one frame in; returns what changed. A hold that ends is dated back to where it sank. */
export function stepHold(
  tracker: HoldTracker,
  phases: HoldPhases,
  input: HoldInput,
): HoldTransition | undefined {
  const running = tracker.phase === 'hold' || tracker.phase === 'attempt';
  if (input.inside === undefined) {
    if (!running || input.tSec - tracker.lastSeenSec < lostSec) return undefined;
    enter(tracker, 'rest', input.tSec);
    return { type: 'ended', atSec: tracker.lastSeenSec };
  }
  tracker.lastSeenSec = input.tSec;
  tracker.insideSec = input.inside ? (tracker.insideSec ?? input.readSec) : undefined;
  trackDescent(tracker, phases, input);
  if (tracker.phase === 'hold') {
    if (input.outside !== true) return undefined;
    const atSec = dateDescent(tracker, input);
    enter(tracker, 'down', input.tSec);
    return { type: 'ended', atSec };
  }
  if (tracker.phase === 'attempt') return stepAttempt(tracker, phases, input);
  if (tracker.phase === 'down') {
    stepDown(tracker, phases, input);
    return undefined;
  }
  return stepResting(tracker, phases, input);
}

/** Ends the hold from outside (a fail that lasted); a new one begins only after a rest. */
export function abortHold(tracker: HoldTracker, tSec: number): void {
  enter(tracker, 'down', tSec);
}
