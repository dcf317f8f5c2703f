import { showsResult, type Stage, stages } from '../core/coach/feedback';
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

const isToldAfter = (stage: Stage): boolean => stages[stage].result === 'afterEstimate';

/**
 * One pip for each of the dose: what is done, what runs, what is to come.
 * @param estimated those that the athlete has told of: then some stages show what they came to
 * @param stage what a finished one amounts to shows only when its stage lets it
 */
export function listPips(
  snapshot: Pick<Snapshot, 'reps' | 'current'>,
  dose: number,
  stage: Stage,
  estimated: ReadonlySet<number> = new Set(),
): Pip[] {
  const { length } = snapshot.reps;
  const done = snapshot.reps.map((rep): Pip => {
    const isTold =
      showsResult(stage, rep.n, length) || (isToldAfter(stage) && estimated.has(rep.n));
    const kind = isTold ? pipKind(rep) : 'done';
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
