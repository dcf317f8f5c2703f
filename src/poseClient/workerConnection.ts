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
  readonly #death: Promise<PoseError>;
  #announceDeath: (error: PoseError) => void = () => undefined;
  #error: PoseError | undefined;

  /** @param onDeath called once where the worker dies by itself; not on `dispose` */
  constructor(worker: Worker, onDeath: (error: PoseError) => void) {
    this.#worker = worker;
    this.#api = Comlink.wrap<PoseWorkerApi>(worker);
    this.#onDeath = onDeath;
    this.#death = new Promise((resolve) => {
      this.#announceDeath = resolve;
    });
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
    const timer = setTimeout(() => {
      this.#die(`no answer within ${limitMs} ms`);
    }, limitMs);
    try {
      return await Promise.race([
        run(this.#api).then((value) => ({ ok: true, value }) as const),
        this.#death.then((error) => ({ ok: false, error }) as const),
      ]);
    } finally {
      clearTimeout(timer);
    }
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
    this.#announceDeath(error);
    return error;
  }
}
