import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { hasHardwareWebgl, hasHardwareWebgpu, hasWasmSimd } from './gpu';
import { PoseFailure, describeError } from './poseFailure';
import type { BackendId } from './protocol';

/** A GPU whose warm-up run is this quick is taken without a look at the next backend: 25 a second. */
const quickEnoughMs = 40;

/** The backend in use and the time of its warm-up run. */
export interface ChosenBackend {
  readonly backend: BackendId;
  readonly warmupMs: number;
}

/** The GPU backends with real hardware behind them, best first. Software renderers never appear. */
async function listGpuBackends(): Promise<BackendId[]> {
  const found: BackendId[] = [];
  if (await hasHardwareWebgpu().catch(() => false)) found.push('webgpu');
  if (hasHardwareWebgl()) found.push('webgl');
  return found;
}

/**
 * Makes a backend the active one.
 * Throws a `PoseFailure`: `noWasmSimd`, or `backendFailed` where it cannot be started.
 */
export async function activateBackend(backend: BackendId, wasmBaseUrl: string): Promise<void> {
  if (backend === 'wasm') {
    if (!hasWasmSimd()) throw new PoseFailure('noWasmSimd', 'WebAssembly has no SIMD here');
    setWasmPaths(wasmBaseUrl);
    // One thread: with threads TF.js is 2.4 times slower on a machine that has other work to do.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  }
  let started: boolean;
  try {
    started = await tf.setBackend(backend);
  } catch (error) {
    throw new PoseFailure('backendFailed', `${backend}: ${describeError(error)}`, { cause: error });
  }
  if (!started) throw new PoseFailure('backendFailed', `${backend} did not start`);
}

async function tryBackend(
  backend: BackendId,
  wasmBaseUrl: string,
  measureMs: () => Promise<number>,
): Promise<ChosenBackend> {
  await activateBackend(backend, wasmBaseUrl);
  try {
    return { backend, warmupMs: await measureMs() };
  } catch (error) {
    if (error instanceof PoseFailure) throw error;
    throw new PoseFailure('backendFailed', `${backend}: ${describeError(error)}`, { cause: error });
  }
}

/**
 * Chooses and activates the backend: a real GPU that is quick in the warm-up, else the quickest.
 *
 * @param measureMs runs the model once to warm up, then timed, on the active backend
 * @param fixed asks for one backend, whatever it is
 * Throws a `PoseFailure` where none works; the last one's reason.
 */
export async function chooseBackend(
  wasmBaseUrl: string,
  measureMs: () => Promise<number>,
  fixed?: BackendId,
): Promise<ChosenBackend> {
  const candidates: BackendId[] = fixed ? [fixed] : [...(await listGpuBackends()), 'wasm'];
  const tried: ChosenBackend[] = [];
  let failure = new PoseFailure('backendFailed', 'no backend');
  for (const backend of candidates) {
    try {
      const result = await tryBackend(backend, wasmBaseUrl, measureMs);
      if (backend !== 'wasm' && result.warmupMs <= quickEnoughMs) return result;
      tried.push(result);
    } catch (error) {
      if (!(error instanceof PoseFailure)) throw error;
      failure = error;
    }
  }
  const [best] = tried.sort((a, b) => a.warmupMs - b.warmupMs);
  if (best === undefined) throw failure;
  await activateBackend(best.backend, wasmBaseUrl);
  return best;
}
