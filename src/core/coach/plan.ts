import { otherSide, type Side } from '../body/keypoint';
import type { Exercise } from '../exercises/exercise';

/** One set of a session. */
export interface PlannedSet {
  /** The side that works; undefined where both work alike. */
  readonly side: Side | undefined;
  /** Rest before it, seconds. */
  readonly restSec: number;
  /** Holds or reps that are left of a set that was cut short; all of the dose where absent. */
  readonly reps?: number;
}

/** Rest between sets: the lower end of spec 6.4's 60 to 90 s, as it can be made longer. */
const restSec = 60;

/** The sets of a session: each side in turn where one side works, so many times. */
export function planSets(
  { workingSide }: Exercise,
  rounds: number,
  firstSide: Side = 'left',
): PlannedSet[] {
  const sides = workingSide === undefined ? [undefined] : [firstSide, otherSide(firstSide)];
  const sets = Array.from({ length: rounds }, () => sides).flat();
  return sets.map((side, i) => ({ side, restSec: i === 0 ? 0 : restSec }));
}

/** The plan with what is left of a set that is cut short, after a rest. */
export const addRest = (
  plan: readonly PlannedSet[],
  index: number,
  rest: Pick<PlannedSet, 'restSec'> & { readonly reps: number },
): readonly PlannedSet[] =>
  plan.flatMap((set, i) => (i === index ? [set, { ...rest, side: set.side }] : [set]));

/**
 * The plan after a set that was done on a side: where it was the other one than planned, all sides
 * that follow change places.
 */
export function followSide(
  plan: readonly PlannedSet[],
  index: number,
  done: Side | undefined,
): readonly PlannedSet[] {
  const planned = plan[index]?.side;
  if (planned === undefined || done === undefined || planned === done) return plan;
  return plan.map((set, i) =>
    i < index || set.side === undefined ? set : { ...set, side: otherSide(set.side) },
  );
}

/** A rest as it runs. Times are the page's own clock, seconds. */
export interface Rest {
  readonly endSec: number;
  readonly lengthSec: number;
  /** Whole seconds that were told last. */
  readonly toldSec: number;
}

export const startRest = (lengthSec: number, nowSec: number): Rest => ({
  lengthSec,
  endSec: nowSec + lengthSec,
  toldSec: Math.ceil(lengthSec),
});

export const extendRest = (rest: Rest, bySec: number): Rest => ({
  lengthSec: rest.lengthSec + bySec,
  endSec: rest.endSec + bySec,
  toldSec: rest.toldSec + bySec,
});

/** Moments of a rest that are spoken: half a minute and ten seconds before its end, and 3-2-1. */
const spokenSec: readonly number[] = [30, 10, 3, 2, 1];

/**
 * Takes the time in.
 * @returns the rest, the whole seconds left that are to be told now, and whether it is over
 */
export function stepRest(
  rest: Rest,
  nowSec: number,
): { readonly rest: Rest; readonly tell: number | undefined; readonly over: boolean } {
  const leftSec = Math.max(0, Math.ceil(rest.endSec - nowSec - 1e-6));
  const passed = spokenSec.filter((sec) => sec < rest.toldSec && sec >= leftSec);
  const tell = passed.includes(leftSec) ? leftSec : undefined;
  return { rest: { ...rest, toldSec: Math.min(rest.toldSec, leftSec) }, tell, over: leftSec === 0 };
}

/** Seconds of a rest that are left, 0 when it is over. */
export const readRestLeft = ({ endSec }: Rest, nowSec: number): number =>
  Math.max(0, endSec - nowSec);
