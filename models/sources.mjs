import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('../node_modules/@mediapipe/pose/', import.meta.url));

/** Where each model's weights stand in the package, and the sha256 that the file must have. */
export const modelSources = {
  lite: {
    file: 'pose_landmark_lite.tflite',
    sha256: 'f17bfbecadb61c3be1baa8b8d851cc6619c870a87167b32848ad20db306b9d61',
  },
  full: {
    file: 'pose_landmark_full.tflite',
    sha256: 'e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f',
  },
  heavy: {
    file: 'pose_landmark_heavy.tflite',
    sha256: '59e42d71bcd44cbdbabc419f0ff76686595fd265419566bd4009ef703ea8e1fe',
  },
  // The packed assets hold one file only, from the first byte to the last: pose_detection.tflite.
  detector: {
    file: 'pose_solution_packed_assets.data',
    sha256: 'a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85',
  },
};

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * The bytes of a model's .tflite.
 * Throws where the package is missing or its file is not the one that was checked.
 */
export function readModelSource(name) {
  const { file, sha256: expected } = modelSources[name];
  let bytes;
  try {
    bytes = readFileSync(join(packageFolder, file));
  } catch (cause) {
    throw new Error(`${file} is missing: run "npm ci" first`, { cause });
  }
  const found = sha256(bytes);
  if (found !== expected) throw new Error(`${file} has sha256 ${found}, not ${expected}`);
  return bytes;
}
