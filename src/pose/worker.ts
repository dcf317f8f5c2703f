import * as Comlink from 'comlink';
import * as tf from '@tensorflow/tfjs';
import {
  alignSides,
  endSet,
  relearnNeutral,
  resumeSet,
  startSet,
  stepSet,
  type SetRun,
} from '../core/coach/pipeline';
import type { BackNeutral } from '../core/kinematics/backNeutral';
import type { PoseFrame } from '../core/body/poseFrame';
import { readTrackingNeeds, type TrackingNeeds } from '../core/coach/trackingNeeds';
import type { CameraSides } from '../core/coach/legLift';
import type { SetOptions } from '../core/coach/setOptions';
import type { Snapshot } from '../core/coach/snapshot';
import { canUpgrade, loadEngine, type LoadedEngine, prepareUpgrade } from './loadedEngine';
import { ModelChooser } from './modelChooser';
import { PoseFailure, toPoseError } from './poseFailure';
import type {
  EngineInfo,
  EngineOptions,
  ModelId,
  Outcome,
  PictureMessage,
  PoseWorkerApi,
  StepResult,
} from './protocol';

/** Runs a task; a failing world becomes a value, a bug is thrown on. */
async function toOutcome<T>(task: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    const known = toPoseError(error);
    if (known === undefined) throw error;
    return { ok: false, error: known };
  }
}

/** The worker's state: an engine, and a set that is fed with its poses. */
class PoseWorker implements PoseWorkerApi {
  #loaded: LoadedEngine | undefined;
  readonly #chooser = new ModelChooser();
  /** The engine that a faster runner was fetched for: it is tried once. */
  #offered: LoadedEngine | undefined;
  #run: SetRun | undefined;
  #waitingUpgrade: (() => Promise<void>) | undefined;
  /** Settled when the last call is done: calls are carried out one after another. */
  #last: Promise<unknown> = Promise.resolve();

  async loadEngine(options: EngineOptions): Promise<Outcome<EngineInfo>> {
    return this.#inTurn(() =>
      toOutcome(async () => {
        const loaded = await this.#load(options);
        if (options.mayUpgrade === true) void this.#prepareUpgrade(loaded, options);
        return loaded.info;
      }),
    );
  }

  async startSet(options: SetOptions, sides?: CameraSides): Promise<void> {
    return this.#inTurn(async () => {
      await this.#upgrade();
      this.#run = startSet(options, sides);
      const needs = readTrackingNeeds(this.#run.exercise, options);
      this.#loaded?.engine.begin({ ...needs, live: options.begin === 'start' });
      return Promise.resolve();
    });
  }

  async stepPicture(message: PictureMessage): Promise<Outcome<StepResult>> {
    return this.#inTurn(() =>
      toOutcome(async () => {
        const start = performance.now();
        const frame = await this.#detect(message);
        const { givenAtMs } = message;
        return this.#step(frame, performance.now() - start, givenAtMs);
      }),
    );
  }

  async stepPose(frame: PoseFrame): Promise<Outcome<StepResult>> {
    return this.#inTurn(() => toOutcome(async () => Promise.resolve(this.#step(frame, 0))));
  }

  async startRecording(needs: TrackingNeeds): Promise<void> {
    return this.#inTurn(async () => {
      this.#loaded?.engine.begin(needs);
      return Promise.resolve();
    });
  }

  async resumeSet(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#run !== undefined) resumeSet(this.#run);
      return Promise.resolve();
    });
  }

  async relearnNeutral(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#run !== undefined) relearnNeutral(this.#run);
      return Promise.resolve();
    });
  }

  async readNeutral(): Promise<BackNeutral | undefined> {
    return this.#inTurn(async () => Promise.resolve(this.#run?.context.board.back?.neutral));
  }

  async detectPose(message: PictureMessage): Promise<Outcome<PoseFrame>> {
    return this.#inTurn(() => toOutcome(async () => this.#detect(message)));
  }

  async endSet(): Promise<Snapshot | undefined> {
    return this.#inTurn(async () => {
      const run = this.#run;
      this.#run = undefined;
      return Promise.resolve(run && endSet(run));
    });
  }

  async countTensors(): Promise<number> {
    return Promise.resolve(tf.engine().state.numTensors);
  }

  async disposeEngine(): Promise<void> {
    return this.#inTurn(async () => {
      this.#disposeLoaded();
      return Promise.resolve();
    });
  }

  /** Loads what is asked for; nothing where `auto` chooses what is there. Throws a `PoseFailure`. */
  async #load(options: EngineOptions): Promise<LoadedEngine> {
    const { model, pace } = options;
    if (model !== 'auto') {
      const loaded = await this.#replace(options, model);
      loaded.info = { ...loaded.info, chosen: 'byName' };
      return loaded;
    }
    if (pace === undefined) throw new Error('a model is to be chosen for no pace');
    let loaded = await this.#take(options, this.#chooser.choose(pace, this.#loaded?.info.model));
    const better = this.#chooser.choose(pace, loaded.info.model);
    if (better !== loaded.info.model) {
      try {
        loaded = await this.#take(options, better);
        // Now that both have been timed the first one may be the better one after all.
        loaded = await this.#take(options, this.#chooser.choose(pace, better));
      } catch (error) {
        // The better one is not on the device: what is loaded goes on.
        if (!(error instanceof PoseFailure) || error.code !== 'modelMissing') throw error;
      }
    }
    const keeps = loaded.info.model === 'heavy' || this.#chooser.keepsPace(pace, loaded.info.model);
    loaded.info = { ...loaded.info, chosen: keeps ? 'keepsPace' : 'tooSlow' };
    return loaded;
  }

  /** The engine with a model, loaded where another one is there. */
  async #take(options: EngineOptions, model: 'lite' | 'full'): Promise<LoadedEngine> {
    return this.#loaded?.info.model === model ? this.#loaded : this.#replace(options, model);
  }

  /** Loads and times a model; the old engine stays where the new one cannot be had. */
  async #replace(options: EngineOptions, model: ModelId): Promise<LoadedEngine> {
    const loaded = await loadEngine({ ...options, model });
    this.#disposeLoaded();
    this.#loaded = loaded;
    if (model !== 'heavy') this.#chooser.measure(model, loaded.info.warmupMs);
    return loaded;
  }

  /** Fetches a faster runner while pictures are judged; it takes over when no set would notice. */
  async #prepareUpgrade(loaded: LoadedEngine, options: EngineOptions): Promise<void> {
    // What was asked for by name, or keeps the pace, needs no further download.
    if (loaded.info.chosen !== 'tooSlow' || !canUpgrade(loaded) || this.#offered === loaded) return;
    this.#offered = loaded;
    try {
      const upgrade = await prepareUpgrade(loaded, options);
      if (this.#loaded !== loaded) return;
      this.#waitingUpgrade = upgrade;
    } catch (error) {
      // What runs goes on: a faster way that is not there is no failure.
      if (toPoseError(error) === undefined) throw error;
      return;
    }
    await this.#inTurn(async () => {
      // It takes half a second, which a set that runs would miss.
      if (this.#run?.phase !== 'active') await this.#upgrade();
    });
  }

  async #upgrade(): Promise<void> {
    const upgrade = this.#waitingUpgrade;
    this.#waitingUpgrade = undefined;
    try {
      await upgrade?.();
    } catch (error) {
      if (toPoseError(error) === undefined) throw error;
    }
  }

  async #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #disposeLoaded(): void {
    this.#waitingUpgrade = undefined;
    this.#loaded?.engine.dispose();
    this.#loaded = undefined;
  }

  /** The pose in a picture, which is closed whatever happens. */
  async #detect({ picture, tSec, widthPx, heightPx }: PictureMessage): Promise<PoseFrame> {
    try {
      if (this.#loaded === undefined) throw new Error('a picture came before an engine was loaded');
      return await this.#loaded.detect({ source: picture, widthPx, heightPx }, tSec);
    } finally {
      picture.close();
    }
  }

  #step(seen: PoseFrame, inferenceMs: number, givenAtMs?: number): StepResult {
    if (this.#run === undefined) throw new Error('a frame came before a set was started');
    const start = performance.now();
    const frame = alignSides(this.#run, seen);
    const snapshot = stepSet(this.#run, frame);
    const end = performance.now();
    const { engine, chosen } = this.#loaded?.info ?? {};
    const outlineEverySec = this.#loaded?.engine.outlineEverySec;
    // Without an outline a picture is one plain run, while somebody is tracked.
    const isPlain = outlineEverySec === undefined && frame.image !== undefined;
    if (isPlain && inferenceMs > 0 && chosen !== 'byName') this.#chooser.note(inferenceMs);
    const timing = {
      inferenceMs,
      coreMs: end - start,
      judgedAtMs: performance.timeOrigin + end,
      ...(engine === undefined ? {} : { engine }),
      ...(outlineEverySec === undefined ? {} : { outlineEverySec }),
      ...(givenAtMs === undefined ? {} : { givenAtMs }),
    };
    return { snapshot, frame, timing };
  }
}

Comlink.expose(new PoseWorker());
