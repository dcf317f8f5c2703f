import type { Page } from '@playwright/test';
import { expect, test } from './story';
import { readSummary } from './summary';

const route = '#/train/gluteBridge?source=camera&targetSec=1&doseReps=9&model=lite';

/** Waits until a hold has been counted, so that there is something to keep. */
async function trainUntilOneHold(page: Page): Promise<void> {
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-count')).toHaveText('1', { timeout: 40_000 });
}

test('a camera that is unplugged keeps the set, which goes on when it is back', async ({
  openApp,
}) => {
  const page = await openApp({ route, camera: 'bridge_side_drop_female' });
  await trainUntilOneHold(page);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    // What the browser does when the plug is pulled: the track ends by itself.
    for (const track of (video.srcObject as MediaStream).getVideoTracks()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'unplugged');
  await page.getByTestId('error-action').click();
  await expect(page.getByTestId('error-message')).toHaveCount(0);
  await expect(page.getByTestId('train-count')).toHaveText('2', { timeout: 40_000 });
  await page.getByTestId('train-stop').click();
  await page.getByTestId('stopped-end').click();
  const { reps } = await readSummary(page);
  expect(reps.length).toBeGreaterThanOrEqual(2);
  expect(reps[0]).toMatchObject({ kind: 'hold', quality: true });
});

test('a worker that dies is told, the set is kept and goes on without a reload', async ({
  openApp,
}) => {
  const page = await openApp({
    route,
    camera: 'bridge_side_drop_female',
    prepare: async (context) => {
      await context.addInitScript(() => {
        const workers: Worker[] = [];
        const Original = window.Worker;
        window.Worker = class extends Original {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            workers.push(this);
          }
        };
        Object.assign(window, { workers });
      });
    },
  });
  await trainUntilOneHold(page);
  await page.evaluate(() => {
    // As when the system takes its memory: it never answers again, and nobody says so.
    // The first is the one of the poses, others write to the disk.
    (window as unknown as { workers: Worker[] }).workers.at(0)?.terminate();
  });
  await expect(page.getByTestId('error-message')).toHaveAttribute('data-code', 'workerDied', {
    timeout: 30_000,
  });
  await page.getByTestId('error-action').click();
  await expect(page.getByTestId('error-message')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByTestId('train-state')).toHaveAttribute('data-stage', 'running');
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-count')).toHaveText('1');
  await page.getByTestId('train-stop').click();
  await page.getByTestId('stopped-end').click();
  const { reps } = await readSummary(page);
  expect(reps[0]).toMatchObject({ kind: 'hold' });
});
