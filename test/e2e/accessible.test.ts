import type { Page } from '@playwright/test';
import { clipPath } from '../support/fakeCamera';
import { expect, expectAccessible, goTo, test } from './story';

const sizes = {
  laptop: { width: 1280, height: 720 },
  phone: { width: 390, height: 844 },
  wall: { width: 2560, height: 1440 },
};

/** Nothing that is to be read or pressed lies outside of the window's width. */
const expectNoSideways = async (page: Page): Promise<void> => {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang).toBeLessThanOrEqual(0);
};

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['dark', 'light'] as const) {
    test(`the exercises, about and an error are accessible: ${size}, ${colorScheme}`, async ({
      openApp,
    }) => {
      const page = await openApp({ viewport, colorScheme, route: '#/exercises' });
      await expect(page.getByTestId('source-demo')).toBeVisible();
      await expectAccessible(page);
      await expectNoSideways(page);
      await goTo(page, '#/about');
      await expect(page.getByTestId('source-demo')).toHaveCount(0);
      await expectAccessible(page);
      await expectNoSideways(page);
      await goTo(page, '#/train/gluteBridge?source=camera');
      await expect(page.getByTestId('error-message')).toBeVisible();
      await expectAccessible(page);
      await expectNoSideways(page);
    });
  }
}

/** An element's edge may lie a fraction of a pixel beyond the window's. */
const wholeRatio = 0.995;

/** Each element is within the window, so that nobody who lies three metres away has to scroll. */
async function expectWithin(page: Page, testIds: readonly string[]): Promise<void> {
  for (const testId of testIds)
    await expect(page.getByTestId(testId)).toBeInViewport({ ratio: wholeRatio });
}

for (const [size, viewport] of Object.entries(sizes)) {
  test(`set-up and training are accessible: ${size}`, async ({ openApp }) => {
    const page = await openApp({
      viewport,
      reducedMotion: 'reduce',
      // Who stands is never ready for a bridge: the set does not start by itself.
      camera: 'squat_front_female',
      route: '#/train/gluteBridge?source=camera&model=lite',
    });
    await expect(page.getByTestId('start-now')).toBeVisible({ timeout: 30_000 });
    await expectWithin(page, [
      'framing-message',
      'framing-list',
      'setup-plan',
      'setup-caption',
      'start-now',
    ]);
    await expectAccessible(page);
    await page.getByTestId('start-now').click();
    await expect(page.getByTestId('train-clock')).toBeVisible();
    await expectAccessible(page);
    await expectNoSideways(page);
  });
}

for (const [size, viewport] of Object.entries(sizes)) {
  test(`the calibration is accessible: ${size}`, async ({ openApp }) => {
    const page = await openApp({
      viewport,
      camera: 'bridge_side_drop_female',
      route: '#/calibrate',
      prepare: async (context) => {
        await context.addInitScript(() => {
          if (location.protocol === 'about:') return;
          localStorage.setItem('hipline.settings', JSON.stringify({ belt: true }));
        });
      },
    });
    await expect(page.getByTestId('calibration-skip')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('video')).toBeInViewport({ ratio: wholeRatio });
    await expectAccessible(page);
    // The bow is asked for with bands alone, and as each step it can be left out.
    const steps = page.getByTestId('calibration-list').locator('li');
    await expect(steps).toHaveCount(4);
    await page.getByTestId('calibration-skip').click();
    await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
    await expectAccessible(page);
    await expectWithin(page, ['calibration-message', 'calibration-list', 'calibration-leave']);
    await page.getByTestId('calibration-skip').click();
    await expect(steps.nth(2)).toHaveAttribute('aria-current', 'step');
    await page.getByTestId('calibration-leave').click();
    await expect(page.getByTestId('today')).toBeVisible();
  });
}

test('a calibration without a camera says so and can be tried again', async ({ openApp }) => {
  const page = await openApp({ route: '#/calibrate', colorScheme: 'light' });
  await expect(page.getByRole('alert')).toHaveText('No camera was found');
  await expect(page.getByTestId('calibration-retry')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('today')).toBeVisible();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`the summary is accessible: ${colorScheme}`, async ({ openApp }) => {
    const page = await openApp({
      colorScheme,
      route: '#/train/gluteBridge?source=video&targetSec=1&model=lite',
    });
    const chooser = page.getByTestId('error-action').locator('input');
    await chooser.setInputFiles(clipPath('bridge_side_drop_female'));
    await expect(page.getByTestId('summary')).toBeVisible({ timeout: 90_000 });
    await expectAccessible(page);
    await expectNoSideways(page);
  });
}
