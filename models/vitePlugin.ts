import { cpSync, createReadStream, readdirSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { isolationHeaders } from '../src/cli/headers.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const wasmFolder = join(here, '../node_modules/@tensorflow/tfjs-backend-wasm/dist');

/** The one binary that is used: SIMD, one thread (src/pose/backends.ts says why). */
const wasmFiles = ['tfjs-backend-wasm-simd.wasm'];

/** LiteRT's runtime with threads (src/pose/liteRtLandmarkModel.ts), fetched only where it is chosen. */
const liteRtName = 'litert_wasm_threaded_internal';
const liteRtFolder = join(here, '../node_modules/@litertjs/core/wasm');

const modelNames = ['detector', 'lite', 'full', 'heavy'];

const mediaTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

/** Every served file: its path below the site's root, and where it stands. */
function listAssets(): Map<string, string> {
  const assets = new Map(wasmFiles.map((name) => [`wasm/${name}`, join(wasmFolder, name)]));
  assets.set(`litert/${liteRtName}.js`, join(here, 'built/litert', `${liteRtName}.js`));
  assets.set(`litert/${liteRtName}.wasm`, join(liteRtFolder, `${liteRtName}.wasm`));
  for (const model of modelNames) {
    const folder = join(here, 'built', model);
    for (const name of readdirSync(folder)) {
      assets.set(`models/${model}/${name}`, join(folder, name));
    }
  }
  return assets;
}

/**
 * Serves the built models at /models/ and TF.js's wasm binary at /wasm/ in development, with a 404
 * in place of the shell for what is not there, and copies them into a build.
 * Needs the models: run `npm run models` first.
 */
export function poseAssets(): Plugin {
  let outDir = '';
  return {
    name: 'hipline:pose-assets',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = normalize(new URL(request.url ?? '/', 'file://').pathname).slice(1);
        if (!/^(models|wasm|litert)\//.test(path)) {
          next();
          return;
        }
        const file = listAssets().get(path);
        response.statusCode = file === undefined ? 404 : 200;
        if (file === undefined) {
          response.end();
          return;
        }
        for (const [name, value] of Object.entries(isolationHeaders)) {
          response.setHeader(name, value);
        }
        response.setHeader('Content-Type', mediaTypes[extname(file)] ?? 'application/octet-stream');
        response.setHeader('Content-Length', statSync(file).size);
        createReadStream(file).pipe(response);
      });
    },
    writeBundle() {
      for (const [path, file] of listAssets()) {
        cpSync(file, join(outDir, path), { recursive: true });
      }
    },
  };
}
