import type { Clocks, RepSummary, Snapshot } from '../core/coach/snapshot';
import { joinMeasures } from '../core/coach/measureLog';
import type { ExerciseId } from '../core/exercises/exercise';
import type { FaultInterval } from '../core/form/verdict';

/** What a set came to. */
export interface SetResult {
  readonly exercise: ExerciseId;
  readonly clocks: Clocks;
  readonly reps: readonly RepSummary[];
  readonly faults: readonly FaultInterval[];
  readonly measures: Snapshot['measures'];
  /** What was never judged, with the reason; undefined where tracking ended before the set did. */
  readonly unjudged: Snapshot['unjudged'] | undefined;
}

type Part = Pick<Snapshot, 'clocks' | 'reps' | 'faults' | 'measures' | 'unjudged' | 'setPhase'>;

const noClocks: Clocks = { goodSec: 0, faultySec: 0, unseenSec: 0, restSec: 0 };

/**
 * One set out of its parts, in order. A set has parts when tracking had to be started anew in the
 * middle: holds and faults of the later ones are numbered on.
 */
export function joinParts(exercise: ExerciseId, parts: readonly Part[]): SetResult {
  let result: SetResult = {
    exercise,
    clocks: noClocks,
    reps: [],
    faults: [],
    measures: [],
    unjudged: undefined,
  };
  for (const part of parts) {
    const before = result.reps.length;
    result = {
      exercise,
      clocks: addClocks(result.clocks, part.clocks),
      reps: [...result.reps, ...part.reps.map((rep) => ({ ...rep, n: rep.n + before }))],
      faults: [
        ...result.faults,
        ...part.faults.map((fault) => ({ ...fault, rep: fault.rep + before })),
      ],
      measures: joinMeasures(result.measures, part.measures),
      unjudged: part.setPhase === 'ended' ? part.unjudged : undefined,
    };
  }
  // A fault that an earlier part has told of was judged.
  const told = new Set(result.faults.map(({ faultId }) => faultId));
  return { ...result, unjudged: result.unjudged?.filter(({ faultId }) => !told.has(faultId)) };
}

function addClocks(a: Clocks, b: Clocks): Clocks {
  return {
    goodSec: a.goodSec + b.goodSec,
    faultySec: a.faultySec + b.faultySec,
    unseenSec: a.unseenSec + b.unseenSec,
    restSec: a.restSec + b.restSec,
  };
}
