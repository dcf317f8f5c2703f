import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { beginLying, bridge, train } from '../support/liveTrace';
import { expect, type OpenOptions, readVoice, test } from './story';
import { readSummary } from './summary';

/** What a story reaches of the machine's sound. */
interface SoundHandle {
  sound: AudioContext | undefined;
  speakers: string[];
}

/** Keeps hold of the page's own audio graph, and of the list of speakers that the system gives. */
const reachSound = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (location.protocol === 'about:') return;
    const handle: SoundHandle = { sound: undefined, speakers: ['laptop', 'bluetooth'] };
    Object.assign(window, { soundHandle: handle });
    window.AudioContext = class extends AudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        handle.sound = this;
      }
    };
    const listDevices = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    navigator.mediaDevices.enumerateDevices = async () => {
      const others = (await listDevices()).filter(({ kind }) => kind !== 'audiooutput');
      const speakers = handle.speakers.map((deviceId) => ({ kind: 'audiooutput', deviceId }));
      return [...others, ...(speakers as unknown as MediaDeviceInfo[])];
    };
  });

const live: OpenOptions = {
  route: '#/train/gluteBridge?source=trace&live=true&stage=A&doseReps=1&targetSec=60',
  prepare: async (context) => {
    await reachSound(context);
  },
};

/** One hold of a minute, so that there is a middle of it. */
const oneMinute = bridge(beginLying(), 180, 61).stay(3).toTrace('gluteBridge');

/** Does something to the page as soon as the hold has so many good seconds. */
const inHold = (
  page: Page,
  goodSec: number,
  what: 'hide' | 'call' | 'unplug' | 'log',
): Promise<void> =>
  page.evaluate(
    async ([goodSec, what]) => {
      const readGood = (): number => {
        const clock = document.querySelector<HTMLElement>('[data-testid=train-clock]');
        return Number(clock?.dataset.goodSec ?? 0);
      };
      while (readGood() < goodSec) await new Promise(requestAnimationFrame);
      if (what === 'log') {
        const handle: ClockLog = { clockLog: [] };
        Object.assign(window, handle);
        const note = (nowMs: number): void => {
          handle.clockLog.push({ nowSec: nowMs / 1000, goodSec: readGood() });
          requestAnimationFrame(note);
        };
        note(performance.now());
        return;
      }
      const { soundHandle } = window as unknown as { soundHandle: SoundHandle };
      if (what === 'call') await soundHandle.sound?.suspend();
      if (what === 'unplug') {
        soundHandle.speakers = ['laptop'];
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      }
      if (what === 'hide') {
        Object.defineProperty(document, 'visibilityState', {
          configurable: true,
          value: 'hidden',
        });
        document.dispatchEvent(new Event('visibilitychange'));
      }
    },
    [goodSec, what] as const,
  );

const readGood = async (page: Page): Promise<number> =>
  Number(await page.getByTestId('train-clock').getAttribute('data-good-sec'));

/** The hold before and the hold after are one, and all of it counts. */
async function expectOneWholeHold(page: Page): Promise<void> {
  const { reps } = await readSummary(page);
  expect(reps.map(({ kind }) => kind)).toEqual(['hold']);
  expect(reps[0]?.goodSec).toBeGreaterThanOrEqual(60);
}

const readWords = async (page: Page): Promise<readonly string[]> =>
  (await readVoice(page)).flatMap(({ text }) => text ?? []);

test('a page that is hidden stops the clock in the middle of a hold, which goes on', async ({
  openApp,
}) => {
  const page = await openApp(live);
  await train(page, oneMinute);
  await inHold(page, 5, 'hide');
  await expect(page.getByTestId('stopped')).toContainText('Paused');
  const goodSec = await readGood(page);
  expect(goodSec).toBeLessThan(60);
  // Frames that were on their way are over; from here on the clock stands.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const stands = await readGood(page);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await readGood(page)).toBe(stands);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.getByTestId('stopped')).toHaveCount(0);
  expect(await readWords(page)).toContain('The set was paused while this page was hidden.');
  await expectOneWholeHold(page);
});

test('a call takes the sound: the set says so, waits, and goes on when it is over', async ({
  openApp,
}) => {
  const page = await openApp(live);
  await train(page, oneMinute);
  // A press or a key lets the page sound.
  await page.keyboard.press('Shift');
  await inHold(page, 5, 'call');
  await expect
    .poll(() => readWords(page))
    .toContain('A call or another app has the sound. The set waits until it is over.');
  // The sound is asked back by the app itself.
  await expect.poll(() => readWords(page)).toContain('The sound is back. Going on.');
  await expectOneWholeHold(page);
});

test('a speaker that is lost is told, and the set goes on', async ({ openApp }) => {
  const page = await openApp(live);
  await train(page, oneMinute);
  await inHold(page, 5, 'unplug');
  await expect
    .poll(() => readWords(page))
    .toContain('The speaker is gone. I go on from this device.');
  await expectOneWholeHold(page);
});

/** The clock of good seconds as a page shows it, picture by picture. */
interface ClockLog {
  clockLog: { readonly nowSec: number; readonly goodSec: number }[];
}

/** Stops the processes of all pages, as a system does that sleeps, and lets them go on. */
async function freezePages(page: Page, lastMs: number): Promise<void> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  for (const { id } of renderers) process.kill(id, 'SIGSTOP');
  await sleep(lastMs);
  for (const { id } of renderers) process.kill(id, 'SIGCONT');
}

test('a page that is frozen in the middle of a hold counts nothing of it, and goes on', async ({
  openApp,
}) => {
  const route = '#/train/gluteBridge?source=camera&model=lite&targetSec=60&doseReps=9';
  const page = await openApp({ camera: 'bridge_side_drop_female', route });
  await expect(page.getByTestId('start-now')).toBeEnabled({ timeout: 60_000 });
  await page.getByTestId('start-now').click();
  await inHold(page, 1, 'log');
  await freezePages(page, 4000);
  // Judged on: the clock moves again.
  const frozenAt = await readGood(page);
  await expect.poll(() => readGood(page), { timeout: 40_000 }).not.toBe(frozenAt);
  await expect(page.getByTestId('error-message')).toHaveCount(0);
  const clockLog = await page.evaluate(() => (window as unknown as ClockLog).clockLog);
  const thawed = clockLog.findIndex(
    ({ nowSec }, n) => nowSec - (clockLog[n - 1]?.nowSec ?? nowSec) > 3,
  );
  expect(thawed).toBeGreaterThan(0);
  const after = clockLog.slice(thawed - 1);
  const countedSec = after.reduce(
    (sum, { goodSec }, n) => sum + Math.max(0, goodSec - (after[n - 1]?.goodSec ?? goodSec)),
    0,
  );
  // What was counted since has been lived through since; pictures that were on their way are the second more.
  const livedSec = (after.at(-1)?.nowSec ?? 0) - (after[1]?.nowSec ?? 0);
  expect(countedSec).toBeLessThanOrEqual(livedSec + 1);
});
