import * as Comlink from 'comlink';
import type { PoseFrame } from '../core/body/poseFrame';
import type { CameraSides } from '../core/coach/legLift';
import type { SetOptions } from '../core/coach/setOptions';
import type { TrackingNeeds } from '../core/coach/trackingNeeds';
import type { Snapshot } from '../core/coach/snapshot';
import type { BackNeutral } from '../core/kinematics/backNeutral';
import type {
  EngineInfo,
  EngineOptions,
  Outcome,
  PictureMessage,
  PoseError,
  PoseWorkerApi,
  StepResult,
} from '../pose/protocol';
import { WorkerConnection } from './workerConnection';

/** How long the worker may take, before it counts as dead. Generous: slow machines are alive too. */
export interface AnswerLimits {
  readonly loadMs: number;
  readonly stepMs: number;
}

const defaultLimits: AnswerLimits = { loadMs: 180_000, stepMs: 10_000 };

/** What a client is made with. */
export interface PoseClientOptions {
  /** `new Worker(new URL('../pose/worker.ts', import.meta.url), { type: 'module' })`. */
  readonly createWorker: () => Worker;
  /** Called for every picture or pose that was judged. */
  readonly onStep?: (result: StepResult) => void;
  /** Called once for each worker that died by itself; `restart` makes a new one. */
  readonly onWorkerDied?: (error: PoseError) => void;
  readonly limits?: AnswerLimits;
}

/** What became of a picture: judged, failed, or undefined where a newer one took its place. */
export type PictureOutcome = Outcome<StepResult> | undefined;

interface WaitingPicture {
  readonly message: PictureMessage;
  readonly resolve: (outcome: PictureOutcome) => void;
  readonly reject: (bug: unknown) => void;
}

type Api = Comlink.Remote<PoseWorkerApi>;

const notLoaded: PoseError = { code: 'workerDied', detail: 'no engine is loaded' };

/**
 * The page's side of the pose worker, and the only one that talks to it. One picture is in flight;
 * one waits, and a newer one takes its place. A source that needs every picture judged waits for
 * each `offerPicture` before the next.
 */
export class PoseClient {
  readonly #options: PoseClientOptions;
  readonly #limits: AnswerLimits;
  #connection: WorkerConnection | undefined;
  #engineOptions: EngineOptions | undefined;
  #busy = false;
  #waiting: WaitingPicture | undefined;
  #droppedCount = 0;
  #lastSnapshot: Snapshot | undefined;

  constructor(options: PoseClientOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
  }

  /** Pictures that were never looked at because a newer one came. */
  get droppedCount(): number {
    return this.#droppedCount;
  }

  /** The last snapshot of any set, also after the worker has died. */
  get lastSnapshot(): Snapshot | undefined {
    return this.#lastSnapshot;
  }

  /** Starts a worker where none is alive and loads an engine into it. */
  async loadEngine(options: EngineOptions): Promise<Outcome<EngineInfo>> {
    this.#engineOptions = options;
    this.startWorker();
    return this.#ask((api) => api.loadEngine(options), this.#limits.loadMs);
  }

  /** Starts a worker where none is alive. Recorded poses are judged without an engine. */
  startWorker(): void {
    if (this.#connection !== undefined && !this.#connection.isDead) return;
    this.#connection = new WorkerConnection(this.#options.createWorker(), (error) => {
      this.#options.onWorkerDied?.(error);
    });
  }

  /** A new worker with the engine of the last `loadEngine`. A set has to be started again. */
  async restart(): Promise<Outcome<EngineInfo>> {
    if (this.#engineOptions === undefined) return { ok: false, error: notLoaded };
    this.#connection?.dispose();
    return this.loadEngine(this.#engineOptions);
  }

  /** Begins a set; the coach's state is new. */
  async startSet(options: SetOptions, sides?: CameraSides): Promise<Outcome<void>> {
    return this.#call((api) => api.startSet(options, sides), this.#limits.stepMs);
  }

  /**
   * Takes a picture, which from now on is the client's to close. Never rejects for a failing world.
   * @returns when the picture was judged, or dropped for a newer one
   */
  async offerPicture(message: PictureMessage): Promise<PictureOutcome> {
    if (!this.#busy) return this.#step(message);
    this.#dropWaiting();
    return new Promise((resolve, reject) => {
      this.#waiting = { message, resolve, reject };
    });
  }

  /** Judges a recorded pose. */
  async stepPose(frame: PoseFrame): Promise<Outcome<StepResult>> {
    return this.#publish(await this.#ask((api) => api.stepPose(frame), this.#limits.stepMs));
  }

  /** Says what `detectPose` is to give beyond the keypoints, and forgets the person. */
  async startRecording(needs: TrackingNeeds): Promise<Outcome<void>> {
    return this.#call((api) => api.startRecording(needs), this.#limits.stepMs);
  }

  /** Goes on with a set that a gesture has paused. */
  async resumeSet(): Promise<Outcome<void>> {
    return this.#call((api) => api.resumeSet(), this.#limits.stepMs);
  }

  /** The neutral back is to be shown anew. */
  async relearnNeutral(): Promise<Outcome<void>> {
    return this.#call((api) => api.relearnNeutral(), this.#limits.stepMs);
  }

  /** The neutral back of the set that runs; undefined where none is known. */
  async readNeutral(): Promise<Outcome<BackNeutral | undefined>> {
    return this.#call((api) => api.readNeutral(), this.#limits.stepMs);
  }

  /** Detects alone, for recording a trace. Takes the picture as `offerPicture` does, drops none. */
  async detectPose(message: PictureMessage): Promise<Outcome<PoseFrame>> {
    return this.#send(message, (api, sent) => api.detectPose(sent));
  }

  /** Ends the set, and drops the picture that waits; undefined where none ran. */
  async endSet(): Promise<Outcome<Snapshot | undefined>> {
    this.#dropWaiting();
    const outcome = await this.#call((api) => api.endSet(), this.#limits.stepMs);
    if (outcome.ok && outcome.value) this.#lastSnapshot = outcome.value;
    return outcome;
  }

  /** Number of tensors alive in the worker, for diagnostics. */
  async countTensors(): Promise<Outcome<number>> {
    return this.#call((api) => api.countTensors(), this.#limits.stepMs);
  }

  /** Ends the worker and closes what waits. The client can load again afterwards. */
  dispose(): void {
    this.#dropWaiting();
    this.#connection?.dispose();
    this.#connection = undefined;
  }

  /** Judges a picture, then the one that came meanwhile. */
  async #step(message: PictureMessage): Promise<Outcome<StepResult>> {
    this.#busy = true;
    try {
      return this.#publish(await this.#send(message, (api, sent) => api.stepPicture(sent)));
    } finally {
      this.#busy = false;
      const next = this.#waiting;
      this.#waiting = undefined;
      // Not awaited: this picture's own promise must not wait for the next one's.
      if (next) void this.#step(next.message).then(next.resolve, next.reject);
    }
  }

  #publish(outcome: Outcome<StepResult>): Outcome<StepResult> {
    if (outcome.ok) {
      this.#lastSnapshot = outcome.value.snapshot;
      this.#options.onStep?.(outcome.value);
    }
    return outcome;
  }

  #dropWaiting(): void {
    const dropped = this.#waiting;
    if (dropped === undefined) return;
    this.#waiting = undefined;
    this.#droppedCount += 1;
    dropped.message.picture.close();
    dropped.resolve(undefined);
  }

  /** Transfers a picture; it is closed here where it could not be sent. */
  async #send<T>(
    message: PictureMessage,
    run: (api: Api, sent: PictureMessage) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    try {
      return await this.#ask(
        (api) => run(api, Comlink.transfer(message, [message.picture])),
        this.#limits.stepMs,
      );
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return { ok: false, error: { code: 'frameUnreadable', detail: error.message } };
    } finally {
      // Harmless where the picture has been transferred; frees it where the worker was dead.
      message.picture.close();
    }
  }

  async #call<T>(run: (api: Api) => Promise<T>, limitMs: number): Promise<Outcome<T>> {
    if (this.#connection === undefined) return { ok: false, error: notLoaded };
    return this.#connection.call(run, limitMs);
  }

  /** A call whose own answer is an outcome already. */
  async #ask<T>(run: (api: Api) => Promise<Outcome<T>>, limitMs: number): Promise<Outcome<T>> {
    const outcome = await this.#call(run, limitMs);
    return outcome.ok ? outcome.value : outcome;
  }
}
