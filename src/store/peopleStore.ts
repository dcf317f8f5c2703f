import * as v from 'valibot';
import type { HistoryEntry } from '../core/programme/history';
import type { Database } from './database';
import {
  entrySchema,
  type Lock,
  type LockedProfile,
  lockedProfileSchema,
  type Profile,
  profileSchema,
} from './schema';
import { seal, unseal } from './seal';

/** What was read, and how many rows were not whole and were left out, never deleted. */
export interface Read<T> {
  readonly rows: readonly T[];
  readonly damaged: number;
}

function sift<S extends v.GenericSchema>(
  schema: S,
  rows: readonly unknown[],
): Read<v.InferOutput<S>> {
  const good = rows.map((row) => v.safeParse(schema, row)).filter(({ success }) => success);
  return {
    rows: good.map(({ output }) => output as v.InferOutput<S>),
    damaged: rows.length - good.length,
  };
}

/** Somebody's plan is behind a PIN. */
export const isLocked = (profile: Profile | LockedProfile): profile is LockedProfile =>
  'lock' in profile;

/** People out of their rows, the oldest first. */
export function siftProfiles(stored: readonly unknown[]): Read<Profile | LockedProfile> {
  const { rows, damaged } = sift(v.union([lockedProfileSchema, profileSchema]), stored);
  return { rows: rows.toSorted((a, b) => a.createdAtMs - b.createdAtMs), damaged };
}

/** All people of this device, the oldest first. */
export async function readProfiles(db: Database): Promise<Read<Profile | LockedProfile>> {
  return siftProfiles(await db.getAll('profiles'));
}

/** Opens a locked person; undefined where the key does not fit or the plan is not whole. */
export async function unlockProfile(
  { id, name, createdAtMs, sealed }: LockedProfile,
  key: CryptoKey,
): Promise<Profile | undefined> {
  const plan = await unseal(key, sealed);
  const parsed = v.safeParse(profileSchema, { id, name, createdAtMs, plan });
  return parsed.success ? parsed.output : undefined;
}

async function toRow(
  profile: Profile,
  locked?: { readonly lock: Lock; readonly key: CryptoKey },
): Promise<Profile | LockedProfile> {
  const { id, name, createdAtMs, plan } = v.parse(profileSchema, profile);
  if (locked === undefined) return { id, name, createdAtMs, plan };
  return { id, name, createdAtMs, lock: locked.lock, sealed: await seal(locked.key, plan) };
}

/** Writes a person, new or changed. Throws where the row is not whole (a bug). */
export async function writeProfile(
  db: Database,
  profile: Profile,
  locked?: { readonly lock: Lock; readonly key: CryptoKey },
): Promise<void> {
  await db.put('profiles', await toRow(profile, locked));
}

/** A history out of its opened rows, in the order of days. */
export function siftHistory(opened: readonly unknown[]): Read<HistoryEntry> {
  const { rows, damaged } = sift(entrySchema, opened);
  return { rows: rows.toSorted((a, b) => a.day - b.day), damaged };
}

/** What a person has done and answered, in the order of days. */
export async function readHistory(
  db: Database,
  profileId: string,
  key?: CryptoKey,
): Promise<Read<HistoryEntry>> {
  const stored = await db.getAllFromIndex('entries', 'profile', profileId);
  const opened = await Promise.all(
    stored.map(({ entry, sealed }) =>
      key === undefined || sealed === undefined ? entry : unseal(key, sealed),
    ),
  );
  return siftHistory(opened);
}

/** Adds entries to a person's history: all of them or none. */
export async function addEntries(
  db: Database,
  profileId: string,
  entries: readonly HistoryEntry[],
  key?: CryptoKey,
): Promise<void> {
  const rows = await Promise.all(
    entries.map(async (entry) => {
      const checked = v.parse(entrySchema, entry);
      return key === undefined
        ? { profileId, entry: checked }
        : { profileId, sealed: await seal(key, checked) };
    }),
  );
  const transaction = db.transaction('entries', 'readwrite');
  await Promise.all([...rows.map((row) => transaction.store.add(row)), transaction.done]);
}

/** Reads what there is one of for a person; undefined where there is none. */
export async function readDocument(
  db: Database,
  profileId: string,
  name: string,
  key?: CryptoKey,
): Promise<unknown> {
  const row = await db.get('documents', [profileId, name]);
  if (row?.sealed === undefined || key === undefined) return row?.value;
  return unseal(key, row.sealed);
}

/** Writes what there is one of for a person. */
export async function writeDocument(
  db: Database,
  profileId: string,
  name: string,
  value: unknown,
  key?: CryptoKey,
): Promise<void> {
  const content = key === undefined ? { value } : { sealed: await seal(key, value) };
  await db.put('documents', { profileId, name, ...content });
}

/**
 * Adds a person with all that is theirs: everything or nothing. Throws where a row is not whole (a
 * bug), or where the disk takes no more.
 */
export async function addPerson(
  db: Database,
  profile: Profile,
  history: readonly HistoryEntry[],
  documents: Readonly<Record<string, unknown>>,
): Promise<void> {
  const row = await toRow(profile);
  const profileId = row.id;
  const entries = history.map((entry) => v.parse(entrySchema, entry));
  const transaction = db.transaction(['profiles', 'entries', 'documents'], 'readwrite');
  await Promise.all([
    transaction.objectStore('profiles').put(row),
    ...entries.map((entry) => transaction.objectStore('entries').add({ profileId, entry })),
    ...Object.entries(documents).map(([name, value]) =>
      transaction.objectStore('documents').put({ profileId, name, value }),
    ),
    transaction.done,
  ]);
}

/** Takes a person and all that is theirs out of the database. */
export async function deleteProfile(db: Database, profileId: string): Promise<void> {
  const transaction = db.transaction(['profiles', 'entries', 'documents'], 'readwrite');
  const [entries, documents] = await Promise.all([
    transaction.objectStore('entries').index('profile').getAllKeys(profileId),
    transaction.objectStore('documents').index('profile').getAllKeys(profileId),
  ]);
  await Promise.all([
    transaction.objectStore('profiles').delete(profileId),
    ...entries.map((key) => transaction.objectStore('entries').delete(key)),
    ...documents.map((key) => transaction.objectStore('documents').delete(key)),
    transaction.done,
  ]);
}

/**
 * Puts a PIN on all that a person has, takes it off, or changes it: every row is written anew, all
 * of them or none. Rows that the old key does not open are left as they are.
 * @param from the key so far; undefined where there is none
 * @param to the new lock and its key; undefined to take it off
 */
export async function changeLock(
  db: Database,
  profile: Profile,
  from: CryptoKey | undefined,
  to: { readonly lock: Lock; readonly key: CryptoKey } | undefined,
): Promise<void> {
  const open = (plain: unknown, sealed: unknown): Promise<unknown> =>
    from === undefined || sealed === undefined ? Promise.resolve(plain) : unseal(from, sealed);
  const keys = await db.getAllKeysFromIndex('entries', 'profile', profile.id);
  const entries = await Promise.all(
    keys.map(async (key) => {
      const row = await db.get('entries', key);
      const entry = await open(row?.entry, row?.sealed);
      if (entry === undefined) return undefined;
      const content = to === undefined ? { entry } : { sealed: await seal(to.key, entry) };
      return { key, row: { profileId: profile.id, ...content } };
    }),
  );
  const documents = await Promise.all(
    (await db.getAllFromIndex('documents', 'profile', profile.id)).map(async (row) => {
      const value = await open(row.value, row.sealed);
      const content = to === undefined ? { value } : { sealed: await seal(to.key, value) };
      return value === undefined
        ? undefined
        : { profileId: row.profileId, name: row.name, ...content };
    }),
  );
  const person = await toRow(profile, to);
  const transaction = db.transaction(['profiles', 'entries', 'documents'], 'readwrite');
  await Promise.all([
    transaction.objectStore('profiles').put(person),
    ...entries.map((one) =>
      one === undefined ? undefined : transaction.objectStore('entries').put(one.row, one.key),
    ),
    ...documents.map((row) =>
      row === undefined ? undefined : transaction.objectStore('documents').put(row),
    ),
    transaction.done,
  ]);
}
