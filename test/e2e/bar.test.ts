import {
  barColour,
  changeAthlete,
  colourDistance,
  heldOnOneLegSec,
  prepareBarredCamera,
  pressStrip,
} from '../support/wornCamera';
import { expect, expectAccessible, goTo, test } from './story';
import { readSummary } from './summary';

test('a bar is picked from the picture, and tells a dip that the body does not show', async ({
  openApp,
}) => {
  const page = await openApp({
    route: '#/settings',
    prepare: (context) => prepareBarredCamera(context, 'slbridge_highside_male'),
  });
  await page.getByTestId('bar').check();
  await page.getByTestId('bar-length').fill('500');
  await page.getByTestId('bar-length').blur();
  await expect(page.getByTestId('bar-length')).toHaveValue('50');
  await expectAccessible(page);

  // A bridge on both legs has no use for it.
  await goTo(page, '#/train/gluteBridge?source=camera');
  await expect(page.getByTestId('start-now')).toBeVisible();
  await expect(page.getByTestId('belt-picker')).toHaveCount(0);

  await goTo(page, '#/train/singleLegBridge?source=camera&side=right&targetSec=60&pass=1');
  const pick = page.getByTestId('belt-pick-bar');
  await expect(page.getByTestId('start-now')).toBeEnabled({ timeout: 60_000 });
  await pick.click();
  await expectAccessible(page);
  await pressStrip(page, 'bar');
  await expect(pick).toHaveAttribute('data-seen', 'true', { timeout: 30_000 });
  const stored = await page.evaluate(() => localStorage.getItem('hipline.settings') ?? '');
  const { barColour: picked } = JSON.parse(stored) as { barColour: string };
  expect(colourDistance(picked, barColour)).toBeLessThan(40);

  // Still, with both feet down; then up, and one leg straight.
  await changeAthlete(page, { isRestless: false });
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 60_000 });
  await changeAthlete(page, { untilSec: heldOnOneLegSec });
  const state = page.getByTestId('train-state');
  await expect(state).toHaveAttribute('data-state', 'good', { timeout: 60_000 });

  await changeAthlete(page, { share: 1 });
  await expect(page.getByTestId('train-cue')).toHaveText('Hips level', { timeout: 60_000 });
  // What the joints alone show of a dip is provisional and ends no hold.
  await expect(state).toHaveAttribute('data-state', 'rest', { timeout: 60_000 });
  await page.keyboard.press('Escape');
  const { faults } = await readSummary(page);
  expect(faults.map(({ fault, level, side }) => [fault, level, side])).toEqual([
    ['pelvisDips', 'fail', 'left'],
  ]);
});
