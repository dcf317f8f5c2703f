/**
 * npm run bench [-- --only engines,start --models lite,full --rounds 6 --pictures 12 --clip NAME]
 * Measures, on one processor without a GPU, pose engines from the same weights against one another,
 * the app's start, its main thread, the delay from glass to cue, videos, recording, sets, the judge, what is
 * allocated, what the cost grows with, and the downloads. Prints each section and puts it into
 * test/bench/RESULTS.md; `--only` measures some and leaves the others as they are. Trust the ratios:
 * milliseconds depend on the machine. Ends with 1 where a section could not be measured.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserArgs, ensureBrowser } from '../../src/cli/browser.mjs';
import { startServer } from '../../src/cli/serve.mjs';
import { ensureBuilt, ensureModels } from '../../src/cli/setup.mjs';
import { measureAllocation } from './allocation.mjs';
import { measureCoaching, measureStart, measureVideo } from './app.mjs';
import { startDevServer } from './devServer.mjs';
import { measureEngines } from './engines.mjs';
import { measureJudge } from './judgeSpeed.mjs';
import { measureLibrary } from './library.mjs';
import { costOf, measureRecording } from './recording.mjs';
import { cell, describeMachine, quantile, toTable, writeResults } from './report.mjs';
import { measureReview } from './review.mjs';
import { measureScaling } from './scaling.mjs';
import { measureDownloads } from './sizes.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    models: { type: 'string', default: 'lite,full' },
    rounds: { type: 'string', default: '6' },
    pictures: { type: 'string', default: '12' },
    starts: { type: 'string', default: '3' },
    sets: { type: 'string', default: '5' },
    clip: { type: 'string', default: 'bridge_side_drop_female' },
  },
});

const options = {
  models: values.models.split(','),
  rounds: Number(values.rounds),
  pictures: Number(values.pictures),
  starts: Number(values.starts),
  sets: Number(values.sets),
  clip: values.clip,
};

async function measureRecordingCost({ browser, appUrl }) {
  const how = { model: 'full', sec: 8, rounds: 3 };
  const { encoder, rounds } = await measureRecording(browser, appUrl, how);
  const rows = rounds.map(({ without, recorded }) => [cell(without), cell(recorded)]);
  return [
    `Poses a second of the same demo set, without and with recording, in turn; encoder: ${encoder}. It costs ${cell(100 * costOf(rounds), 0)} % of the rate (median); wanted: at most 10 % in hardware, 25 % in software.`,
    '',
    ...toTable(['without', 'recorded'], rows),
  ];
}

/** The list of many sets, and the review of a long one. */
async function measureSets({ browser, appUrl }) {
  const count = 1000;
  const { indexMs, pressedMs, freshMs } = await measureLibrary(browser, appUrl, count, 5);
  const { firstMs, readyMs, seekMs } = await measureReview(browser, appUrl, 3);
  const row = (what, values, wanted) => [
    what,
    cell(quantile(values, 0.5), 0),
    cell(quantile(values, 0.9), 0),
    wanted,
  ];
  const rows = [
    row(`list of ${count} sets, link pressed`, pressedMs, '500'),
    row(`list of ${count} sets, page opened at it`, freshMs, ''),
    row(`list of ${count} sets, index made anew`, [indexMs], ''),
    row('review of 20 min, picture and faults', firstMs, '1000'),
    row('review of 20 min, to another moment', seekMs, '150'),
    row('review of 20 min, every frame measured anew', readyMs, ''),
  ];
  return toTable(['milliseconds', 'median', 'p90', 'wanted median'], rows);
}

/** Every section by the name that `--only` takes: headings, and what gives their lines in order. */
const sections = {
  engines: [['A picture through the engines'], async (bench) => [await measureEngines(bench)]],
  start: [['From start to first pose'], async (bench) => [await measureStart(bench)]],
  coaching: [
    ['The main thread while coaching', 'From glass to cue'],
    async (bench) => Object.values(await measureCoaching(bench)),
  ],
  video: [['A video'], async (bench) => [await measureVideo(bench)]],
  recording: [['Recording'], async (bench) => [await measureRecordingCost(bench)]],
  library: [['Sets on the disk'], async (bench) => [await measureSets(bench)]],
  judge: [['The judge'], async (bench) => [await measureJudge(bench)]],
  allocation: [['What a frame throws away'], async (bench) => [await measureAllocation(bench)]],
  scaling: [['What it grows with'], async (bench) => [await measureScaling(bench)]],
  sizes: [['Downloads'], async () => [toTable(...measureDownloads())]],
};

const asked = values.only?.split(',') ?? Object.keys(sections);
const unknown = asked.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`--only takes ${Object.keys(sections).join(', ')}; not ${unknown.join(', ')}`);
  process.exit(2);
}

await ensureModels();
await ensureBuilt();
const server = await startDevServer();
const built = await startServer({ port: 0 });
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [
    ...browserArgs,
    '--autoplay-policy=no-user-gesture-required',
    '--disable-renderer-backgrounding',
    // Memory is read at once, and not at the next collection.
    '--enable-blink-features=ForceEagerMeasureMemory',
  ],
});
const machine = describeMachine(browser.version());
const order = Object.values(sections).flatMap(([headings]) => headings);
process.stdout.write(`${machine}\n`);
try {
  for (const name of asked) {
    const [headings, measure] = sections[name];
    const from = Date.now();
    try {
      const parts = await measure({ browser, server, appUrl: built.url, options });
      const measured = new Map(headings.map((heading, k) => [heading, parts[k].join('\n')]));
      writeResults(measured, order, machine);
      for (const [heading, text] of measured) process.stdout.write(`\n## ${heading}\n\n${text}\n`);
      process.stdout.write(`\n(${name}: ${Math.round((Date.now() - from) / 1000)} s)\n`);
    } catch (error) {
      process.stdout.write(
        `\n## ${headings.join(', ')}\n\ncould not be measured: ${String(error)}\n`,
      );
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  built.close();
  await server.close();
}
