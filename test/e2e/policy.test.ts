import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { productionHeaders } from '../../src/cli/headers.mjs';
import { projectRoot } from '../../src/cli/setup.mjs';
import { PlainHost, reportPath, Wall } from '../support/hosts';
import { expect, goTo, test as story } from './story';
import { readSummary } from './summary';

const policy = 'Content-Security-Policy';
/** Every policy of the page, its workers and the service worker reports to the host. */
const reporting = `; report-uri ${reportPath}`;
const end = "frame-ancestors 'none'";

const test = story.extend<{ readonly host: PlainHost; readonly wall: Wall }>({
  host: async ({}, use) => {
    const host = new PlainHost({
      headers: { ...productionHeaders, [policy]: `${productionHeaders[policy]}${reporting}` },
    });
    await host.start();
    // What the service worker puts on its answers is under watch too.
    const worker = readFileSync(join(projectRoot, 'dist/serviceWorker.js'), 'utf8');
    host.change({ '/serviceWorker.js': worker.replace(end, `${end}${reporting}`) });
    await use(host);
    host.stop();
  },
  wall: async ({}, use) => {
    const wall = new Wall();
    await use(wall);
    wall.stop();
  },
});

const trace = join(projectRoot, 'test/replay/traces/bridge_side_drop_female.trace.ndjson.gz');

/** A set with the model, one of recorded poses that is kept, and its review: all of the workers run. */
async function useEverything(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'all', { timeout: 60_000 });
  await goTo(page, '#/train/gluteBridge?source=demo&model=lite');
  await expect(page.getByTestId('train-state')).toHaveAttribute('data-stage', 'running', {
    timeout: 60_000,
  });
  await goTo(page, '#/train/gluteBridge?source=trace&targetSec=1');
  await page.getByTestId('error-action').locator('input').setInputFiles(trace);
  await readSummary(page, 60_000);
  await goTo(page, '#/library');
  await page.getByTestId('library-row').getByRole('link').first().click();
  await expect(page.locator('h1')).toBeVisible();
}

/** What the browser asks for itself, with or without a page; the app knows none of these names. */
const ofTheBrowser = /^(http:\/\/)?([\w-]+\.googleapis|accounts\.google|\w+\.gvt1)\.com\b/;
const listOurs = (wall: Wall): string[] => wall.asked.filter((url) => !ofTheBrowser.test(url));

// What is tried in the second half is told by the browser; until then nothing may be reported.
test.use({ expectedProblems: /Content Security Policy|off origin: \S+ \w+:..example\.org|ERR_/ });

test('no worker asks another origin or breaks the policy, and code in one cannot', async ({
  openApp,
  host,
  wall,
}) => {
  const page = await openApp({ keepApp: true, origin: host.origin, args: await wall.start() });
  await useEverything(page);
  expect(host.reports).toEqual([]);
  expect(listOurs(wall)).toEqual([]);

  const attempt = async (): Promise<Readonly<Record<string, string>>> => {
    const far = 'https://example.org/';
    const tried = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'done',
        () => 'blocked',
      );
    return {
      byFetch: await tried(fetch(far, { mode: 'no-cors' })),
      // What the debugger itself calls may make code of strings; a task of the worker's own may not.
      code: await tried(
        new Promise((made, fail) => {
          setTimeout(() => {
            try {
              // Spelled so that the linter sees a call like any other.
              (globalThis as unknown as { eval: (code: string) => void }).eval('1');
              made(undefined);
            } catch (error) {
              fail(new Error(String(error)));
            }
          });
        }),
      ),
      bySocket: await tried(
        new Promise((open, fail) => {
          const socket = new WebSocket('wss://example.org/');
          socket.onopen = open;
          socket.onerror = fail;
        }),
      ),
    };
  };
  const nothing = { byFetch: 'blocked', code: 'blocked', bySocket: 'blocked' };
  const workers = [...page.workers(), ...page.context().serviceWorkers()];
  expect(workers.length).toBeGreaterThanOrEqual(2);
  for (const worker of workers)
    expect(await worker.evaluate(attempt), worker.url()).toEqual(nothing);
  expect(listOurs(wall)).toEqual([]);
  // Both requests of each, told by the browser itself: the watch above would have seen them.
  await expect.poll(() => host.reports.length).toBeGreaterThanOrEqual(2 * workers.length);
});
