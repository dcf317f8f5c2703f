import type { RepRecording } from '../kinematics/repMeasures';
import type { SignalKey } from '../kinematics/signals';
import { computeMedian } from '../kinematics/signalTrack';
import type { SignalBoard } from './signalBoard';

/** Records the signals of the running repetition, or of the way into a hold, frame by frame. */
export class RepRecorder {
  readonly #tSec: number[] = [];
  readonly #depth: (number | undefined)[] = [];
  readonly #values = new Map<SignalKey, (number | undefined)[]>();

  add(board: SignalBoard, tSec: number, depth: number | undefined): void {
    this.#tSec.push(tSec);
    this.#depth.push(depth);
    for (const { key } of board.wanted) {
      const value = board.read(key);
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [value]);
      else values.push(value);
    }
  }

  /** Forgets what is older than a moment. */
  forgetBefore(fromSec: number): void {
    let old = 0;
    while (old < this.#tSec.length && (this.#tSec[old] ?? fromSec) < fromSec) old++;
    if (old === 0) return;
    this.#tSec.splice(0, old);
    this.#depth.splice(0, old);
    for (const values of this.#values.values()) values.splice(0, old);
  }

  /** Median of a signal within `half` seconds of a moment; undefined where it was not seen. */
  around(key: SignalKey, atSec: number, half: number): number | undefined {
    const values = this.#values.get(key);
    return computeMedian(
      this.#tSec.flatMap((t, index) => {
        const value = values?.[index];
        return value === undefined || Math.abs(t - atSec) > half ? [] : [value];
      }),
    );
  }

  /** Moment of the least depth after the bottom: the top of the movement. */
  findTopSec(bottomSec: number): number {
    let topSec = bottomSec;
    let least = Infinity;
    this.#depth.forEach((depth, index) => {
      const t = this.#tSec[index] ?? 0;
      if (depth === undefined || t < bottomSec || depth >= least) return;
      least = depth;
      topSec = t;
    });
    return topSec;
  }

  read(): Pick<RepRecording, 'tSec' | 'depth' | 'values'> {
    return { tSec: this.#tSec, depth: this.#depth, values: this.#values };
  }
}
