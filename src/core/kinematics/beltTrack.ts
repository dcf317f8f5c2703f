import type { BeltLines, PoseFrame } from '../body/poseFrame';
import type { Handedness } from './angle';
import { readBeltAngle } from './belt';
import type { View } from './view';

/** How far the low back bends from quiet standing to its own full flexion, by the bands as they sit. */
export interface LumbarRange {
  readonly standingDeg: number;
  readonly flexedDeg: number;
}

/** What the bands say in a frame in which they were looked for. */
export interface BeltReading {
  /** [LA] Thorax against pelvis as the bands sit, degrees, positive with more lordosis. */
  readonly lordosisDeg: number | undefined;
  /** [pFlex] Share of the own full flexion; undefined where that is not known. */
  readonly flexionRatio: number | undefined;
}

/** Pictures that were not looked at for bands are no gap for so long, seconds: 6 a second are. */
const cadenceSec = 0.5;
/** Nobody bends by half more than in their own full bend: the lines are of something else. */
const ratioMax = 1.5;

const unread: BeltReading = { lordosisDeg: undefined, flexionRatio: undefined };

/** Follows the two bands that are worn, and reads them against the athlete's own range. */
export class BeltTrack {
  #range: LumbarRange | undefined;
  #lines: BeltLines | undefined;
  #seenSec = -Infinity;

  constructor(range?: LumbarRange) {
    this.#range = range;
  }

  /** The bands as they were last seen; undefined where none are. */
  get lines(): BeltLines | undefined {
    return this.#lines;
  }

  /** Forgets the own range: it was read by a camera that stood elsewhere. */
  forgetRange(): void {
    this.#range = undefined;
  }

  /**
   * Takes one frame in.
   * @returns undefined where bands were not looked for, or are not worn
   */
  step({ tSec, belt }: PoseFrame, view: View, eta: Handedness): BeltReading | undefined {
    if (belt === undefined) {
      if (this.#seenSec === -Infinity || tSec - this.#seenSec <= cadenceSec) return undefined;
      this.#lines = undefined;
      return unread;
    }
    this.#seenSec = tSec;
    this.#lines = belt;
    const lordosisDeg = view === 'side' ? readBeltAngle(belt, eta) : undefined;
    const flexionRatio = lordosisDeg === undefined ? undefined : this.#readRatio(lordosisDeg);
    return { lordosisDeg, flexionRatio };
  }

  #readRatio(lordosisDeg: number): number | undefined {
    if (this.#range === undefined) return undefined;
    const { standingDeg, flexedDeg } = this.#range;
    const ratio = (standingDeg - lordosisDeg) / (standingDeg - flexedDeg);
    return Math.abs(ratio) > ratioMax ? undefined : ratio;
  }
}
