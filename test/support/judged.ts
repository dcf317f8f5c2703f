import type { ExerciseId } from '../../src/core/exercises/exercise';
import type { Clocks, Snapshot } from '../../src/core/coach/snapshot';
import { type JudgedTrace, type JudgeOptions, judgeTrace } from '../../src/core/report/judgeTrace';
import { cueText } from '../../src/text/cues';
import { unseenText } from '../../src/text/unseen';
import type { Trace } from '../../src/core/trace/trace';

/** A judged trace with every snapshot on the way. */
export interface Judged extends JudgedTrace {
  readonly snapshots: readonly Snapshot[];
}

/** Judges a trace as the command line does. */
export function judge(trace: Trace, options: Partial<JudgeOptions> = {}): Judged {
  const snapshots: Snapshot[] = [];
  const exercise = (options.exercise ?? trace.header.exercise) as ExerciseId;
  const judged = judgeTrace(
    trace,
    { ...options, exercise },
    { cue: cueText, unseen: unseenText },
    (snapshot) => snapshots.push(snapshot),
  );
  return { ...judged, snapshots };
}

/** Good, faulty, unseen and rest, seconds. */
export const listClocks = ({ goodSec, faultySec, unseenSec, restSec }: Clocks): number[] => [
  goodSec,
  faultySec,
  unseenSec,
  restSec,
];
