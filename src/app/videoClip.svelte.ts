import type { VideoPreview } from '../camera/videoPreview';
import type { AppError } from './errors';

export type { VideoPreview };

/** A video that was chosen, and the part of it that is wanted. */
export class VideoClip {
  preview = $state.raw<VideoPreview | undefined>();
  error = $state.raw<AppError | undefined>();
  fromSec = $state(0);
  toSec = $state(0);

  constructor(readonly file: File) {}

  /** Looks into the file; `preview` or `error` is there afterwards. */
  async open(): Promise<void> {
    const { openVideoPreview } = await import('../camera/videoPreview');
    const opened = await openVideoPreview(this.file);
    if (!opened.ok) {
      this.error = opened.error;
      return;
    }
    this.preview = opened.value;
    this.toSec = opened.value.lengthSec;
  }

  /** All of the video is wanted. */
  get isWhole(): boolean {
    return this.fromSec === 0 && this.toSec >= (this.preview?.lengthSec ?? 0);
  }

  setFrom(sec: number): void {
    this.fromSec = sec;
    this.toSec = Math.max(this.toSec, Math.min(this.preview?.lengthSec ?? sec, sec + leastSec));
  }

  setTo(sec: number): void {
    this.toSec = sec;
    this.fromSec = Math.min(this.fromSec, Math.max(0, sec - leastSec));
  }

  dispose(): void {
    this.preview?.dispose();
    this.preview = undefined;
  }
}

/** A part is at least this long, seconds: less holds no movement. */
const leastSec = 1;
