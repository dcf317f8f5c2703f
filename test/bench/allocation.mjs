/** What is allocated for a frame and thrown away again: by a sampling profiler that counts garbage too. */
import { Session } from 'node:inspector/promises';
import { openBenchPage } from './engines.mjs';
import { loadJudge, readTraceText } from './judgeBundle.mjs';
import { cell, toTable } from './report.mjs';

const sampling = {
  samplingInterval: 4096,
  includeObjectsCollectedByMajorGC: true,
  includeObjectsCollectedByMinorGC: true,
};
const frames = 120;
/** Functions that are named: those that allocate the most themselves. */
const namedCount = 6;

/** Bytes of each function, the largest first, and of all. */
function readProfile({ head }) {
  const byName = new Map();
  let bytes = 0;
  const walk = (node) => {
    const own = node.selfSize;
    bytes += own;
    const name = node.callFrame.functionName || '(anonymous)';
    byName.set(name, (byName.get(name) ?? 0) + own);
    node.children.forEach(walk);
  };
  walk(head);
  return { bytes, top: [...byName].sort((a, b) => b[1] - a[1]).slice(0, namedCount) };
}

const toRow = (name, { bytes, top }, count) => [
  name,
  cell(bytes / count / 1024),
  top.map(([who, own]) => `${who} ${cell(own / count / 1024)}`).join(', '),
];

/** The judge over a trace, in Node. */
async function profileJudge() {
  const { judgeHour } = await loadJudge();
  const trace = readTraceText('bridge_side_drop_female');
  judgeHour(trace, 30);
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.enable');
  await session.post('HeapProfiler.startSampling', sampling);
  const { frames: judged } = judgeHour(trace, 30);
  const { profile } = await session.post('HeapProfiler.stopSampling');
  session.disconnect();
  return toRow('the judge alone', readProfile(profile), judged);
}

/** From the picture to the snapshot, in the browser. */
async function profilePipeline({ browser, server, options }, model, outline) {
  const page = await openBenchPage(browser, server);
  try {
    await page.evaluate(
      async ([clip, model, outline, count]) => {
        globalThis.onPage = await globalThis.loadOnPage(clip, model, outline);
        await globalThis.onPage.step(count);
      },
      [`/test/fixtures/clips/${options.clip}.webm`, model, outline, frames / 4],
    );
    const client = await page.context().newCDPSession(page);
    await client.send('HeapProfiler.enable');
    await client.send('HeapProfiler.startSampling', sampling);
    await page.evaluate((count) => globalThis.onPage.step(count), frames);
    const { profile } = await client.send('HeapProfiler.stopSampling');
    const name = `picture to snapshot, ${model}${outline ? ', outline' : ''}`;
    return toRow(name, readProfile(profile), frames);
  } finally {
    await page.close();
  }
}

/** @returns lines of the section */
export async function measureAllocation(bench) {
  const rows = [
    await profileJudge(),
    await profilePipeline(bench, 'lite', false),
    await profilePipeline(bench, 'full', true),
  ];
  return [
    'Sampled, with what was collected meanwhile. Array buffers (crops, what is read back of a model) live outside of it: crops and LiteRT’s outputs are reused, TF.js gives a new buffer for each of its outputs.',
    '',
    ...toTable(['what', 'KB a frame', 'the most by'], rows),
  ];
}
