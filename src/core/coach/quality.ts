import type { Exercise } from '../exercises/exercise';
import type { Judge, LevelSpan } from '../form/judge';
import type { FaultId } from '../form/rule';
import type { Tally } from './clocks';
import type { RepSummary } from './snapshot';

/** Numbers of spec 3.7 and of `defaults` in the fault table. */
const elapsedShareMax = 1.3;
const warnShareMax = 0.3;
const failSecMax = 1;
const unverifiedGapSec = 1;
/** A rep of which more than this share was not seen is not judged good (spec 2.3). */
const unseenShareMax = 0.2;
/** A fail this long ends the hold. */
export const failAbortSec = 3;

/** Whether a fault may void a rep: of grade 1, 2 or 3c, and seen without doubt. */
const counts = ({ provisional }: LevelSpan): boolean => !provisional;

const lengthOf = (span: LevelSpan, endSec: number): number =>
  Math.max(0, Math.min(span.endSec ?? endSec, endSec) - span.startSec);

/** Total length of the union of spans, seconds. */
function measureUnion(spans: readonly LevelSpan[], endSec: number): number {
  const sorted = [...spans].sort((a, b) => a.startSec - b.startSec);
  let total = 0;
  let reach = -Infinity;
  for (const span of sorted) {
    const end = Math.min(span.endSec ?? endSec, endSec);
    total += Math.max(0, end - Math.max(span.startSec, reach));
    reach = Math.max(reach, end);
  }
  return total;
}

export interface QualityInput {
  readonly startSec: number;
  readonly endSec: number;
  readonly tally: Readonly<Tally>;
  readonly spans: readonly LevelSpan[];
  readonly longestGapSec: number;
}

/**
 * Whether a hold is a quality hold (spec 3.7): the target in good seconds within 1.3 times it, no
 * fail over 1 s of a priority-1 or 2 fault that may count, warnings in at most 30 % of the time.
 * Time in fails of grade 3 does not count in the elapsed time; a gap over 1 s leaves it unverified.
 */
export function isQualityHold(input: QualityInput, targetSec: number): boolean {
  const { startSec, endSec, tally, spans, longestGapSec } = input;
  if (tally.goodSec < targetSec - 1e-6 || longestGapSec > unverifiedGapSec) return false;
  const provisional = spans.filter((span) => span.level === 'fail' && !counts(span));
  // Time held beyond the target does not speak against the hold.
  const beyond = tally.goodSec - targetSec;
  const elapsed = endSec - startSec - measureUnion(provisional, endSec) - beyond;
  if (elapsed > elapsedShareMax * targetSec + 1e-6) return false;
  const counted = spans.filter((span) => counts(span));
  const failed = counted.some(
    (span) =>
      span.level === 'fail' && span.rule.priority <= 2 && lengthOf(span, endSec) > failSecMax,
  );
  const discarded = spans.some(isDiscarding);
  const warned = measureUnion(counted, endSec) / Math.max(endSec - startSec, 1e-6);
  return !failed && !discarded && warned <= warnShareMax;
}

/** A fail after which the hold is no valid one. */
export const isDiscarding = ({ rule, level }: LevelSpan): boolean =>
  level === 'fail' && rule.effect === 'discard';

/** Whether a rep is a quality rep (spec 3.7): no fail of priority 1 to 3 that may count. */
export const isQualityRep = (input: QualityInput): boolean =>
  input.longestGapSec <= unverifiedGapSec &&
  input.tally.unseenSec <= unseenShareMax * (input.endSec - input.startSec) &&
  !input.spans.some((span) => span.level === 'fail' && span.rule.priority <= 3 && counts(span));

/**
 * Points of the faults of a rep on the exercise's scale, and the most that there can be; undefined
 * where there is no scale, or one of its faults was not seen in this rep.
 */
export function scoreRep(scale: Exercise['points'], { tracks, spans }: Judge): RepSummary['score'] {
  if (scale === undefined) return undefined;
  let points = 0;
  let of = 0;
  for (const { faultId, warn, fail } of scale) {
    if (!tracks.some(({ rule, known }) => known && rule.faultId === faultId)) return undefined;
    const levels = spans.filter(({ rule }) => rule.faultId === faultId).map(({ level }) => level);
    of += Math.max(warn, fail);
    if (levels.length > 0) points += levels.includes('fail') ? fail : warn;
  }
  return { points, of };
}

/** A hold or rep without any fail at all. */
export const isClean = (spans: readonly LevelSpan[]): boolean =>
  !spans.some((span) => span.level === 'fail' && span.rule.effect !== 'report');

/** A fail that may count and has stood for longer than 3 s: it ends the hold. */
export const findAbort = (spans: readonly LevelSpan[], nowSec: number): LevelSpan | undefined =>
  spans.find(
    (span) =>
      span.level === 'fail' &&
      counts(span) &&
      span.endSec === undefined &&
      nowSec - span.startSec > failAbortSec,
  );

/** Ids of the faults of a hold or rep, each once, in the order in which they began; no findings. */
export const listFaults = (spans: readonly LevelSpan[]): FaultId[] => [
  ...new Set(
    spans
      .filter((span) => span.rule.effect !== 'report')
      .sort((a, b) => a.startSec - b.startSec)
      .map((span) => span.rule.faultId),
  ),
];
