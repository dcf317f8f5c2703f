/**
 * Converts the BlazePose weights in @mediapipe/pose into TF.js GraphModels under models/built/.
 * Does nothing where the output is already made from the same weights by the same converter.
 * `node models/build.mjs [--force]`; MODELS.md says what the models are.
 */
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convertToGraphModel, nameDetectorOutputs, nameLandmarkOutputs } from './convert.mjs';
import { listMaskPatches } from './maskBranch.mjs';
import { modelSources, readModelSource, sha256 } from './sources.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const built = join(here, 'built');

/** Every file under a folder with its size, in order of name. */
function listSizes(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, statSync(join(folder, name)).size]);
}

/** Changes with the converter's own code and with the expected weights. */
function computeConverterHash() {
  const files = readdirSync(here).filter((name) => name.endsWith('.mjs'));
  return sha256(
    files
      .sort()
      .map((name) => sha256(readFileSync(join(here, name))))
      .join(),
  );
}

function isUpToDate(name, converter) {
  try {
    const stamp = JSON.parse(readFileSync(join(built, `${name}.stamp.json`), 'utf8'));
    const files = JSON.stringify(listSizes(join(built, name)));
    return stamp.converter === converter && JSON.stringify(stamp.files) === files;
  } catch {
    // No stamp, an unreadable one or no folder: all mean that the model has to be built.
    return false;
  }
}

/** The same weights for LiteRT: the original file, and how to leave its mask out. */
function writeLandmarkFile(bytes, folder) {
  writeFileSync(join(folder, 'landmarks.tflite'), bytes);
  const notes = { sha256: sha256(bytes), withoutMask: listMaskPatches(bytes) };
  writeFileSync(join(folder, 'landmarks.json'), JSON.stringify(notes));
}

/**
 * LiteRT's script is a classic one that declares `ModuleFactory`; its own threads load it as such.
 * The pose worker imports it as a module, which declares nothing, so the script says it aloud.
 * It would also make a policy for scripts of its own for each thread; the app allows one (src/pose/guardThreads.ts).
 */
function buildLiteRtScript() {
  const name = 'litert_wasm_threaded_internal.js';
  const script = readFileSync(join(here, '../node_modules/@litertjs/core/wasm', name), 'utf8');
  const ownPolicy = 'globalThis.trustedTypes?.createPolicy';
  if (!script.includes('var ModuleFactory =') || script.split(ownPolicy).length !== 2) {
    throw new Error(`${name} has changed`);
  }
  mkdirSync(join(built, 'litert'), { recursive: true });
  writeFileSync(
    join(built, 'litert', name),
    `${script.replace(ownPolicy, 'false')}\nglobalThis.ModuleFactory = ModuleFactory;\n`,
  );
}

function buildModel(name, converter) {
  const bytes = readModelSource(name);
  // Built beside its place and moved there whole, so that a cut-off run leaves no half model.
  const unfinished = join(built, `.${name}.unfinished`);
  const folder = join(built, name);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  convertToGraphModel(
    bytes,
    unfinished,
    name === 'detector' ? nameDetectorOutputs : nameLandmarkOutputs,
  );
  if (name === 'lite' || name === 'full') writeLandmarkFile(bytes, unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  const stamp = { converter, files: listSizes(folder) };
  writeFileSync(join(built, `${name}.stamp.json`), JSON.stringify(stamp));
}

const converter = computeConverterHash();
const force = process.argv.includes('--force');
try {
  buildLiteRtScript();
  for (const name of Object.keys(modelSources)) {
    if (!force && isUpToDate(name, converter)) continue;
    buildModel(name, converter);
    process.stderr.write(`models: built ${name}\n`);
  }
} catch (error) {
  process.stderr.write(`models: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
