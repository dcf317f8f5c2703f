import type { SourceFrame } from '../camera/frameSource';
import { openVideoFile } from '../camera/videoFile';
import { readTrackingNeeds } from '../core/coach/trackingNeeds';
import { catalogue, isExerciseId } from '../core/exercises/catalogue';
import { encodeFrame, roundFrame } from '../core/trace/trace';
import type { ModelId } from '../pose/protocol';
import { PoseClient } from '../poseClient/poseClient';
import { guardScripts } from './trustedTypes';

/** What `npm run track` asks for. */
export interface TrackRequest {
  readonly model: ModelId;
  /** At most so many frames a second are taken, evenly; the others are left out. */
  readonly maxFps?: number;
  /** What the exercise needs beyond the keypoints is recorded too. Unknown ids need nothing. */
  readonly exercise?: string;
}

/** The picture's size and the number of frames, or the one line that says why there are none. */
export type TrackOutcome =
  | { readonly widthPx: number; readonly heightPx: number; readonly frameCount: number }
  | { readonly refused: string };

declare global {
  interface Window {
    trackVideo: typeof trackVideo;
    /** Given by the command: takes lines of NDJSON, in order. */
    writeFrames: (lines: readonly string[]) => Promise<void>;
  }
}

/** Frames that go to the command in one piece. */
const batchSize = 60;
/** A frame may come this much early and still be taken: some files round times to milliseconds. */
const earlySec = 0.002;

class Refused extends Error {}

/** A client with an engine on wasm, whose answers are the same on every machine. */
async function loadClient({ model, exercise }: TrackRequest): Promise<PoseClient> {
  guardScripts();
  const client = new PoseClient({
    createWorker: () =>
      new Worker(new URL('../pose/worker.ts', import.meta.url), { type: 'module' }),
  });
  const loaded = await client.loadEngine({
    engine: 'roi',
    model,
    backend: 'wasm',
    modelBaseUrl: new URL('/models/', location.href).href,
    wasmBaseUrl: new URL('/wasm/', location.href).href,
  });
  if (!loaded.ok) throw new Error(`${loaded.error.code}: ${loaded.error.detail}`);
  if (exercise !== undefined && isExerciseId(exercise)) {
    await client.startRecording(readTrackingNeeds(catalogue[exercise]));
  }
  return client;
}

/** Takes frames one after the other and hands their poses to the command. */
class PoseWriter {
  #lines: string[] = [];
  #dueSec = -Infinity;
  frameCount = 0;

  constructor(
    private readonly client: PoseClient,
    /** Least time from frame to frame; 0 takes every one. */
    private readonly intervalSec: number,
  ) {}

  async take(frame: SourceFrame): Promise<void> {
    if (frame.kind !== 'picture') throw new Error('a video gives pictures');
    const { picture, tSec, widthPx, heightPx } = frame;
    if (tSec < this.#dueSec - earlySec) {
      picture.close();
      return;
    }
    const { intervalSec } = this;
    if (intervalSec > 0) {
      this.#dueSec = (Math.floor((tSec + earlySec) / intervalSec) + 1) * intervalSec;
    }
    const outcome = await this.client.detectPose({ picture, tSec, widthPx, heightPx });
    if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.detail}`);
    this.#lines.push(encodeFrame(roundFrame(outcome.value)));
    this.frameCount += 1;
    if (this.#lines.length >= batchSize) await this.flush();
  }

  async flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    await window.writeFrames(lines);
  }
}

async function trackFile(file: File, request: TrackRequest): Promise<TrackOutcome> {
  const opened = await openVideoFile(file);
  if (!opened.ok) throw new Refused(`${opened.error.code}: ${opened.error.detail}`);
  const source = opened.value;
  const client = await loadClient(request);
  try {
    const writer = new PoseWriter(client, request.maxFps === undefined ? 0 : 1 / request.maxFps);
    await new Promise<void>((resolve, reject) => {
      source.start({
        onFrame: (frame) => writer.take(frame),
        onEnd: resolve,
        onError: ({ code, detail }) => {
          reject(new Refused(`${code}: ${detail}`));
        },
      });
    });
    await writer.flush();
    if (writer.frameCount === 0) throw new Refused('no frame can be decoded');
    const { widthPx, heightPx } = source.format;
    return { widthPx, heightPx, frameCount: writer.frameCount };
  } finally {
    client.dispose();
  }
}

/** Tracks the chosen file; every frame's pose goes to `writeFrames`. Rejects where a bug is met. */
async function trackVideo(request: TrackRequest): Promise<TrackOutcome> {
  const file = document.querySelector<HTMLInputElement>('#video')?.files?.[0];
  if (file === undefined) throw new Error('no file was chosen');
  try {
    return await trackFile(file, request);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: error.message };
  }
}

window.trackVideo = trackVideo;
