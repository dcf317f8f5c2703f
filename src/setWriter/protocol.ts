/** Everything that crosses between the page and the worker that writes a set to the disk. */

/** Files of a recorded set, in its own folder of the origin's private file system. */
export type SetFile =
  | 'manifest.json'
  | 'poses.ndjson'
  | 'events.ndjson'
  | 'video.mp4'
  | 'video.webm'
  | 'still.webp'
  | 'summary.json'
  | 'answers.json'
  | 'review.json';

/** Every file that a set can have. */
export const setFiles: readonly SetFile[] = [
  'manifest.json',
  'poses.ndjson',
  'events.ndjson',
  'video.mp4',
  'video.webm',
  'still.webp',
  'summary.json',
  'answers.json',
  'review.json',
];

/** Folder of all recorded sets. */
export const setsFolder = 'sets';

/** Why a set cannot be written, one code for each thing that can be done about it. */
export type WriteErrorCode = 'diskFull' | 'noDisk' | 'writeFailed';

export interface WriteError {
  readonly code: WriteErrorCode;
  /** For diagnostics, never shown as the message. */
  readonly detail: string;
}

export type WriteOutcome =
  { readonly ok: true } | { readonly ok: false; readonly error: WriteError };

/** A piece of a file and its place in it, bytes. */
export interface Piece {
  readonly file: SetFile;
  readonly data: Uint8Array;
  /** At the end where absent. */
  readonly at?: number;
}

/** What the worker offers through Comlink. Calls are carried out one after another. */
export interface SetWriterApi {
  /** Makes the folder of a set; what is written from now on belongs to it. */
  begin(setId: string): Promise<WriteOutcome>;
  /** Writes pieces in order; they are on the disk a second later at the latest. */
  write(pieces: readonly Piece[]): Promise<WriteOutcome>;
  /** Everything to the disk, and the files closed. */
  end(): Promise<WriteOutcome>;
}
