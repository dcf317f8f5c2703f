/** `npm run release`: the production build as one zip that serves from any static host. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, ensureBuilt, listFiles, orSayWhy, projectRoot } from './setup.mjs';

/** What the product's own commands need and no host. */
const leftOut = /^(src\/|screenshot\.png$|assets\/track-)/;
/** In every file's entry, so that the same build gives the same bytes. */
const fixedTime = new Date('2000-01-01T12:00:00');

/**
 * @param {string} folder
 * @param {readonly string[]} paths absolute
 * @returns {Record<string, Uint8Array>} Contents by their path in the zip, with forward slashes.
 */
const readAll = (folder, paths) =>
  Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );

/** @returns {string} */
const readVersion = () =>
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;

/** What changed in a version must be told under its number before it is given away. */
const isTold = (/** @type {string} */ version) =>
  readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8')
    .split('\n')
    .some((line) => line.startsWith(`## ${version}`));

/**
 * @param {string} [folder] Where to write it.
 * @param {0 | 9} [level] How hard to pack.
 * @returns {Promise<{ file: string, sha256: string, files: string[] }>} Where the zip stands and what is in it.
 */
export async function writeRelease(folder = join(projectRoot, 'release'), level = 9) {
  // Loaded late: the set-up before it may have installed it just now.
  const { zipSync } = await import('fflate');
  const dist = join(projectRoot, 'dist');
  const built = Object.entries(readAll(dist, listFiles('dist'))).filter(
    ([path]) => !leftOut.test(path),
  );
  const hosting = join(projectRoot, 'src', 'cli', 'hosting');
  const guide = Object.entries(readAll(hosting, listFiles('src/cli/hosting')));
  // `_headers` must lie beside the page; the rest of the guide is for people.
  const files = Object.fromEntries([
    ...built,
    ...guide.map(([path, bytes]) => [path === '_headers' ? path : `hosting/${path}`, bytes]),
    ['LICENSE', readFileSync(join(projectRoot, 'LICENSE'))],
  ]);
  const zip = zipSync(files, { level, mtime: fixedTime });
  const version = readVersion();
  const sha256 = createHash('sha256').update(zip).digest('hex');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `hipline-${version}.zip`);
  writeFileSync(file, zip);
  writeFileSync(`${file}.sha256`, `${sha256}  hipline-${version}.zip\n`);
  return { file, sha256, files: Object.keys(files).sort() };
}

/** @returns {Promise<void>} */
export const release = () =>
  orSayWhy(async () => {
    const version = readVersion();
    if (!isTold(version)) {
      throw new SetupError(`CHANGELOG.md has no heading "## ${version}": write what is new in it.`);
    }
    await ensureBuilt();
    const { file, sha256, files } = await writeRelease();
    console.log(`${relative(projectRoot, file)}: ${files.length} files, sha256 ${sha256}`);
    console.log(`Its tag: git tag -a v${version} -m "Hipline ${version}"`);
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await release();
