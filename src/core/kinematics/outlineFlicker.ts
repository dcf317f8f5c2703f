import { computeMedian } from './signalTrack';

/**
 * Whether an outline jumps from picture to picture, which no back does: the mask takes the background
 * for body, here now and there then. It shows also where the belly cannot contradict the back. Jumps
 * are seen as bends of the course, so that moving itself is none.
 */

/** How far back is looked, seconds: eight to twelve outlines. */
const windowSec = 1.2;
/** So many bends at least tell something. */
const bendsMin = 3;
/**
 * Largest median bend of an outline, on the scale of the score. Running medians of eight clips whose
 * mask is sound reach 2 to 7 and lie under 5 in 95 of 100; those of a leaking one reach 18.
 */
const bendMax = 6;

/** Follows one side's outline. */
export class OutlineFlicker {
  readonly #tSec: number[] = [];
  readonly #score: number[] = [];

  /**
   * Takes one reading in.
   * @param score of one side on the scale of the score, whatever its zero, without what the hip's
   *   angle adds; undefined where the side was hidden
   * @returns whether the side flickers
   */
  add(tSec: number, score: number | undefined): boolean {
    while (this.#tSec.length > 0 && tSec - (this.#tSec[0] ?? tSec) > windowSec) {
      this.#tSec.shift();
      this.#score.shift();
    }
    if (score !== undefined) {
      this.#tSec.push(tSec);
      this.#score.push(score);
    }
    const bends: number[] = [];
    for (let i = 1; i < this.#score.length - 1; i++) {
      const middle = this.#score[i] ?? 0;
      const around = ((this.#score[i - 1] ?? middle) + (this.#score[i + 1] ?? middle)) / 2;
      bends.push(Math.abs(middle - around));
    }
    return bends.length >= bendsMin && (computeMedian(bends) ?? 0) > bendMax;
  }
}
