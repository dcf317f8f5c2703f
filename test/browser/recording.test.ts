import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArgs, ensureBrowser } from '../../src/cli/browser.mjs';
import { expect, test } from './harness';

/** What is on the disk of a set, as the page reads it. */
const readBack = (page: Page, id: string) =>
  page.evaluate(async (setId) => {
    const { recording } = window.harness;
    const [set] = await recording.listRecordedSets();
    const video = await recording.readSetFile(setId, set?.manifest.video ?? 'video.webm');
    const trace = await recording.readSetTrace(setId);
    const events = await (await recording.readSetFile(setId, 'events.ndjson'))?.text();
    return {
      set,
      pictures: video === undefined ? [] : await recording.listPictureTimes(video),
      poses: trace?.frames.map(({ tSec }) => tSec) ?? [],
      events: events?.split('\n').length ?? 0,
      failures: recording.recordingClock.failures,
    };
  }, id);

test('a set is on the disk as it happened: pictures and poses at the same times', async ({
  openHarness,
}) => {
  const page = await openHarness();
  await page.evaluate(async () => {
    const recorder = await window.harness.recording.recordDrawn('one', 3, 10);
    await recorder.finish({
      format: 'hipline.setSummary',
      version: 2,
      verdict: window.harness.recording.emptyVerdict,
    });
  });
  const { set, pictures, poses, events, failures } = await readBack(page, 'one');
  expect(failures).toEqual([]);
  expect(set?.summary?.droppedPictures).toBe(30 - pictures.length);
  expect(set?.sizeBytes).toBeGreaterThan(1000);
  expect(poses).toHaveLength(30);
  expect(events).toBe(31);
  expect(pictures.length).toBeGreaterThan(0);
  for (const tSec of pictures) {
    expect(Math.min(...poses.map((pose) => Math.abs(pose - tSec)))).toBeLessThan(0.002);
  }
  const left = await page.evaluate(async () => {
    const { recording } = window.harness;
    await recording.deleteVideo('one');
    const withoutVideo = await recording.readSetTrace('one');
    await recording.deleteSet('one');
    return {
      poses: withoutVideo?.frames.length,
      sets: (await recording.listRecordedSets()).length,
    };
  });
  expect(left).toEqual({ poses: 30, sets: 0 });
});

test('a browser that is killed loses two seconds of a set at most', async ({ server }) => {
  const profile = mkdtempSync(join(tmpdir(), 'hipline-killed-'));
  const open = async (): Promise<Page> => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: await ensureBrowser(),
      args: [...browserArgs],
    });
    const page = await context.newPage();
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}test/browser/page/index.html`);
    await page.waitForFunction(() => 'harness' in window, undefined, { timeout: 90_000 });
    return page;
  };
  try {
    const page = await open();
    void page.evaluate(() => window.harness.recording.recordDrawn('cut', 60, 10)).catch(() => null);
    await page.waitForFunction(() => window.harness.recording.recordingClock.tSec >= 6);
    const killedSec = await page.evaluate(() => window.harness.recording.recordingClock.tSec);
    execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${profile}`]);
    const again = await open();
    const { set, pictures, poses } = await readBack(again, 'cut');
    expect(set?.manifest.id).toBe('cut');
    expect(set?.summary).toBeUndefined();
    expect(poses.at(-1)).toBeGreaterThan(killedSec - 2);
    expect(pictures.at(-1)).toBeGreaterThan(killedSec - 2);
    await again.context().close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
