import { readBands } from '../coach/gauge';
import type { Bands } from '../coach/display';
import type { Exercise } from '../exercises/exercise';
import { type Condition, type FaultId, isMeasured, type Reference } from '../form/rule';
import { isSignal } from '../kinematics/measures';
import { type SignalId, type SignalKey, signalTable, toSignalKey } from '../kinematics/signals';
import type { View } from '../kinematics/view';
import type { UnitName } from '../units';

/** A measure over time as it is judged: a signal against a reference, with the limits set for it. */
export interface KeyMeasure {
  readonly signal: SignalId;
  readonly reference: Reference;
  readonly unit: UnitName;
  /** One key, or those of the left and of the right. */
  readonly keys: readonly SignalKey[];
  readonly bands: Bands;
  /** Views that show it; undefined where any does. */
  readonly views: readonly View[] | undefined;
  /** The most urgent fault that is judged by it. */
  readonly faultId: FaultId | undefined;
}

/** Under which a measure against a reference is kept: `trunkThighDeg neutral`. */
export const toMeasureKey = (key: SignalKey, reference: Reference): string => `${key} ${reference}`;

const sameMeasure =
  (signal: SignalId, reference: Reference) =>
  (condition: Condition): boolean =>
    condition.signal === signal && condition.reference === reference;

/**
 * Every signal that an exercise judges over time, the most telling first: that of the gauge, the
 * curve of the back, then by the urgency of the rules, an angle before a ratio. Measures of a whole
 * repetition are not among them.
 */
export function listKeyMeasures(exercise: Exercise, rules = exercise.rules): KeyMeasure[] {
  const found = new Map<string, KeyMeasure>();
  const urgent = rules
    .filter((rule) => isMeasured(rule) && rule.when !== 'entry')
    .toSorted((a, b) => a.priority - b.priority);
  const add = (signal: SignalId, reference: Reference): void => {
    const key = toMeasureKey(signal, reference);
    if (found.has(key)) return;
    const judging = urgent.filter(({ conditions }) =>
      conditions.some(sameMeasure(signal, reference)),
    );
    found.set(key, {
      signal,
      reference,
      unit: signalTable[signal].unit,
      keys:
        signalTable[signal].sides === 'each'
          ? [toSignalKey(signal, 'left'), toSignalKey(signal, 'right')]
          : [toSignalKey(signal, null)],
      bands: readBands(rules, { signal, reference }),
      views: judging.length === 0 ? undefined : [...new Set(judging.flatMap(({ views }) => views))],
      faultId: judging[0]?.faultId,
    });
  };
  const { gauge, outline } = exercise;
  if (gauge !== undefined) add(gauge.signal, gauge.reference);
  if (outline !== undefined) add('backCurveScore', 'absolute');
  for (const { conditions } of urgent) {
    const signals = conditions.flatMap(({ signal, reference }) =>
      isSignal(signal) ? [{ signal, reference }] : [],
    );
    const inDegrees = (signal: SignalId): number => (signalTable[signal].unit === 'deg' ? 0 : 1);
    for (const { signal, reference } of signals.toSorted(
      (a, b) => inDegrees(a.signal) - inDegrees(b.signal),
    )) {
      add(signal, reference);
    }
  }
  return [...found.values()];
}

/** The two or three measures that tell most of a set seen from a place, one for each fault (spec 8a). */
export function chooseKeyMeasures(
  measures: readonly KeyMeasure[],
  view: View,
  most = 3,
): KeyMeasure[] {
  const seen = measures.filter(({ views }) => views === undefined || views.includes(view));
  const shown = (seen.length === 0 ? measures : seen).filter(
    ({ faultId }, i, all) =>
      faultId === undefined || all.findIndex((one) => one.faultId === faultId) === i,
  );
  return shown.slice(0, most);
}
