import * as Comlink from 'comlink';
import type { Outcome, PoseError, PoseWorkerApi } from '../pose/protocol';

/**
 * One pose worker from its start to its end. Every call ends: with the worker's answer, or with
 * `workerDied` where the worker reports an error, sends what cannot be read, does not answer within
 * the call's limit, or is disposed. A dead worker stays dead.
 */
export class WorkerConnection {
  readonly #worker: Worker;
  readonly #api: Comlink.Remote<PoseWorkerApi>;
  readonly #onDeath: (error: PoseError) => void;
  /** Answers the calls that are still open, when the worker ends. */
  readonly #openCalls = new Set<(error: PoseError) => void>();
  #error: PoseError | undefined;

  /** @param onDeath called once where the worker dies by itself; not on `dispose` */
  constructor(worker: Worker, onDeath: (error: PoseError) => void) {
    this.#worker = worker;
    this.#api = Comlink.wrap<PoseWorkerApi>(worker);
    this.#onDeath = onDeath;
    worker.addEventListener('error', (event) => {
      this.#die(event.message || 'the worker failed to load');
    });
    worker.addEventListener('messageerror', () => {
      this.#die('a message could not be read');
    });
  }

  /** True once no call can succeed any more. */
  get isDead(): boolean {
    return this.#error !== undefined;
  }

  /**
   * Calls the worker.
   * @param limitMs how long it may take to answer
   * @returns its answer. Rejects only with what the worker's method itself throws (a bug) or where
   * an argument cannot be sent.
   */
  async call<T>(
    run: (api: Comlink.Remote<PoseWorkerApi>) => Promise<T>,
    limitMs: number,
  ): Promise<Outcome<T>> {
    if (this.#error) return { ok: false, error: this.#error };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#die(`no answer within ${limitMs} ms`);
      }, limitMs);
      const close = (): void => {
        clearTimeout(timer);
        this.#openCalls.delete(end);
      };
      const end = (error: PoseError): void => {
        close();
        resolve({ ok: false, error });
      };
      this.#openCalls.add(end);
      run(this.#api).then(
        (value) => {
          close();
          resolve({ ok: true, value });
        },
        (bug: unknown) => {
          close();
          reject(bug instanceof Error ? bug : new Error(String(bug)));
        },
      );
    });
  }

  /** Ends the worker; calls still open are answered with `workerDied`. */
  dispose(): void {
    this.#end('disposed');
  }

  #die(detail: string): void {
    const error = this.#end(detail);
    if (error) this.#onDeath(error);
  }

  /** The error with which the worker ended; undefined where it had ended before. */
  #end(detail: string): PoseError | undefined {
    if (this.#error) return undefined;
    const error: PoseError = { code: 'workerDied', detail };
    this.#error = error;
    this.#api[Comlink.releaseProxy]();
    this.#worker.terminate();
    for (const end of [...this.#openCalls]) end(error);
    return error;
  }
}
