import type { Page } from '@playwright/test';
import { clipPath } from '../support/fakeCamera';
import { expect, expectAccessible, goTo, test } from './story';

/** Chooses the clip and the part of it that is wanted. */
async function choosePart(page: Page, toSec: string): Promise<void> {
  const input = page.getByTestId('video-file').locator('input');
  await input.setInputFiles(clipPath('squat_front_female'));
  await page.getByTestId('video-exercise').selectOption('squat');
  await page.getByTestId('video-to').fill(toSec);
}

test('of a video a part is judged and kept; one that is cancelled leaves nothing', async ({
  openApp,
}) => {
  const page = await openApp({ route: '#/exercises' });
  const chooser = page.getByTestId('source-video').locator('input');
  await chooser.setInputFiles(clipPath('squat_front_female'));
  await expect(page).toHaveURL(/#\/video\/gluteBridge/);
  await expect(page.getByTestId('video-judge')).toBeVisible();
  await expectAccessible(page);

  await choosePart(page, '4');
  await page.getByTestId('video-judge').click();
  await expect(page).toHaveURL(/fromSec=0&toSec=4/);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByTestId('progress-cancel').click();
  await goTo(page, '#/library');
  await expect(page.getByTestId('library-empty')).toBeVisible();

  await goTo(page, '#/video');
  await choosePart(page, '4');
  await page.getByTestId('video-judge').click();
  await expect(page.getByTestId('summary')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByTestId('summary-review')).toHaveAttribute('href', /#\/review\/.+/);
  await goTo(page, '#/library');
  const row = page.getByTestId('library-row');
  await expect(row).toContainText('Squat');
  await expect(row).toContainText('4 s');
});
