import type { Page } from '@playwright/test';
import {
  bandColours,
  changeAthlete,
  colourDistance,
  heldSec,
  placeInBox,
  prepareBandedCamera,
  pressStrip,
} from '../support/wornCamera';
import { expect, expectAccessible, goTo, type OpenOptions, test } from './story';

const banded: OpenOptions['prepare'] = async (context) => {
  await prepareBandedCamera(context);
  await context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    const settings = { archWording: 'plain', countdown: false };
    localStorage.setItem('hipline.settings', JSON.stringify(settings));
  });
};

/** Moves the cross from the middle, as one does: in large steps, then in small ones. */
async function steer(page: Page, share: number, back: string, on: string): Promise<void> {
  const steps = Math.round(100 * (share - 0.5));
  const key = steps < 0 ? back : on;
  const [large, small] = [Math.floor(Math.abs(steps) / 5), Math.abs(steps) % 5];
  for (let n = 0; n < large; n++) await page.keyboard.press(`Shift+${key}`);
  for (let n = 0; n < small; n++) await page.keyboard.press(key);
}

test('bands are picked from the picture, and they tell an arch that the body does not show', async ({
  openApp,
}) => {
  const page = await openApp({ route: '#/settings', prepare: banded });
  await page.getByTestId('belt').check();
  await expectAccessible(page);

  await goTo(page, '#/train/gluteBridge?source=camera&targetSec=60');
  const pickRibs = page.getByTestId('belt-pick-ribs');
  const pickPelvis = page.getByTestId('belt-pick-pelvis');
  await expect(page.getByTestId('start-now')).toBeEnabled({ timeout: 60_000 });
  await expect(pickRibs).toHaveAttribute('data-seen', 'false');

  // One with the mouse, the other by the keyboard alone.
  await pickRibs.click();
  await expect(page.getByTestId('picture-press')).toBeVisible();
  await expectAccessible(page);
  await pressStrip(page, 'ribs');
  await expect(pickRibs).toHaveAttribute('data-seen', 'true', { timeout: 30_000 });
  await expect(pickPelvis).toHaveAttribute('data-seen', 'false');

  await pickPelvis.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('picture-press')).toBeFocused();
  const aim = await placeInBox(page, 'pelvis');
  await steer(page, aim.x / aim.width, 'ArrowLeft', 'ArrowRight');
  await steer(page, aim.y / aim.height, 'ArrowUp', 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pickPelvis).toBeFocused();
  await expect(pickPelvis).toHaveAttribute('data-seen', 'true', { timeout: 30_000 });
  const stored = await page.evaluate(() => localStorage.getItem('hipline.settings') ?? '');
  const { beltRibs, beltPelvis } = JSON.parse(stored) as Record<'beltRibs' | 'beltPelvis', string>;
  expect(colourDistance(beltRibs, bandColours.ribs)).toBeLessThan(40);
  expect(colourDistance(beltPelvis, bandColours.pelvis)).toBeLessThan(40);

  // Now the athlete is still: the set begins, and the first hold sets the neutral.
  await changeAthlete(page, { isRestless: false });
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 60_000 });
  await changeAthlete(page, { untilSec: heldSec });
  const asked = page.getByTestId('train-neutral');
  await expect(asked).toBeVisible({ timeout: 60_000 });
  await expect(asked).toHaveCount(0, { timeout: 60_000 });
  const state = page.getByTestId('train-state');
  await expect(state).toHaveAttribute('data-state', 'good');

  await changeAthlete(page, { share: 1 });
  await expect(page.getByTestId('train-cue')).toHaveText('Don’t arch', { timeout: 60_000 });
  await expect(state).toHaveAttribute('data-state', 'warn');
  await changeAthlete(page, { share: 0 });
  await expect(state).toHaveAttribute('data-state', 'good', { timeout: 60_000 });
});
