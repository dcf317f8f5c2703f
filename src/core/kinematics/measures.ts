import type { UnitName } from '../units';
import { type RepMeasureId, repMeasureTable } from './repMeasures';
import { type SignalId, signalTable } from './signals';
import { type StrideMeasureId, strideMeasureTable } from './strideMeasures';

/** What can be judged: a signal of every frame, or a measure of a whole repetition or stride. */
export type MeasureId = SignalId | RepMeasureId | StrideMeasureId;

/** What is asked of every condition in every frame: a set answers sooner than an object. */
const repMeasures: ReadonlySet<string> = new Set(Object.keys(repMeasureTable));
const strideMeasures: ReadonlySet<string> = new Set(Object.keys(strideMeasureTable));
const signals: ReadonlySet<string> = new Set(Object.keys(signalTable));

/** True for a measure of a whole repetition. */
export const isRepMeasure = (id: MeasureId): id is RepMeasureId => repMeasures.has(id);

/** True for a measure of a whole stride. */
export const isStrideMeasure = (id: MeasureId): id is StrideMeasureId => strideMeasures.has(id);

/** True for a signal of every frame. */
export const isSignal = (id: MeasureId): id is SignalId => signals.has(id);

/** Unit of a measure. */
export const unitOf = (id: MeasureId): UnitName => {
  if (isRepMeasure(id)) return repMeasureTable[id].unit;
  return isStrideMeasure(id) ? strideMeasureTable[id].unit : signalTable[id].unit;
};

/** The signals that a measure is read from. */
export const needsOf = (id: MeasureId): readonly SignalId[] => {
  if (isRepMeasure(id)) return repMeasureTable[id].needs;
  return isStrideMeasure(id) ? strideMeasureTable[id].needs : [id];
};
