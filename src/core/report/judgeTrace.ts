import type { PictureFormat } from '../body/poseFrame';
import type { SetOptions } from '../coach/setOptions';
import { advanceSet, endSet, startSet, stepSet } from '../coach/pipeline';
import type { CoachEvent, Snapshot } from '../coach/snapshot';
import type { BackNeutral } from '../kinematics/backNeutral';
import { BaselineCollector, type Baseline } from '../kinematics/baseline';
import type { View } from '../kinematics/view';
import type { Trace } from '../trace/trace';
import { buildVerdict, type Verdict, type VerdictWords } from './verdict';

/** What a trace says of its pictures. */
export const readFormat = ({ header }: Trace): PictureFormat => ({
  widthPx: header.widthPx,
  heightPx: header.heightPx,
  cameraRollDeg: header.cameraRollDeg ?? 0,
});

export type JudgeOptions = Pick<
  SetOptions,
  | 'exercise'
  | 'side'
  | 'targetSec'
  | 'baseline'
  | 'backNeutral'
  | 'standing'
  | 'standingFrom'
  | 'lumbarRange'
  | 'bridgeTargetDeg'
  | 'archAlert'
  | 'changes'
>;

/** A judged trace: the verdict, and every event in order. */
export interface JudgedTrace {
  readonly verdict: Verdict;
  readonly events: readonly CoachEvent[];
}

/** Runs a trace from its first frame to its last through the same set as live coaching. */
export function judgeTrace(
  trace: Trace,
  options: JudgeOptions,
  words: VerdictWords,
  onSnapshot?: (snapshot: Snapshot) => void,
): JudgedTrace {
  const run = startSet({ ...readFormat(trace), ...options, begin: 'now' });
  const events: CoachEvent[] = [];
  const views = new Map<View, number>();
  for (const frame of trace.frames) {
    let told: Pick<Snapshot, 'events' | 'view'>;
    if (onSnapshot === undefined) told = advanceSet(run, frame);
    else {
      const snapshot = stepSet(run, frame);
      onSnapshot(snapshot);
      told = snapshot;
    }
    events.push(...told.events);
    views.set(told.view, (views.get(told.view) ?? 0) + 1);
  }
  const final = endSet(run);
  events.push(...final.events);
  const most = [...views].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'unknown';
  const durationSec = (trace.frames.at(-1)?.tSec ?? 0) - (trace.frames[0]?.tSec ?? 0);
  return {
    verdict: buildVerdict(run, final, most, durationSec, events, words),
    events,
  };
}

/** The neutral from a trace of the good position only: the median of every signal over it. */
export function computeBaseline(trace: Trace, exercise: SetOptions['exercise']): Baseline {
  const run = startSet({ ...readFormat(trace), exercise, begin: 'now' });
  const collector = new BaselineCollector();
  for (const frame of trace.frames) {
    advanceSet(run, frame);
    collector.add(run.context.board.readAll());
  }
  return collector.computeMedians();
}

/**
 * The neutral back from a trace of the good position or of one slow good movement.
 * @returns undefined where the exercise does not read the back or it was hidden
 */
export function computeBackNeutral(
  trace: Trace,
  exercise: SetOptions['exercise'],
): BackNeutral | undefined {
  const run = startSet({ ...readFormat(trace), exercise, begin: 'now' });
  for (const frame of trace.frames) advanceSet(run, frame);
  const { back } = run.context.board;
  back?.learn(-Infinity, Infinity);
  return back?.neutral;
}
