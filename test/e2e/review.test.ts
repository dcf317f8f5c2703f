import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inReplay } from '../support/replayTrace';
import { expect, expectAccessible, test } from './story';
import { readSummary } from './summary';

const traceFile = (name: string) => ({
  name: `${name}.trace.ndjson.gz`,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(inReplay(`traces/${name}.trace.ndjson.gz`)),
});

/** From the summary of an opened trace to its review. */
async function openReview(page: Page, name: string): Promise<Locator> {
  await page.getByTestId('error-action').locator('input').setInputFiles(traceFile(name));
  await readSummary(page);
  await page.getByTestId('review-open').click();
  const review = page.getByTestId('review');
  await expect(review).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  return review;
}

const bridge = '#/train/gluteBridge?source=trace&targetSec=1';

/** The shown frame's own time, seconds. */
const shownSec = async (page: Page): Promise<number> =>
  Number(await page.getByTestId('review-picture').getAttribute('data-shown-sec'));

test('the ledger leads to the frame of each fault, and keys go frame by frame', async ({
  openApp,
}) => {
  const page = await openApp({ route: bridge });
  await openReview(page, 'bridge_side_drop_female');
  const sag = page.getByTestId('ledger').locator('[data-fault=hipsSag]');
  await expect(sag).toHaveAttribute('data-level', 'fail');
  await sag.locator('[data-moment=peak]').click();
  const peakSec = Number(await sag.getAttribute('data-peak-sec'));
  const at = await shownSec(page);
  expect(at).toBeLessThanOrEqual(peakSec + 1e-3);
  expect(at).toBeGreaterThan(peakSec - 0.034);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shownSec(page)).toBeCloseTo(at + 1 / 30, 3);
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => shownSec(page)).toBeCloseTo(at + 1 + 1 / 30, 1);
  await page.keyboard.press('2');
  await expect(sag.locator('.name')).toHaveAttribute('aria-current', 'false');
  await expectAccessible(page);
});
