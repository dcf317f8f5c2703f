import AxeBuilder from '@axe-core/playwright';
import { test as base, chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { browserArgs } from '../../src/cli/browser.mjs';
import { fakeCameraArgs, makeFakeCameraFile, type ClipName } from '../support/fakeCamera';

/** How a story opens the app. */
export interface OpenOptions {
  /** Hash route with its query, `#/` where absent. */
  readonly route?: string;
  /** The clip that the camera shows; without one the browser has no camera at all. */
  readonly camera?: ClipName;
  /** Whether the browser lets the page use the camera. */
  readonly grantCamera?: boolean;
  /** The browser's language; English where absent. */
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'dark' | 'light';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** A set counts down before it starts, as it does by default; stories of a clip's first hold do without. */
  readonly countdown?: boolean;
  /** Further arguments for Chromium. */
  readonly args?: readonly string[];
  /**
   * Whether the app is kept on the device. Off where it is not the story: it would fetch the models
   * once more, and what a story answers in the server's place would not be asked for.
   */
  readonly keepApp?: boolean;
  /** Another server than the one of all stories. */
  readonly origin?: string;
  /** Runs before the page loads, to break what the story wants broken. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

/** What the voice room was asked to say or play, in order. */
export interface VoiceRecord {
  readonly kind: string;
  readonly text?: string;
  readonly earcon?: string;
}

interface StoryFixtures {
  /** Starts a browser of its own and opens the production build in it. */
  readonly openApp: (options?: OpenOptions) => Promise<Page>;
  /**
   * Problems that this story means to cause: console errors, page errors and failed requests that
   * match are not held against it.
   */
  readonly expectedProblems: RegExp | undefined;
}

/** Origin that the production build is served at. */
export const appOrigin = (): string => {
  const origin = process.env.HIPLINE_ORIGIN;
  if (origin === undefined) throw new Error('The stories run with the global set-up only.');
  return origin;
};

/**
 * A test in the real browser that also fails when the page asks another origin for anything, logs an
 * error, throws, or breaks its Content-Security-Policy.
 */
export const test = base.extend<StoryFixtures>({
  expectedProblems: async ({}, use) => {
    await use(undefined);
  },
  openApp: async ({ expectedProblems }, use, testInfo) => {
    const problems: string[] = [];
    const closers: (() => Promise<void>)[] = [];
    const pages: Page[] = [];
    await use(async (options = {}) => {
      const { context, close } = await startBrowser(options);
      closers.push(close);
      const origin = options.origin ?? appOrigin();
      watchForProblems(context, problems, origin);
      await recordVoice(context);
      await passSafety(context);
      if (options.countdown !== true) await startAtOnce(context);
      await options.prepare?.(context);
      const page = await context.newPage();
      pages.push(page);
      await page.goto(`${origin}/${options.route ?? '#/'}`);
      return page;
    });
    // A machine that is too slow for real time fails stories of the camera: then say how slow.
    if (testInfo.errors.length > 0) {
      for (const page of pages) {
        const speed = await readDiagnostics(page).catch(() => 'unknown');
        await testInfo.attach('speed', { body: JSON.stringify(speed), contentType: 'text/plain' });
      }
    }
    for (const close of closers) await close();
    expect(
      problems.filter((problem) => expectedProblems?.test(problem) !== true),
      'the page asks only its own origin and reports no error',
    ).toEqual([]);
  },
});

async function startBrowser(
  options: OpenOptions,
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const cameraArgs =
    options.camera === undefined ? [] : fakeCameraArgs(await makeFakeCameraFile(options.camera));
  const browser = await chromium.launch({
    executablePath: process.env.HIPLINE_BROWSER ?? '',
    args: [
      ...browserArgs,
      ...cameraArgs,
      // A page that nobody looks at is slowed down; an athlete's is looked at.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--autoplay-policy=no-user-gesture-required',
      ...(options.args ?? []),
    ],
  });
  const context = await browser.newContext({
    locale: options.locale ?? 'en-US',
    viewport: options.viewport ?? { width: 1280, height: 720 },
    colorScheme: options.colorScheme ?? 'dark',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    serviceWorkers: options.keepApp === true ? 'allow' : 'block',
    permissions: options.grantCamera === false ? [] : ['camera'],
  });
  return { context, close: () => browser.close() };
}

/** Adds a line for everything that a page of ours must not do. */
function watchForProblems(context: BrowserContext, problems: string[], origin: string): void {
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal = ['blob:', 'data:'].includes(url.protocol) || url.origin === origin;
    if (!isLocal) problems.push(`off origin: ${request.method()} ${url.href}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) {
      problems.push(`answered ${response.status()}: ${response.url()}`);
    }
  });
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    problems.push(`thrown: ${error.error().message}`);
  });
}

/** The voice room says on the window what it speaks and plays; this writes it down. */
const recordVoice = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const records: unknown[] = [];
    Object.assign(window, { voiceRecords: records });
    window.addEventListener('hipline:voice', (event) => {
      records.push((event as CustomEvent<unknown>).detail);
    });
  });

/** The questions on safety were answered; a story of them takes the answer away again. */
const passSafety = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    // The empty page before the first one has no storage.
    if (location.protocol === 'about:') return;
    const answer = { version: 1, answeredAtMs: Date.now() };
    localStorage.setItem('hipline.safety', JSON.stringify(answer));
  });

/** The clip's first hold would be over before the countdown is. */
const startAtOnce = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    const stored = localStorage.getItem('hipline.settings');
    if (stored === null) localStorage.setItem('hipline.settings', '{"countdown":false}');
  });

/** Follows a hash route without loading the page anew, as a link does. */
export const goTo = (page: Page, route: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, route);

/** What has been spoken and played in a page so far. */
export const readVoice = (page: Page): Promise<VoiceRecord[]> =>
  page.evaluate(() => (window as unknown as { voiceRecords: VoiceRecord[] }).voiceRecords);

/** Fails with axe's findings where a screen is not accessible (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const findings = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
  expect(findings).toEqual([]);
}

export { expect };

/** How fast the pipeline ran, from the page's own diagnostics. Leaves the screen that is shown. */
export async function readDiagnostics(page: Page): Promise<Readonly<Record<string, string>>> {
  await goTo(page, '#/about');
  const rows = page.getByTestId('diagnostics');
  const names = await rows.locator('dt').allTextContents();
  const values = await rows.locator('dd').allTextContents();
  return Object.fromEntries(names.map((name, i) => [name.trim(), values[i]?.trim() ?? '']));
}
