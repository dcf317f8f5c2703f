import { isExerciseId } from '../../core/exercises/catalogue';
import type { ExerciseId } from '../../core/exercises/exercise';
import { noNotes, parseReviewNotes, type ReviewNotes } from '../../core/report/reviewNotes';
import { listRecordedSets, readSetFile } from '../../recording/recordedSets';
import type { SetManifest, SetSummary } from '../../recording/setManifest';
import { setsFolder } from '../../setWriter/protocol';
import type { OpenedFiles, ReviewSource } from './reviewSource';

const notesFile = 'review.json';

async function readJson<T>(id: string, name: 'manifest.json' | 'summary.json') {
  const file = await readSetFile(id, name);
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await file.text()) as T;
  } catch {
    // Cut off while it was written.
    return undefined;
  }
}

/** A recorded set as a review reads it; undefined where there is none of that id. */
async function readRecorded(id: string): Promise<ReviewSource | undefined> {
  const manifest = await readJson<SetManifest>(id, 'manifest.json');
  const poses = await readSetFile(id, 'poses.ndjson');
  if (manifest === undefined || poses === undefined || !isExerciseId(manifest.exercise)) {
    return undefined;
  }
  const summary = await readJson<SetSummary>(id, 'summary.json');
  const { widthPx: _w, heightPx: _h, cameraRollDeg: _r, begin: _b, ...options } = manifest.options;
  return {
    id,
    poses,
    isPartial: true,
    video: (await readSetFile(id, 'video.mp4')) ?? (await readSetFile(id, 'video.webm')),
    videoZero: 'file',
    options: { ...options, exercise: manifest.exercise },
    verdict: summary?.verdict,
    startedAtMs: manifest.startedAtMs,
  };
}

const hasDisk = (): boolean => 'storage' in navigator && 'getDirectory' in navigator.storage;

/** Finds what is to be reviewed: a file that was opened, or a set on the disk. */
export async function findSource(
  id: string,
  opened: OpenedFiles,
): Promise<ReviewSource | undefined> {
  return opened.find(id) ?? (hasDisk() ? readRecorded(id) : undefined);
}

/** Notes of files that were opened: they live as long as the page. */
const looseNotes = new Map<string, ReviewNotes>();

export async function readNotes({ id }: ReviewSource): Promise<ReviewNotes> {
  const loose = looseNotes.get(id);
  if (loose !== undefined || id.startsWith('opened-')) return loose ?? noNotes;
  const root = await navigator.storage.getDirectory();
  try {
    const folder = await (await root.getDirectoryHandle(setsFolder)).getDirectoryHandle(id);
    return parseReviewNotes(await (await (await folder.getFileHandle(notesFile)).getFile()).text());
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'NotFoundError') return noNotes;
    throw thrown;
  }
}

/** Keeps notes beside their set. Rejects with a `DOMException` where the disk refuses. */
export async function writeNotes({ id }: ReviewSource, notes: ReviewNotes): Promise<void> {
  if (id.startsWith('opened-')) {
    looseNotes.set(id, notes);
    return;
  }
  const root = await navigator.storage.getDirectory();
  const folder = await (await root.getDirectoryHandle(setsFolder)).getDirectoryHandle(id);
  const handle = await folder.getFileHandle(notesFile, { create: true });
  const writable = await handle.createWritable();
  await writable.write(JSON.stringify(notes));
  await writable.close();
}

/** All other sets of an exercise: recorded ones and files that were opened. */
export async function listOthers(
  exercise: ExerciseId,
  besides: string,
  opened: OpenedFiles,
): Promise<ReviewSource[]> {
  const recorded = hasDisk() ? await listRecordedSets() : [];
  const ids = recorded
    .filter(({ manifest }) => manifest.exercise === exercise && manifest.id !== besides)
    .map(({ manifest }) => manifest.id);
  const sources = await Promise.all(ids.map(readRecorded));
  return [
    ...sources.filter((source) => source !== undefined),
    ...opened.list().filter(({ id, options }) => id !== besides && options.exercise === exercise),
  ];
}
