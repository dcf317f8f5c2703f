import type { Page } from '@playwright/test';
import {
  bandColours,
  changeAthlete,
  heldSec,
  prepareBandedCamera,
  type Place,
  readBandPlaces,
} from '../support/bandedCamera';
import { expect, expectAccessible, goTo, type OpenOptions, test } from './story';

const banded: OpenOptions['prepare'] = async (context) => {
  await prepareBandedCamera(context);
  await context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    const settings = { archWording: 'plain', countdown: false };
    localStorage.setItem('hipline.settings', JSON.stringify(settings));
  });
};

/** A place of the mirrored picture as shares of the box it is shown whole in. */
async function placeInBox(page: Page, { xPx, yPx }: Place): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId('picture-press').boundingBox();
  if (box === null) throw new Error('no picture is to be pressed');
  const scale = Math.min(box.width / 640, box.height / 480);
  const x = box.width / 2 + scale * (320 - xPx);
  const y = box.height / 2 + scale * (yPx - 240);
  return { x: x / box.width, y: y / box.height };
}

/** Where a band is once the athlete has come to rest, which takes the camera one picture. */
async function readStill(page: Page, band: 'ribs' | 'pelvis'): Promise<Place> {
  let last: Place | undefined;
  await expect(async () => {
    const before = last;
    last = (await readBandPlaces(page))[band];
    expect(last).toEqual(before);
  }).toPass();
  if (last === undefined) throw new Error('no band is drawn');
  return last;
}

/** Moves the cross from the middle, as one does: in large steps, then in small ones. */
async function steer(page: Page, share: number, back: string, on: string): Promise<void> {
  const steps = Math.round(100 * (share - 0.5));
  const key = steps < 0 ? back : on;
  const [large, small] = [Math.floor(Math.abs(steps) / 5), Math.abs(steps) % 5];
  for (let n = 0; n < large; n++) await page.keyboard.press(`Shift+${key}`);
  for (let n = 0; n < small; n++) await page.keyboard.press(key);
}

/** How far a colour is from another, largest of its three parts, 0..255. */
const distance = (a: string, b: string): number =>
  Math.max(
    ...[1, 3, 5].map((at) =>
      Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)),
    ),
  );

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
  const box = await page.getByTestId('picture-press').boundingBox();
  const at = await placeInBox(page, await readStill(page, 'ribs'));
  await page
    .getByTestId('picture-press')
    .click({ position: { x: at.x * (box?.width ?? 0), y: at.y * (box?.height ?? 0) } });
  await expect(pickRibs).toHaveAttribute('data-seen', 'true', { timeout: 30_000 });
  await expect(pickPelvis).toHaveAttribute('data-seen', 'false');

  await pickPelvis.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('picture-press')).toBeFocused();
  const aim = await placeInBox(page, await readStill(page, 'pelvis'));
  await steer(page, aim.x, 'ArrowLeft', 'ArrowRight');
  await steer(page, aim.y, 'ArrowUp', 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pickPelvis).toBeFocused();
  await expect(pickPelvis).toHaveAttribute('data-seen', 'true', { timeout: 30_000 });
  const stored = await page.evaluate(() => localStorage.getItem('hipline.settings') ?? '');
  const { beltRibs, beltPelvis } = JSON.parse(stored) as Record<'beltRibs' | 'beltPelvis', string>;
  expect(distance(beltRibs, bandColours.ribs)).toBeLessThan(40);
  expect(distance(beltPelvis, bandColours.pelvis)).toBeLessThan(40);

  // Now the athlete is still: the set begins, and the first hold sets the neutral.
  await changeAthlete(page, { isRestless: false });
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 60_000 });
  await changeAthlete(page, { untilSec: heldSec });
  const asked = page.getByTestId('train-neutral');
  await expect(asked).toBeVisible({ timeout: 60_000 });
  await expect(asked).toHaveCount(0, { timeout: 60_000 });
  const state = page.getByTestId('train-state');
  await expect(state).toHaveAttribute('data-state', 'good');

  await changeAthlete(page, { bentDeg: 20 });
  await expect(page.getByTestId('train-cue')).toHaveText('Don’t arch', { timeout: 60_000 });
  await expect(state).toHaveAttribute('data-state', 'warn');
  await changeAthlete(page, { bentDeg: 0 });
  await expect(state).toHaveAttribute('data-state', 'good', { timeout: 60_000 });
});
