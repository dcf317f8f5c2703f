import { chooseBackend } from './backends';
import { watchContext, type ContextWatch } from './contextWatch';
import { LandmarkModel, landmarkInputPx } from './landmarkModel';
import { createGraphModel, loadModelFiles } from './modelFiles';
import { PoseDetectionEngine } from './poseDetectionEngine';
import type { PoseEngine } from './poseEngine';
import type { EngineInfo, EngineOptions } from './protocol';
import { RoiTracker } from './roiTracker';

/** An engine that is ready, and what is known of it. */
export interface LoadedEngine {
  readonly engine: PoseEngine;
  readonly info: EngineInfo;
  readonly context: ContextWatch;
}

const timedRuns = 3;

/** Milliseconds of a landmark run on the active backend, the median after one warm-up run. */
async function measureLandmarkMs(
  files: Awaited<ReturnType<typeof loadModelFiles>>,
): Promise<number> {
  const model = new LandmarkModel(await createGraphModel(files));
  try {
    const blank = new Float32Array(landmarkInputPx * landmarkInputPx * 3);
    await model.run(blank);
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

/**
 * Loads the models, chooses the backend and makes the engine.
 * Throws a `PoseFailure` with `modelMissing`, `modelCorrupt`, `noWasmSimd` or `backendFailed`.
 */
export async function loadEngine(options: EngineOptions): Promise<LoadedEngine> {
  const start = performance.now();
  const { engine: id, model, modelBaseUrl, wasmBaseUrl } = options;
  const [detectorFiles, landmarkFiles] = await Promise.all([
    loadModelFiles(`${modelBaseUrl}detector/`),
    loadModelFiles(`${modelBaseUrl}${model}/`),
  ]);
  const measure = async (): Promise<number> => measureLandmarkMs(landmarkFiles);
  const { backend, warmupMs } = await chooseBackend(wasmBaseUrl, measure, options.backend);
  const engine =
    id === 'roi'
      ? await RoiTracker.create(detectorFiles, landmarkFiles)
      : await PoseDetectionEngine.create(detectorFiles, landmarkFiles, model);
  const info = { engine: id, model, backend, warmupMs, loadMs: performance.now() - start };
  return { engine, info, context: watchContext(backend) };
}
