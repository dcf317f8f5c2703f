import type { Page, Route } from '@playwright/test';
import { expect, test } from './harness';

/** Runs a line in the set writer's worker before the worker's own code, where a page cannot reach. */
const before = (line: string) => async (page: Page) =>
  page.route('**/src/setWriter/worker.ts*', async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });

/** Records for a second and tells what was kept and what was said. */
const record = (page: Page, id: string) =>
  page.evaluate(async (setId) => {
    const { recording } = window.harness;
    const recorder = await recording.recordDrawn(setId, 1, 10).catch(() => undefined);
    await recorder?.abandon();
    const trace = await recording.readSetTrace(setId).catch(() => undefined);
    return {
      started: recorder !== undefined,
      poses: trace?.frames.length ?? 0,
      failures: recording.recordingClock.failures,
    };
  }, id);

test('a disk that is full ends the recording with a word; what is written stays', async ({
  openHarness,
}) => {
  // Fills after the first pieces: the browser then writes less than it is given.
  const page = await openHarness({
    prepare: before(`{
      const write = FileSystemSyncAccessHandle.prototype.write;
      let left = 3000;
      FileSystemSyncAccessHandle.prototype.write = function (data, options) {
        if (left < data.byteLength) throw new DOMException('full', 'QuotaExceededError');
        left -= data.byteLength;
        return write.call(this, data, options);
      };
    }`),
  });
  const { started, failures } = await record(page, 'full');
  expect(started).toBe(true);
  expect(failures.join()).toMatch(/^diskFull/);
  expect(await page.evaluate(() => window.harness.recording.listRecordedSets())).toHaveLength(1);
});

test('a slow disk loses no pose', async ({ openHarness }) => {
  const page = await openHarness({
    prepare: before(`{
      const write = FileSystemSyncAccessHandle.prototype.write;
      FileSystemSyncAccessHandle.prototype.write = function (data, options) {
        const end = performance.now() + 50;
        while (performance.now() < end);
        return write.call(this, data, options);
      };
    }`),
  });
  const { poses, failures } = await record(page, 'slow');
  expect(failures).toEqual([]);
  expect(poses).toBe(10);
});

test('without synchronous file handles nothing is recorded, and that is said', async ({
  openHarness,
}) => {
  const page = await openHarness({
    prepare: before('delete FileSystemFileHandle.prototype.createSyncAccessHandle;'),
  });
  const { poses, started, failures } = await record(page, 'none');
  expect(poses).toBe(0);
  expect(!started || failures.length > 0).toBe(true);
});
