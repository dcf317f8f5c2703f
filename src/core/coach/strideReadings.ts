import type { Side } from '../body/keypoint';
import type { CycleMeasure, ReportedMeasure } from '../exercises/exercise';
import type { UnseenReason } from '../form/rule';
import { isSignal, isStrideMeasure } from '../kinematics/measures';
import { type SignalKey, toSignalKey } from '../kinematics/signals';
import { computeMean } from '../kinematics/signalTrack';
import {
  computeStrideMean,
  type StrideMeasureId,
  strideMeasureTable,
  type StrideRecording,
} from '../kinematics/strideMeasures';
import type { View } from '../kinematics/view';
import { findBlock, findSlow, type SetContext } from './setContext';

/** Strides that the judge can look back on. */
const keptStrides = 8;

/** What the judge reads of the strides so far. Measures of several strides go over passes. */
export class StrideReadings {
  readonly #history = new Map<CycleMeasure, StrideRecording[]>();
  #cycle: CycleMeasure | undefined;
  /** The last stride of the running pass. */
  #stride: StrideRecording | undefined;
  /** What has been read of it: it stays the same until the next one. */
  readonly #known = new Map<string, number | UnseenReason>();

  /** A pass begins: none of its strides is known yet. */
  begin(): void {
    this.#stride = undefined;
    this.#known.clear();
  }

  /** Takes the next stride of the running pass in. */
  take(cycle: CycleMeasure, stride: StrideRecording): void {
    const kept = this.#history.get(cycle) ?? [];
    this.#history.set(cycle, [...kept, stride].slice(-keptStrides));
    this.#cycle = cycle;
    this.#stride = stride;
    this.#known.clear();
  }

  /** Whether the running pass has had a stride. */
  get hasStride(): boolean {
    return this.#stride !== undefined;
  }

  #once(key: string, read: () => number | UnseenReason): number | UnseenReason {
    const found = this.#known.get(key) ?? read();
    this.#known.set(key, found);
    return found;
  }

  /** A signal's mean over the last stride; undefined where it was not seen well enough. */
  readMean(key: SignalKey): number | undefined {
    const stride = this.#stride;
    if (stride === undefined) return undefined;
    const mean = this.#once(key, () => computeStrideMean(stride, key) ?? 'notTracked');
    return typeof mean === 'number' ? mean : undefined;
  }

  /** A measure of strides: the mean of as many of the last ones as its row asks for. */
  readMeasure(id: StrideMeasureId, side: Side | null): number | UnseenReason {
    const cycle = this.#cycle;
    if (this.#stride === undefined || cycle === undefined) return 'notInRange';
    return this.#once(`${id} ${side ?? ''}`, () => {
      const wanted = strideMeasureTable[id].judgedStrides;
      const values = (this.#history.get(cycle) ?? [])
        .map((stride) => readStride(id, stride, side))
        .filter((value) => value !== undefined)
        .slice(-wanted);
      if (values.length === 0) return 'notTracked';
      return values.length < wanted ? 'notInRange' : (computeMean(values) ?? 'notTracked');
    });
  }
}

/** A signal's mean over a stride, or a measure of it. */
function readStride(
  id: ReportedMeasure['measure'],
  stride: StrideRecording,
  side: Side | null,
): number | undefined {
  if (isSignal(id)) return computeStrideMean(stride, toSignalKey(id, side));
  if (!isStrideMeasure(id)) return undefined;
  return strideMeasureTable[id].compute(stride, side ?? stride.near);
}

const sidesOf = (
  { sides }: ReportedMeasure,
  near: Side,
  working: Side | undefined,
): readonly (Side | null)[] => {
  if (sides === 'each') return ['left', 'right'];
  if (sides === 'working') return [working ?? null];
  return [sides === 'near' ? near : null];
};

/** Takes one stride into the measures that the set reports without judging them. */
export function reportStride(context: SetContext, stride: StrideRecording, view: View): void {
  const { measures } = context;
  for (const definition of measures.definitions) {
    const slow = definition.atAnyRate === true ? undefined : findSlow(context);
    const blocked = findBlock(definition, view) ?? slow;
    if (blocked !== undefined) {
      measures.miss(definition, blocked);
      continue;
    }
    for (const side of sidesOf(definition, stride.near, context.board.workingSide)) {
      const value = readStride(definition.measure, stride, side);
      if (value === undefined) measures.miss(definition, 'notTracked');
      else measures.add(definition, side, value);
    }
  }
}
