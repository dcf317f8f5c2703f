import type { Prescription } from '../core/programme/prescription';
import type { BundleErrorCode } from '../recording/bundle';
import type { BundlePictures, ImportPlan } from '../recording/setBundle';
import type { FolderAccess, FolderFile } from '../recording/sharedFolder';
import { cueText } from '../text/cues';
import { unseenText } from '../text/unseen';
import type { Recordings } from './recordings.svelte';
import { saveFile } from './saveFile';

/** Why nothing was taken or given. */
export type HandOverProblem = BundleErrorCode | 'diskFull' | 'folderGone' | 'nothingToGive';

/** Where a packed file goes. */
export type HandOverWay = 'download' | 'share' | 'folder';

/** A file that was opened: what it would do, before any of it is done. */
export interface ImportPreview {
  readonly fileName: string;
  readonly plan: ImportPlan;
  /** It is accepted, or not, on the page of the plan. */
  readonly prescription: Prescription | undefined;
  /** The file, where it lies in the shared folder. */
  readonly shared: File | undefined;
}

/** The shared folder is looked at again after so long, ms. */
const watchMs = 20_000;
const bundleType = 'application/zip';

/** Sets out of this device and into it: one file, by download, share sheet or shared folder. */
export class HandOver {
  /** Share of the file that is packed, 0..1; undefined while nothing is. */
  packing = $state<number | undefined>();
  isReading = $state(false);
  problem = $state.raw<{ readonly code: HandOverProblem; readonly detail: string } | undefined>();
  preview = $state.raw<ImportPreview | undefined>();
  /** How many sets the last import has brought; undefined before one. */
  imported = $state<number | undefined>();
  folder = $state.raw<{ readonly name: string; readonly access: FolderAccess } | undefined>();
  /** Files in the shared folder that were not looked at. */
  arrived = $state.raw<readonly FolderFile[]>([]);
  /** Name under which the last file was put into the shared folder. */
  put = $state.raw<string | undefined>();

  /** @param findMorning pain on the morning after a moment, where it is known */
  constructor(
    private readonly recordings: Recordings,
    private readonly findMorning: (startedAtMs: number) => number | undefined,
  ) {}

  /** Whether the device's own share sheet takes our files. */
  readonly canShare =
    'canShare' in navigator &&
    navigator.canShare({ files: [new File([], 'a.hipline', { type: bundleType })] });
  readonly canShareFolder = 'showDirectoryPicker' in globalThis;

  /** Packs sets into one file and hands it over. */
  async give(
    setIds: readonly string[],
    pictures: BundlePictures,
    way: HandOverWay,
    stem: string,
    prescription?: Prescription,
  ): Promise<void> {
    if (this.packing !== undefined) return;
    this.#begin();
    if (setIds.length === 0 && prescription === undefined) {
      this.problem = { code: 'nothingToGive', detail: '' };
      return;
    }
    this.packing = 0;
    try {
      const { packSets } = await import('../recording/setBundle');
      const onProgress = (doneRatio: number): void => {
        this.packing = doneRatio;
      };
      const bundle = await packSets(setIds, pictures, onProgress, prescription, this.findMorning);
      await this.#send(bundle, way, stem);
    } finally {
      this.packing = undefined;
    }
  }

  /** The holds and reps of sets as CSV. */
  async giveReps(setIds: readonly string[], stem: string): Promise<void> {
    const { encodeReps } = await import('../recording/setTables');
    saveFile(`${stem}-reps.csv`, await encodeReps(setIds), 'text/csv');
  }

  /** The signals of a set as CSV. */
  async giveSignals(setId: string, stem: string): Promise<void> {
    const { encodeSetSignals } = await import('../recording/setTables');
    const table = await encodeSetSignals(setId, { cue: cueText, unseen: unseenText });
    if (table !== undefined) saveFile(`${stem}-signals.csv`, table, 'text/csv');
  }

  /** The verdict of a set as JSON. */
  async giveVerdict(setId: string, stem: string): Promise<void> {
    const { readRecordedSet } = await import('../recording/recordedSets');
    const verdict = (await readRecordedSet(setId))?.summary?.verdict;
    if (verdict !== undefined) saveFile(`${stem}-verdict.json`, JSON.stringify(verdict, null, 2));
  }

  /** Opens a file that was handed over: shows what is in it, and changes nothing. */
  async open(file: File, isShared = false): Promise<void> {
    this.#begin();
    this.isReading = true;
    try {
      const { planImport, readContent } = await import('../recording/setBundle');
      const { bundleMostBytes } = await import('../recording/bundle');
      if (file.size > bundleMostBytes) {
        this.problem = { code: 'bundleTooLarge', detail: file.name };
        return;
      }
      const read = await readContent(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok) {
        this.problem = { code: read.error.code, detail: read.error.detail };
        return;
      }
      const { sets, prescription } = read.value;
      const plan = await planImport(sets);
      const shared = isShared ? file : undefined;
      this.preview = { fileName: file.name, plan, prescription, shared };
    } finally {
      this.isReading = false;
    }
  }

  /** Takes what the preview has shown into the library. */
  async take(): Promise<void> {
    const { preview } = this;
    if (preview === undefined) return;
    this.preview = undefined;
    this.isReading = true;
    try {
      const { importSets } = await import('../recording/setBundle');
      const taken = await importSets(preview.plan);
      if (!taken.ok) {
        this.problem = { code: taken.error, detail: '' };
        return;
      }
      for (const setId of taken.value) await this.recordings.keep(setId);
      this.imported = taken.value.length;
      await this.#forgetArrived(preview.shared);
    } finally {
      this.isReading = false;
    }
  }

  /** Closes the preview without taking anything. */
  async leave(): Promise<void> {
    const shared = this.preview?.shared;
    this.preview = undefined;
    await this.#forgetArrived(shared);
  }

  /** Looks at the shared folder now and from time to time; returns its end. */
  watchFolder(): () => void {
    if (!this.canShareFolder) return () => undefined;
    void this.#look();
    const timer = setInterval(() => void this.#look(), watchMs);
    return () => clearInterval(timer);
  }

  async pickFolder(): Promise<void> {
    this.#begin();
    const { pickFolder } = await import('../recording/sharedFolder');
    if (await pickFolder()) await this.#look();
  }

  async reopenFolder(): Promise<void> {
    const { reopenFolder } = await import('../recording/sharedFolder');
    if (await reopenFolder()) await this.#look();
  }

  async forgetFolder(): Promise<void> {
    const { forgetFolder } = await import('../recording/sharedFolder');
    await forgetFolder();
    this.arrived = [];
    await this.#look();
  }

  async #look(): Promise<void> {
    const { listNewFiles, readFolder } = await import('../recording/sharedFolder');
    this.folder = await readFolder();
    if (this.folder.access !== 'open') return;
    try {
      this.arrived = await listNewFiles();
    } catch {
      // A drive that was taken out; the folder may come back.
      this.problem = { code: 'folderGone', detail: this.folder.name };
    }
  }

  async #send(bundle: Uint8Array, way: HandOverWay, stem: string): Promise<void> {
    const name = `${stem}.hipline`;
    const blob = new Blob([new Uint8Array(bundle)], { type: bundleType });
    if (way === 'download') saveFile(name, blob);
    if (way === 'share') {
      // Closing the sheet without a choice is no failure.
      await navigator
        .share({ files: [new File([blob], name, { type: bundleType })] })
        .catch(() => undefined);
    }
    if (way !== 'folder') return;
    try {
      const { putIntoFolder } = await import('../recording/sharedFolder');
      this.put = await putIntoFolder(stem, bundle);
    } catch (thrown) {
      if (!(thrown instanceof DOMException)) throw thrown;
      this.problem = { code: 'folderGone', detail: thrown.message };
    }
  }

  async #forgetArrived(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const { markSeen } = await import('../recording/sharedFolder');
    await markSeen([file]);
    await this.#look();
  }

  #begin(): void {
    this.problem = undefined;
    this.imported = undefined;
    this.put = undefined;
  }
}
