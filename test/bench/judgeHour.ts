import type { ExerciseId } from '../../src/core/exercises/exercise';
import { endSet, startSet, stepSet } from '../../src/core/coach/pipeline';
import { readReplayTrace } from '../support/replayTrace';

/** Judges a trace over and over as one set until it has lasted so long. */
export function judgeHour(
  name: string,
  lastSec: number,
): { readonly frames: number; readonly seconds: number } {
  const { header, frames } = readReplayTrace(name);
  const lengthSec = (frames.at(-1)?.tSec ?? 0) + 1 / 30;
  const exercise = header.exercise as ExerciseId;
  const { widthPx, heightPx, cameraRollDeg } = header;
  const run = startSet({
    widthPx,
    heightPx,
    cameraRollDeg: cameraRollDeg ?? 0,
    exercise,
    begin: 'now',
  });
  let count = 0;
  const start = performance.now();
  for (let offsetSec = 0; offsetSec < lastSec; offsetSec += lengthSec) {
    for (const frame of frames) {
      stepSet(run, { ...frame, tSec: frame.tSec + offsetSec });
      count += 1;
    }
  }
  endSet(run);
  return { frames: count, seconds: (performance.now() - start) / 1000 };
}
