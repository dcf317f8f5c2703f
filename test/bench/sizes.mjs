/** What the product's parts weigh, as a server sends them compressed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/cli/setup.mjs';

const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const isTextOrWasm = (path) => /\.(js|css|html|svg|json|wasm|webmanifest)$/.test(path);

/** Compressed size of a file; pictures, fonts and half-precision weights do not get smaller. */
const weigh = (path) =>
  isTextOrWasm(path) ? gzipSync(readFileSync(path)).length : statSync(path).size;

/** Files under a folder of the build, by what they are for. */
const partOf = (path) => {
  if (/^models\/(lite|full|heavy)\/landmarks\./.test(path)) return `LiteRT's ${path.split('/')[1]}`;
  if (path.startsWith('models/')) return `model ${path.split('/')[1]}`;
  if (path.startsWith('wasm/')) return 'TF.js wasm';
  if (path.startsWith('litert/')) return 'LiteRT wasm';
  if (/^assets\/.*\.(js|css)$/.test(path) || path === 'index.html') return 'app and worker';
  if (/\.woff2$/.test(path)) return 'fonts';
  return 'other (demo clip, pictures, notices)';
};

/** What a first set with the lite model loads. */
export const firstLoad = ['app and worker', 'fonts', 'TF.js wasm', 'model detector', 'model lite'];

/**
 * Bytes of each part of a build, compressed.
 * @param {string} build the folder that `vite build` wrote
 * @returns {Record<string, number>}
 */
export function weighBuild(build) {
  const parts = {};
  for (const file of listFiles(build)) {
    const part = partOf(file.slice(build.length + 1));
    parts[part] = (parts[part] ?? 0) + weigh(file);
  }
  return parts;
}

/** Head and rows of the table of downloads. */
export function measureDownloads() {
  const build = join(projectRoot, 'dist');
  if (!existsSync(build)) return [['part', 'MB'], [['no build: npm start makes one', '']]];
  const parts = weighBuild(build);
  const first = firstLoad.reduce((sum, part) => sum + (parts[part] ?? 0), 0);
  const rows = [...Object.entries(parts), ['first load with lite', first]];
  return [['part', 'MB'], rows.map(([part, bytes]) => [part, (bytes / 1e6).toFixed(2)])];
}
