import { BlobSource } from 'mediabunny';

/** Reads of the same places, one after the other, after which a reader is lost. */
const lostAfter = 1000;
/** So many places count as the same. */
const placesMost = 8;

/** What mediabunny reads a file's bytes with; not in its types. */
interface ByteReader {
  _read: (start: number, ...more: readonly unknown[]) => unknown;
}

/**
 * A file as a source of mediabunny's. Its reader looks for the next element of a damaged WebM, and at
 * one that is cut off within its header it finds the same place for ever (1.61.0); here that throws.
 */
export function openFileSource(file: Blob): BlobSource {
  const source = new BlobSource(file);
  const reader = source as unknown as ByteReader;
  const read = reader._read.bind(source);
  let places: readonly number[] = [];
  let repeats = 0;
  reader._read = (start, ...more) => {
    if (places.includes(start)) repeats += 1;
    else [places, repeats] = [[start, ...places].slice(0, placesMost), 0];
    if (repeats > lostAfter) throw new Error('the file leads in a circle');
    return read(start, ...more);
  };
  return source;
}
