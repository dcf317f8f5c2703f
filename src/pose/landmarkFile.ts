import { computeSha256, fetchFile } from './modelFiles';
import { PoseFailure } from './poseFailure';

/** A landmark model as TensorFlow Lite's own file, with its mask and without. */
export interface LandmarkFile {
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly withoutMask: Uint8Array<ArrayBuffer>;
}

/** What models/build.mjs writes beside the file. */
interface FileNotes {
  readonly sha256: string;
  /** Byte offsets and the numbers to write there, so that the mask's operators are not run. */
  readonly withoutMask: readonly (readonly [at: number, value: number])[];
}

/** Fetches `<folderUrl>landmarks.tflite`. Throws a `PoseFailure`: `modelMissing`, `modelCorrupt`. */
export async function fetchLandmarkFile(folderUrl: string): Promise<LandmarkFile> {
  const [notesFile, bytesFile] = await Promise.all([
    fetchFile(`${folderUrl}landmarks.json`),
    fetchFile(`${folderUrl}landmarks.tflite`),
  ]);
  const notes = (await notesFile.json()) as FileNotes;
  const whole = new Uint8Array(await bytesFile.arrayBuffer());
  if ((await computeSha256(whole)) !== notes.sha256) {
    throw new PoseFailure('modelCorrupt', `${folderUrl}landmarks.tflite has another sha256`);
  }
  const withoutMask = whole.slice();
  const view = new DataView(withoutMask.buffer);
  for (const [at, value] of notes.withoutMask) view.setUint32(at, value, true);
  return { whole, withoutMask };
}
