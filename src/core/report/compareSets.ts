import type { UnitName } from '../units';
import type { Side } from '../body/keypoint';
import type { SignalId } from '../kinematics/signals';
import type { Reference } from '../form/rule';
import type { Bands } from '../coach/display';
import { toMeasureKey } from './keyMeasures';
import { type AlignedCurves, alignCurves, type CoursePair } from './phaseAlign';
import type { ReviewedSet } from './reviewSet';
import { findFrame, phaseNames } from './reviewTrack';
import { findMdc } from './setViews';

/** One measure of two sets, or of two repetitions of one, laid over each other. */
export interface ComparedMeasure {
  readonly key: string;
  readonly signal: SignalId;
  readonly reference: Reference;
  readonly side: Side | undefined;
  readonly unit: UnitName;
  readonly bands: Bands;
  readonly curves: AlignedCurves;
  /** Means over what both have shown in position, in the measure's unit; undefined without any. */
  readonly a: number | undefined;
  readonly b: number | undefined;
  /** Where the second is furthest from the first: by how much, and when in the first, seconds. */
  readonly most: { readonly value: number; readonly atSec: number } | undefined;
  /** Differences up to this are none, in the measure's unit; undefined where none is known. */
  readonly mdc: number | undefined;
}

/** The measures that two sets have in common, as the first one shows them. */
export function compareSets(a: ReviewedSet, b: ReviewedSet, pair: CoursePair): ComparedMeasure[] {
  return a.shown.flatMap(({ signal, reference, unit, bands, keys }) =>
    keys.flatMap((signalKey, i): ComparedMeasure[] => {
      const key = toMeasureKey(signalKey, reference);
      const columnB = b.track.measures[key];
      if (columnB === undefined) return [];
      const curves = alignCurves(
        { tSec: a.track.tSec, column: a.track.measures[key], course: pair.a },
        { tSec: b.track.tSec, column: columnB, course: pair.b },
      );
      const side = keys.length === 2 ? (['left', 'right'] as const)[i] : undefined;
      return [
        {
          ...{ key, signal, reference, side, unit, bands, curves },
          ...computeMeans(a, curves),
          most: findMost(curves),
          mdc: findMdc(signal),
        },
      ];
    }),
  );
}

/** In holds, at the bottom and in strides: where a position counts. */
function computeMeans(
  { track }: ReviewedSet,
  { tSec, a, b }: AlignedCurves,
): { readonly a: number | undefined; readonly b: number | undefined } {
  const both = [...tSec].flatMap((atSec, i) => {
    const first = a[i];
    const second = b[i];
    if (typeof first !== 'number' || typeof second !== 'number') return [];
    const phase = phaseNames[track.phases[findFrame(track.tSec, atSec)] ?? 0];
    const counts = phase === 'hold' || phase === 'down' || phase === 'stride';
    return [{ first, second, counts }];
  });
  const counting = both.some(({ counts }) => counts) ? both.filter(({ counts }) => counts) : both;
  if (counting.length === 0) return { a: undefined, b: undefined };
  const mean = (of: (pair: (typeof both)[number]) => number): number =>
    counting.reduce((sum, pair) => sum + of(pair), 0) / counting.length;
  return { a: mean(({ first }) => first), b: mean(({ second }) => second) };
}

function findMost({ tSec, difference }: AlignedCurves): ComparedMeasure['most'] {
  let most: ComparedMeasure['most'];
  for (const [i, value] of difference.entries()) {
    if (value === null || Math.abs(value) <= Math.abs(most?.value ?? 0)) continue;
    most = { value, atSec: tSec[i] ?? 0 };
  }
  return most;
}
