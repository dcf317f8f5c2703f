import type { Snapshot } from '../core/coach/snapshot';
import type { FaultId, UnseenReason } from '../core/form/rule';
import type { RuleVerdict } from '../core/form/verdict';

/** A fault that could not be judged at any time of the set, and why. */
export interface UnseenFault {
  readonly faultId: FaultId;
  readonly reason: UnseenReason;
}

/** Follows a set and knows at its end what was never judged. */
export interface UnseenTally {
  follow(snapshot: Snapshot): void;
  list(): readonly UnseenFault[];
}

/** A fault counts as judged once any of its verdicts was not `unknown` while the athlete moved. */
export function createUnseenTally(): UnseenTally {
  const judged = new Set<FaultId>();
  const reasons = new Map<FaultId, UnseenReason>();
  const note = ({ faultId, level, unseen }: RuleVerdict): void => {
    if (level !== 'unknown') judged.add(faultId);
    else if (unseen !== undefined) reasons.set(faultId, unseen);
  };
  return {
    follow: ({ setPhase, movePhase, verdicts }) => {
      if (setPhase === 'active' && movePhase !== 'rest') verdicts.forEach(note);
    },
    list: () =>
      [...reasons]
        .filter(([faultId]) => !judged.has(faultId))
        .map(([faultId, reason]) => ({ faultId, reason })),
  };
}
