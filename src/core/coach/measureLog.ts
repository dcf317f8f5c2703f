import type { Side } from '../body/keypoint';
import type { ReportedMeasure } from '../exercises/exercise';
import type { UnseenReason } from '../form/rule';
import { unitOf } from '../kinematics/measures';
import { computeMean, computeSpread } from '../kinematics/signalTrack';
import type { MeasureSummary } from './snapshot';

interface Row {
  readonly definition: ReportedMeasure;
  readonly side: Side | null;
  readonly values: number[];
}

/** Collects what an exercise reports without judging it. */
export class MeasureLog {
  readonly #rows: Row[] = [];
  readonly #unseen = new Map<ReportedMeasure, UnseenReason>();

  constructor(readonly definitions: readonly ReportedMeasure[]) {}

  /** One stride's or hold's value of a measure. */
  add(definition: ReportedMeasure, side: Side | null, value: number): void {
    const row = this.#rows.find((one) => one.definition === definition && one.side === side);
    if (row === undefined) this.#rows.push({ definition, side, values: [value] });
    else row.values.push(value);
  }

  /** Why a measure could not be taken this time; the first reason is kept. */
  miss(definition: ReportedMeasure, reason: UnseenReason): void {
    if (!this.#unseen.has(definition)) this.#unseen.set(definition, reason);
  }

  /** Mean and spread of each measure and side; one that was never taken, with the reason. */
  read(): MeasureSummary[] {
    return this.definitions.flatMap((definition): MeasureSummary[] => {
      const { measure, least } = definition;
      const unit = unitOf(measure);
      const rows = this.#rows
        .filter((row) => row.definition === definition)
        .toSorted((a, b) => (a.side ?? '').localeCompare(b.side ?? ''));
      if (rows.length === 0) {
        const unseen = this.#unseen.get(definition) ?? 'notInRange';
        return [{ measure, side: null, unit, mean: undefined, sd: 0, n: 0, least, unseen }];
      }
      return rows.map(({ side, values }) => ({
        measure,
        side,
        unit,
        mean: computeMean(values),
        sd: computeSpread(values),
        n: values.length,
        least,
        unseen: undefined,
      }));
    });
  }
}

/** Sum of squares about another mean. */
const squaresAbout = ({ n, mean, sd }: MeasureSummary, about: number): number =>
  sd ** 2 * Math.max(0, n - 1) + n * ((mean ?? about) - about) ** 2;

function joinTwo(a: MeasureSummary, b: MeasureSummary): MeasureSummary {
  if (a.mean === undefined) return b;
  if (b.mean === undefined) return a;
  const n = a.n + b.n;
  const mean = (a.n * a.mean + b.n * b.mean) / n;
  return {
    ...a,
    n,
    mean,
    sd: Math.sqrt((squaresAbout(a, mean) + squaresAbout(b, mean)) / (n - 1)),
  };
}

/** The measures of two parts of a set together, as if they had been taken in one. */
export function joinMeasures(
  earlier: readonly MeasureSummary[],
  later: readonly MeasureSummary[],
): MeasureSummary[] {
  const isTaken = ({ mean }: MeasureSummary): boolean => mean !== undefined;
  const all = [...earlier, ...later];
  const wanted = all.filter(
    (one) => isTaken(one) || !all.some((other) => isTaken(other) && other.measure === one.measure),
  );
  const joined = new Map<string, MeasureSummary>();
  for (const one of wanted) {
    const key = `${one.measure} ${one.side ?? ''}`;
    const before = joined.get(key);
    joined.set(key, before === undefined ? one : joinTwo(before, one));
  }
  return [...joined.values()];
}
