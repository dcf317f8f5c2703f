import type { Snapshot } from '../core/coach/snapshot';

/** What the frame around the picture says. */
export type TrainState = 'good' | 'warn' | 'fault' | 'unseen' | 'rest';

/**
 * The one state that a snapshot amounts to: the worst verdict while the athlete moves or holds.
 * What nobody sees is never `good`.
 */
export function computeTrainState(snapshot: Snapshot | undefined): TrainState {
  if (snapshot?.setPhase !== 'active') return 'rest';
  if (snapshot.pose === undefined) return 'unseen';
  if (snapshot.movePhase === 'rest') return 'rest';
  const levels = new Set(snapshot.verdicts.map((verdict) => verdict.level));
  if (levels.has('fail')) return 'fault';
  if (levels.has('warn')) return 'warn';
  // Below the height of the hold nothing good is counted, so nothing good is shown.
  if (snapshot.movePhase === 'attempt') return 'rest';
  return levels.has('ok') ? 'good' : 'unseen';
}
