import type { PoseFrame } from '../core/body/poseFrame';
import type { TrackingNeeds } from '../core/coach/trackingNeeds';

/** One picture with the size in which keypoints are wanted. */
export interface Picture {
  readonly source: VideoFrame | ImageBitmap | OffscreenCanvas;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Finds the 33 keypoints of one person in pictures that follow one another. */
export interface PoseEngine {
  /**
   * The pose in a picture, `image` undefined where nobody is seen. Never closes the picture.
   * Throws a `PoseFailure` with `frameUnreadable` where the picture cannot be drawn.
   */
  detect(picture: Picture, tSec: number): Promise<PoseFrame>;
  /** Forgets the person, so that the next picture is searched anew, and takes new needs. */
  begin(needs: TrackingNeeds): void;
  /** From one outline to the next no longer than this, seconds; undefined where none is read. */
  readonly outlineEverySec?: number | undefined;
  /** Frees the models; the engine cannot be used again. */
  dispose(): void;
}
