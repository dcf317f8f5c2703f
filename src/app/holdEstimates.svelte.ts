import { SvelteMap } from 'svelte/reactivity';
import { feltByArms } from '../core/coach/checkIn';
import type { FeltAnswers, FeltCategory, Measured } from '../core/coach/felt';
import type { Snapshot } from '../core/coach/snapshot';
import { GaugeMean } from './gaugeMean';

/** How one hold felt, told before its result. */
export interface HoldEstimate {
  readonly category: FeltCategory;
  readonly felt: FeltAnswers[FeltCategory];
  /** Angle off the own good position over the hold, degrees; undefined where it was not measured. */
  readonly measuredDeg: number | undefined;
}

/** The answer of an estimate as `Measured` has it. */
export const toAnswers = ({ category, felt }: HoldEstimate): Measured => ({ [category]: felt });

/** What the athlete tells of each hold of a set right after it, by raised arms or by a tap. */
export class HoldEstimates {
  readonly #given = new SvelteMap<number, HoldEstimate>();
  readonly #gaugeMean = new GaugeMean();
  #asking: Snapshot['asking'];

  /** By the number of the hold. */
  get given(): ReadonlyMap<number, HoldEstimate> {
    return this.#given;
  }

  /** Angle off the own good position over the last hold, degrees. */
  get lastDeg(): number | undefined {
    return this.#gaugeMean.valueDeg;
  }

  /**
   * @param before holds of the set before this part of it
   * @returns the number of the hold that arms have just told of
   */
  follow(snapshot: Snapshot, before: number): number | undefined {
    const asked = this.#asking;
    this.#gaugeMean.follow(snapshot);
    this.#asking = snapshot.asking && { ...snapshot.asking, n: snapshot.asking.n + before };
    const told = snapshot.events.find((event) => event.type === 'felt');
    if (told === undefined || asked === undefined) return undefined;
    return this.#note(asked, feltByArms(asked.category, told.arms));
  }

  /** A tap at the laptop; does nothing where nothing is asked. */
  tap(felt: string): number | undefined {
    return this.#asking === undefined ? undefined : this.#note(this.#asking, felt);
  }

  #note({ n, category }: NonNullable<Snapshot['asking']>, felt: string): number | undefined {
    if (this.#given.has(n)) return undefined;
    this.#given.set(n, { category, felt: felt as HoldEstimate['felt'], measuredDeg: this.lastDeg });
    return n;
  }
}
