import * as Comlink from 'comlink';
import type { CoachEvent } from '../core/coach/snapshot';
import type { PoseFrame } from '../core/body/poseFrame';
import { fail, type Result, succeed } from '../core/result';
import { encodeFrame, roundFrame } from '../core/trace/trace';
import type { Piece, SetFile, SetWriterApi, WriteError, WriteOutcome } from '../setWriter/protocol';
import { recordingLock } from './library';
import { hasDisk } from './recordedSets';
import type { SetManifest, SetSummary } from './setManifest';
import { findVideoKind, VideoTrack } from './videoTrack';

/** Longest time that lines wait before they go to the writer, ms. */
const batchMs = 500;

/** What a recording is started with. */
export interface RecorderOptions {
  /** `new Worker(new URL('../setWriter/worker.ts', import.meta.url), { type: 'module' })`. */
  readonly createWorker: () => Worker;
  readonly manifest: Omit<SetManifest, 'video'>;
  /** Whether the pictures are kept too, or only what was measured. */
  readonly withVideo: boolean;
  /** Called once where writing ends before the set does; what was written stays. */
  readonly onFailure: (error: WriteError) => void;
}

/** Whether this browser can keep a set as it happens. */
export const canRecord = (): boolean =>
  hasDisk() && 'createWritable' in FileSystemFileHandle.prototype;

/**
 * Writes a running set to the disk: poses, events and pictures, each within two seconds, so that a
 * killed tab leaves a set that can be played and judged.
 */
export class SetRecorder {
  readonly #worker: Worker;
  readonly #writer: Comlink.Remote<SetWriterApi>;
  readonly #encoder = new TextEncoder();
  #pieces: Piece[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #video: VideoTrack | undefined;
  #hasFailed = false;
  #letGo: () => void = () => undefined;

  private constructor(private readonly options: RecorderOptions) {
    this.#worker = options.createWorker();
    this.#writer = Comlink.wrap<SetWriterApi>(this.#worker);
  }

  /** Makes the set's folder and writes its manifest. */
  static async start(options: RecorderOptions): Promise<Result<SetRecorder, WriteError>> {
    if (!canRecord()) return fail({ code: 'noDisk', detail: 'no origin private file system' });
    const recorder = new SetRecorder(options);
    const { manifest, withVideo } = options;
    recorder.#letGo = holdLock(`${recordingLock}${manifest.id}`);
    const begun = await recorder.#writer.begin(manifest.id);
    if (!begun.ok) {
      recorder.#letGo();
      recorder.#worker.terminate();
      return fail(begun.error);
    }
    const { widthPx, heightPx } = manifest.options;
    const kind = withVideo ? await findVideoKind(widthPx, heightPx) : undefined;
    if (kind !== undefined) {
      recorder.#video = new VideoTrack(
        kind,
        (data, at) => recorder.#queue({ file: kind.file, data: data.slice(), at }),
        (detail) => recorder.#giveUp({ code: 'writeFailed', detail }),
      );
    }
    const whole: SetManifest = { ...manifest, ...(kind === undefined ? {} : { video: kind.file }) };
    recorder.#writeText('manifest.json', JSON.stringify(whole));
    recorder.#writeText('poses.ndjson', `${JSON.stringify(toTraceHeader(manifest))}\n`);
    return succeed(recorder);
  }

  /**
   * Keeps a picture at its time in the set, seconds from 0. The picture stays the caller's. One that
   * the encoder has no time for is left out and counted.
   */
  addPicture(picture: VideoFrame | ImageBitmap, tSec: number): void {
    if (!this.#hasFailed && this.#video?.isBehind === false) void this.#video.add(picture, tSec);
    else this.#video?.leaveOut();
  }

  /** Keeps a picture, and resolves when the encoder has time for the next: none is left out. */
  async addEveryPicture(picture: VideoFrame | ImageBitmap, tSec: number): Promise<void> {
    if (!this.#hasFailed) await this.#video?.add(picture, tSec);
  }

  /** Keeps the pose of a frame as the model gave it, and what followed from it. */
  addStep(frame: PoseFrame, events: readonly CoachEvent[]): void {
    this.#writeText('poses.ndjson', `${encodeFrame(roundFrame(frame))}\n`);
    this.addEvents(events);
  }

  /** Keeps what happened without a frame of its own. */
  addEvents(events: readonly CoachEvent[]): void {
    for (const event of events) this.#writeText('events.ndjson', `${JSON.stringify(event)}\n`);
  }

  /** A still of the set, as an image file; a later one takes its place. */
  addStill(image: Uint8Array): void {
    this.#queue({ file: 'still.webp', data: image, at: 0 });
  }

  /**
   * Closes the set with what was made of it.
   * @returns true when all of it is on the disk; false where the disk took only a part
   */
  async finish(summary: Omit<SetSummary, 'droppedPictures'>): Promise<boolean> {
    await this.#video?.finish();
    const droppedPictures = this.#video?.droppedCount ?? 0;
    this.#writeText('summary.json', JSON.stringify({ ...summary, droppedPictures }));
    await this.#send();
    const isWhole = !this.#hasFailed;
    await this.#leave();
    return isWhole;
  }

  /** Leaves the set as it is: it reads as one that was cut off. */
  async abandon(): Promise<void> {
    await this.#video?.finish();
    await this.#send();
    await this.#leave();
  }

  async #leave(): Promise<void> {
    this.#hasFailed = true;
    await this.#writer.end();
    this.#letGo();
    this.#writer[Comlink.releaseProxy]();
    this.#worker.terminate();
  }

  #writeText(file: SetFile, text: string): void {
    this.#queue({ file, data: this.#encoder.encode(text) });
  }

  #queue(piece: Piece): void {
    if (this.#hasFailed) return;
    this.#pieces.push(piece);
    this.#timer ??= setTimeout(() => void this.#send(), batchMs);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pieces = this.#pieces;
    this.#pieces = [];
    if (pieces.length === 0 || this.#hasFailed) return;
    const buffers = pieces.map(({ data }) => data.buffer as ArrayBuffer);
    const outcome: WriteOutcome = await this.#writer.write(
      Comlink.transfer(pieces, [...new Set(buffers)]),
    );
    if (!outcome.ok) this.#giveUp(outcome.error);
  }

  #giveUp(error: WriteError): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.options.onFailure(error);
  }
}

/** Tells other tabs that a set is being recorded, for as long as this one lives. Returns its end. */
function holdLock(name: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(name, () => released);
  return release;
}

const toTraceHeader = ({ exercise, options, mirrored, model }: RecorderOptions['manifest']) =>
  ({
    format: 'hipline.trace',
    version: 1,
    exercise,
    widthPx: options.widthPx,
    heightPx: options.heightPx,
    cameraRollDeg: options.cameraRollDeg,
    keypoints: 'blazepose33',
    mirrored,
    model,
  }) as const;
