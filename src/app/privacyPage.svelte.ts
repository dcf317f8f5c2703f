import { deleteStored, listStored, type StoredItem, type StoredKind } from './storedData';

/** What the privacy page shows: all that is kept, and a deletion that is asked about first. */
export class PrivacyPage {
  items = $state.raw<readonly StoredItem[] | undefined>();
  isPersisted = $state<boolean | undefined>();
  usageBytes = $state<number | undefined>();
  /** The kind whose deletion has been asked for and waits for a second press. */
  asked = $state<StoredKind | undefined>();
  isBlocked = $state(false);

  async read(): Promise<void> {
    this.items = await listStored();
    if (!('storage' in navigator)) return;
    this.isPersisted = await navigator.storage.persisted();
    this.usageBytes = (await navigator.storage.estimate()).usage;
  }

  /** Deletes what was asked about, and loads the page anew so that nothing of it is left in memory. */
  async deleteAsked(): Promise<void> {
    const kind = this.asked;
    this.asked = undefined;
    if (kind === undefined) return;
    try {
      await deleteStored(kind);
      location.reload();
    } catch {
      // A database that another tab has open; nothing was deleted of it.
      this.isBlocked = true;
    }
  }
}
