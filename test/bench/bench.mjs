/**
 * npm run bench [-- --models lite,full --rounds 6 --pictures 12 --clip NAME --write]
 * Times a picture through every engine from the same weights, in turn in one run, on one processor
 * without a GPU; then the judge on an hour-long set, and the downloads. Trust the ratios: milliseconds
 * depend on the machine. `--write` puts the tables into test/bench/RESULTS.md.
 */
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { browserArgs, ensureBrowser } from '../../src/cli/browser.mjs';
import { ensureModels, projectRoot } from '../../src/cli/setup.mjs';
import { measureJudge } from './judgeSpeed.mjs';
import { measureDownloads } from './sizes.mjs';
import { buildPoseTask } from './taskBundle.mjs';

const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: 'lite,full' },
    rounds: { type: 'string', default: '6' },
    pictures: { type: 'string', default: '12' },
    clip: { type: 'string', default: 'bridge_side_drop_female' },
    write: { type: 'boolean', default: false },
  },
});

const tasksWasm = join(projectRoot, 'node_modules/@mediapipe/tasks-vision/wasm');

/** Serves MediaPipe Tasks' own files beside the app's; none of them is part of the product. */
const tasksAssets = {
  name: 'hipline:bench-tasks',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = new URL(request.url, 'file://').pathname;
      const task = /^\/tasks\/(lite|full|heavy)\.task$/.exec(path)?.[1];
      if (task !== undefined) {
        response.end(buildPoseTask(task));
        return;
      }
      const wasm = /^\/tasks-wasm\/([\w.]+)$/.exec(path)?.[1];
      const file = wasm === undefined ? undefined : join(tasksWasm, wasm);
      if (file === undefined || !existsSync(file)) {
        next();
        return;
      }
      const type = file.endsWith('.js') ? 'text/javascript' : 'application/wasm';
      response.setHeader('Content-Type', type);
      createReadStream(file).pipe(response);
    });
  },
};

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * One contender's time over another's, round by round, so that what the machine did cancels: by means,
 * as the outline is of every fourth picture and a median does not see it. Median and best tenth.
 */
function ratio(a, b) {
  const rounds = a.times.map((round, k) => mean(round) / mean(b.times[k]));
  return `${quantile(rounds, 0.5).toFixed(2)} / ${quantile(rounds, 0.1).toFixed(2)}`;
}

const names = {
  roi: 'B own tracker, TF.js wasm, 1 thread',
  liteRt: 'C own tracker, LiteRT, threads',
  outline: 'B with the outline',
  liteRtOutline: 'C with the outline',
  poseDetection: 'A pose-detection, TF.js wasm',
  tasks: 'MediaPipe Tasks, CPU',
  tasksMask: 'MediaPipe Tasks, CPU, mask',
};

const toRow = (cells) => `| ${cells.join(' | ')} |`;
const toTable = (head, rows) => [toRow(head), toRow(head.map(() => '---')), ...rows.map(toRow)];

/** Rows of one model: every contender against Tasks (with its mask where ours has one) and A. */
function listPoseRows(model, rounds) {
  return Object.entries(rounds).map(([id, one]) => {
    const all = one.times.flat();
    const peer = id.toLowerCase().endsWith('outline') ? rounds.tasksMask : rounds.tasks;
    return [
      model,
      names[id],
      quantile(all, 0.5).toFixed(1),
      quantile(all, 0.1).toFixed(1),
      ratio(one, peer),
      ratio(one, rounds.poseDetection),
      one.coldMs.toFixed(0),
      String(one.missed),
    ];
  });
}

async function openPage(browser, server) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${server.resolvedUrls.local[0]}test/bench/page/index.html`);
  await page.waitForFunction(() => 'measure' in globalThis, undefined, { timeout: 120_000 });
  return page;
}

await ensureModels();
const server = await createServer({
  root: projectRoot,
  configFile: join(projectRoot, 'vite.config.ts'),
  cacheDir: join(projectRoot, 'node_modules/.cache/hipline/bench'),
  logLevel: 'error',
  plugins: [tasksAssets],
  optimizeDeps: { include: ['@mediapipe/tasks-vision', '@litertjs/core'] },
  server: { port: 0, watch: null, hmr: false },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [...browserArgs],
});
const lines = [];
try {
  const rounds = Number(options.rounds);
  const pictures = Number(options.pictures);
  const gib = Math.round(totalmem() / 2 ** 30);
  lines.push(
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${gib} GiB, Chromium ${browser.version()}, no GPU.`,
    '',
    '## A picture through the engines',
    '',
    `Clip \`${options.clip}\`, ${rounds} rounds of ${pictures} pictures, interleaved. Ratios are of means, median / best tenth of the rounds; under 1 is faster. "First pose" is from the start of loading, with warm files.`,
    '',
  );
  const rows = [];
  for (const model of options.models.split(',')) {
    const page = await openPage(browser, server);
    const clip = `/test/fixtures/clips/${options.clip}.webm`;
    const measured = await page.evaluate(
      (given) => globalThis.measure(...given),
      [clip, model, rounds, pictures],
    );
    rows.push(...listPoseRows(model, measured));
    await page.close();
  }
  const head = [
    'model',
    'engine',
    'median ms',
    'p10 ms',
    'to Tasks',
    'to A',
    'first pose ms',
    'missed',
  ];
  lines.push(...toTable(head, rows));
} finally {
  await browser.close();
  await server.close();
}
lines.push('', '## The judge', '', ...toTable(...(await measureJudge())));
lines.push('', '## Downloads', '', ...toTable(...measureDownloads()));
const text = `${lines.join('\n')}\n`;
process.stdout.write(text);
if (options.write) {
  const title = '# Speed\n\nWritten by `npm run bench -- --write`. ';
  writeFileSync(join(projectRoot, 'test/bench/RESULTS.md'), title + text);
}
