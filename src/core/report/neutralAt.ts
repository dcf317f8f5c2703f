import { startSet, stepSet } from '../coach/pipeline';
import type { SetOptions } from '../coach/setOptions';
import type { OwnReferences } from '../coach/ownReferences';
import { BaselineCollector } from '../kinematics/baseline';
import type { Trace } from '../trace/trace';
import { readFormat } from './judgeTrace';

/** A position is read over so long about its moment, seconds (spec 2.4: the window of holds). */
const windowSec = 1;

/**
 * The neutral as a clinician has chosen it: the median of every signal, and the back, in the second
 * about a moment of the set. The back is left out where it was hidden then.
 */
export function computeNeutralAt(
  trace: Trace,
  exercise: SetOptions['exercise'],
  atSec: number,
): Pick<OwnReferences, 'baseline' | 'backNeutral'> {
  const run = startSet({ ...readFormat(trace), exercise, begin: 'now' });
  const collector = new BaselineCollector();
  const fromSec = atSec - windowSec / 2;
  for (const frame of trace.frames) {
    if (frame.tSec > atSec + windowSec / 2) break;
    stepSet(run, frame);
    if (frame.tSec >= fromSec) collector.add(run.context.board.readAll());
  }
  const { back } = run.context.board;
  const isShown = back?.learn(fromSec, atSec + windowSec / 2);
  const backNeutral = isShown === true ? back?.neutral : undefined;
  return {
    baseline: collector.computeMedians(),
    ...(backNeutral === undefined ? {} : { backNeutral }),
  };
}
