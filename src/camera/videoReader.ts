import { ALL_FORMATS, EncodedPacketSink, Input, VideoSampleSink } from 'mediabunny';
import type { InputVideoTrack, VideoSample } from 'mediabunny';
import { sameMomentSec } from '../core/report/reviewTrack';
import { fail, type Result, succeed } from '../core/result';
import { openFileSource } from './fileSource';
import type { SourceError } from './frameSource';

/** A video from which single pictures are taken, each by its own time stamp. */
export interface VideoReader {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Seconds of the first picture. */
  readonly firstSec: number;
  /**
   * Seconds of every picture, in order. A recording carries no index: all of its file is looked
   * through, once; pictures can be drawn before.
   */
  listTimes(): Promise<Float64Array>;
  /**
   * Draws the picture that stands at a moment, upright.
   * @returns its own time; undefined where a later call came before, or there is no such picture
   */
  draw(atSec: number, canvas: HTMLCanvasElement): Promise<number | undefined>;
  /** The same for one picture by itself, beside what is being scrubbed. */
  drawOnce(atSec: number, canvas: HTMLCanvasElement): Promise<number | undefined>;
  /** Lets go of the file. */
  dispose(): void;
}

/** Going on for less than this decodes what lies between; anything else begins at a key frame. */
const onwardSec = 1.5;

/**
 * Opens a video to be looked at picture by picture.
 * @param zero `first`: its first picture is at 0 s, as where it is judged; `file`: its own times
 */
export async function openVideoReader(
  file: Blob,
  zero: 'first' | 'file',
): Promise<Result<VideoReader, SourceError>> {
  const input = new Input({ source: openFileSource(file), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) {
      input.dispose();
      return fail({ code: 'notAVideo', detail: 'no video track' });
    }
    if (!(await track.canDecode())) {
      const detail = `codec ${(await track.getCodec()) ?? 'unknown'}`;
      input.dispose();
      return fail({ code: 'codecUnsupported', detail });
    }
    const firstSec = await track.getFirstTimestamp();
    const offsetSec = zero === 'first' ? firstSec : 0;
    return succeed(
      new SampleReader(
        input,
        track,
        await track.getDisplayWidth(),
        await track.getDisplayHeight(),
        firstSec - offsetSec,
        offsetSec,
      ),
    );
  } catch (thrown) {
    input.dispose();
    return fail({ code: 'notAVideo', detail: String(thrown) });
  }
}

/** So many time stamps are read before the page may paint. */
const packetsPerBreath = 1000;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The time stamps of all pictures, without decoding any. */
async function listTimes(track: InputVideoTrack): Promise<Float64Array> {
  const times: number[] = [];
  const packets = new EncodedPacketSink(track).packets(undefined, undefined, {
    metadataOnly: true,
  });
  for await (const { timestamp } of packets) {
    times.push(timestamp);
    if (times.length % packetsPerBreath === 0) await breathe();
  }
  return Float64Array.from(times.sort((a, b) => a - b));
}

class SampleReader implements VideoReader {
  readonly #sink: VideoSampleSink;
  #times: Promise<Float64Array> | undefined;
  #onward: AsyncGenerator<VideoSample, void, unknown> | undefined;
  /** The picture that was taken last, and the one after it where it is decoded already. */
  #current: VideoSample | undefined;
  #next: VideoSample | undefined;
  #generation = 0;
  #busy: Promise<void> = Promise.resolve();

  constructor(
    private readonly input: Input,
    private readonly track: InputVideoTrack,
    readonly widthPx: number,
    readonly heightPx: number,
    readonly firstSec: number,
    private readonly offsetSec: number,
  ) {
    this.#sink = new VideoSampleSink(track);
  }

  listTimes(): Promise<Float64Array> {
    this.#times ??= listTimes(this.track).then((times) =>
      times.map((time) => time - this.offsetSec),
    );
    return this.#times;
  }

  async draw(atSec: number, canvas: HTMLCanvasElement): Promise<number | undefined> {
    this.#generation += 1;
    const generation = this.#generation;
    const before = this.#busy;
    let done: () => void = () => undefined;
    this.#busy = new Promise((resolve) => {
      done = resolve;
    });
    try {
      await before;
      if (generation !== this.#generation) return undefined;
      const sample = await this.#take(atSec + this.offsetSec + sameMomentSec);
      return sample === undefined ? undefined : this.#paint(sample, canvas);
    } finally {
      done();
    }
  }

  async drawOnce(atSec: number, canvas: HTMLCanvasElement): Promise<number | undefined> {
    const fileSec = Math.max(atSec, this.firstSec) + this.offsetSec + sameMomentSec;
    const sample = await this.#sink.getSample(fileSec);
    if (sample === null) return undefined;
    const ownSec = this.#paint(sample, canvas);
    sample.close();
    return ownSec;
  }

  /** Paints a picture over the whole canvas; returns its own time. */
  #paint(sample: VideoSample, canvas: HTMLCanvasElement): number {
    if (canvas.width !== this.widthPx) canvas.width = this.widthPx;
    if (canvas.height !== this.heightPx) canvas.height = this.heightPx;
    const context = canvas.getContext('2d', { alpha: false });
    if (context !== null) sample.draw(context, 0, 0, canvas.width, canvas.height);
    return sample.timestamp - this.offsetSec;
  }

  /** The last picture at or before a time of the file. */
  async #take(fileSec: number): Promise<VideoSample | undefined> {
    const atSec = Math.max(fileSec, this.firstSec + this.offsetSec);
    const current = this.#current;
    const isOnward =
      current !== undefined && atSec >= current.timestamp && atSec - current.timestamp < onwardSec;
    if (!isOnward) await this.#begin(atSec);
    for (;;) {
      if (this.#next === undefined) {
        const step = await this.#onward?.next();
        if (step === undefined || step.done === true) return this.#current;
        this.#next = step.value;
      }
      if (this.#current !== undefined && this.#next.timestamp > atSec) return this.#current;
      this.#current?.close();
      this.#current = this.#next;
      this.#next = undefined;
    }
  }

  async #begin(atSec: number): Promise<void> {
    await this.#onward?.return();
    this.#current?.close();
    this.#next?.close();
    this.#current = this.#next = undefined;
    this.#onward = this.#sink.samples(atSec);
  }

  dispose(): void {
    this.#generation += 1;
    void this.#busy.then(async () => {
      await this.#onward?.return();
      this.#current?.close();
      this.#next?.close();
      this.input.dispose();
    });
  }
}
