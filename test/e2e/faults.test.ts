import type { BrowserContext, Page } from '@playwright/test';
import { fakeCameraArgs, makeFakeCameraFile } from '../support/fakeCamera';
import { type DrawnCamera, prepareDrawnCamera, setCamera, tellTrack } from '../support/drawnCamera';
import { appOrigin, expect, goTo, type OpenOptions, test } from './story';
import { readSummary } from './summary';

const route = '#/train/gluteBridge?source=camera&model=lite&targetSec=1';
const drawn: OpenOptions = {
  route,
  prepare: async (context) => {
    await prepareDrawnCamera(context);
  },
};

/** Pictures are judged: the set could be started. */
const expectJudging = (page: Page): Promise<void> =>
  expect(page.getByTestId('start-now')).toBeEnabled({ timeout: 60_000 });
const expectPerson = (page: Page): Promise<void> =>
  expect(page.getByTestId('framing-list').locator('[data-met=true]').first()).toBeVisible({
    timeout: 30_000,
  });
const expectError = (page: Page, code: string): Promise<void> =>
  expect(page.getByTestId('error-message')).toHaveAttribute('data-code', code);
const expectNoError = (page: Page): Promise<void> =>
  expect(page.getByTestId('error-message')).toHaveCount(0);

/** Counts how often the app asks for the screen to stay on. */
const countWakeLocks = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    const { wakeLock } = navigator;
    const request = wakeLock.request.bind(wakeLock);
    const counted = window as unknown as { wakeLocks: number };
    counted.wakeLocks = 0;
    wakeLock.request = (type) => {
      counted.wakeLocks += 1;
      return request(type);
    };
  });

const readWakeLocks = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { wakeLocks: number }).wakeLocks);

const scenes: readonly (readonly [string, Partial<DrawnCamera>, boolean])[] = [
  ['5 pictures a second', { fps: 5 }, true],
  ['4K', { widthPx: 3840, heightPx: 2160, fps: 10 }, true],
  ['upright (portrait)', { widthPx: 480, heightPx: 640 }, true],
  ['nobody', { show: 'nobody' }, false],
  ['a person on a poster behind', { show: 'poster' }, true],
  ['a mirror behind the athlete', { show: 'mirror' }, true],
];

test('cameras of any kind, and rooms of any kind, are judged or said to show nobody', async ({
  openApp,
}) => {
  const page = await openApp({ ...drawn, route: '#/about' });
  for (const [name, setup, hasPerson] of scenes) {
    await test.step(name, async () => {
      await setCamera(page, setup);
      await goTo(page, route);
      await expectJudging(page);
      if (hasPerson) await expectPerson(page);
      else await expect(page.getByTestId('framing-list').locator('[data-met=true]')).toHaveCount(0);
      await expectNoError(page);
      await goTo(page, '#/about');
      await expect(page.getByTestId('start-now')).toHaveCount(0);
    });
  }
});

test('a camera turned by 90° is judged, and what it sees is said', async ({ openApp }) => {
  const page = await openApp({ ...drawn, route: '#/about' });
  await setCamera(page, { turnDeg: 90 });
  await goTo(page, route);
  await expectJudging(page);
  await expect(page.getByTestId('framing-message')).not.toBeEmpty();
  await expectNoError(page);
});

test('a camera that goes dark is told, and the set goes on when it is back', async ({
  openApp,
}) => {
  const page = await openApp(drawn);
  await expectJudging(page);
  await tellTrack(page, 'mute');
  await expectError(page, 'cameraMuted');
  await tellTrack(page, 'unmute');
  await expectNoError(page);
  await expectJudging(page);
});

/** Takes the camera's permission back, as the sign in the address bar does, or gives it again. */
async function setPermission(page: Page, setting: 'denied' | 'granted'): Promise<void> {
  const { targetInfo } = await (
    await page.context().newCDPSession(page)
  ).send('Target.getTargetInfo');
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { browserContextId } = targetInfo;
  await session.send('Browser.setPermission', {
    ...{ permission: { name: 'camera' }, setting, origin: appOrigin() },
    ...(browserContextId === undefined ? {} : { browserContextId }),
  });
}

test('a permission taken back in the set is told, and given again the set goes on', async ({
  openApp,
}) => {
  const clip = await makeFakeCameraFile('bridge_side_drop_female');
  const page = await openApp({
    route: '#/train/gluteBridge?source=camera&model=lite&targetSec=1&doseReps=9',
    // Nobody says yes in the athlete's place.
    args: fakeCameraArgs(clip).filter((arg) => !arg.includes('fake-ui')),
  });
  await expectJudging(page);
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-count')).toHaveText('1', { timeout: 40_000 });
  await setPermission(page, 'denied');
  await expectError(page, 'notAllowed');
  await page.getByTestId('error-action').click();
  await expectError(page, 'notAllowed');
  await setPermission(page, 'granted');
  await page.getByTestId('error-action').click();
  await expectNoError(page);
  await expect(page.getByTestId('train-count')).toHaveText('2', { timeout: 40_000 });
  await page.getByTestId('train-stop').click();
  await page.getByTestId('stopped-end').click();
  const { reps } = await readSummary(page);
  // The hold from before is still there.
  expect(reps.filter(({ kind }) => kind === 'hold').length).toBeGreaterThanOrEqual(2);
});

test('a lid that is closed takes the camera; opened, the set goes on by itself', async ({
  openApp,
}) => {
  const page = await openApp({
    ...drawn,
    prepare: async (context) => {
      await prepareDrawnCamera(context);
      await countWakeLocks(context);
    },
  });
  await expectJudging(page);
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-clock')).toBeVisible();
  const before = await readWakeLocks(page);
  expect(before).toBeGreaterThan(0);
  await tellTrack(page, 'ended');
  await expectError(page, 'unplugged');
  // Awake again: no device has changed, the page is only told that it goes on.
  await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  await expectNoError(page);
  await expect(page.getByTestId('train-clock')).toBeVisible();
  await expect.poll(() => readWakeLocks(page)).toBeGreaterThan(before);
});

test('a second tab is told that another one has the camera', async ({ openApp }) => {
  const page = await openApp(drawn);
  await expectJudging(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expectError(second, 'secondTab');
  await second.close();
  await expectNoError(page);
});

test('a clock that is set back while the page is open changes nothing of the set', async ({
  openApp,
}) => {
  const page = await openApp(drawn);
  await expectJudging(page);
  await page.evaluate(() => {
    const real = Date.now;
    Date.now = () => real() - 3_600_000;
  });
  await page.getByTestId('start-now').click();
  await expect(page.getByTestId('train-clock')).toBeVisible();
  await expectNoError(page);
});

/** What Safari and older browsers lack, taken out of Chromium before the app sees it. */
const lacking: Readonly<Record<string, () => void>> = {
  'WebCodecs, track processor, WebGPU, wake lock, speech, sharing, file pickers and sound': () => {
    const gone = (holder: object, ...names: string[]): void => {
      for (const name of names) Reflect.deleteProperty(holder, name);
    };
    gone(window, 'VideoFrame', 'VideoDecoder', 'VideoEncoder', 'MediaStreamTrackProcessor');
    gone(window, 'showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker');
    gone(window, 'requestIdleCallback', 'speechSynthesis', 'AudioContext');
    gone(Navigator.prototype, 'gpu', 'wakeLock', 'share', 'canShare', 'locks', 'serviceWorker');
  },
  'the track processor alone': () => {
    Reflect.deleteProperty(window, 'MediaStreamTrackProcessor');
  },
  'a sound device: it is there and does not start': () => {
    Object.defineProperty(window, 'AudioContext', {
      value: function () {
        throw new DOMException('no device', 'NotSupportedError');
      },
    });
  },
};

for (const [what, remove] of Object.entries(lacking)) {
  test(`without ${what} a set is judged all the same`, async ({ openApp }) => {
    const page = await openApp({
      route,
      prepare: async (context) => {
        await context.addInitScript(remove);
        await prepareDrawnCamera(context);
      },
    });
    await expectJudging(page);
    await expectPerson(page);
    await page.getByTestId('start-now').click();
    await expect(page.getByTestId('train-clock')).toBeVisible();
    await expectNoError(page);
    await goTo(page, '#/diagnostics');
    await expect(page.getByTestId('diagnostics-report')).toContainText('lacks:');
  });
}
