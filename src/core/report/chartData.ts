import type { Bands } from '../coach/display';
import { phaseNames, type ReviewTrack } from './reviewTrack';

/** A stretch of time. */
export interface Span {
  readonly startSec: number;
  readonly endSec: number;
}

/** A column as charts draw it: null where nothing was seen, so that the line breaks there. */
export const toChartValues = (column: Float32Array): (number | null)[] =>
  Array.from(column, (value) => (Number.isNaN(value) ? null : value));

/**
 * The stretches in which none of some columns was seen, at least so long. They are drawn hatched:
 * what nobody saw is never left to look good.
 */
export function listUnseen(
  tSec: Float64Array,
  columns: readonly Float32Array[],
  leastSec = 0.3,
): Span[] {
  const spans: Span[] = [];
  let sinceSec: number | undefined;
  const close = (endSec: number): void => {
    if (sinceSec !== undefined && endSec - sinceSec >= leastSec)
      spans.push({ startSec: sinceSec, endSec });
    sinceSec = undefined;
  };
  for (const [frame, atSec] of tSec.entries()) {
    const isSeen = columns.some((column) => !Number.isNaN(column[frame]));
    if (isSeen) close(atSec);
    else sinceSec ??= tSec[frame - 1] ?? atSec;
  }
  close(tSec.at(-1) ?? 0);
  return spans;
}

/** Room above and below, as a share of what is drawn. */
const marginShare = 0.08;
/** So much of what moves lies within the scale; the rest is the way to the position and back. */
const keptShare = 0.02;

/**
 * The scale of a chart: its limits and what was measured in holds and repetitions. What lies beyond
 * (lying down before a bridge) is cut off, so that a few degrees stay visible.
 */
export function computeScale(
  { phases }: Pick<ReviewTrack, 'phases'>,
  columns: readonly Float32Array[],
  bands: Bands,
): readonly [low: number, high: number] {
  const isMoving = (frame: number): boolean => {
    const phase = phaseNames[phases[frame] ?? 0];
    return phase === 'hold' || phase === 'down' || phase === 'stride';
  };
  const pick = (only: (frame: number) => boolean): number[] =>
    columns
      .flatMap((column) => [...column].filter((value, i) => !Number.isNaN(value) && only(i)))
      .sort((a, b) => a - b);
  const moving = pick(isMoving);
  const values = moving.length > 0 ? moving : pick(() => true);
  const at = (share: number): number[] => {
    const value = values[Math.round(share * (values.length - 1))];
    return value === undefined ? [] : [value];
  };
  const marks = [
    ...Object.values(bands).filter((limit): limit is number => limit !== undefined),
    ...at(keptShare),
    ...at(1 - keptShare),
  ];
  if (marks.length === 0) return [0, 1];
  const low = Math.min(...marks);
  const high = Math.max(...marks);
  const margin = Math.max((high - low) * marginShare, 1e-3);
  return [low - margin, high + margin];
}
