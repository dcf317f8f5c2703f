import { bridgedGapSec } from '../kinematics/poseSmoother';

/** One frame of the running hold or rep: the time up to it, and how it counts. */
interface Tick {
  readonly tSec: number;
  readonly dtSec: number;
  seen: boolean;
  faulty: boolean;
}

/** A stretch of time. */
export interface Stretch {
  readonly startSec: number;
  readonly endSec: number | undefined;
}

/** Good, faulty and unseen seconds. */
export interface Tally {
  goodSec: number;
  faultySec: number;
  unseenSec: number;
}

/** How long ticks are kept before a hold is known to have begun, seconds. */
const lookBackSec = 2;

/**
 * The clocks of a set. Ticks of the running hold or rep are kept, so that time can still change
 * sides: a fault raised now moves the time since its crossing from good to faulty, and a gap that
 * proves longer than 0.3 s becomes unseen from its beginning.
 */
export class ClockLedger {
  #ticks: Tick[] = [];
  #open = false;
  #current: Tally = { goodSec: 0, faultySec: 0, unseenSec: 0 };
  readonly #closed: Tally = { goodSec: 0, faultySec: 0, unseenSec: 0 };
  /** What was applied last, and to how many ticks of the running hold or rep. */
  #applied: readonly Stretch[] = [];
  #appliedCount = 0;
  #startSec: number | undefined;
  #lastSec: number | undefined;
  #gapStartSec: number | undefined;

  /** Adds the time up to this frame. `seen`: the position's measure could be read in it. */
  tick(tSec: number, seen: boolean): void {
    this.#startSec ??= tSec;
    const dtSec = tSec - (this.#lastSec ?? tSec);
    this.#lastSec = tSec;
    if (seen) this.#gapStartSec = undefined;
    else this.#gapStartSec ??= tSec - dtSec;
    const gapSec = this.#gapStartSec === undefined ? 0 : tSec - this.#gapStartSec;
    const lost = gapSec > bridgedGapSec || dtSec > bridgedGapSec;
    const tick: Tick = { tSec, dtSec, seen: !lost, faulty: false };
    this.#ticks.push(tick);
    if (!this.#open) {
      const first = this.#ticks[0];
      if (first !== undefined && tSec - first.tSec > 2 * lookBackSec) {
        this.#ticks = this.#ticks.filter((old) => tSec - old.tSec <= lookBackSec);
      }
      return;
    }
    this.#add(tick, 1);
    if (lost && this.#gapStartSec !== undefined) this.#markUnseen(this.#gapStartSec);
  }

  #markUnseen(fromSec: number): void {
    for (let i = this.#ticks.length - 1; i >= 0; i--) {
      const tick = this.#ticks[i];
      if (tick === undefined || tick.tSec <= fromSec || !tick.seen) {
        if (tick !== undefined && tick.tSec <= fromSec) break;
        continue;
      }
      this.#add(tick, -1);
      tick.seen = false;
      this.#add(tick, 1);
    }
  }

  #add(tick: Tick, sign: 1 | -1): void {
    const part = sign * tick.dtSec;
    if (!tick.seen) this.#current.unseenSec += part;
    else if (tick.faulty) this.#current.faultySec += part;
    else this.#current.goodSec += part;
  }

  /** Begins a hold or rep at a moment not longer ago than the ticks kept. */
  open(startSec: number): void {
    // The start may lie between two frames: of the first tick only what is after it belongs here.
    this.#ticks = this.#ticks
      .filter((tick) => tick.tSec > startSec)
      .map((tick) => ({ ...tick, dtSec: Math.min(tick.dtSec, tick.tSec - startSec) }));
    this.#current = { goodSec: 0, faultySec: 0, unseenSec: 0 };
    this.#applied = [];
    this.#appliedCount = 0;
    this.#open = true;
    for (const tick of this.#ticks) {
      tick.faulty = false;
      this.#add(tick, 1);
    }
  }

  /**
   * Counts the running time anew from the stretches in which the clock is paused; where they are the
   * same as before, only the ticks since then.
   */
  applyFaults(stretches: readonly Stretch[]): void {
    if (!this.#open) return;
    const isSame = isAlike(stretches, this.#applied);
    const from = isSame ? this.#appliedCount : 0;
    if (!isSame) this.#applied = stretches.map(({ startSec, endSec }) => ({ startSec, endSec }));
    this.#appliedCount = this.#ticks.length;
    for (let i = this.#ticks.length - 1; i >= from; i--) {
      const tick = this.#ticks[i];
      if (tick === undefined) break;
      const middle = tick.tSec - tick.dtSec / 2;
      const faulty = stretches.some(
        (one) => middle >= one.startSec && (one.endSec === undefined || middle < one.endSec),
      );
      if (faulty === tick.faulty) continue;
      this.#add(tick, -1);
      tick.faulty = faulty;
      this.#add(tick, 1);
    }
  }

  /** Seconds of the running hold or rep so far. */
  get current(): Readonly<Tally> {
    return this.#current;
  }

  /** Longest stretch without sight in the running hold or rep up to its end, seconds. */
  longestGapSec(endSec: number): number {
    let longest = 0;
    let gap = 0;
    for (const tick of this.#ticks) {
      if (tick.tSec > endSec + 1e-9) break;
      gap = tick.seen ? 0 : gap + tick.dtSec;
      longest = Math.max(longest, gap);
    }
    return longest;
  }

  /** Ends the hold or rep at `endSec`; what came later is rest. Returns its seconds. */
  close(endSec: number): Tally {
    for (const tick of this.#ticks) if (tick.tSec > endSec + 1e-9) this.#add(tick, -1);
    const { goodSec, faultySec, unseenSec } = this.#current;
    const tally = {
      goodSec: clean(goodSec),
      faultySec: clean(faultySec),
      unseenSec: clean(unseenSec),
    };
    this.#closed.goodSec += tally.goodSec;
    this.#closed.faultySec += tally.faultySec;
    this.#closed.unseenSec += tally.unseenSec;
    this.#forget();
    return tally;
  }

  /** Drops the hold or rep: all of its time is rest. */
  cancel(): void {
    this.#forget();
  }

  #forget(): void {
    this.#current = { goodSec: 0, faultySec: 0, unseenSec: 0 };
    this.#ticks = [];
    this.#open = false;
  }

  /** The four clocks; they add up to the time since the first tick. */
  read(): { goodSec: number; faultySec: number; unseenSec: number; restSec: number } {
    const goodSec = clean(this.#closed.goodSec + this.#current.goodSec);
    const faultySec = clean(this.#closed.faultySec + this.#current.faultySec);
    const unseenSec = clean(this.#closed.unseenSec + this.#current.unseenSec);
    const total = (this.#lastSec ?? 0) - (this.#startSec ?? 0);
    return {
      goodSec,
      faultySec,
      unseenSec,
      restSec: clean(total - goodSec - faultySec - unseenSec),
    };
  }
}

const isAlike = (some: readonly Stretch[], others: readonly Stretch[]): boolean =>
  some.length === others.length &&
  some.every(({ startSec, endSec }, i) => {
    const other = others[i];
    return other?.startSec === startSec && other.endSec === endSec;
  });

/** Takes the rounding of sums and differences away at zero. */
const clean = (seconds: number): number => (seconds < 1e-9 ? 0 : seconds);
