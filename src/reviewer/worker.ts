/** Judges kept sets anew, beside the page: twenty minutes of poses take some seconds. */
import { readText } from '../camera/readText';
import { isExerciseId } from '../core/exercises/catalogue';
import { readFormat } from '../core/report/judgeTrace';
import { computeNeutralAt } from '../core/report/neutralAt';
import { listBuffers, type ReviewOptions, ReviewRun, reviewTrace } from '../core/report/reviewSet';
import { describeTraceError, parseTrace, type Trace } from '../core/trace/trace';
import type { ReviewRefusal, ReviewReply, ReviewRequest, ReviewTask } from './protocol';

/** Frames between two words of progress, and chances to be told to stop. */
const framesPerBreath = 600;
/** Frames of parsed sets that are kept to be judged with other limits. */
const keptFramesMost = 60_000;

const parsed = new Map<string, Trace>();
const cancelled = new Set<number>();

const post = (reply: ReviewReply, transfer: ArrayBuffer[] = []): void => {
  globalThis.postMessage(reply, { transfer });
};

/** Thrown inside the worker only; it becomes a reply. */
class Refusal extends Error {
  constructor(readonly error: ReviewRefusal) {
    super(error.detail);
  }
}

async function readTrace({ name, poses, isPartial }: ReviewTask): Promise<Trace> {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const text = await readText(poses);
  if (!text.ok) {
    const code = text.error === 'tooLarge' ? 'traceTooLarge' : 'traceRefused';
    throw new Refusal({ code, detail: 'not text; the file may be cut off' });
  }
  const whole =
    isPartial === true ? text.value.slice(0, text.value.lastIndexOf('\n') + 1) : text.value;
  const trace = parseTrace(whole);
  if (!trace.ok) {
    throw new Refusal({ code: 'traceRefused', detail: describeTraceError(trace.error) });
  }
  if (trace.value.frames.length === 0) {
    throw new Refusal({ code: 'traceRefused', detail: 'no frames follow the header' });
  }
  keep(name, trace.value);
  return trace.value;
}

function keep(name: string, trace: Trace): void {
  parsed.set(name, trace);
  const count = (): number =>
    [...parsed.values()].reduce((sum, { frames }) => sum + frames.length, 0);
  for (const oldest of [...parsed.keys()]) {
    if (oldest === name || count() <= keptFramesMost) break;
    parsed.delete(oldest);
  }
}

/** How a set is judged: as it was, or as its own trace says. */
function completeOptions(trace: Trace, task: ReviewTask): ReviewOptions {
  const exercise = task.options.exercise ?? trace.header.exercise;
  if (exercise === undefined || !isExerciseId(exercise)) {
    throw new Refusal({ code: 'traceRefused', detail: 'line 1: it names no exercise' });
  }
  const { neutralSec } = task;
  const own = neutralSec === undefined ? {} : computeNeutralAt(trace, exercise, neutralSec);
  return { ...task.options, exercise, ...own };
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function review(id: number, task: ReviewTask): Promise<void> {
  const trace = await readTrace(task);
  const run = new ReviewRun(readFormat(trace), completeOptions(trace, task));
  for (const [i, frame] of trace.frames.entries()) {
    if (i % framesPerBreath === framesPerBreath - 1) {
      post({ id, kind: 'progress', doneRatio: i / trace.frames.length });
      await breathe();
      if (cancelled.delete(id)) return;
    }
    run.add(frame);
  }
  const set = run.finish(task.words);
  post({ id, kind: 'set', set }, listBuffers(set));
}

async function judge(id: number, task: ReviewTask): Promise<void> {
  const trace = await readTrace(task);
  if (cancelled.delete(id)) return;
  const { verdict } = reviewTrace(trace, completeOptions(trace, task), task.words);
  post({ id, kind: 'verdict', verdict });
}

async function answer(request: Exclude<ReviewRequest, { kind: 'cancel' }>): Promise<void> {
  const { id, kind, task } = request;
  try {
    await (kind === 'review' ? review(id, task) : judge(id, task));
  } catch (thrown) {
    const error: ReviewRefusal =
      thrown instanceof Refusal
        ? thrown.error
        : { code: 'reviewFailed', detail: thrown instanceof Error ? thrown.message : '' };
    post({ id, kind: 'refused', error });
  }
}

/** One after the other: two at once would only make both late. */
let queue = Promise.resolve();

globalThis.addEventListener('message', ({ data }: MessageEvent<ReviewRequest>) => {
  if (data.kind === 'cancel') cancelled.add(data.id);
  else queue = queue.then(() => answer(data));
});
