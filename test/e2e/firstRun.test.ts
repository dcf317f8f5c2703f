import type { BrowserContext } from '@playwright/test';
import { expect, expectAccessible, test } from './story';
import { readSummary } from './summary';

const newcomer = {
  // Nothing is stored: the stories' own answers are taken away again, once.
  prepare: async (context: BrowserContext) => {
    await context.addInitScript(() => {
      if (location.protocol === 'about:' || sessionStorage.getItem('begun') !== null) return;
      sessionStorage.setItem('begun', '1');
      localStorage.clear();
    });
  },
};

test('a newcomer comes from the open page to the first good hold', async ({ openApp }) => {
  const page = await openApp({ camera: 'bridge_side_drop_female', ...newcomer });
  await expect(page.getByTestId('welcome')).toBeVisible();
  await expect(page.getByTestId('film')).toHaveAttribute('data-phase', 'hold', { timeout: 20_000 });
  await expectAccessible(page);
  await page.getByTestId('welcome-back').click();
  await expect(page.getByTestId('welcome-permission')).toContainText('camera');
  await expectAccessible(page);
  await page.getByTestId('welcome-camera').click();
  await page.getByTestId('safety-none').click();
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-state')).toHaveAttribute('data-state', 'good', {
    timeout: 60_000,
  });
});

test('a newcomer without a camera sees the real thing, in German and without movement', async ({
  openApp,
}) => {
  const page = await openApp({
    ...newcomer,
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
    locale: 'de-DE',
  });
  await expect(page.getByTestId('film-stills').locator('li')).toHaveCount(3);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expectAccessible(page);
  await page.getByTestId('welcome-coach').click();
  await page.getByTestId('welcome-demo').click();
  const { sentence } = await readSummary(page);
  expect(sentence).toMatch(/von 3 gehalten/);
  await page.goto(page.url().replace(/#.*/, '#/'));
  await expect(page.getByTestId('welcome')).toHaveCount(0);
});
