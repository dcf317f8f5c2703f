import { type CompiledModel, loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';
import { landmarkInputPx, type LandmarkOutput, type LandmarkRunner } from './landmarkModel';
import { guardThreads } from './guardThreads';
import { fetchLandmarkFile, type LandmarkFile } from './landmarkFile';
import { describeError, PoseFailure } from './poseFailure';

/** LiteRT's runtime with threads; models/build.mjs puts it there. */
const scriptName = 'litert_wasm_threaded_internal.js';
/** More threads than this bring a model of this size nothing, and take the page's cores. */
const threadsMax = 4;

/** What LiteRT's loader reads off the global scope of a worker. */
interface LoaderScope {
  Module?:
    | {
        locateFile(name: string): string;
        readonly mainScriptUrlOrBlob: string;
        printErr(line: string): void;
      }
    | undefined;
  importScripts?: (...urls: string[]) => void;
}

const inputShape = [1, landmarkInputPx, landmarkInputPx, 3];

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Where LiteRT's threads can run at all: shared memory needs cross-origin isolation. */
export const countThreads = (): number =>
  globalThis.crossOriginIsolated ? Math.min(threadsMax, navigator.hardwareConcurrency) : 1;

let runtime: Promise<unknown> | undefined;

/** Starts LiteRT's runtime, once per worker. Its own loader wants `importScripts`, which throws here. */
function startRuntime(baseUrl: string): Promise<unknown> {
  runtime ??= (async () => {
    const scope: LoaderScope = globalThis;
    guardThreads(baseUrl);
    // A module of our own origin: the policy allows no eval, and needs none.
    await import(/* @vite-ignore */ baseUrl + scriptName);
    const { importScripts } = scope;
    scope.importScripts = () => undefined;
    scope.Module = {
      locateFile: (name) => baseUrl + name,
      mainScriptUrlOrBlob: baseUrl + scriptName,
      // It logs its every step as an error; what fails is thrown besides.
      printErr: () => undefined,
    };
    // It would start a worker for each of the machine's cores.
    Object.defineProperty(navigator, 'hardwareConcurrency', {
      value: countThreads(),
      configurable: true,
    });
    try {
      return await loadLiteRt(baseUrl, { threads: true });
    } finally {
      Reflect.deleteProperty(navigator, 'hardwareConcurrency');
      if (importScripts !== undefined) scope.importScripts = importScripts;
    }
  })();
  return runtime;
}

/** Float32 numbers of a tensor, copied into `into`: no garbage of 640 KB a picture. */
function copyOut(tensor: Tensor, into: Float32Array): Float32Array {
  into.set(tensor.toTypedArray());
  tensor.delete();
  return into;
}

/** One of BlazePose's landmark models on LiteRT: XNNPACK with threads. */
export class LiteRtLandmarkModel implements LandmarkRunner {
  readonly #landmarks = new Float32Array(195);
  readonly #flag = new Float32Array(1);
  readonly #world = new Float32Array(117);
  readonly #heatmap = new Float32Array(64 * 64 * 39);

  private constructor(
    private readonly plain: CompiledModel,
    private readonly masking: CompiledModel,
  ) {}

  /** Fetches what `create` needs; does not hold up the worker. Throws a `PoseFailure`. */
  static async fetch(modelUrl: string, runtimeUrl: string): Promise<LandmarkFile> {
    const [file] = await Promise.all([fetchLandmarkFile(modelUrl), startRuntime(runtimeUrl)]);
    return file;
  }

  /** Prepares the model with and without its mask; takes some 0.3 s. Throws a `PoseFailure`. */
  static async create(file: LandmarkFile): Promise<LiteRtLandmarkModel> {
    const options = {
      accelerator: 'wasm',
      cpuOptions: { numThreads: countThreads() },
    } as const;
    try {
      const plain = await loadAndCompile(file.withoutMask, options);
      return new LiteRtLandmarkModel(plain, await loadAndCompile(file.whole, options));
    } catch (error) {
      throw new PoseFailure('backendFailed', `litert: ${describeError(error)}`, { cause: error });
    }
  }

  async run(values: Float32Array, withMask = false): Promise<LandmarkOutput> {
    const input = new Tensor(values, inputShape);
    const outputs = await (withMask ? this.masking : this.plain).run(input);
    input.delete();
    const [landmarks, flag, ...rest] = outputs;
    const [world, heatmap, mask] = rest.reverse();
    if (!landmarks || !flag || !world || !heatmap) throw new Error('an output is missing');
    return {
      landmarks: copyOut(landmarks, this.#landmarks),
      personScore: copyOut(flag, this.#flag)[0] ?? 0,
      world: copyOut(world, this.#world),
      heatmap: copyOut(heatmap, this.#heatmap),
      toProbability: sigmoid,
      mask: mask && copyOut(mask, new Float32Array(landmarkInputPx ** 2)).map(sigmoid),
    };
  }

  dispose(): void {
    this.plain.delete();
    this.masking.delete();
  }
}
