import type { EngineInfo } from '../pose/protocol';

/** The median is taken of so many frames. */
const windowFrames = 60;

/** What the app knows of its own speed. */
export class Diagnostics {
  engine = $state.raw<EngineInfo | undefined>();
  /** Pictures that came while another was in work and were replaced by a newer one. */
  dropped = $state(0);
  judged = $state(0);
  #inferenceMs = $state.raw<readonly number[]>([]);
  #coreMs = $state.raw<readonly number[]>([]);
  #notedMs = $state.raw<readonly number[]>([]);

  /** Notes one frame. */
  note(timing: { readonly inferenceMs: number; readonly coreMs: number }, dropped: number): void {
    this.dropped = dropped;
    this.judged += 1;
    this.#inferenceMs = [...this.#inferenceMs, timing.inferenceMs].slice(-windowFrames);
    this.#coreMs = [...this.#coreMs, timing.coreMs].slice(-windowFrames);
    this.#notedMs = [...this.#notedMs, performance.now()].slice(-windowFrames);
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
