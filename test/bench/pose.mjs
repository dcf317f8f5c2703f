/**
 * npm run bench:pose [-- --models lite,full --rounds 8 --pictures 20 --clip NAME]
 * Times a picture through our tracker (B), pose-detection (A) and MediaPipe Tasks on the CPU, all
 * from the same weights, in turn in one run. Trust the ratios: milliseconds depend on the machine.
 */
import { createReadStream, existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { browserArgs, ensureBrowser } from '../../src/cli/browser.mjs';
import { ensureModels, projectRoot } from '../../src/cli/setup.mjs';
import { buildPoseTask } from './taskBundle.mjs';

const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: 'lite,full' },
    rounds: { type: 'string', default: '8' },
    pictures: { type: 'string', default: '20' },
    clip: { type: 'string', default: 'bridge_side_drop_female' },
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

function summarize({ times, missed }) {
  const all = times.flat();
  return { median: quantile(all, 0.5), p10: quantile(all, 0.1), count: all.length, missed, times };
}

/** Median over the rounds of one contender's median over another's: what the machine did cancels. */
const ratio = (a, b) =>
  quantile(
    a.times.map((round, k) => quantile(round, 0.5) / quantile(b.times[k], 0.5)),
    0.5,
  );

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The same of means: the outline is of every fourth picture, so a median does not see it. */
const meanRatio = (a, b) =>
  quantile(
    a.times.map((round, k) => mean(round) / mean(b.times[k])),
    0.5,
  );

const names = {
  roi: 'B own tracker',
  outline: 'B with the outline',
  poseDetection: 'A pose-detection',
  tasks: 'MediaPipe Tasks CPU',
};

function print(model, rounds) {
  const summaries = Object.fromEntries(
    Object.entries(rounds).map(([id, round]) => [id, summarize(round)]),
  );
  for (const [id, { median, p10, count, missed }] of Object.entries(summaries)) {
    const cells = [model.padEnd(6), names[id].padEnd(20), median.toFixed(1).padStart(8)];
    cells.push(p10.toFixed(1).padStart(8), String(count).padStart(9), String(missed).padStart(7));
    console.log(cells.join(' '));
  }
  const { roi, outline, poseDetection, tasks } = summaries;
  const p10 = (other) => (roi.p10 / other.p10).toFixed(2);
  console.log(
    `${model.padEnd(6)} B/Tasks ${ratio(roi, tasks).toFixed(2)} (p10 ${p10(tasks)})   ` +
      `B/A ${ratio(roi, poseDetection).toFixed(2)} (p10 ${p10(poseDetection)})   ` +
      `outline/B ${meanRatio(outline, roi).toFixed(2)} (means)`,
  );
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
  optimizeDeps: { include: ['@mediapipe/tasks-vision'] },
  server: { port: 0, watch: null, hmr: false },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: [...browserArgs],
});
try {
  const rounds = Number(options.rounds);
  const pictures = Number(options.pictures);
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, Chromium ${browser.version()}, no GPU`,
  );
  console.log(`clip ${options.clip}, ${rounds} rounds of ${pictures} pictures each, ms a picture`);
  console.log('model  engine                 median      p10  pictures  missed');
  for (const model of options.models.split(',')) {
    const page = await openPage(browser, server);
    const clip = `/test/fixtures/clips/${options.clip}.webm`;
    print(
      model,
      await page.evaluate((given) => globalThis.measure(...given), [clip, model, rounds, pictures]),
    );
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
