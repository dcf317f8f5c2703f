import type { Exercise } from '../exercises/exercise';
import { gapSameSec } from './cuePolicy';
import type { NeutralRefusal, NeutralState } from './display';
import type { SignalBoard } from './signalBoard';
import type { CoachEvent } from './snapshot';

/** What the guide works with. */
export interface NeutralRoom {
  readonly exercise: Exercise;
  readonly board: SignalBoard;
  readonly events: CoachEvent[];
}

/**
 * Leads the athlete to a neutral back: asks for it where none is known, says when it is found, and
 * why one that was brought along does not count. Asks only where an outline comes in at all.
 */
export class NeutralGuide {
  #state: NeutralState = 'none';
  #stale: boolean;
  #saidFastSec = -Infinity;

  /** @param stale a neutral was brought along that is too old to be used */
  constructor(stale: boolean) {
    this.#stale = stale;
  }

  get state(): NeutralState {
    return this.#state;
  }

  /** The athlete wants to show the neutral anew. */
  askAnew({ board }: NeutralRoom, tSec: number): void {
    if (board.back === undefined) return;
    board.back.forget(tSec);
    this.#state = 'none';
  }

  /** A repetition that was to show the neutral was too fast for it; not said after each one. */
  refuseFast({ events }: NeutralRoom, tSec: number): void {
    if (this.#state !== 'asked' || tSec - this.#saidFastSec < gapSameSec) return;
    this.#saidFastSec = tSec;
    events.push({ type: 'neutralRefused', tSec, reason: 'tooFast' });
  }

  /**
   * Takes one frame of a running set in.
   * @param isHeld a hold runs, in which the neutral can be found
   */
  step(room: NeutralRoom, tSec: number, isHeld: boolean): void {
    const { board, exercise, events } = room;
    const { back } = board;
    if (back === undefined || exercise.outline === undefined) return;
    this.#refuse(room, tSec);
    if (back.hasNeutral) {
      if (this.#state === 'asked') events.push({ type: 'neutralFound', tSec });
      this.#state = 'known';
      return;
    }
    if (this.#state === 'known') this.#state = 'none';
    const { learn } = exercise.outline;
    const isDue = learn === 'rep' || isHeld;
    if (this.#state === 'asked' || !isDue || back.latest === undefined) return;
    this.#state = 'asked';
    events.push({ type: 'neutralAsked', tSec, by: learn });
  }

  #refuse({ board, events }: NeutralRoom, tSec: number): void {
    const moved = board.back?.takeRefusal() ?? false;
    const reason: NeutralRefusal | undefined = this.#stale
      ? 'stale'
      : moved
        ? 'cameraMoved'
        : undefined;
    this.#stale = false;
    if (reason !== undefined) events.push({ type: 'neutralRefused', tSec, reason });
  }
}
