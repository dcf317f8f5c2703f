import { expect, test } from './harness';

/** Chromium says once in so long that pictures were lost, ms. */
const reportMs = 10_000;

test('a camera that is let go of again and again loses no picture', async ({ openHarness }) => {
  const said: string[] = [];
  const page = await openHarness({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--js-flags=--expose-gc',
    ],
    prepare: (opened) =>
      Promise.resolve(opened.on('console', (message) => said.push(message.text()))),
  });
  const given = await page.evaluate(() => window.harness.useCamera(60));
  expect(given.every((count) => count > 0)).toBe(true);
  await page.evaluate(() => (globalThis as unknown as { gc: () => void }).gc());
  // That it says nothing can only be waited for.
  await page.waitForTimeout(reportMs + 1000);
  expect(said.filter((text) => text.includes('VideoFrame'))).toEqual([]);
});
