import type { LibraryEntry, PendingRemoval } from '../recording/library';
import { cueText } from '../text/cues';
import { unseenText } from '../text/unseen';

export type { LibraryEntry };

/** What the browser says of the room for sets. */
export interface StorageRoom {
  readonly usedBytes: number;
  readonly leftBytes: number;
  /** The browser deletes nothing by itself when the disk runs low. */
  readonly isKept: boolean;
}

/** A removal that can still be undone. */
export interface Removal {
  readonly setIds: readonly string[];
  readonly what: PendingRemoval;
}

/** The recorded sets, as the list and the banners need them. */
export class Recordings {
  /** Undefined until the list was read, or where the browser has no disk for it. */
  #entries = $state.raw<readonly LibraryEntry[] | undefined>();
  storage = $state.raw<StorageRoom | undefined>();
  removal = $state.raw<Removal | undefined>();

  readonly #own = $derived(
    this.#entries?.filter(({ personId }) => personId === undefined || this.isShown(personId)),
  );
  /** Every set that is kept, the newest first; undefined until they are known. */
  readonly kept = $derived(
    this.#own?.filter(({ isCutOff, pending }) => !isCutOff && pending !== 'delete'),
  );
  /** Sets that were cut off and can be recovered. */
  readonly cutOff = $derived(
    this.#own?.filter(({ isCutOff, pending }) => isCutOff && pending !== 'delete') ?? [],
  );

  /** @param isShown whether the sets of a person are listed now; those of nobody known always are */
  constructor(private readonly isShown: (personId: string) => boolean) {}

  /** The browser gives pages no room for files. */
  readonly isUnsupported = !('storage' in navigator && 'getDirectory' in navigator.storage);

  /** The app has started: what was to be removed goes for good, what was cut off is found. */
  async start(): Promise<void> {
    if (this.isUnsupported) return;
    const { removePending } = await import('../recording/library');
    await removePending();
    await this.refresh();
  }

  /** Shows the list as it was written last, and then as it is on the disk. */
  async refresh(): Promise<void> {
    if (this.isUnsupported) return;
    const { readIndexed, readLibrary } = await import('../recording/library');
    if (this.#entries === undefined) {
      const indexed = await readIndexed();
      // Nothing may be said of a list that was never written.
      if (indexed.length > 0) this.#entries ??= indexed;
    }
    this.#entries = await readLibrary();
    await this.#readStorage();
  }

  /** A set has been kept, or something was written beside it. */
  async keep(setId: string): Promise<void> {
    const { indexSet } = await import('../recording/library');
    const entry = await indexSet(setId);
    // From the first set on there is something to lose; the browser asks at most once.
    if (entry !== undefined && !(await navigator.storage.persisted()))
      await navigator.storage.persist();
    await this.refresh();
  }

  /** Share of the set that is being recovered which is judged, 0..1; undefined while none is. */
  recovering = $state<number | undefined>();

  /** Makes a set that was cut off whole, by its poses. */
  async recover(setId: string): Promise<void> {
    if (this.recovering !== undefined) return;
    this.recovering = 0;
    try {
      const { recoverSet } = await import('../recording/recoverSet');
      const words = { cue: cueText, unseen: unseenText };
      await recoverSet(setId, words, (doneRatio) => {
        this.recovering = doneRatio;
      });
      await this.keep(setId);
    } finally {
      this.recovering = undefined;
    }
  }

  /** Something may have been written beside a set. */
  async reread(setId: string): Promise<void> {
    if (this.isUnsupported) return;
    const { indexSet } = await import('../recording/library');
    await indexSet(setId);
    await this.refresh();
  }

  /** Takes sets or their pictures away; until the list is left it can be undone. */
  async remove(setIds: readonly string[], what: PendingRemoval): Promise<void> {
    await this.#finishRemoval();
    const { markForRemoval } = await import('../recording/library');
    await markForRemoval(setIds, what);
    this.removal = { setIds, what };
    await this.refresh();
  }

  /** Deletes the sets of a person for good. */
  async removeAllOf(personId: string): Promise<void> {
    const own = (this.#entries ?? []).filter((entry) => entry.personId === personId);
    if (own.length === 0) return;
    const { markForRemoval, removePending } = await import('../recording/library');
    await markForRemoval(
      own.map(({ id }) => id),
      'delete',
    );
    await removePending();
    await this.refresh();
  }

  async undoRemoval(): Promise<void> {
    const { removal } = this;
    if (removal === undefined) return;
    const { markForRemoval } = await import('../recording/library');
    await markForRemoval(removal.setIds, undefined);
    this.removal = undefined;
    await this.refresh();
  }

  /** The list is left: nothing can be undone any more. */
  async leave(): Promise<void> {
    if (this.removal === undefined) return;
    await this.#finishRemoval();
    await this.refresh();
  }

  /** The still of a set as an address for an image, to be revoked by who asked for it. */
  async openStill(setId: string): Promise<string | undefined> {
    const { readSetFile } = await import('../recording/recordedSets');
    const file = await readSetFile(setId, 'still.webp');
    return file && URL.createObjectURL(file);
  }

  async #finishRemoval(): Promise<void> {
    if (this.removal === undefined) return;
    const { removePending } = await import('../recording/library');
    await removePending();
    this.removal = undefined;
  }

  async #readStorage(): Promise<void> {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    this.storage = {
      usedBytes: usage,
      leftBytes: Math.max(0, quota - usage),
      isKept: await navigator.storage.persisted(),
    };
  }
}
