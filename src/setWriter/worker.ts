import * as Comlink from 'comlink';
import {
  type Piece,
  type SetFile,
  setsFolder,
  type SetWriterApi,
  type WriteError,
  type WriteOutcome,
} from './protocol';

/** Longest time that something written waits for the disk, ms: a killed tab loses no more. */
const flushMs = 500;

/** What a browser says where the disk, or the origin's share of it, is full. */
const toWriteError = (thrown: unknown): WriteError => {
  const name = thrown instanceof DOMException ? thrown.name : '';
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: name === 'QuotaExceededError' ? 'diskFull' : 'writeFailed', detail };
};

/** A file that is open for writing. */
interface OpenFile {
  readonly handle: FileSystemSyncAccessHandle;
  sizeBytes: number;
  isDirty: boolean;
}

/**
 * Writes one set at a time. Synchronous handles are the only files of a browser that keep what was
 * written when the tab is killed.
 */
class SetWriter implements SetWriterApi {
  #folder: FileSystemDirectoryHandle | undefined;
  readonly #files = new Map<SetFile, OpenFile>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  begin(setId: string): Promise<WriteOutcome> {
    return this.#inTurn(async () => {
      this.#closeAll();
      const root = await navigator.storage.getDirectory();
      const sets = await root.getDirectoryHandle(setsFolder, { create: true });
      this.#folder = await sets.getDirectoryHandle(setId, { create: true });
    });
  }

  write(pieces: readonly Piece[]): Promise<WriteOutcome> {
    return this.#inTurn(async () => {
      for (const piece of pieces) await this.#writePiece(piece);
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#flush();
      }, flushMs);
    });
  }

  end(): Promise<WriteOutcome> {
    return this.#inTurn(() => {
      this.#closeAll();
      this.#folder = undefined;
      return Promise.resolve();
    });
  }

  async #writePiece({ file, data, at }: Piece): Promise<void> {
    const open = this.#files.get(file) ?? (await this.#open(file));
    const from = at ?? open.sizeBytes;
    const written = open.handle.write(data, { at: from });
    // A full disk is told by a short count in some browsers, by an exception in others.
    if (written < data.byteLength) throw new DOMException('short write', 'QuotaExceededError');
    open.sizeBytes = Math.max(open.sizeBytes, from + written);
    open.isDirty = true;
  }

  async #open(file: SetFile): Promise<OpenFile> {
    if (this.#folder === undefined) throw new Error('no set was begun');
    const handle = await (
      await this.#folder.getFileHandle(file, { create: true })
    ).createSyncAccessHandle();
    handle.truncate(0);
    const open = { handle, sizeBytes: 0, isDirty: false };
    this.#files.set(file, open);
    return open;
  }

  #flush(): void {
    for (const open of this.#files.values()) {
      if (open.isDirty) open.handle.flush();
      open.isDirty = false;
    }
  }

  #closeAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { handle } of this.#files.values()) {
      handle.flush();
      handle.close();
    }
    this.#files.clear();
  }

  /** Runs tasks one after another; a failing world becomes a value. */
  async #inTurn(task: () => Promise<void>): Promise<WriteOutcome> {
    const turn = this.#last.then(task).then(
      (): WriteOutcome => ({ ok: true }),
      (thrown: unknown): WriteOutcome => ({ ok: false, error: toWriteError(thrown) }),
    );
    this.#last = turn;
    return turn;
  }
}

Comlink.expose(new SetWriter());
