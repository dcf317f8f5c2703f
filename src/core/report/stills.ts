import type { RepSummary } from '../coach/snapshot';
import type { LedgerRow } from './reviewSet';

/** A moment that a report shows: of a fault, or of the best repetition. */
export type StillMoment =
  | { readonly kind: 'worst'; readonly atSec: number; readonly row: LedgerRow }
  | { readonly kind: 'best'; readonly atSec: number; readonly rep: RepSummary };

const worstMost = 3;

/** Clear before slight, certain before provisional, long before short. */
const byWeight = (a: LedgerRow, b: LedgerRow): number =>
  Number(b.level === 'fail') - Number(a.level === 'fail') ||
  Number(a.provisional) - Number(b.provisional) ||
  b.endSec - b.startSec - (a.endSec - a.startSec);

/** Fewest points, then longest good. */
const byQuality = (a: RepSummary, b: RepSummary): number =>
  a.faults.length - b.faults.length ||
  (a.score?.points ?? 0) - (b.score?.points ?? 0) ||
  b.goodSec - a.goodSec;

/**
 * The three worst moments, of different faults where there are as many, and the best one (spec 8):
 * none where no repetition was of quality.
 */
export function chooseStills(
  ledger: readonly LedgerRow[],
  reps: readonly RepSummary[],
): StillMoment[] {
  const heavy = ledger.toSorted(byWeight);
  const isFirst = (row: LedgerRow, i: number): boolean =>
    heavy.findIndex(({ faultId, side }) => faultId === row.faultId && side === row.side) === i;
  const worst = [...heavy.filter(isFirst), ...heavy.filter((row, i) => !isFirst(row, i))];
  const [best] = reps.filter(({ quality }) => quality).toSorted(byQuality);
  return [
    ...worst
      .slice(0, worstMost)
      .map((row): StillMoment => ({ kind: 'worst', atSec: row.peakSec, row })),
    ...(best === undefined
      ? []
      : [{ kind: 'best' as const, atSec: (best.startSec + best.endSec) / 2, rep: best }]),
  ];
}
