import fc from 'fast-check';
import type { Page } from '@playwright/test';
import { ensureBrowser } from '../../src/cli/browser.mjs';
import { expect, test } from '../browser/harness';
import { createProfile } from '../support/profile';

/** Moments of the set at which the browser is killed, seconds; the same in each run. */
const momentsSec = fc.sample(fc.double({ min: 0.5, max: 8, noNaN: true }), {
  numRuns: 20,
  seed: 20_261_125,
});
/** What may be lost: the longest wait for the disk, and a picture's way through the encoder. */
const lostSec = 2;

test('a browser that is killed at twenty moments of a set loses two seconds each at most', async ({
  server,
}) => {
  const profile = createProfile();
  const browser = await ensureBrowser();
  const open = async (): Promise<Page> => {
    const context = await profile.open(browser);
    const page = await context.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}test/browser/page/index.html`);
    await page.waitForFunction(() => 'harness' in window, undefined, { timeout: 90_000 });
    return page;
  };
  const lost: number[] = [];
  try {
    for (const [n, momentSec] of momentsSec.entries()) {
      const page = await open();
      const id = `cut${n}`;
      void page
        .evaluate((id) => window.harness.recording.recordDrawn(id, 60, 10), id)
        .catch(() => null);
      await page.waitForFunction(
        (momentSec) => window.harness.recording.recordingClock.tSec >= momentSec,
        momentSec,
      );
      const killedSec = await page.evaluate(() => window.harness.recording.recordingClock.tSec);
      profile.kill();
      const again = await open();
      const lastSec = await again.evaluate(async (id) => {
        const trace = await window.harness.recording.readSetTrace(id);
        return trace?.frames.at(-1)?.tSec ?? 0;
      }, id);
      lost.push(killedSec - lastSec);
      await again.evaluate((id) => window.harness.recording.deleteSet(id), id);
      await again.context().close();
    }
  } finally {
    profile.remove();
  }
  // eslint-disable-next-line no-console -- the figure that the command is run for
  console.log(`lost at most ${Math.max(...lost).toFixed(2)} s of ${lost.length} sets`);
  expect(lost).toHaveLength(20);
  expect(Math.max(...lost)).toBeLessThanOrEqual(lostSec);
});
