import * as tf from '@tensorflow/tfjs';
import { unpackWeights } from './packedWeights';
import { PoseFailure, describeError } from './poseFailure';

/** model.json as models/build.mjs writes it. */
interface ModelJson {
  readonly modelTopology: object;
  readonly weightsManifest: tf.io.WeightsManifestConfig;
  readonly userDefinedMetadata: { readonly weightsSha256: string; readonly weightsLength: number };
}

/** A file of the app's own origin. Throws a `PoseFailure` with `modelMissing`. */
export async function fetchFile(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new PoseFailure('modelMissing', `${url}: ${describeError(error)}`, {
      cause: error,
    });
  }
  if (!response.ok) throw new PoseFailure('modelMissing', `${url}: status ${response.status}`);
  return response;
}

async function fetchJson(url: string): Promise<ModelJson> {
  const response = await fetchFile(url);
  try {
    const json = (await response.json()) as Partial<ModelJson>;
    const { modelTopology, weightsManifest, userDefinedMetadata } = json;
    if (modelTopology && weightsManifest && userDefinedMetadata) {
      return { modelTopology, weightsManifest, userDefinedMetadata };
    }
  } catch (error) {
    throw new PoseFailure('modelCorrupt', `${url}: ${describeError(error)}`, {
      cause: error,
    });
  }
  throw new PoseFailure('modelCorrupt', `${url}: not a graph model of this app`);
}

/**
 * Weights as models/packWeights.mjs packs them, out of gzip as they come in. Throws a `PoseFailure`:
 * `modelMissing`, or `modelCorrupt` where it is no gzip.
 */
async function fetchPlanes(url: string): Promise<Uint8Array> {
  const { body } = await fetchFile(url);
  try {
    const planes = body?.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(planes).arrayBuffer());
  } catch (error) {
    throw new PoseFailure('modelCorrupt', `${url}: ${describeError(error)}`, { cause: error });
  }
}

/** In hexadecimal. */
export async function computeSha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Loads a built model's files, `<folderUrl>model.json` and `<folderUrl>weights.bin`.
 * Throws a `PoseFailure`: `modelMissing` where a file is not there, `modelCorrupt` where one is not
 * what the build step wrote.
 */
export async function loadModelFiles(folderUrl: string): Promise<tf.io.ModelArtifacts> {
  const [json, planes] = await Promise.all([
    fetchJson(`${folderUrl}model.json`),
    fetchPlanes(`${folderUrl}weights.bin`),
  ]);
  const { weightsLength, weightsSha256 } = json.userDefinedMetadata;
  const weights = unpackWeights(planes, weightsLength);
  if (weights === undefined || (await computeSha256(weights)) !== weightsSha256) {
    throw new PoseFailure('modelCorrupt', `${folderUrl}: the weights have another sha256`);
  }
  return {
    modelTopology: json.modelTopology,
    weightSpecs: json.weightsManifest.flatMap((group) => group.weights),
    weightData: weights.buffer,
  };
}

/**
 * Puts a model onto the active backend.
 * Throws a `PoseFailure` with `backendFailed`: the weights have been checked by now, so what fails
 * is most likely the backend's memory.
 */
export async function createGraphModel(files: tf.io.ModelArtifacts): Promise<tf.GraphModel> {
  try {
    return await tf.loadGraphModel(tf.io.fromMemory(files));
  } catch (error) {
    throw new PoseFailure('backendFailed', describeError(error), {
      cause: error,
    });
  }
}
