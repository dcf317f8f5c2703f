import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/setup.mjs';
import { expect, expectAccessible, goTo, test } from './story';

const trace = readFileSync(
  join(projectRoot, 'test/replay/traces/bridge_side_drop_female.trace.ndjson.gz'),
);

test('sets go into a shared folder under new names, and come out of it', async ({ openApp }) => {
  const page = await openApp({
    route: '#/train/gluteBridge?source=trace&targetSec=1',
    // No test can press in the system's own dialogue: a folder of the page's own disk is picked.
    prepare: async (context) => {
      await context.addInitScript(() => {
        Object.assign(window, {
          showDirectoryPicker: async () => {
            const root = await navigator.storage.getDirectory();
            return root.getDirectoryHandle('clinic', { create: true });
          },
        });
        // Nor is there a share sheet without a system's desktop: what is given to it is written down.
        Object.assign(navigator, {
          canShare: () => true,
          share: ({ files }: { readonly files: readonly File[] }) => {
            document.title = `shared ${files.map(({ name }) => name).join(' ')}`;
            return Promise.resolve();
          },
        });
      });
    },
  });
  await page.getByTestId('error-action').locator('input').setInputFiles({
    name: 'set.trace.ndjson.gz',
    mimeType: 'application/octet-stream',
    buffer: trace,
  });
  await expect(page.getByTestId('summary-review')).toBeVisible();
  await goTo(page, '#/library');
  await page.getByTestId('folder-pick').click();
  await expect(page.getByTestId('folder-watched')).toContainText('clinic');
  await page.getByRole('radio', { name: /lines/ }).check();
  await page.getByTestId('hand-over-folder').click();
  await expect(page.getByTestId('hand-over-put')).toContainText('sets.hipline');
  await page.getByTestId('hand-over-folder').click();
  await expect(page.getByTestId('hand-over-put')).toContainText('sets-2.hipline');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page).toHaveTitle(/^shared hipline-.*-sets\.hipline$/);
  await expectAccessible(page);

  // Somebody else puts a file there, and the set is gone here.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('clinic');
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind !== 'file' || name.endsWith('-2.hipline')) continue;
      const copy = await folder.getFileHandle('from-clinic.hipline', { create: true });
      const writable = await copy.createWritable();
      await writable.write(await handle.getFile());
      await writable.close();
      break;
    }
  });
  await page.getByTestId('library-delete').click();
  await expect(page.getByTestId('library-undo')).toBeVisible();
  await page.reload();
  await expect(page.getByTestId('library-empty')).toBeVisible();
  await page.getByTestId('folder-arrived').click();
  await page.getByTestId('take-in-accept').click();
  await expect(page.getByTestId('library-row')).toHaveCount(1);
  // The picture is one of lines.
  await expect(page.getByTestId('library-row').locator('img')).toBeVisible();
  await expect(page.getByTestId('folder-arrived')).toHaveCount(0);
});
