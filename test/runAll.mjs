/**
 * Runs every check of the project, one after the other and all of them, whatever fails before.
 * The last line counts what passed and failed over all of them; format, lint and each kind of types
 * count as one check, a test as one test.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../src/cli/browser.mjs';
import { SetupError, ensureBuilt, ensureInstalled, projectRoot } from '../src/cli/setup.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ name: string, run: () => Promise<Tally> }} Stage */

const reportFolder = join(projectRoot, 'test', 'report');
const bin = (path) => join(projectRoot, 'node_modules', ...path.split('/'));

/**
 * @param {readonly string[]} args Of Node.
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} Exit code; 1 where it was killed or did not start.
 */
const runNode = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** @param {number} code @returns {Tally} */
const asOneCheck = (code) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/**
 * A runner that exits badly without a failed test (it crashed, or found nothing) is a failure too.
 * @param {Tally} tally
 * @param {number} code
 * @returns {Tally}
 */
const orCrashed = (tally, code) =>
  tally.failed === 0 && (code !== 0 || tally.passed === 0) ? { ...tally, failed: 1 } : tally;

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reportFolder, { recursive: true });
  const file = join(reportFolder, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
const readReport = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

async function runVitest() {
  const file = freshReport('unit');
  const code = await runNode([
    bin('vitest/vitest.mjs'),
    ...['run', '--project', 'unit', '--project', 'long', '--allowOnly=false'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]);
  const report = readReport(file);
  const tally = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return orCrashed(tally, code);
}

async function runPlaywright() {
  const file = freshReport('stories');
  const code = await runNode(
    [bin('@playwright/test/cli.js'), 'test', '-c', 'test/e2e/playwright.config.ts'],
    { HIPLINE_REPORT: file },
  );
  const stats = readReport(file)?.stats;
  const tally = {
    passed: stats?.expected ?? 0,
    // A test that passed only sometimes has failed.
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
  return orCrashed(tally, code);
}

/** @type {Stage[]} */
const stages = [
  {
    name: 'format',
    run: async () => asOneCheck(await runNode([bin('prettier/bin/prettier.cjs'), '--check', '.'])),
  },
  {
    name: 'lint',
    run: async () =>
      asOneCheck(
        await runNode([
          bin('eslint/bin/eslint.js'),
          ...['-c', 'test/lint/eslint.config.js', '--quiet', '.'],
        ]),
      ),
  },
  { name: 'types', run: async () => asOneCheck(await runNode([bin('typescript/bin/tsc'), '-b'])) },
  {
    name: 'types of the screens',
    run: async () =>
      asOneCheck(
        await runNode([
          bin('svelte-check/bin/svelte-check'),
          ...['--tsconfig', 'src/ui/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
        ]),
      ),
  },
  { name: 'unit', run: runVitest },
];

/** @type {Stage} */
const stories = { name: 'stories', run: runPlaywright };

/**
 * @param {() => Promise<unknown>} step
 * @returns {Promise<boolean>} Whether it worked; where not, its one line is on standard error.
 */
async function trySetup(step) {
  try {
    await step();
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

/**
 * Sets up, runs all stages, prints the count as the last line.
 * @returns {Promise<void>} Sets the exit code to 1 where anything failed.
 */
export async function runAll() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failedStages = [];
  const add = (name, tally) => {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
    if (tally.failed > 0) failedStages.push(name);
  };

  if (await trySetup(ensureInstalled)) {
    for (const { name, run } of stages) {
      console.log(`\n== ${name}`);
      add(name, await run());
    }
    const canRunStories = (await trySetup(ensureBuilt)) && (await trySetup(ensureBrowser));
    console.log(`\n== ${stories.name}`);
    add(stories.name, canRunStories ? await stories.run() : asOneCheck(1));
  } else {
    add('set-up', asOneCheck(1));
  }

  console.log(failedStages.length > 0 ? `\nFailed: ${failedStages.join(', ')}` : '');
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  if (total.failed > 0) process.exitCode = 1;
}
