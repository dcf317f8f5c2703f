/**
 * Finds a Chrome or Chromium on this machine, or fetches one in the ordinary ways.
 * Node built-ins only at the top: it is imported before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { SetupError, projectRoot, runQuietly } from './setup.mjs';

/** Older ones lack parts of what the product is built on (VideoFrame, module workers with wasm). */
const oldestMajor = 116;

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'google-chrome-beta',
  'microsoft-edge',
];

/** @returns {string[]} Where installers put it, per system. */
function usualPlaces() {
  const env = process.env;
  if (process.platform === 'darwin') {
    return ['', env['HOME'] ?? ''].flatMap((home) =>
      ['Google Chrome', 'Chromium', 'Google Chrome Beta', 'Microsoft Edge'].map(
        (app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`,
      ),
    );
  }
  if (process.platform === 'win32') {
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((base) => base !== undefined)
      .flatMap((base) =>
        [
          'Google\\Chrome\\Application\\chrome.exe',
          'Chromium\\Application\\chrome.exe',
          'Microsoft\\Edge\\Application\\msedge.exe',
        ].map((path) => join(base, path)),
      );
  }
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

/** @returns {string[]} Every executable of a usual name on the PATH. */
const onPath = () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));

/** @returns {string[]} The browser that Playwright fetched, where it is installed and has one. */
function playwrightsOwn() {
  try {
    const require = createRequire(join(projectRoot, 'package.json'));
    const { chromium } = require('@playwright/test');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/**
 * @param {string} path
 * @returns {boolean} Whether it is a new enough browser that starts here. Some systems have a stub
 *   of that name which only says how to install the real one.
 */
function works(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const major = /(?:Chrom|Edge).*?(\d+)\.\d+/.exec(answer.stdout ?? '')?.[1];
  return answer.status === 0 && major !== undefined && Number(major) >= oldestMajor;
}

/**
 * Looks for an installed browser: first what CHROME_PATH or CHROMIUM names, then the PATH, the
 * usual places, and what Playwright has fetched.
 * @returns {string | undefined} Path of the executable. Throws a SetupError where the environment
 *   names one that does not start.
 */
export function findBrowser() {
  for (const variable of ['CHROME_PATH', 'CHROMIUM']) {
    const named = process.env[variable];
    if (named === undefined || named === '') continue;
    if (works(named)) return named;
    throw new SetupError(`${variable} names ${named}, which is no Chrome or Chromium that starts.`);
  }
  const candidates = [...onPath(), ...usualPlaces()];
  return candidates.find(works) ?? playwrightsOwn().find(works);
}

const isRoot = process.getuid?.() === 0;

/** System package managers, for a root that may use them (containers, CI). */
const packageManagers = [
  [
    'apt-get',
    'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium',
  ],
  ['dnf', 'dnf install -y -q chromium'],
  ['apk', 'apk add --quiet chromium'],
  ['pacman', 'pacman -Sy --noconfirm chromium'],
];

/** Fetches a browser: Playwright's, else the system's package where this user may install one. */
async function fetchBrowser() {
  process.stderr.write('No Chrome or Chromium is installed; fetching one…\n');
  const playwright = join(projectRoot, 'node_modules', 'playwright', 'cli.js');
  if (isRoot && process.platform === 'linux') {
    await runQuietly(process.execPath, [playwright, 'install', '--with-deps', 'chromium']);
  }
  if (findBrowser() === undefined) {
    await runQuietly(process.execPath, [playwright, 'install', 'chromium']);
  }
  if (findBrowser() !== undefined || !isRoot || process.platform !== 'linux') return;
  for (const [program = '', command = ''] of packageManagers) {
    const there = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
    if (!there) continue;
    await runQuietly('sh', ['-c', command]);
    return;
  }
}

/**
 * Finds a browser and fetches one where there is none. Needs the packages to be installed.
 * @returns {Promise<string>} Path of the executable; rejects with a SetupError that says what to
 *   install.
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  await fetchBrowser();
  const fetched = findBrowser();
  if (fetched !== undefined) return fetched;
  throw new SetupError(
    'No Chrome or Chromium was found or could be fetched: install one, or set CHROME_PATH to it.',
  );
}

/** What a browser must be told to start here: its sandbox does not work as root. */
export const browserArgs = isRoot ? ['--no-sandbox'] : [];
