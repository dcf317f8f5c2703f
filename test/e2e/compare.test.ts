import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inReplay } from '../support/replayTrace';
import { expect, expectAccessible, goTo, test } from './story';

/** Judges a recorded trace, which keeps it as a set; returns its id. */
async function keepSet(page: Page, name: string): Promise<string> {
  await goTo(page, '#/exercises');
  await goTo(page, '#/train/gluteBridge?source=trace&targetSec=1');
  // A page that has opened a file before would open it again.
  await page.reload();
  await page
    .getByTestId('error-action')
    .locator('input')
    .setInputFiles({
      name: `${name}.trace.ndjson.gz`,
      mimeType: 'application/octet-stream',
      buffer: readFileSync(inReplay(`traces/${name}.trace.ndjson.gz`)),
    });
  const link = page.getByTestId('summary-review');
  await expect(link).toBeVisible();
  return ((await link.getAttribute('href')) ?? '').replace('#/review/', '');
}

const compare = (page: Page) => page.getByTestId('compare');

/** The shown frame's own time of one of the two pictures, seconds. */
const shownSec = async (page: Page, side: 'a' | 'b'): Promise<number> => {
  const picture = page.getByTestId(`compare-side-${side}`).getByTestId('review-picture');
  return Number(await picture.getAttribute('data-shown-sec'));
};

test('two sets of the library are laid beside each other, and scrubbed as one', async ({
  openApp,
}) => {
  const page = await openApp({ route: '#/exercises' });
  const before = await keepSet(page, 'bridge_side_drop_female');
  const after = await keepSet(page, 'bridge_side_male');
  await goTo(page, '#/library');
  await expect(page.getByTestId('library-row')).toHaveCount(2);
  // By the keyboard: the newest first, then the older one.
  await page.getByTestId('library-row').first().locator('a').focus();
  await page.keyboard.press('c');
  await expect(page.getByTestId('library-comparing')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(new RegExp(`#/compare/${before}/${after}$`));
  await expect(compare(page)).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  await expect(page.getByTestId('compare-table')).toContainText('camera can');

  const [a, b] = [await shownSec(page, 'a'), await shownSec(page, 'b')];
  for (let second = 0; second < 3; second++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => shownSec(page, 'a')).toBeCloseTo(a + 3, 1);
  await expect.poll(() => shownSec(page, 'b')).toBeGreaterThan(b + 0.2);
  // One hold of each, at its worst.
  await page.keyboard.press('2');
  await expect(page.getByTestId('compare-choose-b')).toHaveValue('2');
  await page.getByTestId('compare-most').first().click();
  await expect(page.getByTestId('compare-difference').first()).toContainText('°');
  await page.getByRole('radio', { name: 'In one picture' }).check();
  await expect(page.getByRole('img', { name: 'Both in this moment' })).toBeAttached();
  await expectAccessible(page);

  // Another limit is tried over both.
  await page.getByTestId('compare-side-b').getByRole('link').click();
  await page.getByTestId('trial-run').click({ timeout: 60_000 });
  await expect(page.getByTestId('trial-sentence')).toHaveAttribute('data-sets', '2', {
    timeout: 60_000,
  });
});

test('two repetitions of one set are laid beside each other from the review', async ({
  openApp,
}) => {
  const page = await openApp({ route: '#/exercises', colorScheme: 'light' });
  const id = await keepSet(page, 'bridge_side_drop_female');
  await goTo(page, `#/review/${id}`);
  await expect(page.getByTestId('review')).toHaveAttribute('data-ready', 'true', {
    timeout: 60_000,
  });
  await page.getByTestId('compare-rep-b').selectOption('2');
  await page.getByTestId('compare-reps').click();
  await expect(page).toHaveURL(/\?a=1&b=2$/);
  await expect(compare(page)).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  const apart = async (): Promise<number> =>
    (await shownSec(page, 'b')) - (await shownSec(page, 'a'));
  expect(await apart()).toBeGreaterThan(1);
  await page.keyboard.press('0');
  await expect.poll(apart).toBeCloseTo(0, 2);
  await expectAccessible(page);
});
