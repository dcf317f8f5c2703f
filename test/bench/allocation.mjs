/** What is allocated for a frame and thrown away again, against its budget. */
import { openBenchPage } from './engines.mjs';
import { budgetKb, measureJudgeGarbage, readProfile, sampling } from './garbage.mjs';
import { loadJudge, readTraceText } from './judgeBundle.mjs';
import { cell, toTable } from './report.mjs';

const frames = 120;
/** Functions that are named: those that allocate the most themselves. */
const namedCount = 6;

const toRow = (name, { bytes, sorted }, count, budget) => [
  name,
  cell(bytes / count / 1024),
  String(budget),
  sorted
    .slice(0, namedCount)
    .map(([who, own]) => `${who} ${cell(own / count / 1024)}`)
    .join(', '),
];

/** The judge over a trace, in Node. */
async function profileJudge() {
  const { loadHour } = await loadJudge();
  const garbage = await measureJudgeGarbage(loadHour(readTraceText('bridge_side_drop_female')));
  return toRow('the judge alone', garbage, garbage.frames, budgetKb.judge);
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
    return toRow(name, readProfile(profile), frames, budgetKb[model]);
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
    ...toTable(['what', 'KB a frame', 'budget', 'the most by'], rows),
  ];
}
