import { test as base, chromium, expect, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { browserArgs, ensureBrowser } from '../../src/cli/browser.mjs';
import { projectRoot } from '../../src/cli/setup.mjs';

interface HarnessFixtures {
  /** Opens the page of `page/main.ts` in a browser of its own; `window.harness` is there. */
  readonly openHarness: (options?: HarnessOptions) => Promise<Page>;
}

/** How a test opens the page. */
export interface HarnessOptions {
  readonly args?: readonly string[];
  /** Runs before the page loads. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A test in real Chromium with the pose rooms' own modules, served as in development. */
export const test = base.extend<HarnessFixtures, { readonly server: ViteDevServer }>({
  server: [
    // Playwright reads a fixture's dependencies from this pattern; there are none.
    async ({}, use) => {
      const server = await createServer({
        root: projectRoot,
        configFile: `${projectRoot}/vite.config.ts`,
        cacheDir: `${projectRoot}/node_modules/.cache/hipline/browser-tests`,
        logLevel: 'warn',
        // Found while the page loads, a package would want a reload that nothing here carries out.
        optimizeDeps: { entries: ['test/browser/page/*.{html,ts}', 'src/*/worker.ts'] },
        server: { port: 0, watch: null, hmr: false },
      });
      await server.listen();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  openHarness: async ({ server }, use) => {
    const closers: (() => Promise<void>)[] = [];
    await use(async (options = {}) => {
      const browser = await chromium.launch({
        executablePath: await ensureBrowser(),
        args: [...browserArgs, ...(options.args ?? [])],
      });
      closers.push(() => browser.close());
      const page = await browser.newPage();
      await options.prepare?.(page);
      const [origin = ''] = server.resolvedUrls?.local ?? [];
      await page.goto(`${origin}test/browser/page/index.html`);
      await page.waitForFunction(() => 'harness' in window, undefined, { timeout: 90_000 });
      return page;
    });
    for (const close of closers) await close();
  },
});

export { expect };
