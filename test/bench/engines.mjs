/** A picture through every engine from the same weights, in turn in one run. */
import { cell, mean, quantile, toTable } from './report.mjs';

const names = {
  roi: 'B own tracker and judge, TF.js wasm, 1 thread',
  liteRt: 'C own tracker and judge, LiteRT, threads',
  outline: 'B with the outline',
  liteRtOutline: 'C with the outline',
  poseDetection: 'A pose-detection, TF.js wasm',
  tasks: 'MediaPipe Tasks, CPU',
  tasksMask: 'MediaPipe Tasks, CPU, mask',
};

/** Engines with the outline, by those without it. */
const outlined = { outline: 'roi', liteRtOutline: 'liteRt' };

/**
 * Pictures of one contender for each of another's, round by round, so that what the machine did
 * cancels: by means, as the outline is of every fourth picture and a median does not see it.
 */
function rateOver(one, other) {
  const rounds = one.times.map((times, k) => mean(other.times[k]) / mean(times));
  return quantile(rounds, 0.5);
}

export async function openBenchPage(browser, server) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${server.resolvedUrls.local[0]}test/bench/page/index.html`);
  await page.waitForFunction(() => 'measure' in globalThis, undefined, { timeout: 120_000 });
  return page;
}

const clipUrl = (name) => `/test/fixtures/clips/${name}.webm`;

async function measureModel({ browser, server, options }, model) {
  const page = await openBenchPage(browser, server);
  try {
    return await page.evaluate(
      (given) => globalThis.measure(...given),
      [clipUrl(options.clip), model, options.rounds, options.pictures],
    );
  } finally {
    await page.close();
  }
}

/** Rows of one model: every contender against Tasks (with its mask where ours has one) and A. */
const listRows = (model, rounds) =>
  Object.entries(rounds).map(([id, one]) => {
    const all = one.times.flat();
    const without = outlined[id];
    const peer = without === undefined ? rounds.tasks : rounds.tasksMask;
    return [
      model,
      names[id],
      cell(quantile(all, 0.5)),
      cell(quantile(all, 0.1)),
      cell(rateOver(one, peer), 2),
      cell(rateOver(one, rounds.poseDetection), 2),
      without === undefined ? '' : cell(rateOver(rounds[without], one), 2),
      one.modelMs === 0 ? '' : cell((100 * one.modelMs) / (all.length * mean(all)), 0),
      cell(quantile(one.coldMs, 0.5), 0),
      cell(one.memoryMb, 0),
      String(one.missed),
    ];
  });

const head = [
  'model',
  'engine',
  'median ms',
  'p10 ms',
  'rate over Tasks',
  'rate over A',
  'time over without',
  'model %',
  'first pose ms',
  'memory MB',
  'missed',
];

/** @returns lines of the section */
export async function measureEngines(bench) {
  const { options } = bench;
  const rows = [];
  for (const model of options.models) {
    rows.push(...listRows(model, await measureModel(bench, model)));
  }
  return [
    `Clip \`${options.clip}\`, ${options.rounds} rounds of ${options.pictures} pictures, interleaved, each engine in a worker of its own. Ours is the whole pipeline from the picture to the snapshot, the others' the pose alone. A rate over another's is the median of the rounds; the outline's is against Tasks with its mask, and its time against the same engine's without it (1.35 at most wanted). "Model" is the landmark model's share of the time, the rest is ours. "First pose" is from the start of loading, from local files, the median of three starts in turn; memory is what loading it added.`,
    '',
    ...toTable(head, rows),
  ];
}
