import type { SignalKey } from './signals';
import { computeMedian } from './signalTrack';

/** The athlete's own good position: the median of each signal over it. */
export type Baseline = Readonly<Partial<Record<SignalKey, number>>>;

/** Collects signals of a good position until their medians are wanted. */
export class BaselineCollector {
  readonly #values = new Map<SignalKey, number[]>();

  add(signals: Baseline): void {
    for (const [key, value] of Object.entries(signals) as [SignalKey, number][]) {
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [value]);
      else values.push(value);
    }
  }

  /** Median of each signal; signals that were seen less often are absent. */
  computeMedians(least = 1): Baseline {
    const medians: Partial<Record<SignalKey, number>> = {};
    for (const [key, values] of this.#values) {
      const median = values.length < least ? undefined : computeMedian(values);
      if (median !== undefined) medians[key] = median;
    }
    return medians;
  }
}
