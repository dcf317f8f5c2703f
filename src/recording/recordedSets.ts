import { isExerciseId } from '../core/exercises/catalogue';
import { parseTrace, type Trace } from '../core/trace/trace';
import { type SetFile, setsFolder } from '../setWriter/protocol';
import type { SetManifest, SetSummary } from './setManifest';

/** A set on the disk. Without a summary it was cut off while it ran. */
export interface RecordedSet {
  readonly manifest: SetManifest;
  readonly summary: SetSummary | undefined;
  readonly sizeBytes: number;
}

async function openSets(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(setsFolder, { create: true });
}

async function findFile(
  folder: FileSystemDirectoryHandle,
  name: SetFile,
): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
    throw thrown;
  }
}

async function readJson(file: File | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    // Cut off while it was written.
    return undefined;
  }
}

const hasFormat = (value: unknown, format: string): boolean =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === format;

const isManifest = (value: unknown): value is SetManifest =>
  hasFormat(value, 'hipline.set') && isExerciseId((value as SetManifest).exercise);

const isSummary = (value: unknown): value is SetSummary =>
  hasFormat(value, 'hipline.setSummary') && 'verdict' in (value as SetSummary);

async function readFolder(folder: FileSystemDirectoryHandle): Promise<RecordedSet | undefined> {
  const manifest = await readJson(await findFile(folder, 'manifest.json'));
  if (!isManifest(manifest)) return undefined;
  const summary = await readJson(await findFile(folder, 'summary.json'));
  let sizeBytes = 0;
  for await (const handle of folder.values()) {
    if (handle.kind === 'file') sizeBytes += (await handle.getFile()).size;
  }
  return { manifest, summary: isSummary(summary) ? summary : undefined, sizeBytes };
}

/** All recorded sets, the newest first. A folder that holds no set is left alone. */
export async function listRecordedSets(): Promise<readonly RecordedSet[]> {
  const found: RecordedSet[] = [];
  for await (const handle of (await openSets()).values()) {
    if (handle.kind !== 'directory') continue;
    const set = await readFolder(handle);
    if (set !== undefined) found.push(set);
  }
  return found.sort((a, b) => b.manifest.startedAtMs - a.manifest.startedAtMs);
}

/** A file of a set; undefined where the set has none. */
export async function readSetFile(setId: string, name: SetFile): Promise<File | undefined> {
  try {
    return await findFile(await (await openSets()).getDirectoryHandle(setId), name);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return undefined;
    throw thrown;
  }
}

/** The poses of a set. A last line that was cut off while it was written is left out. */
export async function readSetTrace(setId: string): Promise<Trace | undefined> {
  const file = await readSetFile(setId, 'poses.ndjson');
  if (file === undefined) return undefined;
  const text = await file.text();
  const trace = parseTrace(text.slice(0, text.lastIndexOf('\n') + 1));
  return trace.ok ? trace.value : undefined;
}

/** Takes a set off the disk for good. */
export async function deleteSet(setId: string): Promise<void> {
  await (await openSets()).removeEntry(setId, { recursive: true });
}

/** Takes the pictures of a set off the disk; what was measured stays. */
export async function deleteVideo(setId: string): Promise<void> {
  const folder = await (await openSets()).getDirectoryHandle(setId);
  for (const name of ['video.mp4', 'video.webm', 'still.webp'] as const) {
    if ((await findFile(folder, name)) !== undefined) await folder.removeEntry(name);
  }
}
