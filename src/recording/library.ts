import * as v from 'valibot';
import type { Side } from '../core/body/keypoint';
import { isExerciseId } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';
import type { FaultId } from '../core/form/rule';
import { describeOutcome, type RepOutcome, repOutcomes } from '../core/report/repOutcome';
import {
  deleteSet,
  deleteVideo,
  listSetIds,
  readRecordedSet,
  readSetFile,
  readWrittenSec,
  type RecordedSet,
  writeFile,
} from './recordedSets';
import type { SetSource } from './setManifest';
import { isSetId } from './setSchema';

/** What is to become of a set when the undo has passed. */
export type PendingRemoval = 'delete' | 'forgetVideo';

/** What the list says of a set, so that its folder need not be opened. */
export interface LibraryEntry {
  readonly id: string;
  readonly exercise: ExerciseId;
  /** Who of this device's people it shows; absent where nobody knows. */
  readonly personId?: string;
  readonly source: SetSource;
  /** The side that worked, or that the camera saw; none where both did or nobody knows. */
  readonly side: Side | undefined;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly durationSec: number;
  readonly goodSec: number;
  /** Holds, attempts or reps one by one. */
  readonly reps: readonly RepOutcome[];
  /** Each fault once, the worst level it reached. */
  readonly faults: readonly { readonly id: FaultId; readonly level: 'warn' | 'fail' }[];
  readonly noteCount: number;
  readonly sizeBytes: number;
  readonly hasVideo: boolean;
  readonly hasStill: boolean;
  /** It was cut off, and nobody has said yet what is to become of it. */
  readonly isCutOff: boolean;
  readonly pending?: PendingRemoval;
}

const indexName = 'library.json';
/** One tab at a time changes the index. */
const lockName = 'hipline.library';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const indexSchema = v.object({
  format: v.literal('hipline.library'),
  version: v.literal(1),
  entries: v.array(
    v.object({
      id: v.pipe(v.string(), v.check(isSetId)),
      exercise: v.custom<ExerciseId>((id) => typeof id === 'string' && isExerciseId(id)),
      personId: v.exactOptional(v.string()),
      source: v.picklist(['camera', 'demo', 'video', 'trace']),
      side: v.optional(v.picklist(['left', 'right'])),
      // As in a manifest: a date can be made of it.
      startedAtMs: v.pipe(finite, v.minValue(0), v.maxValue(1e13)),
      durationSec: finite,
      goodSec: finite,
      reps: v.array(v.picklist(repOutcomes)),
      faults: v.array(
        v.object({
          id: v.custom<FaultId>((id) => typeof id === 'string'),
          level: v.picklist(['warn', 'fail']),
        }),
      ),
      noteCount: count,
      sizeBytes: count,
      hasVideo: v.boolean(),
      hasStill: v.boolean(),
      isCutOff: v.boolean(),
      pending: v.exactOptional(v.picklist(['delete', 'forgetVideo'])),
    }),
  ),
});

/** The index out of its file's text, by the ids of the sets; empty where it is not whole. */
export function parseIndex(json: string): Map<string, LibraryEntry> {
  try {
    const parsed = v.safeParse(indexSchema, JSON.parse(json));
    if (parsed.success) {
      return new Map(
        parsed.output.entries.map((entry) => [entry.id, { ...entry, side: entry.side }]),
      );
    }
  } catch {
    // Not JSON: cut off while it was written.
  }
  return new Map();
}

async function readIndex(): Promise<Map<string, LibraryEntry>> {
  const root = await navigator.storage.getDirectory();
  try {
    const file = await (await root.getFileHandle(indexName)).getFile();
    return parseIndex(await file.text());
  } catch (thrown) {
    // Not there: it is made again from the folders.
    if (!(thrown instanceof DOMException)) throw thrown;
    return new Map();
  }
}

async function writeIndex(entries: ReadonlyMap<string, LibraryEntry>): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const index = { format: 'hipline.library', version: 1, entries: [...entries.values()] };
  try {
    await writeFile(root, indexName, JSON.stringify(index));
  } catch (thrown) {
    // The disk is full: the index is made again from the folders when there is room.
    if (!(thrown instanceof DOMException)) throw thrown;
  }
}

/** Reads the index, lets it be changed, and writes it where it was. One tab after the other. */
async function changeIndex<T>(
  change: (entries: Map<string, LibraryEntry>) => Promise<T> | T,
): Promise<T> {
  const run = async (): Promise<T> => {
    const entries = await readIndex();
    const before = JSON.stringify([...entries.values()]);
    const result = await change(entries);
    if (JSON.stringify([...entries.values()]) !== before) await writeIndex(entries);
    return result;
  };
  return withLibrary(run);
}

/** Runs a change of the library while no other tab makes one. */
export const withLibrary = async <T>(run: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(lockName, run) : run();

const newestFirst = (entries: Iterable<LibraryEntry>): readonly LibraryEntry[] =>
  [...entries].sort((a, b) => b.startedAtMs - a.startedAtMs);

/** Notes that are kept beside a set; whatever else the file says. */
async function countNotes(setId: string): Promise<number> {
  const file = await readSetFile(setId, 'review.json');
  if (file === undefined) return 0;
  try {
    const review = JSON.parse(await file.text()) as { readonly notes?: unknown };
    return Array.isArray(review.notes) ? review.notes.length : 0;
  } catch {
    return 0;
  }
}

/** What the list says of a set. */
async function toEntry(set: RecordedSet): Promise<LibraryEntry> {
  const { manifest, summary, sizeBytes, hasVideo, hasStill } = set;
  const verdict = summary?.verdict;
  const faults = new Map<FaultId, 'warn' | 'fail'>();
  for (const { id, level } of verdict?.faults ?? []) {
    if (level === 'fail' || !faults.has(id)) faults.set(id, level);
  }
  const sides = new Set((verdict?.reps ?? []).map((rep) => rep.side));
  const [only] = sides;
  return {
    id: manifest.id,
    exercise: manifest.exercise,
    ...(manifest.personId === undefined ? {} : { personId: manifest.personId }),
    source: manifest.source,
    side: sides.size === 1 ? (only ?? undefined) : undefined,
    startedAtMs: manifest.startedAtMs,
    durationSec: verdict?.durationSec ?? (await readWrittenSec(manifest.id)),
    goodSec: verdict?.clocks.goodSec ?? 0,
    reps: (verdict?.reps ?? []).map(describeOutcome),
    faults: [...faults].map(([id, level]) => ({ id, level })),
    noteCount: await countNotes(manifest.id),
    sizeBytes,
    hasVideo,
    hasStill,
    isCutOff: summary === undefined,
  };
}

/** Ids of the sets that are being recorded now, in any tab. */
async function listRunning(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name }) => name ?? []);
  return new Set(
    names
      .filter((name) => name.startsWith(recordingLock))
      .map((name) => name.slice(recordingLock.length)),
  );
}

/** A tab that records a set holds the lock of this name and the set's id. */
export const recordingLock = 'hipline.recording.';

/**
 * The list as it was written last, the newest first, without a look at the folders; what has changed
 * since is for `readLibrary` to find.
 */
export async function readIndexed(): Promise<readonly LibraryEntry[]> {
  return newestFirst((await readIndex()).values());
}

/**
 * Every set but those that are being recorded, the newest first, out of the index; only folders that
 * it does not know are opened. Sets that are pending removal are among them.
 */
export async function readLibrary(): Promise<readonly LibraryEntry[]> {
  return changeIndex(async (entries) => {
    const [ids, running] = await Promise.all([listSetIds(), listRunning()]);
    const there = new Set(ids);
    for (const id of entries.keys()) if (!there.has(id)) entries.delete(id);
    for (const id of ids) {
      if (entries.has(id) || running.has(id)) continue;
      const set = await readRecordedSet(id);
      if (set?.manifest.id === id) entries.set(id, await toEntry(set));
    }
    return newestFirst(entries.values());
  });
}

/** Reads a set anew into the index: it has ended, or something was written beside it. */
export async function indexSet(setId: string): Promise<LibraryEntry | undefined> {
  return changeIndex(async (entries) => {
    const set = await readRecordedSet(setId);
    if (set === undefined) {
      entries.delete(setId);
      return undefined;
    }
    const entry = await toEntry(set);
    entries.set(setId, entry);
    return entry;
  });
}

/** Marks sets for removal, which can still be undone, or takes the mark away. */
export async function markForRemoval(
  setIds: readonly string[],
  pending: PendingRemoval | undefined,
): Promise<void> {
  await changeIndex((entries) => {
    for (const id of setIds) {
      const entry = entries.get(id);
      if (entry === undefined) continue;
      const { pending: before, ...unmarked } = entry;
      if (before !== pending) {
        entries.set(id, pending === undefined ? unmarked : { ...unmarked, pending });
      }
    }
  });
}

/** Carries out the removals that were not undone, and clears what an import left that was cut off. */
export async function removePending(): Promise<void> {
  await changeIndex(async (entries) => {
    const running = await listRunning();
    for (const id of await listSetIds()) {
      if (entries.has(id) || running.has(id)) continue;
      if ((await readSetFile(id, 'manifest.json')) === undefined) await deleteSet(id);
    }
    for (const [id, { pending }] of entries) {
      if (pending === undefined) continue;
      if (pending === 'delete') {
        await deleteSet(id);
        entries.delete(id);
        continue;
      }
      await deleteVideo(id);
      const set = await readRecordedSet(id);
      if (set !== undefined) entries.set(id, await toEntry(set));
    }
  });
}
