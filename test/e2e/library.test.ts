import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../src/cli/setup.mjs';
import { clipPath } from '../support/fakeCamera';
import { expect, expectAccessible, goTo, test } from './story';
import { readSummary } from './summary';

const trace = readFileSync(
  join(projectRoot, 'test/replay/traces/bridge_side_drop_female.trace.ndjson.gz'),
);

/** Judges a recorded trace, which keeps it as a set. */
async function openTrace(page: Page): Promise<void> {
  await goTo(page, '#/train/gluteBridge?source=trace&targetSec=1');
  const chooser = page.getByTestId('error-action').locator('input');
  await chooser.setInputFiles({
    name: 'set.trace.ndjson.gz',
    mimeType: 'application/octet-stream',
    buffer: trace,
  });
  await expect(page.getByTestId('summary')).toBeVisible();
}

test('a set is in the library with what it came to, and can be deleted with undo', async ({
  openApp,
}) => {
  const page = await openApp({ route: '#/library' });
  await expect(page.getByTestId('library-empty')).toBeVisible();
  await openTrace(page);
  await goTo(page, '#/library');
  const rows = page.getByTestId('library-row');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Glute bridge');
  await expect(rows).toContainText('1 of 3 good');
  await expectAccessible(page);

  await page.getByTestId('library-delete').click();
  await expect(rows).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(1);
  await rows.locator('a').focus();
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('library-empty')).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('library-empty')).toBeVisible();
});

test('an opened video is kept with its picture, which can be forgotten', async ({ openApp }) => {
  const page = await openApp({
    route: '#/train/gluteBridge?source=video&targetSec=1&model=lite',
    colorScheme: 'light',
  });
  const chooser = page.getByTestId('error-action').locator('input');
  await chooser.setInputFiles(clipPath('bridge_side_drop_female'));
  await expect(page.getByTestId('summary')).toBeVisible({ timeout: 90_000 });
  await goTo(page, '#/library');
  const row = page.getByTestId('library-row');
  await expect(row.locator('img')).toBeVisible();
  await expect(page.getByTestId('library-storage')).toContainText('MB');
  await expectAccessible(page);
  await page.getByTestId('library-forget').click();
  await expect(page.getByTestId('library-removed')).toBeVisible();
  await page.reload();
  await expect(row).toContainText('No video');
});

test('a set before the camera keeps how late the app was, for its report', async ({ openApp }) => {
  const route = '#/train/gluteBridge?source=camera&model=lite&targetSec=1&doseReps=1';
  const page = await openApp({ camera: 'bridge_side_drop_female', route });
  await expect(page.getByTestId('train-clock')).toBeVisible({ timeout: 60_000 });
  await readSummary(page);
  await goTo(page, '#/library');
  await page.getByTestId('library-row').locator('a').click();
  await expect(page.getByTestId('print-report')).toContainText(
    /Picture to verdict, middle, 95 %\s*\d+ ms, \d+ ms\s*Picture to screen, middle, 95 %\s*\d+ ms/,
  );
});
