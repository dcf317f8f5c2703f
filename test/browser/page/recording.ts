import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input } from 'mediabunny';
import type { Verdict } from '../../../src/core/report/verdict';
import { SetRecorder } from '../../../src/recording/setRecorder';
import type { SetManifest } from '../../../src/recording/setManifest';
import {
  deleteSet,
  deleteVideo,
  listRecordedSets,
  readSetFile,
  readSetTrace,
} from '../../../src/recording/recordedSets';

const widthPx = 320;
const heightPx = 240;

const manifest = (id: string): Omit<SetManifest, 'video'> => ({
  format: 'hipline.set',
  version: 2,
  id,
  exercise: 'gluteBridge',
  source: 'camera',
  loadKg: 0,
  startedAtMs: 1_790_000_000_000,
  options: { exercise: 'gluteBridge', begin: 'now', widthPx, heightPx, cameraRollDeg: 0 },
  mirrored: true,
  appVersion: '0',
  ruleSet: 'test',
  model: 'full',
});

/** What a set without a movement comes to. */
export const emptyVerdict: Verdict = {
  format: 'hipline.verdict',
  version: 1,
  exercise: 'gluteBridge',
  ruleSet: 'test',
  view: 'side',
  durationSec: 3,
  clocks: { goodSec: 0, faultySec: 0, unseenSec: 0, restSec: 3 },
  reps: [],
  faults: [],
  measures: [],
  cues: [],
  unknown: [],
};

/** A picture that differs from the one before. */
function drawPicture(canvas: OffscreenCanvas, tSec: number): VideoFrame {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = `hsl(${(tSec * 90) % 360} 60% 50%)`;
  context.fillRect(0, 0, widthPx, heightPx);
  context.fillStyle = 'black';
  context.fillRect((tSec * 60) % widthPx, 100, 40, 40);
  return new VideoFrame(canvas, { timestamp: tSec * 1e6 });
}

/** Time of the last picture that was offered to the recorder, seconds. */
export const recordingClock = { tSec: 0, failures: [] as string[] };

const point = (tSec: number) => ({ xPx: 10 + tSec, yPx: 20, score: 0.9 });

/**
 * Records drawn pictures and poses in real time.
 * @param fps pictures a second
 * @returns the recorder, still open, once `durationSec` have passed
 */
export async function recordDrawn(
  id: string,
  durationSec: number,
  fps: number,
): Promise<SetRecorder> {
  const started = await SetRecorder.start({
    createWorker: () =>
      new Worker(new URL('../../../src/setWriter/worker.ts', import.meta.url), { type: 'module' }),
    manifest: manifest(id),
    withVideo: true,
    onFailure: ({ code, detail }) => recordingClock.failures.push(`${code}: ${detail}`),
  });
  if (!started.ok) throw new Error(started.error.detail);
  const recorder = started.value;
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const begin = performance.now();
  for (let n = 0; n < durationSec * fps; n++) {
    const tSec = n / fps;
    const wait = begin + tSec * 1000 - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const picture = drawPicture(canvas, tSec);
    recorder.addPicture(picture, tSec);
    picture.close();
    const image = new Array<ReturnType<typeof point> | undefined>(33).fill(point(tSec));
    recorder.addStep({ tSec, image }, [{ type: 'bodyFound', tSec }]);
    recordingClock.tSec = tSec;
  }
  return recorder;
}

/** Presentation times of all pictures of a video file, seconds. */
export async function listPictureTimes(file: File): Promise<number[]> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return [];
  const sink = new EncodedPacketSink(track);
  const times: number[] = [];
  for await (const packet of sink.packets()) times.push(packet.timestamp);
  return times;
}

export { deleteSet, deleteVideo, listRecordedSets, readSetFile, readSetTrace };
