import { showsResult, type Stage } from '../core/coach/feedback';
import type { RepSummary, Snapshot } from '../core/coach/snapshot';
import { describeOutcome, type RepOutcome } from '../core/report/repOutcome';

/** How a hold or rep is drawn. */
export type PipKind = RepOutcome | 'done' | 'current' | 'todo';

export interface Pip {
  readonly n: number;
  readonly kind: PipKind;
  /** Share of the running hold that is done, 0..1. */
  readonly doneRatio: number;
}

/** What a finished one amounts to. */
export const pipKind: (rep: RepSummary) => PipKind = describeOutcome;

/**
 * One pip for each of the dose: what is done, what runs, what is to come.
 * @param stage what a finished one amounts to shows only when its stage lets it
 */
export function listPips(
  snapshot: Pick<Snapshot, 'reps' | 'current'>,
  dose: number,
  stage: Stage,
): Pip[] {
  const { length } = snapshot.reps;
  const done = snapshot.reps.map((rep): Pip => {
    const kind = showsResult(stage, rep.n, length) ? pipKind(rep) : 'done';
    return { n: rep.n, kind, doneRatio: 1 };
  });
  const { current } = snapshot;
  const running: Pip[] =
    current === undefined
      ? []
      : [
          {
            n: current.n,
            kind: 'current',
            doneRatio: Math.min(1, current.goodSec / (current.targetSec ?? Infinity)),
          },
        ];
  const soFar = [...done, ...running];
  const attempts = snapshot.reps.filter((rep) => rep.kind === 'attempt').length;
  const counted = soFar.length - attempts;
  const todo = Array.from({ length: Math.max(0, dose - counted) }, (_, i): Pip => {
    return { n: soFar.length + i + 1, kind: 'todo', doneRatio: 0 };
  });
  return [...soFar, ...todo];
}
