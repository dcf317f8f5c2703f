import type { ExerciseId } from '../../src/core/exercises/exercise';
import type { PoseFrame } from '../../src/core/body/poseFrame';
import type { Trace } from '../../src/core/trace/trace';
import { picture, type PoseBuilder } from './poseBuilder';

/** Starts and stops without a jerk: 0..1 over 0..1. */
const easeInOut = (share: number): number =>
  share * share * share * (share * (share * 6 - 15) + 10);

/** A stretch of the timeline: from one pose to another, or nobody in the picture. */
interface Stretch {
  readonly sec: number;
  readonly from: PoseBuilder;
  readonly to: PoseBuilder;
  readonly seen: boolean;
  /** How the share of the way goes with time. */
  readonly pace: (share: number) => number;
}

/** A film of someone who moves from pose to pose. Every word adds a stretch of time. */
export class TraceBuilder {
  readonly #stretches: Stretch[] = [];
  readonly #fps: number;
  #pose: PoseBuilder;

  constructor(first: PoseBuilder, fps: number) {
    this.#pose = first;
    this.#fps = fps;
  }

  /** Seconds so far. */
  get sec(): number {
    return this.#stretches.reduce((sum, { sec }) => sum + sec, 0);
  }

  /** Holds the pose. */
  stay(sec: number): this {
    return this.#add(sec, this.#pose, true);
  }

  /** Goes on evenly to another pose: steps, and the way that they make. */
  stride(sec: number, to: (now: PoseBuilder) => PoseBuilder): this {
    return this.#add(sec, to(this.#pose), true, (share) => share);
  }

  /** Moves to another pose, slowly at first and at last. */
  move(sec: number, to: PoseBuilder | ((now: PoseBuilder) => PoseBuilder)): this {
    return this.#add(sec, typeof to === 'function' ? to(this.#pose) : to, true);
  }

  /** Changes the pose from one frame to the next: a hidden knee, a turned camera. */
  become(change: (now: PoseBuilder) => PoseBuilder): this {
    this.#pose = change(this.#pose);
    return this;
  }

  /** Nobody is found in the picture. */
  gone(sec: number): this {
    return this.#add(sec, this.#pose, false);
  }

  #add(sec: number, to: PoseBuilder, seen: boolean, pace = easeInOut): this {
    this.#stretches.push({ sec, from: this.#pose, to, seen, pace });
    this.#pose = to;
    return this;
  }

  #frame(tSec: number): PoseFrame {
    let begin = 0;
    for (const { sec, from, to, seen, pace } of this.#stretches) {
      if (tSec < begin + sec - 1e-9) {
        if (!seen) return { tSec, image: undefined };
        if (from === to) return to.at(tSec);
        return from.blend(to, pace(Math.max(0, (tSec - begin) / sec))).at(tSec);
      }
      begin += sec;
    }
    return this.#pose.at(tSec);
  }

  /** All frames at the film's rate. */
  toFrames(): PoseFrame[] {
    const count = Math.round(this.sec * this.#fps);
    return Array.from({ length: count }, (_, i) => this.#frame(i / this.#fps));
  }

  /** The film as a trace. */
  toTrace(exercise: ExerciseId): Trace {
    const { widthPx, heightPx } = picture;
    return {
      header: {
        format: 'hipline.trace',
        version: 1,
        exercise,
        widthPx,
        heightPx,
        fps: this.#fps,
        keypoints: 'blazepose33',
        cameraRollDeg: 0,
        mirrored: false,
      },
      frames: this.toFrames(),
    };
  }
}

/** Begins a film with a pose. */
export const film = (first: PoseBuilder, fps = 30): TraceBuilder => new TraceBuilder(first, fps);
