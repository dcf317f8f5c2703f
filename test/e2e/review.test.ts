import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inReplay } from '../support/replayTrace';
import { expect, expectAccessible, goTo, test } from './story';
import { readSummary } from './summary';

const traceFile = (name: string) => ({
  name: `${name}.trace.ndjson.gz`,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(inReplay(`traces/${name}.trace.ndjson.gz`)),
});

/** From the summary of an opened trace, which was recorded, to its review. */
async function openReview(page: Page, name: string): Promise<Locator> {
  await page.getByTestId('error-action').locator('input').setInputFiles(traceFile(name));
  await readSummary(page);
  await page.getByTestId('summary-review').click();
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

test('alerts are marked, a missed one and a note are added, and another limit is tried', async ({
  openApp,
}) => {
  const page = await openApp({ route: bridge, colorScheme: 'light' });
  await openReview(page, 'bridge_side_drop_female');
  const sag = page.getByTestId('ledger').locator('[data-fault=hipsSag]');
  await sag.locator('[data-mark=true]').click();
  await expect(sag.locator('[data-mark=true]')).toHaveAttribute('aria-pressed', 'true');
  await sag.locator('[data-moment=peak]').click();
  await page.keyboard.press('n');
  await page.keyboard.type('Hips first');
  const angle = page.getByRole('group', { name: 'Draw on the picture' }).getByText('Angle');
  await angle.click();
  for (const position of [
    { x: 100, y: 100 },
    { x: 150, y: 160 },
    { x: 220, y: 120 },
  ]) {
    await page.getByTestId('review-draw').click({ position });
  }
  await expect(page.getByTestId('review-shapes')).toHaveAttribute('data-count', '1');
  await angle.click();
  await page.getByTestId('missed-add').click();
  await expect(page.getByTestId('review-notes').locator('li')).toHaveCount(2);
  const trial = page.getByTestId('trial-limit');
  const label = await trial.locator('option', { hasText: 'Hips sagging' }).textContent();
  await trial.selectOption({ label: label!.trim() });
  await page.getByTestId('trial-fail').fill('45');
  await page.getByTestId('trial-fail').press('Tab');
  await page.getByTestId('trial-warn').fill('40');
  await page.getByTestId('trial-warn').press('Tab');
  await page.getByTestId('trial-run').click();
  const sentence = page.getByTestId('trial-sentence');
  await expect(sentence).toHaveAttribute('data-vanished', '1', { timeout: 60_000 });
  await expect(sentence).toHaveAttribute('data-lost', '1');
  await expect(page.getByTestId('view-fatigue')).toBeVisible();
  await expectAccessible(page);

  // What the clinician signs is what the athlete's side accepts.
  await page.getByLabel('Your name').fill('B. Physio');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a prescription' }).click();
  const buffer = readFileSync(await (await download).path());
  await goTo(page, '#/plan');
  const plan = { name: 'limits.hipline-plan.json', mimeType: 'application/json', buffer };
  await page.getByTestId('plan-open').locator('input').setInputFiles(plan);
  await expect(page.getByTestId('plan-offer').locator('li')).toHaveAttribute(
    'data-change',
    'limits',
  );
  await page.getByTestId('plan-accept').click();
  await expect(page.getByTestId('plan-signed')).toContainText('B. Physio');
});

test('the report is one page', async ({ openApp }) => {
  const page = await openApp({ route: bridge });
  await openReview(page, 'bridge_side_drop_female');
  await expect(page.getByTestId('print-stills').locator('figure')).toHaveCount(4);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
