import type { Keypoint } from '../../core/body/poseFrame';

type Pose = readonly (Keypoint | undefined)[] | undefined;

/** A pose is carried on no longer than this: a hand that stops must not overshoot for long. */
const aheadMaxMs = 34;

/**
 * Carries the last pose on along its points' own speed until the next one comes, so that on a screen
 * of 60 Hz thirty poses a second neither jump nor lag behind. Nothing but the drawing sees it.
 */
export class PoseMotion {
  #before: Pose;
  #last: Pose;
  #lastMs = -Infinity;
  #betweenMs = Infinity;

  /** A new pose has come. */
  take(pose: Pose, atMs: number): void {
    this.#before = this.#last;
    this.#last = pose;
    this.#betweenMs = atMs - this.#lastMs;
    this.#lastMs = atMs;
  }

  /** Whether the pose still moves at a moment. */
  moves(nowMs: number): boolean {
    return nowMs - this.#lastMs < this.#aheadMaxMs;
  }

  /** The pose at a moment after the last one came. */
  at(nowMs: number): Pose {
    const before = this.#before;
    const aheadMs = Math.min(nowMs - this.#lastMs, this.#aheadMaxMs);
    if (before === undefined || aheadMs <= 0) return this.#last;
    const share = aheadMs / this.#betweenMs;
    return this.#last?.map((point, index) => {
      const from = before[index];
      if (point === undefined || from === undefined) return point;
      return {
        ...point,
        xPx: point.xPx + share * (point.xPx - from.xPx),
        yPx: point.yPx + share * (point.yPx - from.yPx),
      };
    });
  }

  /** No longer than from one pose to the next; not at all after a gap. */
  get #aheadMaxMs(): number {
    return this.#betweenMs > 5 * aheadMaxMs ? 0 : Math.min(this.#betweenMs, aheadMaxMs);
  }
}
