import { otherSide, type Side } from '../body/keypoint';
import type { CycleMeasure } from '../exercises/exercise';
import { toSignalKey, type SignalKey } from '../kinematics/signals';
import type { StrideRecording } from '../kinematics/strideMeasures';
import type { SignalBoard } from './signalBoard';
import type { Turn } from './strideTracker';

/** Kept before and after a stride, for the means around its first and last moments, seconds. */
const marginSec = 0.1;

/** Three extremes in a row: the stride goes from the first to the third. */
export type StrideTurns = readonly [first: Turn, middle: Turn, last: Turn];

/** Records the signals of the running pass, and cuts its strides out. */
export class StrideRecorder {
  #tSec: number[] = [];
  readonly #values = new Map<SignalKey, (number | undefined)[]>();
  /** The change of legs that ended the stride before; undefined after a pause. */
  #lastChangeSec: number | undefined;

  add(board: SignalBoard, tSec: number): void {
    this.#tSec.push(tSec);
    for (const { key } of board.wanted) {
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [board.read(key)]);
      else values.push(board.read(key));
    }
  }

  /** The stride between three extremes of the cycle; what came before it is forgotten. */
  cut(cycle: CycleMeasure, turns: StrideTurns, near: Side): StrideRecording {
    const [first, middle, last] = turns;
    this.#forget(first.atSec - marginSec);
    const crossings = [
      this.#findCrossing(cycle, first, middle),
      this.#findCrossing(cycle, middle, last),
    ] as const;
    const stepSec = this.#timeSteps(middle.side, crossings);
    this.#lastChangeSec = crossings[1];
    const atExtreme = { [middle.side]: middle.atSec, [last.side]: last.atSec };
    // On the way from one leg ahead to the other, the leg that was behind swings past.
    const atCrossing = { [middle.side]: crossings[0], [last.side]: crossings[1] };
    const isStance = cycle.extreme === 'midStance';
    const swinging = (isStance ? atExtreme : atCrossing) as Record<Side, number>;
    return {
      tSec: this.#tSec.slice(),
      values: new Map([...this.#values].map(([key, values]) => [key, values.slice()])),
      startSec: first.atSec,
      endSec: last.atSec,
      midStanceSec: { left: swinging.right, right: swinging.left },
      changeSec: isStance ? crossings : [middle.atSec, last.atSec],
      stepSec,
      near,
    };
  }

  /** The strides after this one do not follow it. */
  interrupt(): void {
    this.#lastChangeSec = undefined;
  }

  /** A leg's step lasts from one change of legs to the next. */
  #timeSteps(
    middle: Side,
    [change, next]: readonly [number, number],
  ): Readonly<Record<Side, number>> | undefined {
    const before = this.#lastChangeSec;
    if (before === undefined) return undefined;
    const steps = { [otherSide(middle)]: change - before, [middle]: next - change };
    return steps as Record<Side, number>;
  }

  /** When the cycle is half way between two extremes; noise may cross it more than once. */
  #findCrossing(cycle: CycleMeasure, from: Turn, to: Turn): number {
    const level = (from.value + to.value) / 2;
    const values = this.#values.get(toSignalKey(cycle.signal, null)) ?? [];
    const found: number[] = [];
    let before: { readonly tSec: number; readonly value: number } | undefined;
    this.#tSec.forEach((tSec, index) => {
      const value = values[index];
      if (value === undefined || tSec < from.atSec || tSec > to.atSec) return;
      if (before !== undefined && before.value - level > 0 !== value - level > 0) {
        const share = (level - before.value) / (value - before.value);
        found.push(before.tSec + share * (tSec - before.tSec));
      }
      before = { tSec, value };
    });
    const first = found[0] ?? (from.atSec + to.atSec) / 2;
    return (first + (found.at(-1) ?? first)) / 2;
  }

  #forget(beforeSec: number): void {
    const old = this.#tSec.findIndex((tSec) => tSec >= beforeSec);
    if (old <= 0) return;
    this.#tSec = this.#tSec.slice(old);
    for (const values of this.#values.values()) values.splice(0, old);
  }
}
