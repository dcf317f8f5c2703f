import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  CanvasSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSampleSink,
} from 'mediabunny';
import { openVideoFile, type VideoPart } from '../../../src/camera/videoFile';

/** Every `step`th picture of a clip, at most `count`, in order of time. */
export async function loadPictures(
  url: string,
  step = 1,
  count = Infinity,
): Promise<ImageBitmap[]> {
  const clip = await (await fetch(url)).blob();
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(clip) });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error(`${url} has no video`);
  const pictures: ImageBitmap[] = [];
  let index = 0;
  for await (const sample of new VideoSampleSink(track).samples()) {
    if (index++ % step === 0) {
      const frame = sample.toVideoFrame();
      pictures.push(await createImageBitmap(frame));
      frame.close();
    }
    sample.close();
    if (pictures.length >= count) break;
  }
  return pictures;
}

/** A picture without anybody in it. */
export async function makeBlankPicture(widthPx: number, heightPx: number): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.fillStyle = '#678';
  context.fillRect(0, 0, widthPx, heightPx);
  return createImageBitmap(canvas);
}

/** The first `count` pictures of a clip in an MP4 that says to turn them, as bytes in base64. */
export async function makeTurnedMp4(
  url: string,
  rotation: 90 | 180 | 270,
  count: number,
): Promise<string> {
  const clip = await (await fetch(url)).blob();
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(clip) });
  const track = await input.getPrimaryVideoTrack();
  const decoderConfig = await track?.getDecoderConfig();
  if (!track || !decoderConfig) throw new Error(`${url} has no video`);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedVideoPacketSource('vp9');
  output.addVideoTrack(source, { rotation });
  await output.start();
  let added = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await source.add(packet, { decoderConfig });
    added += 1;
    if (added === count) break;
  }
  await output.finalize();
  let binary = '';
  for (const byte of new Uint8Array(target.buffer ?? new ArrayBuffer())) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

/**
 * A video as a phone writes it: portrait by a turn in its header, at up to 60 pictures a second, and
 * not evenly. Its pictures show how many came before them as a grey value.
 * @param times presentation times of its pictures, seconds
 */
export async function makePhoneVideo(times: readonly number[]): Promise<Blob> {
  const canvas = new OffscreenCanvas(320, 180);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new CanvasSource(canvas, { codec: 'vp9', quality: new Quality('high') });
  output.addVideoTrack(source, { rotation: 90 });
  await output.start();
  for (const [i, tSec] of times.entries()) {
    context.fillStyle = `rgb(${String(i * 8)} ${String(i * 8)} ${String(i * 8)})`;
    context.fillRect(0, 0, 320, 180);
    await source.add(tSec, (times[i + 1] ?? tSec + 1 / 60) - tSec);
  }
  await output.finalize();
  return new Blob([target.buffer ?? new ArrayBuffer()]);
}

/** What the product's reader gives of a video: the time and the size of each picture. */
export async function readVideo(
  video: Blob,
  part?: VideoPart,
): Promise<{ readonly times: number[]; readonly sizes: string[] }> {
  const opened = await openVideoFile(video, part);
  if (!opened.ok) throw new Error(opened.error.code);
  const times: number[] = [];
  const sizes = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    opened.value.start({
      onFrame: (frame) => {
        if (frame.kind !== 'picture') return;
        times.push(frame.tSec);
        sizes.add(`${frame.widthPx}x${frame.heightPx}`);
        frame.picture.close();
      },
      onEnd: resolve,
      onError: ({ code }) => {
        reject(new Error(code));
      },
    });
  });
  return { times, sizes: [...sizes] };
}
