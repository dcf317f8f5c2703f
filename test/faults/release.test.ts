import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeRelease } from '../../src/cli/release.mjs';
import { startServer } from '../../src/cli/serve.mjs';
import { PlainHost } from '../support/hosts';
import { expect, goTo, test as story } from '../e2e/story';

/** The release as somebody has it who unpacked the zip into a web server's sub-folder. */
const test = story.extend<{ readonly unpacked: string }>({
  unpacked: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'hipline-release-'));
    // Packed for speed: the contents are those of a release.
    const { file } = await writeRelease(folder, 0);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
      const path = join(folder, 'app', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** The app starts, keeps itself on the device, and judges the demo with its model. */
async function expectWorking(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-kept', /ready|all/, { timeout: 60_000 });
  await goTo(page, '#/train/gluteBridge?source=demo&model=lite');
  await expect(page.getByTestId('train-state')).toHaveAttribute('data-stage', 'running', {
    timeout: 60_000,
  });
  await expect(page.getByTestId('error-message')).toHaveCount(0);
}

const isIsolated = (page: Page): Promise<boolean> => page.evaluate(() => crossOriginIsolated);

test('the zip serves from a host without headers, and from one that sends them', async ({
  openApp,
  unpacked,
}) => {
  const plain = new PlainHost({ folder: unpacked });
  await plain.start();
  const server = await startServer({ port: 0, folder: unpacked });
  try {
    const bare = await openApp({
      ...{ keepApp: true, origin: plain.origin, route: 'app/index.html#/' },
    });
    await expectWorking(bare);
    await bare.reload();
    // From the second opening on by the service worker.
    expect(await isIsolated(bare)).toBe(true);

    const origin = new URL(server.url).origin;
    const page = await openApp({ keepApp: true, origin, route: 'app/#/' });
    expect(await isIsolated(page)).toBe(true);
    await expectWorking(page);
  } finally {
    plain.stop();
    server.close();
  }
});
