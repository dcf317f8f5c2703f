import type { Page } from '@playwright/test';
import { clipPath } from '../support/fakeCamera';
import { PlainHost, releaseWith } from '../support/hosts';
import { expect, goTo, test as story } from './story';
import { readSummary } from './summary';

/** A host of its own for each story; it sets no header. */
const test = story.extend<{ readonly host: PlainHost }>({
  host: async ({}, use) => {
    const host = new PlainHost();
    await host.start();
    await use(host);
    host.stop();
  },
  // A host that is gone, or that has lost a file, is what these stories are about.
  expectedProblems:
    /ERR_|Failed to load resource|answered (404|503)|update a ServiceWorker|FetchEvent/i,
});

/** Until everything that is needed without a network is kept. */
const expectKept = (page: Page, which: 'ready' | 'all' = 'ready'): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-kept', which === 'all' ? 'all' : /ready|all/, {
    timeout: 30_000,
  });

const readMark = (page: Page): Promise<string | null> =>
  page.locator('meta[name=mark]').getAttribute('content', { timeout: 5000 });

const withMark = (mark: string) => (page: string) =>
  page.replace('<title>', `<meta name="mark" content="${mark}" /><title>`);

test('after one visit a whole set is trained with the network cut', async ({ openApp, host }) => {
  // The visit was over before the larger model had come.
  host.change({ '/models/full/model.json': undefined });
  const page = await openApp({ keepApp: true, origin: host.origin });
  await expectKept(page);
  host.stop();
  await page.reload();
  await expect(page.getByTestId('today')).toBeVisible();
  // The host sets no header; the service worker does.
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  // The model of the settings is the larger one: the one that is there takes its place.
  await goTo(page, '#/train/gluteBridge?source=video&targetSec=1');
  const chooser = page.getByTestId('error-action').locator('input');
  await chooser.setInputFiles(clipPath('bridge_side_drop_female'));
  const { reps } = await readSummary(page, 90_000);
  expect(reps.map(({ kind, quality }) => [kind, quality])).toEqual([
    ['hold', true],
    ['hold', false],
    ['hold', false],
  ]);
  await expect(page.getByTestId('smaller-model')).toBeVisible();
});

test('the demo plays from what is kept, picture by picture', async ({ openApp, host }) => {
  const page = await openApp({ keepApp: true, origin: host.origin });
  await expectKept(page, 'all');
  host.stop();
  const { status, range, length } = await page.evaluate(async () => {
    const response = await fetch('demo/bridge.webm', { headers: { Range: 'bytes=10-19' } });
    const { byteLength } = await response.arrayBuffer();
    return {
      status: response.status,
      range: response.headers.get('Content-Range'),
      length: byteLength,
    };
  });
  expect({ status, length }).toEqual({ status: 206, length: 10 });
  expect(range).toMatch(/^bytes 10-19\/\d+$/);
});

test('a new version waits for the set, is announced, and comes at a press', async ({
  openApp,
  host,
}) => {
  const page = await openApp({ keepApp: true, origin: host.origin });
  await expectKept(page);
  await goTo(page, '#/train/gluteBridge?source=trace');
  await expect(page.getByTestId('error-message')).toBeVisible();
  host.change(releaseWith(withMark('second')));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    // Installed whole, and waiting.
    while (registration.waiting === null) await new Promise((next) => setTimeout(next, 20));
  });
  await expect(page.getByTestId('error-message')).toBeVisible();
  await expect(page.getByTestId('offline-notice')).toHaveCount(0);
  // What takes over while a set runs is refused by the lock that the set holds.
  const isBusy = await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const answered = new Promise<boolean>((done) => {
      port1.onmessage = ({ data }) => done((data as { isBusy: boolean }).isBusy);
    });
    waiting!.postMessage({ kind: 'takeOver' }, [port2]);
    return answered;
  });
  expect(isBusy).toBe(true);
  await goTo(page, '#/');
  await expect(page.getByTestId('offline-notice')).toHaveAttribute('data-notice', 'update');
  await page.getByTestId('offline-update').click();
  await expect.poll(() => readMark(page).catch(() => undefined)).toBe('second');
});

test('half an update is never used', async ({ openApp, host }) => {
  const page = await openApp({ keepApp: true, origin: host.origin });
  await expectKept(page);
  // The worker has arrived, the page of the same release has not: the old one is still served.
  const { '/serviceWorker.js': worker } = releaseWith(withMark('half'));
  host.change({ '/serviceWorker.js': worker });
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const { installing } = await registration.update();
    return new Promise<string>((done) => {
      const look = (): void => {
        if (installing?.state !== 'installing') {
          done(installing?.state ?? 'none');
        }
      };
      installing?.addEventListener('statechange', look);
      look();
    });
  });
  expect(outcome).toBe('redundant');
  await page.reload();
  await expect(page.getByTestId('today')).toBeVisible();
  await expect(page.getByTestId('offline-notice')).toHaveCount(0);
});

test('a version that does not start gives its place back to the one before', async ({
  openApp,
  host,
}) => {
  const page = await openApp({ keepApp: true, origin: host.origin });
  await expectKept(page);
  const broken = releaseWith((shell) =>
    withMark('broken')(shell).replace(/src="[^"]*\.js"/, 'src="./assets/gone.js"'),
  );
  host.change(broken);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByTestId('offline-notice')).toHaveAttribute('data-notice', 'update');
  await page.getByTestId('offline-update').click();
  await expect.poll(() => readMark(page).catch(() => undefined)).toBe('broken');
  await page.reload();
  await page.reload();
  await expect(page.getByTestId('today')).toBeVisible();
  await expect(page.getByTestId('offline-notice')).toHaveAttribute('data-notice', 'fallback');
});

test('files that the browser has removed are noticed, explained and fetched again', async ({
  openApp,
  host,
}) => {
  const page = await openApp({ keepApp: true, origin: host.origin });
  await expectKept(page);
  const empty = (): Promise<boolean> => page.evaluate(() => caches.delete('hipline.files'));
  await empty();
  await page.reload();
  await expect(page.getByTestId('offline-notice')).toHaveAttribute('data-notice', 'evicted');
  await expectKept(page);
  await empty();
  host.stop();
  await page.reload();
  await expect(page.locator('body')).toContainText('The browser has removed the app’s files');
});
