/**
 * Takes pictures out of a playing video. `MediaStreamTrackProcessor` where the window has it (Chrome):
 * its pace does not depend on painting. Else `requestVideoFrameCallback`, with `VideoFrame` where it
 * exists and `ImageBitmap` elsewhere.
 */

export interface TappedPicture {
  readonly picture: VideoFrame | ImageBitmap;
  /** Seconds on the source's own time line, whose origin is arbitrary. */
  readonly mediaSec: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type TakePicture = (tapped: TappedPicture) => void;

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorConstructor = new (init: {
  track: MediaStreamTrack;
  maxBufferSize?: number;
}) => TrackProcessor;

/** `MediaStreamTrackProcessor` of this window; the DOM library of TypeScript does not list it. */
const trackProcessorOf = (scope: object): TrackProcessorConstructor | undefined =>
  'MediaStreamTrackProcessor' in scope
    ? (scope.MediaStreamTrackProcessor as TrackProcessorConstructor)
    : undefined;

/** A picture of what a video shows now, or undefined where it shows nothing yet. */
export async function grabPicture(
  video: HTMLVideoElement,
  mediaSec: number,
): Promise<TappedPicture | undefined> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) {
    return undefined;
  }
  try {
    const picture =
      'VideoFrame' in globalThis
        ? new VideoFrame(video, { timestamp: Math.round(mediaSec * 1e6) })
        : await createImageBitmap(video);
    return { picture, mediaSec, widthPx: video.videoWidth, heightPx: video.videoHeight };
  } catch {
    // A video that is paused or let go of at this moment has no picture any more.
    return undefined;
  }
}

/** Longest time that a live track is kept open for the picture that is waited for, ms. */
const lastPictureMs = 500;

/**
 * Gives every picture of a live track, by the fastest way there is.
 * @returns its end: resolves once the track may be stopped
 */
export function tapTrack(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
  take: TakePicture,
): () => Promise<void> {
  const Processor = trackProcessorOf(globalThis);
  if (Processor !== undefined) {
    return tapProcessor(new Processor({ track, maxBufferSize: 1 }), take);
  }
  const stop = tapVideo(video, take);
  return () => {
    stop();
    return Promise.resolve();
  };
}

/**
 * Chromium loses a picture, unclosed, where a track ends while one is waited for: whoever stops the
 * track waits for the last one, or for so long where the camera gives none.
 */
function tapProcessor(processor: TrackProcessor, take: TakePicture): () => Promise<void> {
  const reader = processor.readable.getReader();
  // A read that fails means that the track has ended, which the track's own event tells.
  const read = () => reader.read().catch(() => ({ done: true, value: undefined }) as const);
  let stopped = false;
  const pump = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await read();
      if (done) return;
      if (stopped) {
        value.close();
        return;
      }
      take({
        picture: value,
        mediaSec: value.timestamp / 1e6,
        widthPx: value.displayWidth,
        heightPx: value.displayHeight,
      });
    }
  };
  const pumped = pump();
  return () => {
    stopped = true;
    return Promise.race([pumped, new Promise<void>((done) => setTimeout(done, lastPictureMs))]);
  };
}

/** Gives every picture that a video element presents. Returns its dispose. */
export function tapVideo(video: HTMLVideoElement, take: TakePicture): () => void {
  let stopped = false;
  let handle = 0;
  const onPresented = (nowMs: number, metadata: VideoFrameCallbackMetadata): void => {
    if (stopped) return;
    handle = video.requestVideoFrameCallback(onPresented);
    const isLive = video.srcObject !== null;
    const mediaSec = isLive ? (metadata.captureTime ?? nowMs) / 1000 : metadata.mediaTime;
    void grabPicture(video, mediaSec).then((tapped) => {
      if (tapped === undefined) return;
      if (stopped) tapped.picture.close();
      else take(tapped);
    });
  };
  handle = video.requestVideoFrameCallback(onPresented);
  return () => {
    stopped = true;
    video.cancelVideoFrameCallback(handle);
  };
}
