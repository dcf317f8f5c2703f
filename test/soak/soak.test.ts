import type { Page } from '@playwright/test';
import { expect, goTo, test } from '../e2e/story';

const minutes = Number(process.env.HIPLINE_SOAK_MINUTES ?? 60);
const model = process.env.HIPLINE_SOAK_MODEL ?? 'full';
/** Nothing is compared before everything has been used once: an hour is measured over 50 minutes. */
const settleMinutes = minutes / 6;
/** Memory may grow by so much, and the clocks may part by so much (issue: soak). */
const growthMost = 0.05;
const driftMost = 0.002;
/** In less than that a browser has not cleaned up often enough to be held against a limit. */
const growthFromMinutes = 12;

/** What the page and its workers hold, bytes, after the browser has cleaned up; per kind of thread. */
async function readMemory(page: Page): Promise<{ readonly page: number; readonly worker: number }> {
  return page.evaluate(async () => {
    interface Measured {
      readonly breakdown: readonly {
        readonly bytes: number;
        readonly attribution: readonly { readonly scope: string }[];
      }[];
    }
    const { breakdown } = await (
      performance as unknown as { measureUserAgentSpecificMemory: () => Promise<Measured> }
    ).measureUserAgentSpecificMemory();
    const sum = (isWorker: boolean): number =>
      breakdown
        .filter(
          ({ attribution }) =>
            attribution.some(({ scope }) => scope.includes('Worker')) === isWorker,
        )
        .reduce((total, { bytes }) => total + bytes, 0);
    return { page: sum(false), worker: sum(true) };
  });
}

/** A row of the diagnostics page by its place, as a number. */
async function readRow(page: Page, name: string): Promise<number> {
  const rows = page.getByTestId('diagnostics-speed');
  const names = await rows.locator('dt').allTextContents();
  const values = await rows.locator('dd').allTextContents();
  return Number.parseFloat(values[names.findIndex((text) => text.trim() === name)] ?? 'NaN');
}

interface Sample {
  readonly minute: number;
  readonly pageMb: number;
  readonly workerMb: number;
  readonly tensors: number;
  readonly judged: number;
  readonly dropped: number;
  readonly driftPercent: number;
}

/** Trains for so long, then looks at what it has cost. */
async function trainFor(page: Page, durationMs: number, startedMs: number): Promise<Sample> {
  // A count that a set of any length never comes to: it runs until it is left.
  await goTo(page, `#/train/gluteBridge?source=camera&targetSec=600&doseReps=100&model=${model}`);
  await expect(page.getByTestId('start-now')).toBeEnabled({ timeout: 120_000 });
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-clock')).toBeVisible();
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), durationMs);
  await expect(page.getByTestId('error-message')).toHaveCount(0);
  await goTo(page, '#/diagnostics');
  await expect(page.getByTestId('diagnostics-speed')).toBeVisible();
  const tensors = page.getByTestId('diagnostics-speed').locator('dd').last();
  await expect(tensors).not.toHaveText('–');
  // What the test has written down itself is not the app's.
  await page.evaluate(() => {
    (window as unknown as { voiceRecords: unknown[] }).voiceRecords.length = 0;
  });
  const memory = await readMemory(page);
  return {
    minute: (Date.now() - startedMs) / 60_000,
    pageMb: memory.page / 1e6,
    workerMb: memory.worker / 1e6,
    tensors: await readRow(page, 'Tensors held'),
    judged: await readRow(page, 'Pictures judged'),
    dropped: await readRow(page, 'Pictures dropped'),
    driftPercent: await readRow(page, 'Set’s clock against the page’s'),
  };
}

const columns = [
  'minute',
  'pageMb',
  'workerMb',
  'tensors',
  'judged',
  'dropped',
  'driftPercent',
] as const;
const format = (sample: Sample): string =>
  columns
    .map((name) => sample[name].toFixed(name.endsWith('Percent') ? 3 : 1).padStart(13))
    .join('');

test(`${minutes} minutes of training hold on to nothing and keep their time`, async ({
  openApp,
}) => {
  const page = await openApp({ camera: 'bridge_side_drop_female', route: '#/about' });
  const startedMs = Date.now();
  console.log(columns.map((name) => name.padStart(13)).join(''));
  const first = await trainFor(page, settleMinutes * 60_000, startedMs);
  console.log(format(first));
  // Sets of ten minutes, so that beginning and leaving one is part of what is measured.
  const rest = (minutes - settleMinutes) * 60_000;
  const count = Math.max(1, Math.round(rest / 600_000));
  const later: Sample[] = [];
  for (let n = 0; n < count; n++) {
    later.push(await trainFor(page, rest / count, startedMs));
    console.log(format(later.at(-1) ?? first));
  }
  const last = later.at(-1) ?? first;
  const growth = (last.pageMb + last.workerMb) / (first.pageMb + first.workerMb) - 1;
  const drift = Math.max(...later.map(({ driftPercent }) => Math.abs(driftPercent))) / 100;
  console.log(`growth ${(100 * growth).toFixed(2)} %, drift ${(100 * drift).toFixed(3)} % at most`);
  expect(last.tensors).toBe(first.tensors);
  if (minutes >= growthFromMinutes) expect(growth).toBeLessThanOrEqual(growthMost);
  expect(drift).toBeLessThanOrEqual(driftMost);
});
