import { fail, type Result, succeed } from '../core/result';
import type { ReviewedSet } from '../core/report/reviewSet';
import type { Verdict } from '../core/report/verdict';
import type { ReviewRefusal, ReviewReply, ReviewRequest, ReviewTask } from './protocol';

interface OpenCall {
  readonly onProgress: ((doneRatio: number) => void) | undefined;
  readonly settle: (reply: Exclude<ReviewReply, { kind: 'progress' }>) => void;
}

/** The page's side of the worker that judges kept sets anew. Never rejects. */
export class Reviewer {
  readonly #worker: Worker;
  readonly #open = new Map<number, OpenCall>();
  #lastId = 0;

  constructor(createWorker: () => Worker) {
    this.#worker = createWorker();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ReviewReply>) => {
      const call = this.#open.get(data.id);
      if (data.kind === 'progress') {
        call?.onProgress?.(data.doneRatio);
        return;
      }
      this.#open.delete(data.id);
      call?.settle(data);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      for (const [id, { settle }] of this.#open) {
        settle({ id, kind: 'refused', error: { code: 'reviewFailed', detail: message } });
      }
      this.#open.clear();
    });
  }

  /** Judges a set and gives all that a review shows of it. */
  async review(
    task: ReviewTask,
    onProgress?: (doneRatio: number) => void,
  ): Promise<Result<ReviewedSet, ReviewRefusal>> {
    const reply = await this.#call('review', task, onProgress);
    return reply.kind === 'set' ? succeed(reply.set) : fail(toRefusal(reply));
  }

  /** Judges a set and gives the verdict only. */
  async judge(task: ReviewTask): Promise<Result<Verdict, ReviewRefusal>> {
    const reply = await this.#call('judge', task, undefined);
    return reply.kind === 'verdict' ? succeed(reply.verdict) : fail(toRefusal(reply));
  }

  /** Ends the worker; what is still asked gets no answer. */
  dispose(): void {
    this.#open.clear();
    this.#worker.terminate();
  }

  #call(
    kind: 'review' | 'judge',
    task: ReviewTask,
    onProgress: OpenCall['onProgress'],
  ): Promise<Exclude<ReviewReply, { kind: 'progress' }>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const request: ReviewRequest = { id, kind, task };
    return new Promise((settle) => {
      this.#open.set(id, { onProgress, settle });
      this.#worker.postMessage(request);
    });
  }
}

const toRefusal = (reply: ReviewReply): ReviewRefusal =>
  reply.kind === 'refused' ? reply.error : { code: 'reviewFailed', detail: reply.kind };
