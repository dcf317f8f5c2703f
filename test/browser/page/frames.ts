import { canEncodeVideo } from 'mediabunny';
import { openVideoReader } from '../../../src/camera/videoReader';
import { type VideoKind, VideoTrack } from '../../../src/recording/videoTrack';

const widthPx = 320;
const heightPx = 160;
const bitCount = 8;
/** Seconds from one picture to the next, over and over: no rate is kept for long. */
const stepsSec = [1 / 60, 1 / 30, 1 / 15, 1 / 24, 0.3, 1 / 50];

/** A picture that says its number: a bar for each bit. */
function drawNumber(canvas: OffscreenCanvas, n: number): void {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  for (let bit = 0; bit < bitCount; bit++) {
    context.fillStyle = ((n >> bit) & 1) === 1 ? '#fff' : '#000';
    context.fillRect((bit * widthPx) / bitCount, 0, widthPx / bitCount, heightPx);
  }
}

/** The number that a picture says. */
function readNumber(canvas: HTMLCanvasElement): number {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let n = 0;
  for (let bit = 0; bit < bitCount; bit++) {
    const xPx = ((bit + 0.5) * widthPx) / bitCount;
    const [red = 0] = context?.getImageData(xPx, heightPx / 2, 1, 1).data ?? [];
    if (red > 127) n += 1 << bit;
  }
  return n;
}

/** What was shown at a moment: the picture's number, and the time that was said of it. */
interface Shown {
  readonly atSec: number;
  readonly wantedN: number;
  readonly wantedSec: number;
  readonly n: number;
  readonly sec: number | undefined;
}

/**
 * Records numbered pictures as the recorder does, and looks at moments of them as the review does:
 * far apart, frame by frame on and back.
 * @returns undefined where this browser does not encode the kind
 */
export async function showMoments(kind: VideoKind): Promise<Shown[] | undefined> {
  if (!(await canEncodeVideo(kind.codec, { width: widthPx, height: heightPx }))) return undefined;
  const pieces: { readonly data: Uint8Array; readonly at: number }[] = [];
  const track = new VideoTrack(
    kind,
    (data, at) => pieces.push({ data: data.slice(), at }),
    (detail) => {
      throw new Error(detail);
    },
  );
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const times: number[] = [];
  let tSec = 0.1;
  for (let n = 0; n < 200; n++) {
    drawNumber(canvas, n);
    const picture = new VideoFrame(canvas, { timestamp: Math.round(tSec * 1e6) });
    await track.add(picture, tSec);
    picture.close();
    times.push(tSec);
    tSec += stepsSec[n % stepsSec.length] ?? 0;
  }
  await track.finish();
  const bytes = new Uint8Array(Math.max(...pieces.map(({ data, at }) => at + data.length)));
  for (const { data, at } of pieces) bytes.set(data, at);

  const reader = await openVideoReader(new Blob([bytes]), 'file');
  if (!reader.ok) throw new Error(reader.error.detail);
  const kept = await reader.value.listTimes();
  const onto = document.createElement('canvas');
  const shown: Shown[] = [];
  const look = async (frame: number, atSec: number): Promise<void> => {
    const wantedSec = kept[frame] ?? 0;
    const wantedN = times.findIndex((time) => Math.abs(time - wantedSec) < 2e-3);
    const sec = await reader.value.draw(atSec, onto);
    shown.push({ atSec, wantedN, wantedSec, n: readNumber(onto), sec });
  };
  /** A moment within a frame: at its beginning, or anywhere before the next. */
  const within = (frame: number, share: number): number => {
    const from = kept[frame] ?? 0;
    return from + share * Math.max(0, (kept[frame + 1] ?? from) - from);
  };
  for (let n = 0; n < 40; n++) {
    const frame = Math.floor(kept.length * ((n * 0.618034) % 1));
    await look(frame, within(frame, (n % 10) / 10.5));
  }
  const middle = kept.length >> 1;
  for (let step = 0; step < 12; step++) await look(middle + step, kept[middle + step] ?? 0);
  for (let step = 12; step > -12; step--) await look(middle + step, kept[middle + step] ?? 0);
  reader.value.dispose();
  return shown;
}
