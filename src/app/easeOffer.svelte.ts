import type { RepSummary } from '../core/coach/snapshot';
import { type Easier, isStruggling } from '../core/programme/easing';

/** The offer of a rest and an easier version, after three in a row that were not good. */
export class EaseOffer {
  /** What is offered now; undefined where nothing is. */
  easier = $state.raw<Easier | undefined>();
  /** Reps before this one are done with: they have been answered. */
  #from = 0;

  /** @param find the easier version of what is done now; undefined where there is none */
  constructor(private readonly find: () => Easier | undefined) {}

  /**
   * Takes in the holds or reps of the set so far.
   * @returns what is offered from now on, told once; undefined where nothing is new
   */
  follow(reps: readonly RepSummary[]): Easier | undefined {
    if (reps.length < this.#from) this.#from = 0;
    const struggles = isStruggling(reps.slice(this.#from));
    if (struggles === (this.easier !== undefined)) return undefined;
    this.easier = struggles ? this.find() : undefined;
    // Nothing easier is left: it is not asked for at every frame.
    if (struggles && this.easier === undefined) this.#from = reps.length;
    return this.easier;
  }

  /** It is not wanted: the next three count. */
  decline(reps: readonly RepSummary[]): void {
    this.#from = reps.length;
    this.easier = undefined;
  }

  /** A new set begins. */
  reset(): void {
    this.#from = 0;
    this.easier = undefined;
  }
}
