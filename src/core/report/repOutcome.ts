import type { RepSummary } from '../coach/snapshot';

/** What a finished hold, attempt or rep amounts to. */
export type RepOutcome = 'good' | 'flawed' | 'faulty' | 'short' | 'unseen' | 'attempt';

/** All outcomes. */
export const repOutcomes: readonly RepOutcome[] = [
  'good',
  'flawed',
  'faulty',
  'short',
  'unseen',
  'attempt',
];

/** The outcome of a finished one. */
export function describeOutcome(rep: RepSummary): RepOutcome {
  if (rep.kind === 'attempt') return 'attempt';
  // A good one may have had a slight or a provisional fault.
  if (rep.faults.length > 0) return rep.quality ? 'flawed' : 'faulty';
  if (rep.unseenSec > rep.goodSec) return 'unseen';
  // Nothing was wrong with it, but it did not come to its target.
  return rep.quality ? 'good' : 'short';
}
