import type { EngineInfo } from '../pose/protocol';

/** The median is taken of so many frames. */
const windowFrames = 60;

/** After so long without a frame the clocks are compared anew: a pause is no drift. */
const gapSec = 2;

/** One moment on two clocks, seconds. */
interface ClockPair {
  readonly tSec: number;
  readonly nowSec: number;
}

/** What the app knows of its own speed. */
export class Diagnostics {
  engine = $state.raw<EngineInfo | undefined>();
  /** Pictures that came while another was in work and were replaced by a newer one. */
  dropped = $state(0);
  judged = $state(0);
  #inferenceMs = $state.raw<readonly number[]>([]);
  #coreMs = $state.raw<readonly number[]>([]);
  #notedMs = $state.raw<readonly number[]>([]);
  /** Where the run of frames without a gap began, and its last frame: on the set's clock and the page's. */
  #run: { readonly first: ClockPair; readonly last: ClockPair } | undefined;

  /**
   * Notes one frame.
   * @param tSec its time on the set's clock
   */
  note(
    timing: { readonly inferenceMs: number; readonly coreMs: number },
    dropped: number,
    tSec: number,
  ): void {
    this.#followClock({ tSec, nowSec: performance.now() / 1000 });
    this.dropped = dropped;
    this.judged += 1;
    this.#inferenceMs = [...this.#inferenceMs, timing.inferenceMs].slice(-windowFrames);
    this.#coreMs = [...this.#coreMs, timing.coreMs].slice(-windowFrames);
    this.#notedMs = [...this.#notedMs, performance.now()].slice(-windowFrames);
  }

  /**
   * How much faster the set's clock ran than the page's, as a share: 0.001 is a second in a thousand.
   * Over the frames since the last gap or beginning; undefined within the first ten seconds.
   */
  get clockDriftRatio(): number | undefined {
    if (this.#run === undefined) return undefined;
    const { first, last } = this.#run;
    const passedSec = last.nowSec - first.nowSec;
    return passedSec < 10 ? undefined : (last.tSec - first.tSec) / passedSec - 1;
  }

  #followClock(now: ClockPair): void {
    const last = this.#run?.last;
    const isNext = last !== undefined && now.tSec > last.tSec && now.nowSec - last.nowSec < gapSec;
    this.#run = { first: isNext ? (this.#run?.first ?? now) : now, last: now };
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
