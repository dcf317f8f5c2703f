import type { Side } from '../body/keypoint';
import type { Motion, ReportedMeasure } from '../exercises/exercise';
import { isSignal } from '../kinematics/measures';
import { toSignalKey } from '../kinematics/signals';
import { readMask, type SetContext } from './setContext';

interface Reading {
  readonly definition: ReportedMeasure;
  readonly side: Side | null;
  readonly value: number;
}

/**
 * What a hold reports: the medians of the settled stretch in which it went furthest. Only the hold
 * that is kept counts.
 */
export class SettledMeasures {
  #level = -Infinity;
  #readings: readonly Reading[] = [];

  /** A hold begins. */
  begin(): void {
    this.#level = -Infinity;
    this.#readings = [];
  }

  /** The athlete has been still over the motion's window: is it the furthest so far? */
  watch(context: SetContext, { signal, stillSec }: Motion): void {
    const { board, measures } = context;
    if (measures.definitions.length === 0) return;
    const level = board.recent(signal, stillSec);
    if (level === undefined || level <= this.#level) return;
    this.#level = level;
    this.#readings = measures.definitions.flatMap((definition): Reading[] => {
      const { measure, sides } = definition;
      const side = sides === 'working' ? (board.workingSide ?? null) : null;
      if (!isSignal(measure) || (sides === 'working' && side === null)) return [];
      if (readMask(context, definition, side, undefined) !== undefined) return [];
      const value = board.recent(toSignalKey(measure, side), stillSec);
      return value === undefined ? [] : [{ definition, side, value }];
    });
  }

  /** The hold is over and was a valid trial. */
  keep({ measures }: SetContext): void {
    for (const { definition, side, value } of this.#readings) measures.add(definition, side, value);
  }
}
