import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createProfile, type Profile } from '../support/profile';
import { appOrigin, expect, goTo, test } from './story';

/** All files of the recorded sets: what their JSON says, and a hash of all else. */
const readDisk = (page: Page): Promise<Readonly<Record<string, unknown>>> =>
  page.evaluate(async () => {
    const hash = async (file: File): Promise<string> => {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16)).join(' ');
    };
    const found: Record<string, unknown> = {};
    const root = await navigator.storage.getDirectory();
    const sets = await root.getDirectoryHandle('sets');
    for await (const [id, set] of sets.entries()) {
      if (set.kind !== 'directory') continue;
      for await (const [name, handle] of set.entries()) {
        if (handle.kind !== 'file') continue;
        const file = await handle.getFile();
        found[`${id}/${name}`] = name.endsWith('.json')
          ? (JSON.parse(await file.text()) as unknown)
          : await hash(file);
      }
    }
    return found;
  });

/** A bundle does not say whose the sets are: people are of one device. */
const withoutOwner = (disk: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(disk).map(([name, file]) => [
      name,
      name.endsWith('manifest.json') ? { ...(file as object), personId: undefined } : file,
    ]),
  );

/** Jumps from the ledger to a frame, marks the alert, and judges by another limit. */
async function reviewSet(page: Page): Promise<void> {
  await expect(page.getByTestId('review')).toHaveAttribute('data-ready', 'true', {
    timeout: 60_000,
  });
  const picture = page.getByTestId('review-picture');
  const shownSec = async (): Promise<number> =>
    Number(await picture.getAttribute('data-shown-sec'));
  const row = page.getByTestId('ledger').locator('tbody tr').first();
  const peakSec = Number(await row.getAttribute('data-peak-sec'));
  await row.locator('[data-moment=peak]').click();
  await expect(picture).toHaveAttribute('data-drawn', 'true');
  // The frame on the screen is the last one that is not later, by its own time: the next one is.
  const isThere = async (): Promise<boolean> => {
    const laterSec = peakSec - (await shownSec());
    return laterSec > -2e-3 && laterSec < 1;
  };
  await expect.poll(isThere).toBe(true);
  const atSec = await shownSec();
  await page.keyboard.press('ArrowRight');
  await expect.poll(shownSec).toBeGreaterThan(atSec);
  expect(await shownSec()).toBeGreaterThan(peakSec - 2e-3);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(shownSec).toBe(atSec);
  await row.locator('[data-mark=true]').click();
  await page.getByTestId('trial-run').click();
  await expect(page.getByTestId('trial-sentence')).toHaveAttribute('data-sets', '1', {
    timeout: 60_000,
  });
  const isMarked = async (): Promise<boolean> =>
    Object.keys(await readDisk(page)).some((name) => name.endsWith('review.json'));
  await expect.poll(isMarked).toBe(true);
}

async function open(profile: Profile, route: string): Promise<Page> {
  const context = await profile.open(process.env.HIPLINE_BROWSER ?? '', [
    '--autoplay-policy=no-user-gesture-required',
  ]);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${appOrigin()}/${route}`);
  return page;
}

test('a set whose browser was killed is offered, recovered, handed over and the same elsewhere', async () => {
  const profile = createProfile();
  const other = createProfile();
  try {
    const page = await open(profile, '#/train/gluteBridge?source=demo&model=lite');
    await expect(page.getByTestId('recording')).toHaveAttribute('data-state', 'recording', {
      timeout: 60_000,
    });
    await expect(page.getByTestId('train-count').first()).toHaveText('1', { timeout: 60_000 });
    // A fault may be over soon: it is looked for with every frame of the page. Its peak is not
    // its beginning: only once it is over must the disk hold the peak and the pictures after it.
    for (const selector of ['[data-state=fault]', ':not([data-state=fault])']) {
      await page.waitForFunction(
        (state) => document.querySelector(`[data-testid=train-state]${state}`) !== null,
        selector,
        { timeout: 60_000 },
      );
    }
    // What happened up to here is on the disk two seconds later at the latest.
    const countedAt = await page.evaluate(() => performance.now());
    await page.waitForFunction((at) => performance.now() > at + 2000, countedAt);
    profile.kill();

    const again = await open(profile, '#/');
    await expect(again.getByTestId('cut-off')).toContainText('Glute bridge');
    await again.getByTestId('cut-off-recover').click();
    await expect(again.getByTestId('cut-off')).toHaveCount(0);
    await goTo(again, '#/library');
    const row = again.getByTestId('library-row');
    await expect(row).toHaveCount(1);
    await expect(row.locator('img')).toBeVisible();
    await expect(row).toContainText(/[1-3] of [1-3] good|0 of [1-3] good/);

    await row.locator('a').click();
    await reviewSet(again);
    await goTo(again, '#/library');
    const download = again.waitForEvent('download');
    await again.getByTestId('hand-over-file').click();
    const bundle = readFileSync(await (await download).path());
    const sent = await readDisk(again);
    await again.context().close();

    const elsewhere = await open(other, '#/library');
    const file = { name: 'set.hipline', mimeType: 'application/zip', buffer: bundle };
    const chooser = elsewhere.getByTestId('take-in').locator('input');
    // Half of it is named as such, and changes nothing.
    await chooser.setInputFiles({ ...file, buffer: bundle.subarray(0, bundle.length / 2) });
    await expect(elsewhere.getByTestId('hand-over-problem')).toHaveAttribute(
      'data-code',
      'bundleCutOff',
    );
    await expect(elsewhere.getByTestId('library-empty')).toBeVisible();
    await chooser.setInputFiles(file);
    await expect(elsewhere.getByTestId('take-in-preview').locator('li')).toHaveAttribute(
      'data-step',
      'add',
    );
    await expect(elsewhere.getByTestId('library-empty')).toBeVisible();
    await elsewhere.getByTestId('take-in-accept').click();
    await expect(elsewhere.getByTestId('library-row')).toHaveCount(1);
    expect(await readDisk(elsewhere)).toEqual(withoutOwner(sent));
    // A second time there is nothing to take.
    await chooser.setInputFiles(file);
    await expect(elsewhere.getByTestId('take-in-preview').locator('li')).toHaveAttribute(
      'data-step',
      'nothing',
    );
    await expect(elsewhere.getByTestId('take-in-accept')).toHaveCount(0);
    await elsewhere.context().close();
  } finally {
    profile.remove();
    other.remove();
  }
});

test('a worker that runs out of memory takes its tab with it; opened again, the set is offered', async ({
  openApp,
}) => {
  const page = await openApp({
    route: '#/train/gluteBridge?source=demo&model=lite',
    // Less memory than a tab has, so that the test need not fill the machine's.
    args: ['--js-flags=--max-old-space-size=256'],
  });
  await expect(page.getByTestId('train-count').first()).toHaveText('1', { timeout: 60_000 });
  const crashed = page.waitForEvent('crash', { timeout: 60_000 });
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      const all: number[][] = [];
      for (;;) all.push(new Array<number>(1_000_000).fill(0.5));
    });
  });
  await crashed;
  const again = await page.context().newPage();
  await again.goto(`${appOrigin()}/#/`);
  await expect(again.getByTestId('cut-off')).toContainText('Glute bridge');
  await again.getByTestId('cut-off-recover').click();
  await expect(again.getByTestId('cut-off')).toHaveCount(0);
});
