/** What the product's parts weigh, compressed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/cli/setup.mjs';

/** The most that the first visit may fetch: shell, worker, all screens and the lite model. */
export const firstVisitMaxBytes = 6e6;

const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const isTextOrWasm = (path) => /\.(js|css|html|svg|json|txt|md|wasm|webmanifest)$/.test(path);

/** As a server sends it with gzip; pictures, fonts and packed weights do not get smaller. */
const weigh = (path) =>
  isTextOrWasm(path) ? gzipSync(readFileSync(path)).length : statSync(path).size;

/** Files under a folder of the build, by what they are for. */
const partOf = (path) => {
  if (/^models\/\w+\/landmarks\./.test(path)) return `LiteRT's ${path.split('/')[1]}`;
  if (path.startsWith('models/')) return `model ${path.split('/')[1]}`;
  if (path.startsWith('wasm/')) return 'TF.js wasm';
  if (path.startsWith('litert/')) return 'LiteRT wasm';
  if (/\.(js|css)$/.test(path) || path === 'index.html') return 'app and workers';
  if (/\.woff2$/.test(path)) return 'fonts';
  return 'demo clips, pictures, licences';
};

/** The files that the service worker fetches at the first visit, as the build has written them into it. */
function listFirstVisit(build) {
  const worker = readFileSync(join(build, 'serviceWorker.js'), 'utf8');
  const entries = worker.matchAll(/\{[^{}]*"integrity":[^{}]*\}/g);
  return [...entries]
    .map(([entry]) => JSON.parse(entry))
    .filter(({ group }) => group === 'first')
    .map(({ url }) => url);
}

/**
 * Bytes of each part of a build, compressed, and of what the first visit fetches of it.
 * @param {string} build the folder that `vite build` wrote
 * @returns {{ parts: Record<string, number>, first: Record<string, number>, firstBytes: number }}
 */
export function weighBuild(build) {
  const parts = {};
  const first = {};
  const early = new Set([...listFirstVisit(build), 'serviceWorker.js']);
  for (const file of listFiles(build)) {
    const path = file.slice(build.length + 1);
    const part = partOf(path);
    const bytes = weigh(file);
    parts[part] = (parts[part] ?? 0) + bytes;
    if (early.has(path)) first[part] = (first[part] ?? 0) + bytes;
  }
  return { parts, first, firstBytes: Object.values(first).reduce((sum, one) => sum + one, 0) };
}

const toMb = (bytes) => (bytes === undefined ? '' : (bytes / 1e6).toFixed(2));

/** Head and rows of the table of downloads. */
export function measureDownloads() {
  const build = join(projectRoot, 'dist');
  const head = ['part', 'MB', 'of it at the first visit'];
  if (!existsSync(build)) return [head, [['no build: npm start makes one', '', '']]];
  const { parts, first, firstBytes } = weighBuild(build);
  const rows = Object.entries(parts).map(([part, bytes]) => [part, toMb(bytes), toMb(first[part])]);
  return [head, [...rows, ['first visit', '', toMb(firstBytes)]]];
}
