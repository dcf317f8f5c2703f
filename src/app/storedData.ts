import { setsFolder } from '../setWriter/protocol';

/** What is kept on this device, by what it is of use for; `other` is whatever no line names. */
export const storedKinds = [
  'settings',
  'training',
  'people',
  'sets',
  'calibration',
  'safety',
  'errors',
  'app',
  'other',
] as const;
export type StoredKind = (typeof storedKinds)[number];

/** One kind of what is kept. */
export interface StoredItem {
  readonly kind: StoredKind;
  /** Bytes, where the browser tells. */
  readonly sizeBytes: number | undefined;
}

/** The keys of localStorage by their kind; a new key is `other` until it has a line here. */
const keyKinds: Readonly<Record<string, StoredKind>> = {
  'hipline.settings': 'settings',
  'hipline.training': 'training',
  'hipline.calibration': 'calibration',
  'hipline.backNeutrals': 'calibration',
  'hipline.hipTest': 'calibration',
  'hipline.safety': 'safety',
  'hipline.errors': 'errors',
  'hipline.kept': 'app',
  'hipline.profile': 'people',
};
const databaseKinds: Readonly<Record<string, StoredKind>> = {
  hipline: 'people',
  'hipline.sharedFolder': 'sets',
};
/** Folders and files of the origin's private file system. */
const folderKinds: Readonly<Record<string, StoredKind>> = {
  [setsFolder]: 'sets',
  'library.json': 'sets',
};

/** Whether a name of a store has a line of its own on the privacy page. */
export const isNamedStore = (name: string): boolean =>
  [keyKinds, databaseKinds, folderKinds].some((kinds) => Object.hasOwn(kinds, name));

/** A place where something is kept, how large it is, and how it is emptied. */
interface Place {
  readonly kind: StoredKind;
  readonly sizeBytes: number | undefined;
  readonly remove: () => Promise<void>;
}

/** What is kept, one line for each kind that is there. */
export async function listStored(): Promise<readonly StoredItem[]> {
  const places = await listPlaces();
  return storedKinds
    .map((kind) => places.filter((place) => place.kind === kind))
    .filter((found) => found.length > 0)
    .map((found) => ({ kind: found[0]?.kind ?? 'other', sizeBytes: sum(found) }));
}

/**
 * Removes all that is kept of a kind. The page still holds what it has read: load it anew.
 * Rejects where another tab keeps a database open.
 */
export async function deleteStored(kind: StoredKind): Promise<void> {
  for (const place of await listPlaces()) if (place.kind === kind) await place.remove();
}

const sum = (places: readonly Place[]): number | undefined =>
  places.some(({ sizeBytes }) => sizeBytes === undefined)
    ? undefined
    : places.reduce((total, { sizeBytes }) => total + (sizeBytes ?? 0), 0);

async function listPlaces(): Promise<Place[]> {
  const found = await Promise.all([
    orNone(listKeys),
    orNone(listDatabases),
    orNone(listFolders),
    orNone(listCaches),
  ]);
  return found.flat();
}

/** A store that this browser lacks or forbids keeps nothing. */
async function orNone(list: () => Promise<Place[]>): Promise<Place[]> {
  try {
    return await list();
  } catch {
    // Private windows and old browsers refuse some of them.
    return [];
  }
}

function listKeys(): Promise<Place[]> {
  const places = Object.keys(localStorage).map((key) => ({
    kind: keyKinds[key] ?? (key.startsWith('hipline.settings.') ? 'settings' : 'other'),
    // Two bytes a character, as the browser counts them.
    sizeBytes: 2 * (key.length + (localStorage.getItem(key)?.length ?? 0)),
    remove: () => {
      localStorage.removeItem(key);
      return Promise.resolve();
    },
  }));
  return Promise.resolve(places);
}

async function listDatabases(): Promise<Place[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) =>
    name === undefined
      ? []
      : [
          {
            kind: databaseKinds[name] ?? 'other',
            sizeBytes: undefined,
            remove: () => deleteDatabase(name),
          },
        ],
  );
}

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(name));
    request.onblocked = () => reject(new Error('another tab keeps it open'));
  });

async function listFolders(): Promise<Place[]> {
  const root = await navigator.storage.getDirectory();
  const places: Place[] = [];
  for await (const [name, handle] of root.entries()) {
    const sizeBytes = await measure(handle);
    // An empty folder is made by looking for sets.
    if (sizeBytes === 0) continue;
    places.push({
      kind: folderKinds[name] ?? 'other',
      sizeBytes,
      remove: () => root.removeEntry(name, { recursive: true }),
    });
  }
  return places;
}

async function measure(handle: FileSystemFileHandle | FileSystemDirectoryHandle): Promise<number> {
  if (handle.kind === 'file') return (await handle.getFile()).size;
  let total = 0;
  for await (const entry of handle.values()) total += await measure(entry);
  return total;
}

/** The app's own files and the worker that keeps them. */
async function listCaches(): Promise<Place[]> {
  const names = await caches.keys();
  const registrations = await navigator.serviceWorker.getRegistrations();
  // Only some browsers say how much of it is which.
  const { usageDetails } = (await navigator.storage.estimate()) as {
    readonly usageDetails?: { readonly caches?: number };
  };
  return [
    ...names.map((name) => ({
      kind: 'app' as const,
      sizeBytes: names.length === 1 ? usageDetails?.caches : undefined,
      remove: async () => {
        await caches.delete(name);
      },
    })),
    ...registrations.map((registration) => ({
      kind: 'app' as const,
      sizeBytes: 0,
      remove: async () => {
        await registration.unregister();
      },
    })),
  ];
}
