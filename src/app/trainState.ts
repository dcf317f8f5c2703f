import type { Side } from '../core/body/keypoint';
import type { Snapshot } from '../core/coach/snapshot';
import type { UnseenReason } from '../core/form/rule';

/** What the frame around the picture says. */
export type TrainState = 'good' | 'warn' | 'fault' | 'unseen' | 'rest';

/**
 * The one state that a snapshot amounts to: the worst verdict while the athlete moves or holds.
 * What nobody sees is never `good`, and in the dark nothing is told.
 */
export function computeTrainState(snapshot: Snapshot | undefined): TrainState {
  return stateOf(snapshot, () => true);
}

/** A measured line on the body: which joint of which side, and the state of that side alone. */
export interface MeasuredLine {
  readonly joint: 'hip' | 'knee';
  readonly side: Side;
  readonly state: TrainState;
  /** The angle at the joint; undefined on the side that is not measured. */
  readonly valueDeg: number | undefined;
}

/**
 * The lines to draw: the near side's in a side view, both sides' in any other. A fault of one side
 * bends that side's line only.
 */
export function listMeasuredLines(snapshot: Snapshot | undefined): MeasuredLine[] {
  const angle = snapshot?.angle;
  if (snapshot?.setPhase !== 'active' || snapshot.dark || angle === undefined) return [];
  const sides: readonly Side[] = snapshot.nearSide === undefined ? ['left', 'right'] : [angle.side];
  return sides.map((side) => ({
    joint: angle.joint,
    side,
    state: stateOf(snapshot, (of) => of === null || of === side),
    valueDeg: side === angle.side ? angle.valueDeg : undefined,
  }));
}

/**
 * On the way up and down there is nothing to judge yet, and at first nothing to compare with. Neither
 * is the same as not seeing.
 */
const isWaiting = (reason: UnseenReason | undefined): boolean =>
  reason === undefined || reason === 'notInRange' || reason === 'noBaseline';

function stateOf(
  snapshot: Snapshot | undefined,
  isOwn: (side: Side | null) => boolean,
): TrainState {
  if (snapshot?.setPhase !== 'active' || snapshot.dark) return 'rest';
  if (snapshot.pose === undefined) return 'unseen';
  if (snapshot.movePhase === 'rest') return 'rest';
  const verdicts = snapshot.verdicts.filter(({ side, finding }) => !finding && isOwn(side));
  const levels = new Set(verdicts.map((verdict) => verdict.level));
  if (levels.has('fail')) return 'fault';
  if (levels.has('warn')) return 'warn';
  // Below the height of the hold nothing good is counted, so nothing good is shown.
  if (snapshot.movePhase === 'attempt') return 'rest';
  if (levels.has('ok')) return 'good';
  // Where an exercise only measures, nothing is judged and nothing is missed.
  if (verdicts.length === 0 && snapshot.measures.length > 0) return 'rest';
  return verdicts.some(({ unseen }) => isWaiting(unseen)) ? 'rest' : 'unseen';
}
