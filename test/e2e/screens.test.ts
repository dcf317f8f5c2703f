import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';
import { expect, test } from './story';

/** The pictures to be looked at; `HIPLINE_SCREENSHOT=1` also renews the one of the README. */
const folder = join(projectRoot, 'test', 'report', 'screens');
const readmePicture = join(projectRoot, 'public', 'screenshot.png');

const viewport = { width: 1280, height: 720 };

/** Height of an element's type as a share of the window's short side. */
const readTypeShare = async (page: Page, testId: string): Promise<number> => {
  const sizePx = await page
    .getByTestId(testId)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  return sizePx / viewport.height;
};

test('the screens of a set, readable from three metres', async ({ openApp }) => {
  mkdirSync(folder, { recursive: true });
  const page = await openApp({ viewport, route: '#/train/gluteBridge?source=demo' });
  const take = (name: string): Promise<Buffer> =>
    page.screenshot({ path: join(folder, `${name}.png`) });
  const state = page.getByTestId('train-state');

  await expect(page.getByTestId('framing-list')).toBeVisible({ timeout: 30_000 });
  // Some lines have ticked themselves.
  await expect(page.getByTestId('framing-list').locator('[data-met=true]').first()).toBeVisible();
  await take('set-up');

  await expect(state).toHaveAttribute('data-state', 'good', { timeout: 40_000 });
  await expect(page.getByTestId('train-clock')).toHaveText(/^\s*1/, { timeout: 10_000 });
  await take('hold');
  expect(await readTypeShare(page, 'train-clock')).toBeGreaterThanOrEqual(0.33);
  expect(await readTypeShare(page, 'train-count')).toBeGreaterThanOrEqual(0.13);

  const cueInFault = page.locator(
    '[data-testid=train-state][data-state=fault] [data-testid=train-cue]',
  );
  await expect(cueInFault).toBeVisible({ timeout: 40_000 });
  await take('fault');
  expect(await readTypeShare(page, 'train-cue')).toBeGreaterThanOrEqual(0.085);
  if (process.env.HIPLINE_SCREENSHOT === '1') await page.screenshot({ path: readmePicture });

  await expect(page.getByTestId('summary')).toBeVisible({ timeout: 60_000 });
  await take('summary');
});
