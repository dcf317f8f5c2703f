import { fail, succeed } from '../core/result';
import { describeCameraError } from './cameraError';
import type { FrameSource, OpenedSource, SourceHandlers } from './frameSource';
import { tapTrack } from './pictureTap';
import { createVideoElement, waitForPicture } from './videoElement';

/**
 * Everything is ideal and nothing exact, so that any camera will do. `resizeMode: none` keeps the
 * browser from cropping the picture to the size that was asked for.
 */
const toConstraints = (cameraId: string): MediaStreamConstraints => ({
  audio: false,
  video: {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    ...(cameraId === '' ? { facingMode: { ideal: 'user' } } : { deviceId: { ideal: cameraId } }),
    ...{ resizeMode: { ideal: 'none' } },
  },
});

/**
 * Asks for the camera and waits for its first picture. Every refusal is a code.
 * @param cameraId the chosen camera where it is there; empty for the browser's own choice
 */
export async function openLiveCamera(cameraId: string): Promise<OpenedSource> {
  if (!globalThis.isSecureContext || !('mediaDevices' in navigator)) {
    return fail({ code: 'insecure', detail: 'no mediaDevices in this context' });
  }
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia(toConstraints(cameraId));
  } catch (thrown) {
    return fail(describeCameraError(thrown));
  }
  const track = stream.getVideoTracks()[0];
  if (track === undefined) return fail({ code: 'notFound', detail: 'the stream has no video' });
  const video = createVideoElement();
  video.srcObject = stream;
  try {
    await video.play();
    await waitForPicture(video);
  } catch (thrown) {
    track.stop();
    return fail({ ...describeCameraError(thrown), code: 'inUse' });
  }
  return succeed(createLiveSource(video, track));
}

function createLiveSource(video: HTMLVideoElement, track: MediaStreamTrack): FrameSource {
  let paused = false;
  return {
    kind: 'camera',
    realTime: true,
    mirrored: true,
    format: { widthPx: video.videoWidth, heightPx: video.videoHeight, cameraRollDeg: 0 },
    display: video,
    exercise: undefined,
    setPaused: (value) => {
      paused = value;
    },
    start: (handlers) => startLive(video, track, handlers, () => paused),
  };
}

function startLive(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  handlers: SourceHandlers,
  isPaused: () => boolean,
): () => void {
  const stopWatch = watchTrack(track, handlers);
  let firstSec: number | undefined;
  const stopTap = tapTrack(track, video, ({ picture, mediaSec, widthPx, heightPx }) => {
    if (isPaused()) {
      picture.close();
      return;
    }
    firstSec ??= mediaSec;
    const tSec = mediaSec - firstSec;
    void handlers.onFrame({ kind: 'picture', picture, tSec, widthPx, heightPx });
  });
  return () => {
    stopWatch();
    void stopTap().finally(() => {
      track.stop();
      video.srcObject = null;
    });
  };
}

/** Tells when the camera is taken away or goes dark. Returns its dispose. */
function watchTrack(track: MediaStreamTrack, handlers: SourceHandlers): () => void {
  const events = new AbortController();
  const { signal } = events;
  const onUnplugged = (): void => {
    handlers.onError({ code: 'unplugged', detail: track.label });
  };
  const onEnded = (): void => {
    void isRefused().then((refused) => {
      if (signal.aborted) return;
      if (refused) handlers.onError({ code: 'notAllowed', detail: 'taken back' });
      else onUnplugged();
    });
  };
  track.addEventListener('ended', onEnded, { signal });
  track.addEventListener('mute', () => handlers.onMuted?.(true), { signal });
  track.addEventListener('unmute', () => handlers.onMuted?.(false), { signal });
  // Some systems take a camera away without ending its track.
  const onDeviceChange = (): void => {
    void isGone(track).then((gone) => {
      if (gone && !signal.aborted) onUnplugged();
    });
  };
  navigator.mediaDevices.addEventListener('devicechange', onDeviceChange, { signal });
  return () => events.abort();
}

/** Whether the page may no longer use the camera; browsers that do not tell are taken to allow it. */
async function isRefused(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' });
    return state === 'denied';
  } catch {
    return false;
  }
}

/** Whether the camera of a track is no longer among the devices. */
async function isGone(track: MediaStreamTrack): Promise<boolean> {
  if (track.readyState === 'ended') return true;
  const { deviceId } = track.getSettings();
  if (deviceId === undefined || deviceId === '') return false;
  const devices = await navigator.mediaDevices.enumerateDevices();
  return !devices.some((device) => device.kind === 'videoinput' && device.deviceId === deviceId);
}
