import type { Side } from '../body/keypoint';
import { type FaultId, isProvisional, type Rule } from '../form/rule';
import type { FaultInterval } from '../form/verdict';

/** What one can feel of a hold or rep and a camera can measure (spec 4.4). */
export type FeltCategory = 'height' | 'pelvis' | 'back';

/** The answers of each category; the middle one is the good one. */
export interface FeltAnswers {
  readonly height: 'low' | 'inLine' | 'high';
  readonly pelvis: 'leftLow' | 'level' | 'rightLow';
  readonly back: 'rounded' | 'neutral' | 'arched';
}

/** Where a fault puts the measured answer; `side`: to the side that it is about. */
type Toward = FeltAnswers[FeltCategory] | 'side';

const faultsOf: Readonly<Record<FeltCategory, Readonly<Partial<Record<FaultId, Toward>>>>> = {
  height: { hipsLow: 'low', hipsSag: 'low', hipsHigh: 'high', overHeight: 'high' },
  pelvis: { pelvisDips: 'side', pelvisRolls: 'side' },
  back: { backRounds: 'rounded', backArch: 'arched' },
};

const goodAnswer: Readonly<FeltAnswers> = { height: 'inLine', pelvis: 'level', back: 'neutral' };

/** What was measured of one hold or rep, category by category; absent where it was not sure. */
export type Measured = { readonly [K in FeltCategory]?: FeltAnswers[K] };

export interface MeasuredInput {
  readonly rules: readonly Rule[];
  /** Faults of the hold or rep. */
  readonly faults: readonly Pick<FaultInterval, 'faultId' | 'side' | 'provisional'>[];
  /** Faults that could not be judged in the set. */
  readonly unjudged: readonly FaultId[];
}

const sideAnswer = (side: Side | null): FeltAnswers['pelvis'] | undefined =>
  side === null ? undefined : `${side}Low`;

/**
 * The category as measured: where a fault of it was, that fault's answer, else the good one.
 * Undefined where the rules that can be sure of it were not judged, and where a provisional fault
 * of it stood: what is not sure is not compared.
 */
function measureCategory(category: FeltCategory, input: MeasuredInput): Toward | undefined {
  const toward = faultsOf[category];
  const isOwn = ({ faultId }: { readonly faultId: FaultId }): boolean =>
    toward[faultId] !== undefined;
  const sure = input.rules.some(
    (rule) => isOwn(rule) && !isProvisional(rule.grade) && !input.unjudged.includes(rule.faultId),
  );
  const found = input.faults.filter(isOwn);
  if (!sure || found.some(({ provisional }) => provisional)) return undefined;
  const answers = new Set(
    found.map(({ faultId, side }) => {
      const answer = toward[faultId];
      return answer === 'side' ? sideAnswer(side) : answer;
    }),
  );
  if (answers.size > 1) return undefined;
  return found.length === 0 ? goodAnswer[category] : [...answers][0];
}

/** What was measured of a hold or rep with enough certainty to be compared with what was felt. */
export function measureFelt(input: MeasuredInput): Measured {
  const categories = ['height', 'pelvis', 'back'] as const;
  return Object.fromEntries(
    categories.flatMap((category) => {
      const answer = measureCategory(category, input);
      return answer === undefined ? [] : [[category, answer]];
    }),
  );
}

/** What one is asked about after each hold: the first category that a sure rule measures. */
export const findAsked = (rules: readonly Rule[]): FeltCategory | undefined =>
  (['height', 'pelvis', 'back'] as const).find((category) =>
    rules.some(
      ({ faultId, grade }) => faultsOf[category][faultId] !== undefined && !isProvisional(grade),
    ),
  );

/** What was felt: an answer to each category that was asked, an amount, and how sure one is. */
export interface Felt {
  readonly answers: Measured;
  /** Good seconds of the last hold, or good reps of the set; undefined where it was skipped. */
  readonly amount: number | undefined;
  /** 1 to 5; undefined where it was skipped. */
  readonly confidence: number | undefined;
}

/** One hold as it was felt and as it was measured. */
export interface FeltPair {
  readonly felt: Measured;
  readonly measured: Measured;
}

interface Comparison {
  readonly compared: readonly FeltCategory[];
  readonly agreed: readonly FeltCategory[];
}

function compare({ felt, measured }: FeltPair): Comparison {
  const compared = (['height', 'pelvis', 'back'] as const).filter(
    (category) => felt[category] !== undefined && measured[category] !== undefined,
  );
  return { compared, agreed: compared.filter((id) => felt[id] === measured[id]) };
}

const clampShare = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Felt against measured, 0..100 (spec 4.4): 60 for agreement, 25 for the amount, 15 for knowing how
 * sure one may be (Brier). The parts that could be compared share the whole. Undefined where none
 * could.
 * @param amount what was measured, and the most it could have been
 * @param earlier what was felt and measured of the holds before the last one
 */
export function scoreFelt(
  felt: Felt,
  measured: Measured,
  amount: { readonly measured: number; readonly of: number },
  earlier: readonly FeltPair[] = [],
): number | undefined {
  const { compared, agreed } = compare({ felt: felt.answers, measured });
  const all = [{ compared, agreed }, ...earlier.map(compare)];
  const comparedCount = all.reduce((sum, pair) => sum + pair.compared.length, 0);
  const agreedCount = all.reduce((sum, pair) => sum + pair.agreed.length, 0);
  const parts: { readonly weight: number; readonly share: number }[] = [];
  if (comparedCount > 0) parts.push({ weight: 60, share: agreedCount / comparedCount });
  if (felt.amount !== undefined && amount.of > 0) {
    const miss = Math.abs(felt.amount - amount.measured) / amount.of;
    parts.push({ weight: 25, share: 1 - clampShare(miss) });
  }
  if (felt.confidence !== undefined && compared.length > 0) {
    const sure = (felt.confidence - 1) / 4;
    const right = agreed.length === compared.length ? 1 : 0;
    parts.push({ weight: 15, share: 1 - (sure - right) ** 2 });
  }
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return undefined;
  return (100 * parts.reduce((sum, part) => sum + part.weight * part.share, 0)) / weight;
}

/** One hold that was felt to be in line, and what was measured of it. */
export interface FeltSample {
  readonly felt: FeltAnswers['height'];
  /** Angle off the own good position, degrees. */
  readonly measuredDeg: number;
}

/** A bias is told from so many samples on. */
const leastSamples = 3;

/**
 * Where one really is when one feels in line: the mean of what was measured then, degrees (spec
 * 4.4). Undefined before there are three such holds.
 */
export function computeFeltBias(samples: readonly FeltSample[]): number | undefined {
  const own = samples.filter(({ felt }) => felt === 'inLine').map(({ measuredDeg }) => measuredDeg);
  if (own.length < leastSamples) return undefined;
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}
