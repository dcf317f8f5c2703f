import type { CoachEvent } from '../core/coach/snapshot';
import { parseTrace, type Trace } from '../core/trace/trace';
import { type SetFile, setsFolder } from '../setWriter/protocol';
import type { SetAnswers, SetManifest, SetSummary } from './setManifest';
import { parseAnswers, parseEvents, parseManifest, parseSummary } from './setSchema';

/** A set on the disk. Without a summary it was cut off while it ran. */
export interface RecordedSet {
  readonly manifest: SetManifest;
  readonly summary: SetSummary | undefined;
  readonly answers: SetAnswers | undefined;
  /** Of all its files. */
  readonly sizeBytes: number;
  /** Whether the pictures are there: they can be forgotten while the data is kept. */
  readonly hasVideo: boolean;
  readonly hasStill: boolean;
}

/** Whether this browser has a disk for sets. */
export const hasDisk = (): boolean => 'storage' in navigator && 'getDirectory' in navigator.storage;

/** The folder of all sets; made where it is not there yet. */
export async function openSets(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(setsFolder, { create: true });
}

const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof DOMException && thrown.name === 'NotFoundError';

async function findFolder(setId: string): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (await openSets()).getDirectoryHandle(setId);
  } catch (thrown) {
    if (isNotFound(thrown)) return undefined;
    throw thrown;
  }
}

async function findFile(
  folder: FileSystemDirectoryHandle,
  name: SetFile,
): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (thrown) {
    if (isNotFound(thrown)) return undefined;
    throw thrown;
  }
}

async function readFolder(folder: FileSystemDirectoryHandle): Promise<RecordedSet | undefined> {
  const files = new Map<string, File>();
  let sizeBytes = 0;
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const file = await handle.getFile();
    files.set(handle.name, file);
    sizeBytes += file.size;
  }
  const text = async (name: SetFile): Promise<string> => (await files.get(name)?.text()) ?? '';
  const manifest = parseManifest(await text('manifest.json'));
  if (!manifest.ok) return undefined;
  const summary = parseSummary(await text('summary.json'));
  const answers = parseAnswers(await text('answers.json'));
  const { video } = manifest.value;
  return {
    manifest: manifest.value,
    summary: summary.ok ? summary.value : undefined,
    answers: answers.ok ? answers.value : undefined,
    sizeBytes,
    hasVideo: video !== undefined && (files.get(video)?.size ?? 0) > 0,
    hasStill: files.has('still.webp'),
  };
}

/** The names of all folders of sets, whether or not they hold one. */
export async function listSetIds(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const [name, handle] of (await openSets()).entries()) {
    if (handle.kind === 'directory') ids.push(name);
  }
  return ids;
}

/**
 * All recorded sets, the newest first. A folder that holds no set is left alone.
 * It opens every folder: lists are made from the index (`readLibrary`).
 */
export async function listRecordedSets(): Promise<readonly RecordedSet[]> {
  const found: RecordedSet[] = [];
  for (const id of await listSetIds()) {
    const set = await readRecordedSet(id);
    if (set !== undefined) found.push(set);
  }
  return found.sort((a, b) => b.manifest.startedAtMs - a.manifest.startedAtMs);
}

/** One set with what was made of it; undefined where there is none of that id. */
export async function readRecordedSet(setId: string): Promise<RecordedSet | undefined> {
  const folder = await findFolder(setId);
  return folder && readFolder(folder);
}

/** A file of a set; undefined where the set has none. */
export async function readSetFile(setId: string, name: SetFile): Promise<File | undefined> {
  const folder = await findFolder(setId);
  return folder && findFile(folder, name);
}

/**
 * Writes a small file beside a set, whole or not at all. Rejects with a `DOMException`
 * (`QuotaExceededError` where the disk is full, `NotFoundError` where there is no such set).
 */
export async function writeSetFile(
  setId: string,
  name: SetFile,
  data: string | Blob,
): Promise<void> {
  const folder = await (await openSets()).getDirectoryHandle(setId);
  await writeFile(folder, name, data);
}

/** Replaces a file of a folder in one step. */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  data: string | Blob,
): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await writable.write(data);
    await writable.close();
  } catch (thrown) {
    await writable.abort().catch(() => undefined);
    throw thrown;
  }
}

/** Whole lines of a file that may end in the middle of one. */
const toWholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

/**
 * The poses of a set, at their times in the set (seconds; those before its beginning are negative).
 * A last line that was cut off while it was written is left out.
 */
export async function readSetTrace(setId: string): Promise<Trace | undefined> {
  const file = await readSetFile(setId, 'poses.ndjson');
  if (file === undefined) return undefined;
  const trace = parseTrace(toWholeLines(await file.text()));
  return trace.ok ? trace.value : undefined;
}

/** Seconds of the set that were written, from the last whole line of its poses. */
export async function readWrittenSec(setId: string): Promise<number> {
  const file = await readSetFile(setId, 'poses.ndjson');
  if (file === undefined) return 0;
  const tail = await file.slice(Math.max(0, file.size - 65_536)).text();
  const lines = tail.slice(0, tail.lastIndexOf('\n')).split('\n');
  const tSec = /^\{"tSec":(-?[0-9.]+)/.exec(lines.at(-1) ?? '')?.[1];
  return Math.max(0, Number(tSec ?? 0));
}

/** What happened in a set, in order, as it was told then. Empty where nothing did. */
export async function readSetEvents(setId: string): Promise<readonly CoachEvent[]> {
  const file = await readSetFile(setId, 'events.ndjson');
  return (file && parseEvents(toWholeLines(await file.text()))) ?? [];
}

/**
 * The video of a set. The time of each picture is that of its pose, to the microsecond; the first
 * one may be a fraction of a second after the set's time 0.
 */
export async function readSetVideo(setId: string): Promise<File | undefined> {
  const mp4 = await readSetFile(setId, 'video.mp4');
  return mp4 ?? readSetFile(setId, 'video.webm');
}

/** Takes a set off the disk for good. */
export async function deleteSet(setId: string): Promise<void> {
  if ((await findFolder(setId)) === undefined) return;
  await (await openSets()).removeEntry(setId, { recursive: true });
}

/** Takes the pictures of a set off the disk; what was measured stays. */
export async function deleteVideo(setId: string): Promise<void> {
  const folder = await findFolder(setId);
  if (folder === undefined) return;
  for (const name of ['video.mp4', 'video.webm', 'still.webp'] as const) {
    if ((await findFile(folder, name)) !== undefined) await folder.removeEntry(name);
  }
}
