import * as v from 'valibot';
import type { HistoryEntry } from '../core/programme/history';
import type { Database } from './database';
import { entrySchema, type Profile, profileSchema } from './schema';

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

/** All people of this device, the oldest first. */
export async function readProfiles(db: Database): Promise<Read<Profile>> {
  const { rows, damaged } = sift(profileSchema, await db.getAll('profiles'));
  return { rows: rows.toSorted((a, b) => a.createdAtMs - b.createdAtMs), damaged };
}

/** Writes a person, new or changed. Throws where the row is not whole (a bug). */
export async function writeProfile(db: Database, profile: Profile): Promise<void> {
  await db.put('profiles', v.parse(profileSchema, profile));
}

/** What a person has done and answered, in the order of days. */
export async function readHistory(db: Database, profileId: string): Promise<Read<HistoryEntry>> {
  const stored = await db.getAllFromIndex('entries', 'profile', profileId);
  const { rows, damaged } = sift(
    entrySchema,
    stored.map(({ entry }) => entry),
  );
  return { rows: rows.toSorted((a, b) => a.day - b.day), damaged };
}

/** Adds entries to a person's history: all of them or none. */
export async function addEntries(
  db: Database,
  profileId: string,
  entries: readonly HistoryEntry[],
): Promise<void> {
  const rows = entries.map((entry) => ({ profileId, entry: v.parse(entrySchema, entry) }));
  const transaction = db.transaction('entries', 'readwrite');
  await Promise.all([...rows.map((row) => transaction.store.add(row)), transaction.done]);
}

/** Takes a person and all that is theirs out of the database. */
export async function deleteProfile(db: Database, profileId: string): Promise<void> {
  const transaction = db.transaction(['profiles', 'entries'], 'readwrite');
  const keys = await transaction.objectStore('entries').index('profile').getAllKeys(profileId);
  await Promise.all([
    transaction.objectStore('profiles').delete(profileId),
    ...keys.map((key) => transaction.objectStore('entries').delete(key)),
    transaction.done,
  ]);
}
