import { clipPath } from '../support/fakeCamera';
import { expect, expectAccessible, goTo, test } from './story';

test('of a video a part is chosen, judged with its progress, and kept; or cancelled', async ({
  openApp,
}) => {
  const page = await openApp();
  await page
    .getByTestId('source-video')
    .locator('input')
    .setInputFiles(clipPath('squat_front_female'));
  await expect(page).toHaveURL(/#\/video\/gluteBridge/);
  await page.getByTestId('video-exercise').selectOption('squat');
  await page.getByTestId('video-to').fill('3');
  await expectAccessible(page);
  await page.getByTestId('video-judge').click();
  await expect(page).toHaveURL(/toSec=3/);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByTestId('progress-cancel').click();
  await goTo(page, '#/library');
  await expect(page.getByTestId('library-empty')).toBeVisible();

  await page.goBack();
  await page.goBack();
});
