import { computeTrueHolds, readClipTruth } from '../support/clipTruth';
import { clipPath } from '../support/fakeCamera';
import { expect, test } from './story';
import { readSummary } from './summary';

const clip = 'bridge_side_drop_female';
const route = '#/train/gluteBridge?source=video&targetSec=1';

test('a video is judged frame by frame, with its progress, to the same summary', async ({
  openApp,
}) => {
  const page = await openApp({ route });
  // The address knows the exercise, but no address can carry a file.
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'fileNeeded');
  await page.getByTestId('error-action').locator('input').setInputFiles(clipPath(clip));
  await expect(page.getByRole('progressbar')).toBeVisible();
  const { reps, faults } = await readSummary(page, 90_000);

  const truth = computeTrueHolds(readClipTruth(clip));
  expect(reps.map(({ kind }) => kind)).toEqual(truth.map(() => 'hold'));
  truth.forEach((hold, i) => {
    expect(Math.abs(reps[i]!.goodSec - hold.goodSec), `hold ${i + 1}`).toBeLessThan(0.3);
  });
  expect(reps.map(({ quality }) => quality)).toEqual([true, false, false]);
  const fails = faults.filter(({ level }) => level === 'fail');
  expect(fails.map(({ fault, rep }) => `${rep} ${fault}`)).toEqual([
    '2 hipsSag',
    '3 overHeight',
    '3 backArch',
  ]);
});

test('a file that is no video says so, and another one can be chosen', async ({ openApp }) => {
  const page = await openApp({ route });
  const chooser = page.getByTestId('error-action').locator('input');
  await chooser.setInputFiles({
    name: 'holiday.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('this is a text, whatever its name says\n'.repeat(1000)),
  });
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'notAVideo');
  await chooser.setInputFiles(clipPath(clip));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.keyboard.press('Escape');
});
