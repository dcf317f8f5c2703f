import type { LumbarRange } from '../kinematics/beltTrack';
import { bridgedGapSec } from '../kinematics/poseSmoother';
import { computeMedian } from '../kinematics/signalTrack';

/** One slow bow from standing as far as it goes, and back: the own full flexion (spec 2.5-4). */

/** A trunk bent so far has begun to bow, and one this near the vertical is upright again, degrees. */
const bowedDeg = 30;
const uprightDeg = 15;
/** So many readings tell anything. */
const readingsMin = 3;
/**
 * The furthest point is so long to each side of the deepest moment; where a slow machine has too few
 * readings in it, the nearest ones, none of them farther off than the other.
 */
const halfSec = 0.3;
const farthestSec = 0.6;
/** Bands that have not been seen for so long are not seen, seconds. */
const unseenSec = 1;
/**
 * The least range to divide by, degrees. Bands read within 2° (unit/core/belt). At a share of 70 %
 * three such errors, of standing, of the furthest point and of now, come to 2.5°: a tenth of this,
 * which is as far as warn and fail are apart.
 */
export const leastRangeDeg = 25;

/** Why a bow gave nothing. */
export type BowRefusal = 'bandsUnseen' | 'rangeSmall';

/** What is seen of the athlete in one frame. */
interface BowMoment {
  readonly tSec: number;
  /** Trunk from the vertical. */
  readonly inclineDeg: number | undefined;
  /** Undefined where the bands were not read in this frame. */
  readonly lordosisDeg: number | undefined;
}

/** Follows a bow and reads its range. */
export class ToeTouch {
  /** Readings of the bands before the bow. */
  #standing: number[] = [];
  #bow: (BowMoment & { readonly inclineDeg: number })[] = [];
  /** The body was not seen for a while on the way: nobody knows how far it went. */
  #isLost = false;
  #sinceSec: number | undefined;
  #seenSec = -Infinity;
  #refusal: BowRefusal | undefined;

  /** The athlete is bent and has not come up again. */
  get isBowed(): boolean {
    return this.#bow.length > 0;
  }

  /** The athlete has been seen standing: whoever bends from now on bows. */
  get isReady(): boolean {
    return this.#sinceSec !== undefined;
  }

  /** Why the last bow gave nothing; undefined once the next one has begun. */
  get refusal(): BowRefusal | undefined {
    return this.#refusal;
  }

  /** The bands are not seen while the athlete stands. */
  isHidden(tSec: number): boolean {
    return !this.isBowed && tSec - Math.max(this.#seenSec, this.#sinceSec ?? tSec) > unseenSec;
  }

  /**
   * Takes one frame in.
   * @param quietDeg what the bands read in quiet standing; where they were not seen there, what they
   *   read before the bow stands for it
   * @returns the range, once the athlete is upright again after a bow that told it
   */
  step(moment: BowMoment, quietDeg: number | undefined): LumbarRange | undefined {
    const { tSec, inclineDeg, lordosisDeg } = moment;
    this.#sinceSec ??= tSec;
    if (lordosisDeg !== undefined) this.#seenSec = tSec;
    if (inclineDeg === undefined) {
      this.#isLost ||= tSec - (this.#bow.at(-1)?.tSec ?? tSec) > bridgedGapSec;
      return undefined;
    }
    if (!this.isBowed && inclineDeg < bowedDeg) {
      if (lordosisDeg !== undefined && inclineDeg <= uprightDeg) this.#standing.push(lordosisDeg);
      return undefined;
    }
    this.#refusal = undefined;
    this.#bow.push({ ...moment, inclineDeg });
    return inclineDeg <= uprightDeg ? this.#finish(quietDeg) : undefined;
  }

  #finish(quietDeg: number | undefined): LumbarRange | undefined {
    const standingDeg = quietDeg ?? medianOf(this.#standing);
    const flexedDeg = this.#isLost ? undefined : this.#readFurthest();
    this.#bow = [];
    this.#standing = [];
    this.#isLost = false;
    if (standingDeg === undefined || flexedDeg === undefined) this.#refusal = 'bandsUnseen';
    else if (standingDeg - flexedDeg < leastRangeDeg) this.#refusal = 'rangeSmall';
    else return { standingDeg, flexedDeg };
    return undefined;
  }

  /** The bands about the deepest moment; undefined where they were not seen there. */
  #readFurthest(): number | undefined {
    const [first, ...others] = this.#bow;
    if (first === undefined) return undefined;
    let deepest = first;
    for (const one of others) if (one.inclineDeg > deepest.inclineDeg) deepest = one;
    const nearest = this.#bow
      .map(({ tSec, lordosisDeg }) => ({ awaySec: Math.abs(tSec - deepest.tSec), lordosisDeg }))
      .filter(({ lordosisDeg }) => lordosisDeg !== undefined)
      .toSorted((a, b) => a.awaySec - b.awaySec)
      .filter(({ awaySec }, n) => awaySec <= (n < readingsMin ? farthestSec : halfSec));
    return medianOf(nearest.flatMap(({ lordosisDeg }) => lordosisDeg ?? []));
  }
}

const medianOf = (readings: readonly number[]): number | undefined =>
  readings.length < readingsMin ? undefined : computeMedian(readings);
