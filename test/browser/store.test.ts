import { readFileSync } from 'node:fs';
import type { HistoryEntry } from '../../src/core/programme/history';
import type { Profile } from '../../src/store/schema';
import { expect, test } from './harness';

/** Rows as the first version wrote them; never changed. */
const version1 = JSON.parse(
  readFileSync(new URL('../fixtures/store/version1.json', import.meta.url), 'utf8'),
) as {
  readonly profiles: Profile[];
  readonly entries: { readonly profileId: string; readonly entry: HistoryEntry }[];
};

const profile = {
  id: 'ann',
  name: 'Ann',
  createdAtMs: 1_790_000_000_000,
  plan: { person: { bodyMassKg: 70, bellsKg: [8, 12] }, runs: false },
};

const morning = (day: number) =>
  ({ kind: 'morning', day, pain: 1, stiffness: 2, pump: 0 }) as const;

test('people and their history come back as they were, in the order of days', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const read = await page.evaluate(
    async ({ profile, entries }) => {
      const { store } = window.harness;
      const opened = await store.openDatabase('one');
      if (!opened.ok) throw new Error(opened.error.detail);
      const db = opened.value;
      await store.writeProfile(db, profile);
      await store.addEntries(db, 'ann', entries);
      await store.addEntries(db, 'bob', entries.slice(0, 1));
      const before = [await store.readProfiles(db), await store.readHistory(db, 'ann')];
      await store.deleteProfile(db, 'ann');
      const after = [await store.readProfiles(db), await store.readHistory(db, 'ann')];
      return { before, after, bob: (await store.readHistory(db, 'bob')).rows.length };
    },
    { profile, entries: [morning(3), morning(1)] },
  );
  expect(read.before).toEqual([
    { rows: [profile], damaged: 0 },
    { rows: [morning(1), morning(3)], damaged: 0 },
  ]);
  expect(read.after).toEqual([
    { rows: [], damaged: 0 },
    { rows: [], damaged: 0 },
  ]);
  expect(read.bob).toBe(1);
});

test('a damaged row is left out and counted; entries that are not whole are not written', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const result = await page.evaluate(
    async ({ good, bad }) => {
      const { store } = window.harness;
      const opened = await store.openDatabase('two');
      if (!opened.ok) throw new Error(opened.error.detail);
      const db = opened.value;
      const refused = await store.addEntries(db, 'ann', [good, bad as never]).then(
        () => 'written',
        () => 'refused',
      );
      const none = await store.readHistory(db, 'ann');
      await store.addEntries(db, 'ann', [good]);
      await db.add('entries', { profileId: 'ann', entry: bad });
      return { refused, none: none.rows.length, after: await store.readHistory(db, 'ann') };
    },
    { good: morning(1), bad: { kind: 'morning', day: -1, pain: 99 } },
  );
  expect(result.refused).toBe('refused');
  expect(result.none).toBe(0);
  expect(result.after).toEqual({ rows: [morning(1)], damaged: 1 });
});

test('a database of a newer app is refused, one that another tab keeps open is waited for', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const codes = await page.evaluate(async () => {
    const { store } = window.harness;
    const newer = await store.openDB('three', store.databaseVersion + 1);
    newer.close();
    const tooNew = await store.openDatabase('three');
    const first = await store.openDatabase('four');
    const second = await store.openDatabase('four');
    return [tooNew.ok ? 'taken' : tooNew.error.code, first.ok, second.ok];
  });
  expect(codes).toEqual(['storeNewer', true, true]);
});

test('a database of the first version is taken over with all that it holds', async ({
  openHarness,
}) => {
  const page = await openHarness();
  const read = await page.evaluate(async ({ profiles, entries }) => {
    const { store } = window.harness;
    const old = await store.openDB('first', 1, {
      upgrade: (db) => {
        db.createObjectStore('profiles', { keyPath: 'id' });
        db.createObjectStore('entries', { autoIncrement: true }).createIndex(
          'profile',
          'profileId',
        );
      },
    });
    for (const row of profiles) await old.add('profiles', row);
    for (const row of entries) await old.add('entries', row);
    old.close();
    const opened = await store.openDatabase('first');
    if (!opened.ok) throw new Error(opened.error.detail);
    const db = opened.value;
    return {
      people: await store.readProfiles(db),
      history: await store.readHistory(db, 'ann'),
      stores: [...db.objectStoreNames],
    };
  }, version1);
  expect(read.people).toEqual({ rows: version1.profiles, damaged: 0 });
  expect(read.history).toEqual({ rows: version1.entries.map(({ entry }) => entry), damaged: 0 });
  expect(read.stores).toEqual(['documents', 'entries', 'profiles']);
});

test('a PIN seals every row, opens with it alone, and comes off again', async ({ openHarness }) => {
  const page = await openHarness();
  const result = await page.evaluate(
    async ({ profile, entries }) => {
      const { store } = window.harness;
      const opened = await store.openDatabase('sealed');
      if (!opened.ok) throw new Error(opened.error.detail);
      const db = opened.value;
      await store.writeProfile(db, profile);
      await store.addEntries(db, 'ann', entries);
      await store.writeDocument(db, 'ann', 'training', { secret: 'stage' });
      const to = await store.createLock('1234');
      await store.changeLock(db, profile, undefined, to);
      const raw = JSON.stringify([
        await db.getAll('profiles'),
        await db.getAll('entries'),
        await db.getAll('documents'),
      ]);
      const [locked] = (await store.readProfiles(db)).rows;
      const wrong = await store.openLock(to.lock, '1235');
      const key = await store.openLock(to.lock, '1234');
      const history = await store.readHistory(db, 'ann', key);
      await store.changeLock(db, profile, key, undefined);
      return {
        leaks: ['bodyMassKg', 'stiffness', 'secret'].filter((word) => raw.includes(word)),
        isLocked: locked !== undefined && store.isLocked(locked),
        wrong: wrong === undefined,
        history,
        after: await store.readHistory(db, 'ann'),
        document: await store.readDocument(db, 'ann', 'training'),
      };
    },
    { profile, entries: [morning(1), morning(3)] },
  );
  const whole = { rows: [morning(1), morning(3)], damaged: 0 };
  expect(result).toEqual({
    leaks: [],
    isLocked: true,
    wrong: true,
    history: whole,
    after: whole,
    document: { secret: 'stage' },
  });
});
