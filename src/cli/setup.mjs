/**
 * Everything between a fresh clone and a runnable product: the locked install, the pose models, the
 * production build. Each step is skipped when its stamp says that nothing it depends on has changed.
 * Node built-ins only, because it runs before anything is installed; all output goes to standard
 * error, because a command's standard output is its own.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Where stamps and bundles are kept; gone with node_modules. */
export const cacheFolder = join(projectRoot, 'node_modules', '.cache', 'hipline');

/** A set-up step that failed: `message` is one line for people, with what to do. */
export class SetupError extends Error {}

/** @param {string} path Relative to the repository. */
const inProject = (path) => join(projectRoot, path);

/**
 * @param {string} folder Relative to the repository.
 * @returns {string[]} Paths of all files under it, relative to the repository, in a fixed order.
 */
export const listFiles = (folder) =>
  existsSync(inProject(folder))
    ? readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

/**
 * @param {readonly string[]} paths Absolute, or relative to the repository; missing ones count as such.
 * @returns {string} sha256 over names and contents, hex.
 */
export function hashFiles(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const absolute = path.startsWith(projectRoot) ? path : inProject(path);
    const bytes = existsSync(absolute) ? readFileSync(absolute) : undefined;
    hash.update(`${absolute.slice(projectRoot.length)}\0${bytes?.length ?? 'missing'}\0`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return hash.digest('hex');
}

/** @param {string} name */
const stampPath = (name) => join(cacheFolder, `${name}.stamp`);

/** @param {string} name @param {string} value */
const stampIs = (name, value) =>
  existsSync(stampPath(name)) && readFileSync(stampPath(name), 'utf8') === value;

/** @param {string} name @param {string} value */
function writeStamp(name, value) {
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampPath(name), value);
}

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/**
 * Runs a program in the repository; whatever it prints goes to standard error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ shell?: boolean }} [options]
 * @returns {Promise<number>} Its exit code; 1 where it could not be started or was killed.
 */
export const runQuietly = (command, args, { shell = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: ['ignore', 2, 2], shell });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });

/**
 * npm notes what it installed in node_modules/.package-lock.json. Where that agrees with the lock
 * file, somebody has already installed by hand and nothing is to be done.
 */
function installMatchesLock() {
  const installedPath = inProject('node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return false;
  /** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Entry */
  /** @type {{ packages: Record<string, Entry> }} */
  const installed = JSON.parse(readFileSync(installedPath, 'utf8'));
  /** @type {{ packages: Record<string, Entry> }} */
  const locked = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  return Object.entries(locked.packages).every(([path, entry]) => {
    if (path === '' || entry.optional === true) return true;
    const found = installed.packages[path];
    return found?.version === entry.version && found?.integrity === entry.integrity;
  });
}

/** Whether a folder of the install is there at all; a stamp alone could have been copied. */
const installIsThere = () => existsSync(inProject('node_modules/vite/package.json'));

/** Installs exactly what the lock file names, unless that is what is there. */
async function install() {
  const wanted = hashFiles(['package-lock.json']);
  if (installIsThere() && stampIs('install', wanted)) return;
  if (!installIsThere() || !installMatchesLock()) {
    say('Installing the packages of the lock file…');
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const npmScript = process.env['npm_execpath'];
    const code =
      npmScript !== undefined && basename(npmScript).startsWith('npm')
        ? await runQuietly(process.execPath, [npmScript, ...args])
        : await runQuietly('npm', args, { shell: process.platform === 'win32' });
    if (code !== 0) {
      throw new SetupError('The packages could not be installed: check the network and try again.');
    }
  }
  writeStamp('install', wanted);
}

/** Converts the pose models; the build step itself skips what is up to date. */
async function prepareModels() {
  if ((await runQuietly(process.execPath, [inProject('models/build.mjs')])) !== 0) {
    throw new SetupError('The pose models could not be prepared: see the message above.');
  }
}

/** Everything that the production build depends on. */
const buildInputs = () => [
  ...['index.html', 'package.json', 'package-lock.json', 'vite.config.ts'],
  ...listFiles('src').filter((path) => !/\.md$/.test(path)),
  ...listFiles('public'),
  ...listFiles('models').filter((path) => !path.startsWith(inProject('models/built'))),
];

/** Builds the app into dist/. */
async function build() {
  const wanted = hashFiles(buildInputs());
  if (existsSync(inProject('dist/index.html')) && stampIs('build', wanted)) return;
  say('Building the app…');
  const vite = inProject('node_modules/vite/bin/vite.js');
  if ((await runQuietly(process.execPath, [vite, 'build', '--logLevel', 'warn'])) !== 0) {
    throw new SetupError('The app could not be built: see the message above.');
  }
  writeStamp('build', wanted);
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process: it runs, we may only not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Lets one process at a time set up this checkout: two installs at once would break each other.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function alone(work) {
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `hipline-setup-${name}.lock`);
  for (let told = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      // An empty file belongs to a process that is just writing its number.
      if (owner > 0 && !isRunning(owner)) rmSync(lock, { force: true });
      else if (!told) {
        say('Waiting for another set-up of this folder to end…');
        told = true;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Makes sure that the packages of the lock file are there.
 * @returns {Promise<void>} Rejects with a SetupError where they cannot be installed.
 */
export async function ensureInstalled() {
  if (installIsThere() && stampIs('install', hashFiles(['package-lock.json']))) return;
  await alone(install);
}

/**
 * Makes sure of packages and pose models.
 * @returns {Promise<void>} Rejects with a SetupError.
 */
export const ensureModels = () =>
  alone(async () => {
    await install();
    await prepareModels();
  });

/**
 * Makes sure of packages, pose models and the production build in dist/.
 * @returns {Promise<void>} Rejects with a SetupError.
 */
export const ensureBuilt = () =>
  alone(async () => {
    await install();
    await prepareModels();
    await build();
  });

/**
 * Runs a command's work; a failed set-up becomes one line on standard error and exit code 1.
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
export async function orSayWhy(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
