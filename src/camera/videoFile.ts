import {
  ALL_FORMATS,
  Input,
  type InputVideoTrack,
  type VideoSample,
  VideoSampleSink,
} from 'mediabunny';
import { fail, succeed } from '../core/result';
import { openFileSource } from './fileSource';
import type { FrameSource, OpenedSource, SourceHandlers, SourcePicture } from './frameSource';
import { createGate, type Gate } from './gate';

/** The part of a video that is wanted, seconds from its first picture. */
export interface VideoPart {
  readonly fromSec: number;
  readonly toSec: number;
}

/**
 * Opens a video (mp4, mov, webm and more) of which every frame is given with its own time stamp and
 * rotation, as fast as it is judged.
 * @param part all of it where absent; the first frame of it has the time 0
 */
export async function openVideoFile(file: Blob, part?: VideoPart): Promise<OpenedSource> {
  const input = new Input({ source: openFileSource(file), formats: ALL_FORMATS });
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
    return succeed(await createVideoSource(input, track, part));
  } catch (thrown) {
    // Whatever the reader stumbles over before it has found a track is not a video to us.
    input.dispose();
    return fail({ code: 'notAVideo', detail: String(thrown) });
  }
}

/** A video may end so much before its own header says without being cut off. */
const missingSecMax = 1;

/** What is known of a video before its first frame is decoded. */
interface VideoFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly firstSec: number;
  readonly lengthSec: number;
  /** The header promises more than there is. */
  readonly isCutOff: boolean;
}

async function readFacts(track: InputVideoTrack): Promise<VideoFacts> {
  const [widthPx, heightPx, firstSec, endSec, promisedSec] = await Promise.all([
    track.getDisplayWidth(),
    track.getDisplayHeight(),
    track.getFirstTimestamp(),
    track.computeDuration(),
    track.getDurationFromMetadata(),
  ]);
  return {
    widthPx,
    heightPx,
    firstSec,
    lengthSec: Math.max(endSec - firstSec, 1e-3),
    isCutOff: promisedSec !== null && promisedSec - endSec > missingSecMax,
  };
}

/** What is known of a part of a video. What breaks off after it does not matter. */
function cut(facts: VideoFacts, part: VideoPart | undefined): VideoFacts {
  if (part === undefined) return facts;
  const firstSec = facts.firstSec + part.fromSec;
  const lengthSec = Math.min(part.toSec, facts.lengthSec) - part.fromSec;
  const isCutOff = facts.isCutOff && part.toSec > facts.lengthSec;
  return { ...facts, firstSec, lengthSec: Math.max(lengthSec, 1e-3), isCutOff };
}

async function createVideoSource(
  input: Input,
  track: InputVideoTrack,
  part: VideoPart | undefined,
): Promise<FrameSource> {
  const facts = cut(await readFacts(track), part);
  const { widthPx, heightPx } = facts;
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
    setPaused: (paused) => gate.setClosed(paused),
    start: (handlers) => {
      const stop = new AbortController();
      void giveAll({ track, facts, display, gate, handlers, signal: stop.signal });
      return () => {
        stop.abort();
        gate.setClosed(false);
        input.dispose();
      };
    },
  };
}

interface Reading {
  readonly track: InputVideoTrack;
  readonly facts: VideoFacts;
  readonly display: HTMLCanvasElement;
  readonly gate: Gate;
  readonly handlers: SourceHandlers;
  readonly signal: AbortSignal;
}

/** Gives every frame, then says how it ended. Never rejects. */
async function giveAll(reading: Reading): Promise<void> {
  const { facts, handlers, signal } = reading;
  try {
    await giveSamples(reading);
  } catch (thrown) {
    if (!signal.aborted) handlers.onError({ code: 'videoUnreadable', detail: String(thrown) });
    return;
  }
  if (signal.aborted) return;
  if (facts.isCutOff) handlers.onError({ code: 'videoUnreadable', detail: 'cut off' });
  else handlers.onEnd();
}

async function giveSamples(reading: Reading): Promise<void> {
  const { track, facts, display, gate, handlers, signal } = reading;
  const context = display.getContext('2d', { alpha: false });
  const { firstSec, lengthSec } = facts;
  const samples = new VideoSampleSink(track).samples(firstSec, firstSec + lengthSec);
  for await (const sample of samples) {
    await gate.wait();
    if (signal.aborted) {
      sample.close();
      return;
    }
    // The picture that stands when the part begins was taken a little before.
    const tSec = Math.max(0, sample.timestamp - firstSec);
    if (context !== null) sample.draw(context, 0, 0, display.width, display.height);
    const picture = takePicture(sample, display);
    sample.close();
    await handlers.onFrame({ ...picture, tSec });
    handlers.onProgress?.(Math.min(1, tSec / lengthSec));
  }
}

/** The sample as an upright picture. A turned one is read back from the canvas that shows it. */
function takePicture(sample: VideoSample, upright: HTMLCanvasElement): Omit<SourcePicture, 'tSec'> {
  const timestamp = sample.microsecondTimestamp;
  const isUpright = sample.rotation === 0 && !sample.flip;
  const picture = isUpright ? sample.toVideoFrame() : new VideoFrame(upright, { timestamp });
  return { kind: 'picture', picture, widthPx: upright.width, heightPx: upright.height };
}
