/** From one mask to the next no longer than this, seconds: outline.md asks for 6 to 10 Hz. */
const longestSec = 0.15;
/** Times are sums of frame intervals: rounding must not put a mask off by one frame. */
const roundingSec = 1e-6;

/**
 * Chooses the pictures whose mask is computed: as few as keep the masks close enough together,
 * whatever the frame rate. By the pictures' own times, so that a video gives the same every time.
 */
export class OutlineCadence {
  #maskSec = -Infinity;
  #pictureSec = -Infinity;

  /** Whether this picture's mask is due; asked once for each picture, in order of time. */
  isDue(tSec: number): boolean {
    const nextSec = tSec + Math.max(0, tSec - this.#pictureSec);
    this.#pictureSec = tSec;
    if (nextSec - this.#maskSec <= longestSec + roundingSec) return false;
    this.#maskSec = tSec;
    return true;
  }
}
