import type { PoseFrame } from '../core/body/poseFrame';
import { chooseBackend } from './backends';
import { watchContext, type ContextWatch } from './contextWatch';
import { LandmarkModel, landmarkInputPx } from './landmarkModel';
import { createGraphModel, loadModelFiles } from './modelFiles';
import { PoseDetectionEngine } from './poseDetectionEngine';
import type { Picture, PoseEngine } from './poseEngine';
import { PoseFailure, describeError } from './poseFailure';
import type { EngineId, EngineInfo, EngineOptions, ModelId } from './protocol';
import type { LandmarkRunner } from './landmarkModel';
import { RoiTracker } from './roiTracker';

/** An engine that is ready, what is known of it, and its GPU context. */
export class LoadedEngine {
  /** Ends the call that is waiting for the GPU; undefined while none is. */
  #abandonCall: (() => void) | undefined;

  constructor(
    readonly engine: PoseEngine,
    public info: EngineInfo,
    private readonly context: ContextWatch,
  ) {
    void context.lost.then(() => this.#abandonCall?.());
  }

  /**
   * The pose in a picture, `image` undefined where nobody is seen. One call at a time.
   * Throws a `PoseFailure`: `frameUnreadable`, `contextLost` where the GPU has been taken away, or
   * `backendFailed` for anything else that goes wrong on the backend.
   */
  async detect(picture: Picture, tSec: number): Promise<PoseFrame> {
    let frame: PoseFrame;
    try {
      frame = await this.#orAbandoned(this.engine.detect(picture, tSec));
    } catch (error) {
      if (error instanceof PoseFailure) throw error;
      if (this.context.isLost()) throw this.#contextLost(error);
      const detail = `${this.info.backend}: ${describeError(error)}`;
      throw new PoseFailure('backendFailed', detail, { cause: error });
    }
    // The numbers mean nothing after the loss, though no call need have failed.
    if (this.context.isLost()) throw this.#contextLost();
    return frame;
  }

  /** Not `Promise.race` with the loss: that would keep every frame's promise alive until then. */
  async #orAbandoned<T>(work: Promise<T>): Promise<T> {
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#abandonCall = () => {
          reject(this.#contextLost());
        };
        work.then(resolve, reject);
      });
    } finally {
      this.#abandonCall = undefined;
    }
  }

  #contextLost(cause?: unknown): PoseFailure {
    return new PoseFailure('contextLost', this.info.backend, { cause });
  }
}

const timedRuns = 3;
/** A probe's runs of each, one after the other, so that what the machine does meets both alike. */
const probedRuns = 5;
/** A faster runner must be faster by this share: its download and memory are to pay. */
const gainMin = 0.15;

const blankCrop = (): Float32Array => new Float32Array(landmarkInputPx * landmarkInputPx * 3);

/** Whether LiteRT can pay: threads, and a tracker whose model runs on the processor. */
export const canUpgrade = ({ engine, info }: LoadedEngine): boolean =>
  engine instanceof RoiTracker &&
  info.engine === 'roi' &&
  info.model !== 'heavy' &&
  info.backend === 'wasm' &&
  globalThis.crossOriginIsolated &&
  navigator.hardwareConcurrency > 1;

/**
 * Fetches LiteRT and the model's file beside a running tracker.
 * @returns what puts them in the tracker's place where they are faster; to be called between pictures.
 *   It holds up the worker for about half a second.
 * Throws a `PoseFailure` where anything of it is missing.
 */
export async function prepareUpgrade(
  loaded: LoadedEngine,
  { modelBaseUrl, liteRtBaseUrl }: Pick<EngineOptions, 'modelBaseUrl' | 'liteRtBaseUrl'>,
  gain: number = gainMin,
): Promise<() => Promise<void>> {
  if (liteRtBaseUrl === undefined) throw new PoseFailure('backendFailed', 'no LiteRT');
  const { LiteRtLandmarkModel } = await import('./liteRtLandmarkModel');
  const file = await LiteRtLandmarkModel.fetch(
    `${modelBaseUrl}${loaded.info.model}/`,
    liteRtBaseUrl,
  );
  return async () => {
    if (!(loaded.engine instanceof RoiTracker)) return;
    const runner = await LiteRtLandmarkModel.create(file);
    if ((await compareRunners(runner, loaded.engine.runner)) > 1 - gain) {
      runner.dispose();
      return;
    }
    loaded.engine.adopt(runner);
    loaded.info = { ...loaded.info, engine: 'liteRt' };
  };
}

/** Time of one runner over another's, the least of several runs. */
async function compareRunners(a: LandmarkRunner, b: LandmarkRunner): Promise<number> {
  const blank = blankCrop();
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < probedRuns; run++) {
    for (const [i, runner] of [a, b].entries()) {
      const start = performance.now();
      await runner.run(blank);
      times[i]?.push(performance.now() - start);
    }
  }
  return Math.min(...times[0]) / Math.min(...times[1]);
}

/** Milliseconds of a landmark run on the active backend, the median after one warm-up run. */
async function measureLandmarkMs(
  files: Awaited<ReturnType<typeof loadModelFiles>>,
): Promise<number> {
  const model = new LandmarkModel(await createGraphModel(files));
  try {
    const blank = blankCrop();
    // With the mask, so that its programs are compiled too.
    await model.run(blank, true);
    const times: number[] = [];
    for (let run = 0; run < timedRuns; run++) {
      const start = performance.now();
      await model.run(blank);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[Math.floor(timedRuns / 2)] ?? 0;
  } finally {
    model.dispose();
  }
}

/** Options that name their model. */
export type NamedEngineOptions = EngineOptions & { readonly model: ModelId };

/**
 * Loads the models, chooses the backend and makes the engine.
 * Throws a `PoseFailure` with `modelMissing`, `modelCorrupt`, `noWasmSimd` or `backendFailed`.
 */
export async function loadEngine(options: NamedEngineOptions): Promise<LoadedEngine> {
  const start = performance.now();
  const { engine: id, model, modelBaseUrl, wasmBaseUrl } = options;
  const [detectorFiles, landmarkFiles] = await Promise.all([
    loadModelFiles(`${modelBaseUrl}detector/`),
    loadModelFiles(`${modelBaseUrl}${model}/`),
  ]);
  const measure = async (): Promise<number> => measureLandmarkMs(landmarkFiles);
  const { backend, warmupMs } = await chooseBackend(wasmBaseUrl, measure, options.backend);
  const engine =
    id !== 'poseDetection'
      ? await RoiTracker.create(detectorFiles, landmarkFiles, model !== 'lite')
      : await PoseDetectionEngine.create(detectorFiles, landmarkFiles, model);
  // The detector's turn to warm up, so that the first picture does not wait for it.
  const blank = new OffscreenCanvas(landmarkInputPx, landmarkInputPx);
  blank.getContext('2d');
  await engine.detect({ source: blank, widthPx: blank.width, heightPx: blank.height }, 0);
  const base: EngineId = id === 'liteRt' ? 'roi' : id;
  const info = { engine: base, model, backend, warmupMs, loadMs: performance.now() - start };
  const loaded = new LoadedEngine(engine, info, watchContext(backend));
  // Asked for by name it is taken, however fast it is.
  if (id === 'liteRt') await (await prepareUpgrade(loaded, options, -Infinity))();
  return loaded;
}
