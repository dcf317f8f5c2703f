import { isExerciseId } from '../core/exercises/catalogue';
import { fail, succeed } from '../core/result';
import { describeTraceError, parseTrace, type Trace } from '../core/trace/trace';
import type { FrameSource, OpenedSource, SourceHandlers } from './frameSource';
import { createGate, type Gate } from './gate';
import { readText } from './readText';

/** The page may paint after so many poses; judging one takes a fraction of a millisecond. */
const posesPerBreath = 10;

/** Opens a recorded trace (NDJSON, gzipped or not). All of it is checked before any of it is given. */
export async function openTraceFile(file: Blob): Promise<OpenedSource> {
  const text = await readText(file);
  if (!text.ok) {
    return text.error === 'tooLarge'
      ? fail({ code: 'traceTooLarge', detail: '' })
      : fail({ code: 'traceRefused', detail: 'not text; the file may be cut off' });
  }
  const trace = parseTrace(text.value);
  if (!trace.ok) return fail({ code: 'traceRefused', detail: describeTraceError(trace.error) });
  if (trace.value.frames.length === 0) {
    return fail({ code: 'traceRefused', detail: 'no frames follow the header' });
  }
  return succeed(createTraceSource(trace.value));
}

function createTraceSource({ header, frames }: Trace): FrameSource {
  const { widthPx, heightPx, cameraRollDeg = 0, exercise } = header;
  const gate = createGate();
  return {
    kind: 'trace',
    realTime: false,
    mirrored: false,
    format: { widthPx, heightPx, cameraRollDeg },
    display: undefined,
    exercise: exercise !== undefined && isExerciseId(exercise) ? exercise : undefined,
    setPaused: (paused) => gate.setClosed(paused),
    start: (handlers) => {
      let stopped = false;
      void givePoses(frames, handlers, gate, () => stopped).then(() => {
        if (!stopped) handlers.onEnd();
      });
      return () => {
        stopped = true;
        gate.setClosed(false);
      };
    },
  };
}

async function givePoses(
  frames: Trace['frames'],
  handlers: SourceHandlers,
  gate: Gate,
  isStopped: () => boolean,
): Promise<void> {
  for (const [i, frame] of frames.entries()) {
    await gate.wait();
    if (isStopped()) return;
    await handlers.onFrame({ kind: 'pose', frame });
    if (i % posesPerBreath === 0) {
      handlers.onProgress?.((i + 1) / frames.length);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
