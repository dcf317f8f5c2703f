import type { Locator } from '@playwright/test';
import { expect, test } from './story';
import { readSummary } from './summary';

/** How many choices may stand between the list of exercises and the way in. */
const tabsMax = 8;

/** Presses Tab until an element has the focus, as one does who looks for it. */
async function tabTo(element: Locator): Promise<void> {
  for (let i = 0; i < tabsMax; i += 1) {
    await element.page().keyboard.press('Tab');
    if (await element.evaluate((target) => target === document.activeElement)) return;
  }
  await expect(element).toBeFocused();
}

test('a stranger without a camera sees the real thing, by keyboard alone', async ({ openApp }) => {
  const page = await openApp({ route: '#/exercises' });
  await page.getByTestId('home-exercise-gluteBridge').locator('input').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('home-exercise-singleLegBridge').locator('input')).toBeChecked();
  await expect(page.getByTestId('source-demo')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await tabTo(page.getByTestId('source-camera'));
  await tabTo(page.getByTestId('source-demo'));
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/#\/train\/gluteBridge\?source=demo/);
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 30_000 });
  const { reps, faults } = await readSummary(page);
  expect(reps.map(({ quality }) => quality)).toEqual([true, false, false]);
  expect(faults.map(({ fault }) => fault)).toContain('hipsSag');
});

test('Escape ends a running set with its summary, and an unstarted one at home', async ({
  openApp,
}) => {
  const page = await openApp({ route: '#/train/squat?source=demo' });
  await expect(page.getByTestId('framing-list')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('today')).toBeVisible();

  await page.getByTestId('to-exercises').click();
  await page.getByTestId('home-exercise-squat').click();
  await page.getByTestId('source-demo').click();
  await expect(page.getByTestId('train-count')).toHaveText('1', { timeout: 40_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('summary')).toBeVisible();
  await expect(page.getByTestId('summary-sentence')).toBeFocused();
});
