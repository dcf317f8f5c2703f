import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from 'idb';
import { fail, type Result, succeed } from '../core/result';

/** Name of the app's database in the browser. */
export const databaseName = 'hipline';

interface Tables extends DBSchema {
  profiles: { key: string; value: unknown };
  /** What was done and answered: `entry`, or `sealed` where a PIN is set. */
  entries: {
    key: number;
    value: { profileId: string; entry?: unknown; sealed?: unknown };
    indexes: { profile: string };
  };
  /** What there is one of for each person, by name: the training log and the like. */
  documents: {
    key: [profileId: string, name: string];
    value: { profileId: string; name: string; value?: unknown; sealed?: unknown };
    indexes: { profile: string };
  };
}

export type Database = IDBPDatabase<Tables>;
type Upgrade = IDBPTransaction<Tables, StoreNames<Tables>[], 'versionchange'>;

/** Why what is stored cannot be reached. */
export type StoreErrorCode = 'storeBlocked' | 'storeNewer' | 'storeFailed' | 'storeForbidden';

export interface StoreError {
  readonly code: StoreErrorCode;
  /** For diagnostics, never shown as the message. */
  readonly detail: string;
}

/** One step from each version to the next, in order; a step is never changed once it was released. */
const ladder: readonly ((db: Database, transaction: Upgrade) => void)[] = [
  (db) => {
    db.createObjectStore('profiles', { keyPath: 'id' });
    const entries = db.createObjectStore('entries', { autoIncrement: true });
    entries.createIndex('profile', 'profileId');
  },
  (db) => {
    const documents = db.createObjectStore('documents', { keyPath: ['profileId', 'name'] });
    documents.createIndex('profile', 'profileId');
  },
];

/** The version that this app writes. */
export const databaseVersion = ladder.length;

/** How long another tab may keep an upgrade waiting, ms. */
const blockedMs = 5000;

/**
 * Opens the database, upgrading an older one step by step. A failed upgrade leaves the old version
 * as it was. Refuses one that a newer app has written.
 */
export async function openDatabase(name = databaseName): Promise<Result<Database, StoreError>> {
  let blocked: ReturnType<typeof setTimeout> | undefined;
  try {
    const opening = openDB<Tables>(name, databaseVersion, {
      upgrade: (db, from, _to, transaction) => {
        for (const step of ladder.slice(from)) step(db, transaction);
      },
      // A newer app in another tab wants to upgrade: let it.
      blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    });
    const waiting = new Promise<'blocked'>((resolve) => {
      blocked = setTimeout(() => resolve('blocked'), blockedMs);
    });
    const opened = await Promise.race([opening, waiting]);
    if (opened !== 'blocked') return succeed(opened);
    void opening.then(
      (db) => db.close(),
      () => undefined,
    );
    return fail({ code: 'storeBlocked', detail: 'another tab keeps the old version open' });
  } catch (thrown) {
    return fail(toStoreError(thrown));
  } finally {
    clearTimeout(blocked);
  }
}

const toStoreError = (thrown: unknown): StoreError => {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  const name = thrown instanceof DOMException ? thrown.name : '';
  if (name === 'VersionError') return { code: 'storeNewer', detail };
  if (name === 'SecurityError' || name === 'InvalidStateError') {
    return { code: 'storeForbidden', detail };
  }
  return { code: 'storeFailed', detail };
};
