import { fail, succeed } from '../core/result';
import type { FrameSource, OpenedSource, SourceHandlers } from './frameSource';
import { grabPicture, tapVideo, type TappedPicture } from './pictureTap';
import { createVideoElement, waitForPicture } from './videoElement';

/** The first picture stands still as long, so that framing and the automatic start can happen. */
const holdFirstSec = 4;
/** The last picture stands still as long, so that a last repetition can be counted. */
const holdLastSec = 5;
/** Pictures a second while the clip stands still. */
const stillFps = 30;

/**
 * Opens a clip that was shipped with the app. It plays in real time and behaves as a camera, through
 * the very same pipeline.
 */
export async function openDemoClip(url: string): Promise<OpenedSource> {
  const video = createVideoElement();
  video.preload = 'auto';
  video.src = url;
  try {
    await waitForPicture(video);
  } catch (thrown) {
    return fail({ code: 'demoMissing', detail: String(thrown) });
  }
  return succeed(createDemoSource(video));
}

function createDemoSource(video: HTMLVideoElement): FrameSource {
  const player = new DemoPlayer(video);
  return {
    kind: 'demo',
    realTime: true,
    mirrored: true,
    format: { widthPx: video.videoWidth, heightPx: video.videoHeight, cameraRollDeg: 0 },
    display: video,
    exercise: undefined,
    setPaused: (paused) => {
      player.setPaused(paused);
    },
    start: (handlers) => player.start(handlers),
  };
}

/** Still, playing, still: one time line in seconds over the three. */
class DemoPlayer {
  private phase: 'first' | 'playing' | 'last' | 'over' = 'first';
  private stillSec = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private stopTap: (() => void) | undefined;
  private paused = false;
  private lastSec = -1;

  constructor(private readonly video: HTMLVideoElement) {}

  start(handlers: SourceHandlers): () => void {
    this.timer = setInterval(() => {
      this.showStill(handlers);
    }, 1000 / stillFps);
    this.video.addEventListener('ended', () => {
      this.phase = 'last';
      this.stillSec = 0;
    });
    return () => {
      this.phase = 'over';
      clearInterval(this.timer);
      this.stopTap?.();
      this.video.pause();
      this.video.removeAttribute('src');
      this.video.load();
    };
  }

  setPaused(paused: boolean): void {
    this.paused = paused;
    if (this.phase !== 'playing') return;
    if (paused) this.video.pause();
    else this.play();
  }

  private play(): void {
    // Only a pause or the dispose interrupts it, and both are wanted.
    this.video.play().catch(() => undefined);
  }

  private showStill(handlers: SourceHandlers): void {
    if (this.paused || (this.phase !== 'first' && this.phase !== 'last')) return;
    const baseSec = this.phase === 'first' ? 0 : holdFirstSec + this.video.duration;
    const tSec = baseSec + this.stillSec;
    this.stillSec += 1 / stillFps;
    void grabPicture(this.video, tSec).then((tapped) => {
      this.give(handlers, tapped, tSec);
    });
    if (this.phase === 'first' && this.stillSec >= holdFirstSec) {
      this.phase = 'playing';
      this.stopTap = tapVideo(this.video, (tapped) => {
        this.give(handlers, tapped, holdFirstSec + tapped.mediaSec);
      });
      this.play();
    } else if (this.phase === 'last' && this.stillSec >= holdLastSec) {
      this.phase = 'over';
      handlers.onEnd();
    }
  }

  private give(handlers: SourceHandlers, tapped: TappedPicture | undefined, tSec: number): void {
    if (tapped === undefined) return;
    if (tSec <= this.lastSec) {
      tapped.picture.close();
      return;
    }
    this.lastSec = tSec;
    const { picture, widthPx, heightPx } = tapped;
    void handlers.onFrame({ kind: 'picture', picture, tSec, widthPx, heightPx });
  }
}
