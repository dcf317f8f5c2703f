import type { Page } from '@playwright/test';
import { everyRoute } from '../support/everyRoute';
import { expect, expectAccessible, goTo, test } from './story';

test.describe('code that got into the page all the same', () => {
  // Each attempt is reported; what counts is that nothing is sent or run.
  test.use({
    expectedProblems:
      /Content Security Policy|'Trusted(Script|HTML)|off origin: GET https:..example\.org/,
  });

  test('reaches no other origin, runs nothing inline and makes no code of strings', async ({
    openApp,
  }) => {
    const page = await openApp();
    const attempts = await page.evaluate(async () => {
      const far = 'https://example.org/';
      const byImage = new Promise<string>((done) => {
        const image = new Image();
        image.onload = () => {
          done('sent');
        };
        image.onerror = () => {
          done('blocked');
        };
        image.src = `${far}pixel.png`;
      });
      const attempt = (run: () => unknown): string => {
        try {
          run();
          return 'run';
        } catch {
          return 'blocked';
        }
      };
      const blob = URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }));
      return {
        byFetch: await fetch(far).then(
          () => 'sent',
          () => 'blocked',
        ),
        byImage: await byImage,
        inline: attempt(() => {
          const inline = document.createElement('script');
          inline.textContent = 'window.wasRun = true;';
          document.head.append(inline);
          if (!('wasRun' in window)) throw new Error('not run');
        }),
        markup: attempt(() => {
          document.createElement('div').innerHTML = '<b>bold</b>';
        }),
        // Spelled so that the linter sees a call like any other.
        code: attempt(() => (globalThis as unknown as { eval: (code: string) => void }).eval('1')),
        worker: attempt(() => new Worker(blob)),
        farWorker: attempt(() => new Worker(`${far}worker.js`)),
      };
    });
    expect(attempts).toEqual({
      byFetch: 'blocked',
      byImage: 'blocked',
      inline: 'blocked',
      markup: 'blocked',
      code: 'blocked',
      worker: 'blocked',
      farWorker: 'blocked',
    });
  });
});

test('every screen asks only its own origin and reports nothing', async ({ openApp }) => {
  const warnings: string[] = [];
  // No camera: the screens that want one say so, which is part of the walk.
  const page = await openApp({
    keepApp: true,
    prepare: async (context) => {
      context.on('console', (message) => {
        if (message.type() === 'warning') warnings.push(message.text());
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // The walk fails on any error of the console.
          // eslint-disable-next-line no-console -- it runs in the page, whose console is what is read
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
    },
  });
  for (const route of everyRoute) {
    await goTo(page, route);
    await expect(page.locator('h1, [data-testid=error-message]').first(), route).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  expect(warnings.filter((text) => /policy|header/i.test(text))).toEqual([]);
});

/** How many camera tracks of the page are still live. */
const countLive = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (window as unknown as { tracks: MediaStreamTrack[] }).tracks.filter(
        (track) => track.readyState === 'live',
      ).length,
  );

test('the camera runs only where it is looked at: leaving and finishing stop it', async ({
  openApp,
}) => {
  const page = await openApp({
    camera: 'squat_front_female',
    route: '#/train/gluteBridge?source=camera&model=lite',
    prepare: async (context) => {
      await context.addInitScript(() => {
        const tracks: MediaStreamTrack[] = [];
        Object.assign(window, { tracks });
        if (!isSecureContext) return;
        const { mediaDevices } = navigator;
        const real = mediaDevices.getUserMedia.bind(mediaDevices);
        mediaDevices.getUserMedia = async (constraints) => {
          const stream = await real(constraints);
          tracks.push(...stream.getTracks());
          return stream;
        };
      });
    },
  });
  await expect(page.getByTestId('framing-message')).toBeVisible({ timeout: 30_000 });
  // The message stands there while the camera is still being opened.
  await expect.poll(() => countLive(page)).toBe(1);
  await goTo(page, '#/');
  await expect(page.getByTestId('framing-message')).toHaveCount(0);
  // With its next picture, as a track must not end while one is waited for (pictureTap).
  await expect.poll(() => countLive(page)).toBe(0);
  await goTo(page, '#/calibrate');
  await expect(page.getByTestId('calibration-skip')).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('calibration-leave').click();
  await expect(page.getByTestId('calibration-skip')).toHaveCount(0);
  await expect.poll(() => countLive(page)).toBe(0);
  // Left while the camera is still being opened.
  await goTo(page, '#/train/gluteBridge?source=camera&model=lite');
  await goTo(page, '#/about');
  await expect.poll(() => countLive(page)).toBe(0);
});

test('the privacy page lists what is kept, and each of it goes by its delete', async ({
  openApp,
}) => {
  const page = await openApp();
  await page.evaluate(async () => {
    localStorage.setItem('hipline.settings', '{"theme":"light"}');
    localStorage.setItem('hipline.training', '{"version":1,"sets":[],"stages":{}}');
    localStorage.setItem('left.by.somebody', 'x');
    const root = await navigator.storage.getDirectory();
    // A set that is not whole would be put right by the app itself.
    const file = await (await root.getFileHandle('left', { create: true })).createWritable();
    await file.write('{}');
    await file.close();
    await new Promise((done) => {
      indexedDB.open('other').onsuccess = ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        done(undefined);
      };
    });
  });
  await goTo(page, '#/privacy');
  await page.reload();
  const rows = page.getByTestId('privacy-items').locator('li');
  const readKinds = (): Promise<(string | null)[]> =>
    rows.evaluateAll((items) => items.map((item) => item.getAttribute('data-kind')));
  await expect(rows.first()).toBeVisible();
  await expectAccessible(page);
  const kinds = await readKinds();
  expect(kinds).toEqual(expect.arrayContaining(['settings', 'training', 'safety', 'other']));
  const readProfile = (): Promise<string | null> =>
    page.evaluate(() => localStorage.getItem('hipline.profile'));
  const before = await readProfile();
  // A story answers the questions on safety and sets the countdown with each load; the app makes an
  // empty profile. All else stays away.
  const madeAnew = ['settings', 'people', 'safety'];
  for (const kind of kinds) {
    const row = page.locator(`li[data-kind=${kind}]`);
    await row.getByRole('button').click();
    // Nothing of it may be left in memory: the page loads itself anew.
    const loaded = page.waitForEvent('load');
    await page.getByTestId('privacy-really').click();
    await loaded;
    await expect(rows.first()).toBeVisible();
    if (!madeAnew.includes(kind ?? '')) await expect(row).toHaveCount(0);
  }
  await expect.poll(readKinds).toEqual(madeAnew);
  const left = await page.evaluate(async () => ({
    keys: Object.keys(localStorage).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    settings: localStorage.getItem('hipline.settings'),
  }));
  expect(left).toEqual({
    keys: ['hipline.profile', 'hipline.safety', 'hipline.settings'],
    databases: ['hipline'],
    settings: '{"countdown":false}',
  });
  expect(await readProfile()).not.toBe(before);
});

test('the diagnostics are accessible and their report names nobody', async ({ openApp }) => {
  const page = await openApp({ route: '#/diagnostics', grantCamera: false });
  await page.evaluate(() => {
    const errors = [
      { code: 'codecUnsupported', detail: 'anna.mp4', atMs: 0 },
      { code: 'unexpected', detail: 'x is not a function', atMs: 0 },
    ];
    localStorage.setItem('hipline.errors', JSON.stringify(errors));
    localStorage.setItem('hipline.people', 'Anna');
  });
  await page.reload();
  const report = page.getByTestId('diagnostics-report');
  await expect(report).toContainText('x is not a function');
  await expectAccessible(page);
  const text = await report.textContent();
  expect(text).not.toContain('Anna');
  expect(text).toMatch(/^Hipline \d+\.\d+\.\d+$/m);
  expect(text).toMatch(/^has: secure camera wasm/m);
  await page.getByTestId('diagnostics-copy').click();
  await expect(page.getByRole('status').first()).not.toBeEmpty();
  await goTo(page, '#/licences');
  await expect(page.getByTestId('licences').locator('summary').first()).toBeVisible();
  await expectAccessible(page);
});
