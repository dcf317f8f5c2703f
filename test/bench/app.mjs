/** The built app in a browser: its start, its main thread while coaching, and from glass to cue. */
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';
import { probe } from './appProbe.mjs';
import { traceMainThread } from './mainThread.mjs';
import { loadJudge, readTraceText } from './judgeBundle.mjs';
import { cell, median, quantile, toTable } from './report.mjs';

const setUrl = (appUrl, model) => `${appUrl}#/train/gluteBridge?source=demo&model=${model}`;
const readNotes = (page) => page.evaluate(() => globalThis.benchNotes);

/** The demo's clip, and how long its first picture stands before it plays, seconds. */
const clip = 'bridge_side_drop_female';
const stillSec = 4;
/** Written into a trace when coaching begins. */
const fromMark = 'coaching';
/** Tasks of the main thread that are listed. */
const tracedTasks = 5;
/** Seconds that a hold of the demo lasts. */
const demoTargetSec = 1;

async function openPage(context) {
  const page = await context.newPage();
  await page.addInitScript(probe);
  page.on('pageerror', (error) => console.error(error.message));
  return page;
}

async function waitForPose(page) {
  await page.waitForFunction(() => globalThis.benchNotes?.firstPoseMs !== undefined, undefined, {
    timeout: 120_000,
    polling: 50,
  });
  return (await readNotes(page)).firstPoseMs;
}

/** Milliseconds from the opening of the page to the first pose: of a new profile, and once more. */
export async function measureStart({ browser, appUrl, options }) {
  const cold = [];
  const warm = [];
  for (let round = 0; round < options.starts; round++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await openPage(context);
    await page.goto(setUrl(appUrl, 'lite'));
    cold.push(await waitForPose(page));
    await page.goto('about:blank');
    await page.goto(setUrl(appUrl, 'lite'));
    warm.push(await waitForPose(page));
    await context.close();
  }
  const rows = [
    ['first visit, nothing kept', cell(median(cold), 0), cell(quantile(cold, 0), 0)],
    ['again', cell(median(warm), 0), cell(quantile(warm, 0), 0)],
  ];
  return [
    `From the opening of the page to the first pose in a set with the lite model, over ${options.starts} new profiles; files from this machine.`,
    '',
    ...toTable(['start', 'median ms', 'least ms'], rows),
  ];
}

/** One set of the demo: what the probe noted while it was coached. */
async function runSet(browser, appUrl, model) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await openPage(context);
    await page.goto(setUrl(appUrl, model));
    await waitForPose(page);
    const fromMs = await page.evaluate((mark) => {
      console.timeStamp(mark);
      return performance.now();
    }, fromMark);
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable');
    const readBusy = async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    const [busyFrom, notesFrom] = [await readBusy(), await readNotes(page)];
    let isOver = false;
    while (!isOver) {
      // A key that the app does not use; the first one also lets earcons sound.
      await page.keyboard.press('F9');
      isOver = await page.evaluate(
        () =>
          new Promise((resolve) => {
            setTimeout(() => {
              resolve(document.querySelector('[data-testid=summary]') !== null);
            }, 100);
          }),
      );
      const passedMs = (await page.evaluate(() => performance.now())) - fromMs;
      if (passedMs > 60_000) break;
    }
    const [busyTo, notes] = [await readBusy(), await readNotes(page)];
    const sec = ((await page.evaluate(() => performance.now())) - fromMs) / 1000;
    return {
      notes,
      longTaskMs: Math.max(
        0,
        ...notes.longTasks.filter(([startMs]) => startMs > fromMs).map(([, ms]) => ms),
      ),
      framesPerSec: (notes.answers - notesFrom.answers) / sec,
      busyShare: (busyTo - busyFrom) / sec,
    };
  } finally {
    await context.close();
  }
}

/** When a moment of the clip was shown, on the page's clock: by the pictures around it. */
function readShownMs(frames, tSec) {
  const offsets = frames.map(([frameSec, atMs]) => atMs - 1000 * frameSec);
  return 1000 * tSec + median(offsets);
}

/** Delays of one set's faults, milliseconds, without what the rule itself waits. */
function readDelays({ notes }, known) {
  return notes.faults.flatMap(({ faultId, atMs }) => {
    const fault = known.find((one) => one.faultId === faultId);
    if (fault === undefined) return [];
    const ownMs = 1000 * (fault.dwellSec + fault.delaySec);
    const dueMs = readShownMs(notes.frames, stillSec + fault.sinceSec) + ownMs;
    // A fault without a cue of its own has none to be painted.
    const cueDueMs = dueMs + 1000 * (fault.cueWaitSec ?? NaN);
    const next = (times) => times.find((ms) => ms >= atMs - 20 && ms < atMs + 1000);
    return [
      {
        faultId,
        eventMs: atMs - dueMs,
        paintMs: (next(notes.paints) ?? NaN) - cueDueMs,
        soundMs: (next(notes.sounds.map(({ heardMs }) => heardMs)) ?? NaN) - cueDueMs,
      },
    ];
  });
}

const spread = (values) => {
  const known = values.filter(Number.isFinite);
  return [cell(median(known), 0), cell(quantile(known, 0.95), 0), String(known.length)];
};

/** Two sections from the same sets: the main thread, and from glass to cue. */
export async function measureCoaching({ browser, appUrl, options }) {
  const { listKnownFaults } = await loadJudge();
  const known = listKnownFaults(readTraceText(clip), demoTargetSec);
  const sets = [];
  for (let round = 0; round < options.sets; round++) {
    sets.push(await runSet(browser, appUrl, 'full'));
  }
  const traced = await traceMainThread(browser, fromMark, tracedTasks, () =>
    runSet(browser, appUrl, 'full'),
  );
  const inputDelays = sets.flatMap(({ notes }) => notes.inputDelays);
  const delays = sets.flatMap((set) => readDelays(set, known));
  const own = known.map(
    ({ faultId, dwellSec, delaySec }) =>
      `${faultId} ${Math.round(1000 * dwellSec)} + ${Math.round(1000 * delaySec)}`,
  );
  return {
    mainThread: [
      `${options.sets} sets of the bridge demo with the full model, outline on, 30 pictures a second, a key pressed all the time.`,
      '',
      ...toTable(
        ['what', 'value', 'wanted'],
        [
          ['pictures judged a second', cell(median(sets.map((set) => set.framesPerSec))), ''],
          ['main thread busy, %', cell(100 * median(sets.map((set) => set.busyShare))), ''],
          ['longest task, ms', cell(Math.max(...sets.map((set) => set.longTaskMs)), 0), '50'],
          ['input delay, median ms', cell(median(inputDelays)), ''],
          ['input delay, p95 ms', cell(quantile(inputDelays, 0.95)), '16'],
        ],
      ),
      '',
      `A longest task of 0 means that none was over 50 ms. The clock goes on while the processor works for others: the pose worker's threads and the browser's own drawing, which a GPU would do. One more set was traced, from the first pose to the summary: the main thread took ${cell(100 * traced.busyShare, 0)} % of a processor, of it ${cell(100 * traced.scriptShare)} % script, which the overlay's drawing is a part of (too little to be worth a thread of its own); tasks by the processor's time:`,
      '',
      ...toTable(
        ['processor ms', 'clock ms', 'costliest step besides script'],
        traced.longest.map(({ cpuMs, wallMs, step }) => [cell(cpuMs), cell(wallMs), step]),
      ),
    ],
    glass: [
      `Faults of the demo's clip begin at known frames: where the judge, given every frame, sees the limit crossed. From that frame's presentation, without the rule's own dwell and the group delay of its deciding median (${own.join(', ')} ms). Negative: fewer frames were in the window, so it turned earlier.`,
      '',
      ...toTable(
        ['from glass to', 'median ms', 'p95 ms', 'of', 'wanted'],
        [
          ["the judge's event", ...spread(delays.map(({ eventMs }) => eventMs)), '120'],
          ['the paint of its cue', ...spread(delays.map(({ paintMs }) => paintMs)), '150'],
          ['the start of its earcon', ...spread(delays.map(({ soundMs }) => soundMs)), ''],
        ],
      ),
    ],
  };
}

/** Tracks a clip as `npm run track` does. */
export async function measureVideo({ browser, appUrl, options }) {
  const rows = [];
  for (const model of ['lite', 'full']) {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.exposeFunction('writeFrames', () => undefined);
    await page.goto(`${appUrl}src/app/track.html`);
    await page.waitForFunction('"trackVideo" in window');
    const video = join(projectRoot, `test/fixtures/clips/${options.clip}.webm`);
    await page.setInputFiles('#video', video);
    const { seconds, frameCount } = await page.evaluate(
      async (asked) => {
        const start = performance.now();
        const tracked = await globalThis.trackVideo(asked);
        return { seconds: (performance.now() - start) / 1000, ...tracked };
      },
      { model, exercise: 'gluteBridge' },
    );
    await page.close();
    rows.push([
      model,
      String(frameCount),
      cell(seconds),
      cell(frameCount / seconds),
      cell(frameCount / seconds / 30, 2),
    ]);
  }
  const head = ['model', 'pictures', 'seconds', 'pictures a second', 'times real time at 30 fps'];
  return [
    'A clip of 640 × 480 as a file, with the loading of the model; the full model with the outline.',
    '',
    ...toTable(head, rows),
  ];
}
