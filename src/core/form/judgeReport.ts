import type { Judge } from './judge';
import type { FaultId, Rule, UnseenReason } from './rule';
import type { FaultInterval, Level, RuleVerdict } from './verdict';

/** The fault intervals of the set so far, in order of their raising; open ones as they are now. */
export const readIntervals = (judge: Judge): FaultInterval[] =>
  judge.intervals.map((interval) => (interval.endSec === undefined ? { ...interval } : interval));

/** A fault that stands and is seen now. */
export interface StandingFault {
  readonly rule: Rule;
  readonly level: 'warn' | 'fail';
  readonly share: number;
}

/** Whether a fail is about to be raised: its limit is passed, its time is not yet up. */
export const isFailPending = (judge: Judge): boolean =>
  judge.tracks.some(
    ({ rule, level, failSinceSec }) =>
      rule.effect !== 'report' && level !== 'fail' && failSinceSec !== undefined,
  );

/** The faults that stand now. One that cannot be seen at the moment is not among them. */
export function listStanding(judge: Judge): StandingFault[] {
  const standing: StandingFault[] = [];
  for (const { rule, level, share, known } of judge.tracks) {
    if (known && level !== 'ok') standing.push({ rule, level, share });
  }
  return standing;
}

/** What each rule says now. Outside a hold or rep nothing is judged: all are unknown. */
export const readVerdicts = (judge: Judge): RuleVerdict[] =>
  judge.tracks.map((track) => {
    const level: Level = track.known || track.level !== 'ok' ? track.level : 'unknown';
    return {
      faultId: track.rule.faultId,
      specRow: track.rule.specRow,
      side: track.side,
      level,
      value: track.value,
      provisional: track.provisional,
      finding: track.rule.effect === 'report',
      unseen: level === 'unknown' ? track.unseen : undefined,
    };
  });

/** Faults that could never be judged in the set, each once, with the reason. */
export function listNeverJudged(judge: Judge): { faultId: FaultId; unseen: UnseenReason }[] {
  const judged = new Set(
    judge.tracks.filter((track) => track.everKnown).map((track) => track.rule.faultId),
  );
  const listed = new Map<FaultId, UnseenReason>();
  for (const { rule, unseen } of judge.tracks) {
    if (judged.has(rule.faultId) || listed.has(rule.faultId)) continue;
    listed.set(rule.faultId, rule.unseen ?? unseen ?? 'notInRange');
  }
  return [...listed].map(([faultId, unseen]) => ({ faultId, unseen }));
}
