import type { SetOptions } from '../../src/core/coach/setOptions';
import type { ExerciseId } from '../../src/core/exercises/exercise';
import { advanceSet, endSet, startSet, stepSet } from '../../src/core/coach/pipeline';
import type { PoseFrame } from '../../src/core/body/poseFrame';
import { describeTraceError, parseTrace } from '../../src/core/trace/trace';

/** What judging took. */
export interface Judged {
  readonly frames: number;
  readonly seconds: number;
}

interface Recorded {
  readonly frames: readonly PoseFrame[];
  readonly lengthSec: number;
  readonly options: SetOptions;
}

function readRecorded(text: string): Recorded {
  const parsed = parseTrace(text);
  if (!parsed.ok) throw new Error(describeTraceError(parsed.error));
  const { header, frames } = parsed.value;
  const { widthPx, heightPx, cameraRollDeg } = header;
  return {
    frames,
    lengthSec: (frames.at(-1)?.tSec ?? 0) + 1 / 30,
    options: {
      widthPx,
      heightPx,
      cameraRollDeg: cameraRollDeg ?? 0,
      exercise: header.exercise as ExerciseId,
      begin: 'now',
    },
  };
}

function judge(
  { options, lengthSec }: Recorded,
  frames: readonly PoseFrame[],
  lastSec: number,
): Judged {
  const run = startSet(options);
  let count = 0;
  const start = performance.now();
  for (let offsetSec = 0; offsetSec < lastSec; offsetSec += lengthSec) {
    for (const frame of frames) {
      advanceSet(run, { ...frame, tSec: frame.tSec + offsetSec });
      count += 1;
    }
  }
  endSet(run);
  return { frames: count, seconds: (performance.now() - start) / 1000 };
}

/** Reads a trace and gives what judges it over and over as one set until it has lasted so long. */
export function loadHour(text: string): (lastSec: number) => Judged {
  const recorded = readRecorded(text);
  return (lastSec) => judge(recorded, recorded.frames, lastSec);
}

/** The same at once. */
export const judgeHour = (text: string, lastSec: number): Judged => loadHour(text)(lastSec);

/** The same with frames at another rate: left out, or each given more than once. */
export function judgeAt(text: string, lastSec: number, rateHz: number): Judged {
  const recorded = readRecorded(text);
  const { frames, lengthSec } = recorded;
  const count = Math.floor(lengthSec * rateHz);
  const resampled = Array.from({ length: count }, (_, index) => {
    const tSec = index / rateHz;
    const frame = frames[Math.min(frames.length - 1, Math.round(tSec * 30))];
    if (frame === undefined) throw new Error('the trace has no frames');
    return { ...frame, tSec };
  });
  return judge(recorded, resampled, lastSec);
}

/** A fault as the judge tells it of every frame of a trace, when none is late. */
export interface KnownFault {
  readonly faultId: string;
  /** When the measure crossed the limit, seconds of the clip. */
  readonly sinceSec: number;
  /** How long it must stand, and the group delay of what decides: both belong to the rule. */
  readonly dwellSec: number;
  readonly delaySec: number;
  /** How long the coach keeps its cue back; undefined where it gives none for this fault. */
  cueWaitSec: number | undefined;
}

/** The faults of a recorded clip, warnings only: where each begins is known to the frame. */
export function listKnownFaults(text: string, targetSec: number): KnownFault[] {
  const { frames, options } = readRecorded(text);
  const run = startSet({ ...options, targetSec });
  const { rules } = run.exercise;
  const known: KnownFault[] = [];
  for (const frame of frames) {
    for (const event of stepSet(run, frame).events) {
      const cued = event.type === 'cue' && known.find((one) => one.faultId === event.faultId);
      if (cued) cued.cueWaitSec ??= event.tSec - cued.sinceSec - cued.dwellSec - cued.delaySec;
      if (event.type !== 'faultRaised' || event.level !== 'warn') continue;
      const dwellSec = rules.find(({ faultId }) => faultId === event.faultId)?.warnSec ?? 0;
      const { faultId, sinceSec, tSec } = event;
      // What is left of the time to the event is the deciding window's delay.
      known.push({
        ...{ faultId, sinceSec, dwellSec, delaySec: tSec - sinceSec - dwellSec },
        cueWaitSec: undefined,
      });
    }
  }
  return known;
}
