import type { EngineInfo, StepTiming } from '../pose/protocol';
import type { OwnDelay, Spread } from '../recording/setManifest';

/** The median is taken of so many frames. */
const windowFrames = 60;

/** A set's clock that stood for so long was stopped: the clocks are compared anew, a pause is no drift. */
const pauseSec = 2;

/** One moment on two clocks, seconds. */
interface ClockPair {
  readonly tSec: number;
  readonly nowSec: number;
}

const readLag = ({ tSec, nowSec }: ClockPair): number => nowSec - tSec;

/** The picture that came with the least delay. */
const findPunctual = (pairs: readonly ClockPair[]): ClockPair | undefined =>
  pairs.toSorted((a, b) => readLag(a) - readLag(b))[0];

/** What the app knows of its own speed. */
export class Diagnostics {
  engine = $state.raw<EngineInfo | undefined>();
  /** Pictures that came while another was in work and were replaced by a newer one. */
  dropped = $state(0);
  judged = $state(0);
  /** From one outline to the next no longer than this, seconds; undefined where none is read. */
  outlineEverySec = $state<number | undefined>();
  #inferenceMs = $state.raw<readonly number[]>([]);
  #coreMs = $state.raw<readonly number[]>([]);
  /** From the picture's coming to its judgement, and to its painting, of the last frames. */
  #judgedMs = $state.raw<readonly number[]>([]);
  #paintedMs = $state.raw<readonly number[]>([]);
  #notedMs = $state.raw<readonly number[]>([]);
  /** The run of frames without a pause: its first ones and its last ones. */
  #run: { readonly first: readonly ClockPair[]; readonly last: readonly ClockPair[] } | undefined;

  /**
   * Notes one frame.
   * @param tSec its time on the set's clock
   */
  note(timing: StepTiming, dropped: number, tSec: number): void {
    this.#followClock({ tSec, nowSec: performance.now() / 1000 });
    this.dropped = dropped;
    if (timing.engine !== undefined && this.engine !== undefined) {
      if (this.engine.engine !== timing.engine)
        this.engine = { ...this.engine, engine: timing.engine };
    }
    this.#noteDelay(timing);
    this.outlineEverySec = timing.outlineEverySec;
    this.judged += 1;
    this.#inferenceMs = [...this.#inferenceMs, timing.inferenceMs].slice(-windowFrames);
    this.#coreMs = [...this.#coreMs, timing.coreMs].slice(-windowFrames);
    this.#notedMs = [...this.#notedMs, performance.now()].slice(-windowFrames);
  }

  /**
   * How much faster the set's clock ran than the page's, as a share: 0.001 is a second in a thousand.
   * Since the last pause or beginning; undefined within the first ten seconds. A picture comes late
   * where the machine is busy and never early, so the most punctual ones are compared.
   */
  get clockDriftRatio(): number | undefined {
    if (this.#run === undefined) return undefined;
    const [first, last] = [findPunctual(this.#run.first), findPunctual(this.#run.last)];
    if (first === undefined || last === undefined) return undefined;
    const passedSec = last.nowSec - first.nowSec;
    return passedSec < 10 ? undefined : (last.tSec - first.tSec) / passedSec - 1;
  }

  #followClock(now: ClockPair): void {
    const before = this.#run?.last.at(-1);
    const isNext =
      before !== undefined &&
      now.tSec > before.tSec &&
      Math.abs(readLag(now) - readLag(before)) < pauseSec;
    const { first = [], last = [] } = isNext ? (this.#run ?? {}) : {};
    this.#run = {
      first: first.length < windowFrames ? [...first, now] : first,
      last: [...last, now].slice(-windowFrames),
    };
  }

  /** The delay up to here is known at once; up to the paint when the next one has been made. */
  #noteDelay({ givenAtMs, judgedAtMs }: StepTiming): void {
    if (givenAtMs === undefined || judgedAtMs === undefined) return;
    this.#judgedMs = [...this.#judgedMs, judgedAtMs - givenAtMs].slice(-windowFrames);
    requestAnimationFrame(() => {
      // A message is handled after the frame that this callback belongs to has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const nowMs = performance.timeOrigin + performance.now();
        this.#paintedMs = [...this.#paintedMs, nowMs - givenAtMs].slice(-windowFrames);
        port1.close();
      };
      port2.postMessage(undefined);
    });
  }

  /** From picture to judgement, milliseconds: median and the 95th of a hundred. */
  get judgedDelayMs(): Spread | undefined {
    return readSpread(this.#judgedMs);
  }

  /** From picture to its painting, milliseconds. */
  get paintedDelayMs(): Spread | undefined {
    return readSpread(this.#paintedMs);
  }

  /**
   * The app's own delay over the last frames; undefined before the first one.
   * @param soundMs of the audio output, where it tells
   */
  readOwnDelay(soundMs: number | undefined): OwnDelay | undefined {
    const { judgedDelayMs: judgedMs, paintedDelayMs: paintedMs } = this;
    if (judgedMs === undefined || paintedMs === undefined) return undefined;
    return { judgedMs, paintedMs, ...(soundMs === undefined ? {} : { soundMs }) };
  }

  /** Median milliseconds a frame, of the last frames; undefined before the first. */
  get inferenceMs(): number | undefined {
    return median(this.#inferenceMs);
  }

  get coreMs(): number | undefined {
    return median(this.#coreMs);
  }

  /** Pictures judged a second, over the last ones; undefined before the second. */
  get ratePerSec(): number | undefined {
    const [firstMs, lastMs] = [this.#notedMs[0], this.#notedMs.at(-1)];
    if (firstMs === undefined || lastMs === undefined || lastMs <= firstMs) return undefined;
    return ((this.#notedMs.length - 1) * 1000) / (lastMs - firstMs);
  }
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function readSpread(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const high = sorted[Math.floor(0.95 * (sorted.length - 1))];
  return middle === undefined || high === undefined ? undefined : { median: middle, p95: high };
}
