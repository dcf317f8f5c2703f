import { readFileSync } from 'node:fs';
import { expect, test } from '../browser/harness';
import type { Profile } from '../../src/store/schema';

/** Rows as the first version wrote them. */
const version1 = JSON.parse(
  readFileSync(new URL('../fixtures/store/version1.json', import.meta.url), 'utf8'),
) as { readonly profiles: Profile[] };

test('an upgrade that another tab blocks is told after five seconds, and hurts nothing', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const result = await page.evaluate(async ({ profiles }) => {
    const { store } = window.harness;
    const old = await store.openDB('blocked', 1, {
      upgrade: (db) => {
        db.createObjectStore('profiles', { keyPath: 'id' });
        db.createObjectStore('entries', { autoIncrement: true }).createIndex(
          'profile',
          'profileId',
        );
      },
    });
    for (const row of profiles) await old.add('profiles', row);
    const blocked = await store.openDatabase('blocked');
    old.close();
    const opened = await store.openDatabase('blocked');
    if (!opened.ok) throw new Error(opened.error.detail);
    return {
      code: blocked.ok ? 'opened' : blocked.error.code,
      people: await store.readProfiles(opened.value),
    };
  }, version1);
  expect(result.code).toBe('storeBlocked');
  expect(result.people).toEqual({ rows: version1.profiles, damaged: 0 });
});
