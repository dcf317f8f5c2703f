import { type DBSchema, openDB } from 'idb';

/**
 * A folder that the athlete and the clinic share. Whatever service keeps it the same on both sides
 * is not our concern: we put files into it under new names, and look for files that others put there.
 */

interface FolderStore extends DBSchema {
  folder: { key: string; value: FileSystemDirectoryHandle };
  seen: { key: string; value: true };
}

/** `askAgain`: the browser wants to be asked with a press before it lets the page in. */
export type FolderAccess = 'none' | 'askAgain' | 'open';

/** A file of the folder that was not looked at yet. */
export interface FolderFile {
  readonly name: string;
  readonly file: File;
}

interface PickerWindow {
  readonly showDirectoryPicker?: (options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
}

interface PermissionHandle {
  queryPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

const storeName = 'hipline.sharedFolder';
const key = 'folder';
const suffix = '.hipline';
const readWrite = { mode: 'readwrite' } as const;

const openStore = () =>
  openDB<FolderStore>(storeName, 1, {
    upgrade: (database) => {
      database.createObjectStore('folder');
      database.createObjectStore('seen');
    },
  });

/** Whether this browser lets a page keep a folder. */
export const canShareFolder = (): boolean => 'showDirectoryPicker' in globalThis;

async function readHandle(): Promise<FileSystemDirectoryHandle | undefined> {
  const store = await openStore();
  const handle = await store.get('folder', key);
  store.close();
  return handle;
}

/** The name of the folder and whether the page may use it now. */
export async function readFolder(): Promise<{
  readonly name: string;
  readonly access: FolderAccess;
}> {
  const handle = await readHandle();
  if (handle === undefined) return { name: '', access: 'none' };
  const state = await (handle as PermissionHandle).queryPermission?.(readWrite);
  return {
    name: handle.name,
    access: state === 'prompt' || state === 'denied' ? 'askAgain' : 'open',
  };
}

/**
 * Lets the athlete pick the folder, and keeps it for the next time. Needs a press.
 * @returns false where nothing was picked
 */
export async function pickFolder(): Promise<boolean> {
  try {
    const { showDirectoryPicker } = globalThis as PickerWindow;
    const handle = await showDirectoryPicker?.({ id: 'hipline', ...readWrite });
    if (handle === undefined) return false;
    const store = await openStore();
    await store.put('folder', handle, key);
    await store.clear('seen');
    store.close();
    return true;
  } catch (thrown) {
    if (thrown instanceof DOMException) return false;
    throw thrown;
  }
}

/** Asks the browser again for the folder that was picked. Needs a press. */
export async function reopenFolder(): Promise<boolean> {
  const handle = (await readHandle()) as PermissionHandle | undefined;
  const state = await handle?.requestPermission?.(readWrite);
  return handle !== undefined && (state === undefined || state === 'granted');
}

/** Forgets the folder; what is in it stays. */
export async function forgetFolder(): Promise<void> {
  const store = await openStore();
  await store.clear('folder');
  await store.clear('seen');
  store.close();
}

const isThere = async (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> => {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch {
    return false;
  }
};

/** Name, size and time: a file that was changed is a new one. */
const toMark = ({ name, size, lastModified }: File): string =>
  `${name} ${String(size)} ${String(lastModified)}`;

/**
 * Puts a bundle into the folder; a name that is taken gets a number. Rejects with a `DOMException`
 * where the folder is gone or full.
 * @param stem name of the file without its ending
 * @returns the file's name
 */
export async function putIntoFolder(stem: string, bundle: Uint8Array): Promise<string> {
  const folder = await readHandle();
  if (folder === undefined) throw new DOMException('no folder was picked', 'NotFoundError');
  let name = `${stem}${suffix}`;
  for (let n = 2; await isThere(folder, name); n++) name = `${stem}-${String(n)}${suffix}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(new Blob([new Uint8Array(bundle)]));
  await writable.close();
  await markSeen([await handle.getFile()]);
  return name;
}

/** Bundles in the folder that nobody has looked at here. Rejects where the folder is gone. */
export async function listNewFiles(): Promise<readonly FolderFile[]> {
  const folder = await readHandle();
  if (folder === undefined) return [];
  const store = await openStore();
  const seen = new Set(await store.getAllKeys('seen'));
  store.close();
  const found: FolderFile[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file' || !handle.name.endsWith(suffix)) continue;
    const file = await handle.getFile();
    if (!seen.has(toMark(file))) found.push({ name: handle.name, file });
  }
  return found.sort((a, b) => a.file.lastModified - b.file.lastModified);
}

/** These files need not be told of again. */
export async function markSeen(files: readonly File[]): Promise<void> {
  const store = await openStore();
  for (const file of files) await store.put('seen', true, toMark(file));
  store.close();
}
