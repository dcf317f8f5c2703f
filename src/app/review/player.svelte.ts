import type { Span } from '../../core/report/chartData';
import { findFrame } from '../../core/report/reviewTrack';

/** How fast a set is played; 1 is as it was. */
export const speeds = [0.1, 0.25, 0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/** What moves the player's time. */
export interface PlayerClock {
  readonly request: (callback: (nowMs: number) => void) => number;
  readonly cancel: (handle: number) => void;
}

/** The one time cursor of a review: picture, charts, strip and ledger follow it. */
export class Player {
  /** The moment that is shown, seconds. */
  tSec = $state(0);
  playing = $state(false);
  speed = $state<Speed>(1);
  /** Forward or back. */
  direction = $state<1 | -1>(1);
  /** The stretch that is played again and again. */
  loop = $state.raw<Span | undefined>();
  /** Seconds of the frames that can be stopped at, in order. */
  times = $state.raw<Float64Array>(new Float64Array([0]));
  #handle: number | undefined;

  constructor(private readonly clock: PlayerClock) {}

  get startSec(): number {
    return this.times[0] ?? 0;
  }

  get endSec(): number {
    return this.times.at(-1) ?? 0;
  }

  /** Index of the frame that is shown. */
  get frame(): number {
    return findFrame(this.times, this.tSec);
  }

  /** The shown frame's own time, seconds. */
  get frameSec(): number {
    return this.times[this.frame] ?? 0;
  }

  seek(atSec: number): void {
    this.tSec = Math.min(this.endSec, Math.max(this.startSec, atSec));
  }

  /** Stops at the frame so many further. */
  step(frames: number): void {
    this.pause();
    const last = this.times.length - 1;
    const frame = Math.min(last, Math.max(0, this.frame + frames));
    this.tSec = this.times[frame] ?? 0;
  }

  skip(seconds: number): void {
    this.seek(this.tSec + seconds);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play(1);
  }

  /** Plays on; a second press in the same direction is faster. */
  shuttle(direction: 1 | -1): void {
    if (this.playing && this.direction === direction) {
      const faster = speeds[speeds.indexOf(this.speed) + 1];
      if (faster !== undefined) this.speed = faster;
      return;
    }
    this.play(direction);
  }

  play(direction: 1 | -1): void {
    const from = this.loop?.startSec ?? this.startSec;
    const to = this.loop?.endSec ?? this.endSec;
    if (direction === 1 && this.tSec >= to - 1e-3) this.seek(from);
    if (direction === -1 && this.tSec <= from + 1e-3) this.seek(to);
    this.direction = direction;
    if (this.playing) return;
    this.playing = true;
    let lastMs: number | undefined;
    const turn = (nowMs: number): void => {
      if (!this.playing) return;
      const passedSec = lastMs === undefined ? 0 : (nowMs - lastMs) / 1000;
      lastMs = nowMs;
      this.#advance(passedSec * this.speed * this.direction);
      this.#handle = this.clock.request(turn);
    };
    this.#handle = this.clock.request(turn);
  }

  #advance(bySec: number): void {
    const next = this.tSec + bySec;
    const { loop } = this;
    if (loop !== undefined && (next > loop.endSec || next < loop.startSec)) {
      this.seek(this.direction === 1 ? loop.startSec : loop.endSec);
      return;
    }
    this.seek(next);
    if (loop === undefined && (next >= this.endSec || next <= this.startSec) && bySec !== 0) {
      this.pause();
    }
  }

  pause(): void {
    this.playing = false;
    if (this.#handle !== undefined) this.clock.cancel(this.#handle);
    this.#handle = undefined;
  }

  /** Repeats a stretch, or plays on over its end where it is repeated already. */
  toggleLoop(span: Span | undefined): void {
    const isSame = this.loop !== undefined && this.loop.startSec === span?.startSec;
    this.loop = span === undefined || isSame ? undefined : span;
    if (this.loop !== undefined && !isWithin(this.tSec, this.loop)) this.seek(this.loop.startSec);
  }
}

const isWithin = (tSec: number, { startSec, endSec }: Span): boolean =>
  tSec >= startSec && tSec <= endSec;
