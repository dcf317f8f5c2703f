import { wantedFps } from '../core/coach/trackingNeeds';
import { chooseQuality, type Quality } from './qualityPolicy';

/** Times are sums of frame intervals: rounding must not put a mask off by one frame. */
const roundingSec = 1e-6;
/** How fast the mean of what a run takes follows, per run. */
const followShare = 0.1;
/** A run without mask over one with it, where none was measured (LiteRT and TF.js wasm: 0.70-0.80). */
const plainShare = 0.75;
/** Runs before the machine's speed is believed. */
const knownRuns = 20;

const needs = { fps: wantedFps.slow, outline: true } as const;

/**
 * Chooses the pictures whose mask is computed: as few as keep the masks close enough together,
 * whatever the frame rate. By the pictures' own times, so that a video gives the same every time;
 * before a camera on a slow machine the masks give way before pictures are dropped.
 */
export class OutlineCadence {
  #maskSec = -Infinity;
  #pictureSec = -Infinity;
  #quality: Quality = { model: 'full', maskEverySec: 0.15 };
  #plainMs: number | undefined;
  #maskedMs: number | undefined;
  #runs = 0;

  /** From one mask to the next no longer than this, seconds. */
  get everySec(): number {
    return this.#quality.maskEverySec;
  }

  /** Whether this picture's mask is due; asked once for each picture, in order of time. */
  isDue(tSec: number): boolean {
    const nextSec = tSec + Math.max(0, tSec - this.#pictureSec);
    this.#pictureSec = tSec;
    if (nextSec - this.#maskSec <= this.everySec + roundingSec) return false;
    this.#maskSec = tSec;
    return true;
  }

  /** Takes in what a run took, before a camera only: what it chooses depends on the machine. */
  note(withMask: boolean, ms: number): void {
    const follow = (mean: number | undefined): number =>
      mean === undefined ? ms : mean + followShare * (ms - mean);
    if (withMask) this.#maskedMs = follow(this.#maskedMs);
    else this.#plainMs = follow(this.#plainMs);
    this.#runs += 1;
    const masked = this.#maskedMs;
    if (masked === undefined || this.#runs < knownRuns) return;
    // A machine so slow that every picture has a mask: a run without is about a quarter less.
    const full = this.#plainMs ?? plainShare * masked;
    const costs = { lite: undefined, full, mask: Math.max(0, masked - full) };
    this.#quality = chooseQuality(needs, costs, this.#quality);
  }
}
