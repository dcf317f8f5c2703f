import { mergeReviewNotes, parseReviewNotes, readReviewNotes } from '../core/report/reviewNotes';
import { parseTrace } from '../core/trace/trace';
import { parsePrescription, type Prescription } from '../core/programme/prescription';
import { fail, type Result, succeed } from '../core/result';
import { type SetFile, setFiles, setsFolder } from '../setWriter/protocol';
import {
  type BundleError,
  type BundleErrorCode,
  type BundleFiles,
  packBundle,
  readBundle,
} from './bundle';
import { withLibrary } from './library';
import { deleteSet, openSets, readRecordedSet, readSetFile, writeFile } from './recordedSets';
import type { SetManifest, SetSummary } from './setManifest';
import {
  isSetId,
  parseAnswers,
  parseEvents,
  parseManifest,
  parseSummary,
  type SetFileProblem,
} from './setSchema';

/** What goes with the data of a set: its video, nothing, or a video drawn from the poses. */
export type BundlePictures = 'video' | 'none' | 'skeleton';

/** A set out of a bundle, of which every file was good. */
export interface BundledSet {
  readonly manifest: SetManifest;
  readonly summary: SetSummary;
  readonly files: ReadonlyMap<SetFile, Uint8Array>;
}

const smallMostBytes = 8 * 1024 ** 2;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files without a picture of anybody. */
const dataFiles = [
  'poses.ndjson',
  'events.ndjson',
  'summary.json',
  'answers.json',
  'review.json',
] as const satisfies readonly SetFile[];

/** A prescription in a bundle, beside the folder of sets. */
const prescriptionName = 'prescription.json';

/** What a bundle holds: sets, a prescription, or both. */
export interface BundleContent {
  readonly sets: readonly BundledSet[];
  readonly prescription?: Prescription;
}

/**
 * Packs sets, and a prescription where there is one, into one file. Sets that were cut off and not
 * recovered are left out.
 * @param findMorning pain on the morning after a moment, where it is known
 * @param onProgress told the share that is done, 0..1
 */
export async function packSets(
  setIds: readonly string[],
  pictures: BundlePictures,
  onProgress?: (doneRatio: number) => void,
  prescription?: Prescription,
  findMorning: (startedAtMs: number) => number | undefined = () => undefined,
): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  if (prescription !== undefined) {
    files.set(prescriptionName, encode(JSON.stringify(prescription)));
  }
  for (const [i, id] of setIds.entries()) {
    for (const [name, data] of await collectFiles(id, pictures, findMorning))
      files.set(`${setsFolder}/${id}/${name}`, data);
    onProgress?.((i + 1) / setIds.length);
  }
  return packBundle(files);
}

async function collectFiles(
  id: string,
  pictures: BundlePictures,
  findMorning: (startedAtMs: number) => number | undefined,
): Promise<ReadonlyMap<SetFile, Uint8Array>> {
  const files = new Map<SetFile, Uint8Array>();
  const set = await readRecordedSet(id);
  if (set?.summary === undefined) return files;
  const add = async (name: SetFile): Promise<void> => {
    const file = await readSetFile(id, name);
    if (file !== undefined && file.size > 0)
      files.set(name, new Uint8Array(await file.arrayBuffer()));
  };
  for (const name of dataFiles) await add(name);
  const { video, personId: _who, ...manifest } = set.manifest;
  const painNextDay = findMorning(manifest.startedAtMs);
  if (set.answers !== undefined && painNextDay !== undefined)
    files.set('answers.json', encode(JSON.stringify({ ...set.answers, painNextDay })));
  let written: SetManifest = manifest;
  const isWanted =
    pictures === 'video' || (pictures === 'skeleton' && manifest.isSkeleton === true);
  if (video !== undefined && set.hasVideo && isWanted) {
    await add(video);
    await add('still.webp');
    written = { ...manifest, video };
  } else if (pictures === 'skeleton') {
    const { drawSkeletonVideo } = await import('./skeletonVideo');
    const drawn = await drawSkeletonVideo(id);
    if (drawn !== undefined) {
      files.set(drawn.file, drawn.video);
      if (drawn.still !== undefined) files.set('still.webp', drawn.still);
      written = { ...manifest, video: drawn.file, isSkeleton: true };
    }
  }
  return files.set('manifest.json', encode(JSON.stringify(written)));
}

/** Thrown inside the reader only; {@link readContent} turns it into a result. */
class Refusal extends Error {
  constructor(
    readonly code: BundleErrorCode,
    detail: string,
  ) {
    super(detail);
  }
}

const refuse = (problem: SetFileProblem, name: string): never => {
  if (problem === 'newer') throw new Refusal('bundleNewer', name);
  throw new Refusal('bundleDamaged', `${name} cannot be read`);
};

function takeText(files: ReadonlyMap<SetFile, Uint8Array>, name: SetFile): string | undefined {
  const data = files.get(name);
  if (data === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return refuse('damaged', name);
  }
}

const startsWith = (data: Uint8Array, at: number, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => data[at + i] === byte);

/** Whether a file begins as its kind does; what follows is for the browser's own decoders. */
const hasSignature: Readonly<Partial<Record<SetFile, (data: Uint8Array) => boolean>>> = {
  // "ftyp"
  'video.mp4': (data) => startsWith(data, 4, 0x66, 0x74, 0x79, 0x70),
  // EBML
  'video.webm': (data) => startsWith(data, 0, 0x1a, 0x45, 0xdf, 0xa3),
  // "RIFF", or PNG where the browser writes no WebP
  'still.webp': (data) =>
    startsWith(data, 0, 0x52, 0x49, 0x46, 0x46) || startsWith(data, 0, 0x89, 0x50, 0x4e, 0x47),
};

function checkSet(id: string, files: Map<SetFile, Uint8Array>): BundledSet {
  for (const [name, data] of files) {
    if (hasSignature[name]?.(data) === false) refuse('damaged', name);
    if (name.endsWith('.json') && data.byteLength > smallMostBytes)
      throw new Refusal('bundleTooLarge', name);
  }
  const manifest = parseManifest(takeText(files, 'manifest.json') ?? '');
  if (!manifest.ok) return refuse(manifest.error, 'manifest.json');
  const summary = parseSummary(takeText(files, 'summary.json') ?? '');
  if (!summary.ok) return refuse(summary.error, 'summary.json');
  if (manifest.value.id !== id) refuse('damaged', 'manifest.json');
  const trace = parseTrace(takeText(files, 'poses.ndjson') ?? '');
  if (!trace.ok || trace.value.frames.length === 0) refuse('damaged', 'poses.ndjson');
  if (parseEvents(takeText(files, 'events.ndjson') ?? '') === undefined)
    refuse('damaged', 'events.ndjson');
  const answers = takeText(files, 'answers.json');
  if (answers !== undefined) {
    const parsed = parseAnswers(answers);
    if (!parsed.ok) refuse(parsed.error, 'answers.json');
  }
  const review = takeText(files, 'review.json');
  if (review !== undefined) {
    const notes = readReviewNotes(review);
    if (!notes.ok) refuse(notes.error, 'review.json');
  }
  // What was written by an older version is kept as this one writes it.
  files.set('manifest.json', encode(JSON.stringify(manifest.value)));
  files.set('summary.json', encode(JSON.stringify(summary.value)));
  return { manifest: manifest.value, summary: summary.value, files };
}

const isSetFile = (name: string): name is SetFile => (setFiles as readonly string[]).includes(name);

function sortIntoSets(bundle: BundleFiles): ReadonlyMap<string, Map<SetFile, Uint8Array>> {
  const sets = new Map<string, Map<SetFile, Uint8Array>>();
  for (const [path, data] of bundle) {
    if (path === prescriptionName) continue;
    const [folder, id = '', name = '', more] = path.split('/');
    if (folder !== setsFolder || more !== undefined || !isSetId(id) || !isSetFile(name)) {
      throw new Refusal('bundleDamaged', `${path} does not belong in it`);
    }
    const files = sets.get(id) ?? new Map<SetFile, Uint8Array>();
    sets.set(id, files.set(name, data));
  }
  if (sets.size === 0 && !bundle.has(prescriptionName)) {
    throw new Refusal('notABundle', 'it holds no set');
  }
  return sets;
}

/** The prescription of a bundle, where it has one. */
function takePrescription(bundle: BundleFiles): Pick<BundleContent, 'prescription'> {
  const data = bundle.get(prescriptionName);
  if (data === undefined) return {};
  const parsed = parsePrescription(new TextDecoder().decode(data));
  if (parsed.ok) return { prescription: parsed.value };
  throw new Refusal('bundleDamaged', `${prescriptionName}: ${parsed.error}`);
}

/** Reads a bundle, all of it or nothing: every file has passed its schema. */
export async function readContent(bytes: Uint8Array): Promise<Result<BundleContent, BundleError>> {
  const bundle = await readBundle(bytes);
  if (!bundle.ok) return bundle;
  try {
    const sets = [...sortIntoSets(bundle.value)].map(([id, files]) => checkSet(id, files));
    return succeed({ sets, ...takePrescription(bundle.value) });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return fail({ code: thrown.code, detail: thrown.message });
  }
}

/**
 * What would become of a set of a bundle. `notes`: the set is here; what its notes say beyond those
 * that are here is added to them.
 */
export type ImportStep = 'add' | 'notes' | 'nothing';

/** What an import would do, set by set. */
export type ImportPlan = readonly { readonly set: BundledSet; readonly step: ImportStep }[];

/**
 * The notes of a set that is here, with those of a bundle.
 * @returns undefined where the bundle's say nothing new
 */
async function mergeNotes({ manifest, files }: BundledSet): Promise<string | undefined> {
  const text = takeText(files, 'review.json');
  if (text === undefined) return undefined;
  const own = parseReviewNotes(
    (await (await readSetFile(manifest.id, 'review.json'))?.text()) ?? '',
  );
  const merged = mergeReviewNotes(own, parseReviewNotes(text));
  return JSON.stringify(merged) === JSON.stringify(own) ? undefined : JSON.stringify(merged);
}

/** Looks at what an import would do. Nothing is written. */
export async function planImport(sets: readonly BundledSet[]): Promise<ImportPlan> {
  return Promise.all(
    sets.map(async (set) => {
      if ((await readSetFile(set.manifest.id, 'manifest.json')) === undefined) {
        return { set, step: 'add' as const };
      }
      const isNew = (await mergeNotes(set)) !== undefined;
      return { set, step: isNew ? ('notes' as const) : ('nothing' as const) };
    }),
  );
}

/**
 * Carries an import out: all of it, or nothing where the disk takes no more. Nothing is overwritten.
 * A set's manifest is written last, so that one which is cut off is no set.
 * @returns ids of the sets that were added or have notes now
 */
export const importSets = (plan: ImportPlan): Promise<Result<readonly string[], 'diskFull'>> =>
  withLibrary(() => writeSets(plan));

async function writeSets(plan: ImportPlan): Promise<Result<readonly string[], 'diskFull'>> {
  const added = plan.filter(({ step }) => step === 'add').map(({ set }) => set);
  const noted = plan.filter(({ step }) => step === 'notes').map(({ set }) => set);
  const folder = await openSets();
  const write = async (id: string, name: SetFile, data: Uint8Array | undefined): Promise<void> => {
    if (data === undefined) return;
    const own = await folder.getDirectoryHandle(id, { create: true });
    await writeFile(own, name, new Blob([new Uint8Array(data)]));
  };
  try {
    for (const { manifest, files } of added) {
      for (const [name, data] of files) {
        if (name !== 'manifest.json') await write(manifest.id, name, data);
      }
    }
    for (const { manifest, files } of added)
      await write(manifest.id, 'manifest.json', files.get('manifest.json'));
    for (const set of noted) {
      // Read again: notes may have been written since the plan was shown.
      const notes = await mergeNotes(set);
      if (notes !== undefined) await write(set.manifest.id, 'review.json', encode(notes));
    }
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    for (const { manifest } of added) await deleteSet(manifest.id);
    return fail('diskFull');
  }
  return succeed([...added, ...noted].map(({ manifest }) => manifest.id));
}
