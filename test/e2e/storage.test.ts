import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createProfile, type Profile } from '../support/profile';
import { appOrigin, expect, goTo, test } from './story';

async function open(profile: Profile, route: string): Promise<Page> {
  const context = await profile.open(process.env.HIPLINE_BROWSER ?? '');
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(`${appOrigin()}/${route}`);
  return page;
}

/** Does something to each file of the databases on the disk. */
function harmDatabases(profile: Profile, harm: (file: string) => void): void {
  const folder = join(profile.folder, 'Default', 'IndexedDB');
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith('.leveldb'))
    .forEach((entry) => harm(join(entry.parentPath, entry.name)));
}

const listPeople = (page: Page): ReturnType<Page['getByTestId']> => page.getByTestId('person');

async function restore(page: Page, backup: string): Promise<void> {
  await goTo(page, '#/people');
  await page.getByTestId('restore').locator('input').setInputFiles(backup);
  await expect(page.getByTestId('restored')).toContainText('Ann is back');
  await expect(listPeople(page).filter({ hasText: 'Ann' })).toHaveCount(1);
}

test('a database that is lost or broken is told, and a backup brings everything back', async () => {
  const profile = createProfile();
  try {
    const page = await open(profile, '#/people');
    await page.getByTestId('person-add').locator('input').fill('Ann');
    await page.getByTestId('person-add').locator('button').click();
    await expect(listPeople(page).filter({ hasText: 'Ann' })).toHaveCount(1);
    const saving = page.waitForEvent('download');
    await page.getByTestId('backup').click();
    const backup = join(profile.folder, 'backup.json');
    await (await saving).saveAs(backup);
    await page.context().close();

    // Every byte is another: the browser begins with an empty one and says nothing.
    harmDatabases(profile, (file) => {
      writeFileSync(
        file,
        readFileSync(file).map((byte) => byte ^ 0xa5),
      );
    });
    const emptied = await open(profile, '#/');
    await expect(emptied.getByTestId('today-notices')).toContainText('has lost your plan');
    await restore(emptied, backup);
    await emptied.context().close();

    // A part is gone: the browser opens it no more.
    harmDatabases(profile, (file) => {
      if (file.includes('MANIFEST')) rmSync(file);
    });
    const broken = await open(profile, '#/');
    await expect(broken.getByTestId('today-notices')).toContainText('cannot be read');
    // Nothing can be taken in now, and nothing says that it was.
    await goTo(broken, '#/people');
    await broken.getByTestId('restore').locator('input').setInputFiles(backup);
    await expect(broken.getByTestId('restored')).toContainText('keeps no database');
    await broken.context().close();
  } finally {
    profile.remove();
  }
});

test.describe('a page without the app', () => {
  // It has no icon, which the browser asks for.
  test.use({ expectedProblems: /404 \(Not Found\)/ });

  test('that keeps an older database is told, and closed the app goes on', async ({ openApp }) => {
    // A page without the app, which lets go of nothing.
    const older = await openApp({ route: 'robots.txt' });
    await older.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('hipline', 1);
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('profiles', { keyPath: 'id' });
            opening.result
              .createObjectStore('entries', { autoIncrement: true })
              .createIndex('profile', 'profileId');
          };
          opening.onsuccess = () => done();
        }),
    );
    const page = await older.context().newPage();
    await page.goto(`${appOrigin()}/#/`);
    await expect(page.getByTestId('today-notices')).toContainText('Another tab keeps an older');
    await older.close();
    await page.reload();
    await expect(page.getByTestId('today')).toBeVisible();
    await expect(page.getByTestId('today-notices')).not.toContainText('Another tab');
  });
});
