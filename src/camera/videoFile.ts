import {
  ALL_FORMATS,
  BlobSource,
  Input,
  type InputVideoTrack,
  type VideoSample,
  VideoSampleSink,
} from 'mediabunny';
import { fail, succeed } from '../core/result';
import type { FrameSource, OpenedSource, SourceHandlers, SourcePicture } from './frameSource';
import { createGate } from './gate';

/**
 * Opens a video (mp4, mov, webm and more) of which every frame is given with its own time stamp and
 * rotation, as fast as it is judged.
 */
export async function openVideoFile(file: Blob): Promise<OpenedSource> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) {
      input.dispose();
      return fail({ code: 'notAVideo', detail: 'no video track' });
    }
    if (!(await track.canDecode())) {
      const detail = `codec ${(await track.getCodec()) ?? 'unknown'}`;
      input.dispose();
      return fail({ code: 'codecUnsupported', detail });
    }
    return succeed(await createVideoSource(input, track));
  } catch (thrown) {
    // Whatever the reader stumbles over before it has found a track is not a video to us.
    input.dispose();
    return fail({ code: 'notAVideo', detail: String(thrown) });
  }
}

async function createVideoSource(input: Input, track: InputVideoTrack): Promise<FrameSource> {
  const [widthPx, heightPx, firstSec, endSec] = await Promise.all([
    track.getDisplayWidth(),
    track.getDisplayHeight(),
    track.getFirstTimestamp(),
    track.computeDuration(),
  ]);
  const display = document.createElement('canvas');
  display.width = widthPx;
  display.height = heightPx;
  const gate = createGate();
  return {
    kind: 'video',
    realTime: false,
    mirrored: false,
    format: { widthPx, heightPx, cameraRollDeg: 0 },
    display,
    exercise: undefined,
    setPaused: (paused) => {
      gate.setClosed(paused);
    },
    start: (handlers) => {
      let stopped = false;
      const span = { firstSec, lengthSec: Math.max(endSec - firstSec, 1e-3) };
      const run = giveSamples(
        track,
        span,
        display,
        handlers,
        () => gate.wait(),
        () => stopped,
      );
      run
        .then(() => {
          if (!stopped) handlers.onEnd();
        })
        .catch((thrown: unknown) => {
          if (!stopped) handlers.onError({ code: 'videoUnreadable', detail: String(thrown) });
        });
      return () => {
        stopped = true;
        gate.setClosed(false);
        input.dispose();
      };
    },
  };
}

async function giveSamples(
  track: InputVideoTrack,
  span: { readonly firstSec: number; readonly lengthSec: number },
  display: HTMLCanvasElement,
  handlers: SourceHandlers,
  waitAtGate: () => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  const context = display.getContext('2d', { alpha: false });
  for await (const sample of new VideoSampleSink(track).samples()) {
    await waitAtGate();
    if (isStopped()) {
      sample.close();
      return;
    }
    const tSec = sample.timestamp - span.firstSec;
    if (context !== null) sample.draw(context, 0, 0, display.width, display.height);
    const picture = takePicture(sample, display);
    sample.close();
    await handlers.onFrame({ ...picture, tSec });
    handlers.onProgress?.(Math.min(1, tSec / span.lengthSec));
  }
}

/** The sample as an upright picture. A turned one is read back from the canvas that shows it. */
function takePicture(sample: VideoSample, upright: HTMLCanvasElement): Omit<SourcePicture, 'tSec'> {
  const timestamp = sample.microsecondTimestamp;
  const isUpright = sample.rotation === 0 && !sample.flip;
  const picture = isUpright ? sample.toVideoFrame() : new VideoFrame(upright, { timestamp });
  return { kind: 'picture', picture, widthPx: upright.width, heightPx: upright.height };
}
