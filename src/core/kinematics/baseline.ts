import type { SignalId } from './signals';
/** The athlete's own good position: medians of signals. */
export type Baseline = Readonly<Partial<Record<SignalId, number>>>;
