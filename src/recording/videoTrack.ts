import {
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  StreamTarget,
  type StreamTargetChunk,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';

/** A container and codec that this browser can write. */
export interface VideoKind {
  readonly file: 'video.mp4' | 'video.webm';
  readonly codec: 'avc' | 'vp8';
}

/** A key frame every second, so that a player finds any moment quickly. */
const keyFrameSec = 1;
/** Pictures that may wait for the encoder; further ones are left out. */
const waitingMost = 3;

/**
 * H.264 where the browser encodes it, in hardware where it can: every player reads it. VP8
 * otherwise. Undefined where neither can be encoded.
 */
export async function findVideoKind(
  widthPx: number,
  heightPx: number,
): Promise<VideoKind | undefined> {
  const size = { width: widthPx, height: heightPx };
  if (await canEncodeVideo('avc', size)) return { file: 'video.mp4', codec: 'avc' };
  if (await canEncodeVideo('vp8', size)) return { file: 'video.webm', codec: 'vp8' };
  return undefined;
}

/**
 * Encodes pictures as they come and hands over the file's bytes as soon as there are any. The file
 * only grows, so that what was handed over is playable if nothing follows.
 */
export class VideoTrack {
  readonly #output: Output;
  readonly #source: VideoSampleSource;
  readonly #started: Promise<void>;
  #waiting = 0;
  #lastSec = -Infinity;
  /** Pictures left out because the encoder was behind. */
  droppedCount = 0;

  /**
   * @param onBytes takes a part of the file and its place in it, bytes
   * @param onFailure called once where the encoder gives up; nothing is encoded from then on
   */
  constructor(
    kind: VideoKind,
    onBytes: (data: Uint8Array, at: number) => void,
    private readonly onFailure: (detail: string) => void,
  ) {
    const writable = new WritableStream<StreamTargetChunk>({
      write: ({ data, position }) => onBytes(data, position),
    });
    this.#output = new Output({
      format:
        kind.codec === 'avc'
          ? new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: keyFrameSec })
          : new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: keyFrameSec }),
      target: new StreamTarget(writable),
    });
    this.#source = new VideoSampleSource({
      codec: kind.codec,
      quality: new Quality('medium'),
      keyFrameInterval: keyFrameSec,
      latencyMode: 'realtime',
    });
    this.#output.addVideoTrack(this.#source);
    this.#started = this.#output.start();
  }

  /** So many pictures wait for the encoder that a live one had better be left out. */
  get isBehind(): boolean {
    return this.#waiting >= waitingMost;
  }

  /** Counts a picture that was left out. */
  leaveOut(): void {
    this.droppedCount++;
  }

  /**
   * Encodes a picture at its time in the set, seconds. The picture stays the caller's. One that is
   * not later than the last, or from before the set's time 0, is ignored.
   * @returns when the encoder has taken it
   */
  async add(picture: VideoFrame | ImageBitmap, tSec: number): Promise<void> {
    if (tSec <= this.#lastSec || tSec < 0 || this.#hasFailed) return;
    this.#lastSec = tSec;
    this.#waiting++;
    const sample = new VideoSample(picture instanceof VideoFrame ? picture.clone() : picture, {
      timestamp: tSec,
    });
    await this.#encode(sample);
  }

  async #encode(sample: VideoSample): Promise<void> {
    try {
      await this.#started;
      await this.#source.add(sample);
    } catch (thrown) {
      this.#fail(thrown);
    } finally {
      sample.close();
      this.#waiting--;
    }
  }

  #hasFailed = false;

  #fail(thrown: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.onFailure(thrown instanceof Error ? thrown.message : String(thrown));
  }

  /** Encodes what waits and closes the file. */
  async finish(): Promise<void> {
    if (this.#hasFailed) return;
    try {
      await this.#started;
      await this.#output.finalize();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }
}
