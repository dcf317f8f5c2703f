import {
  ALL_FORMATS,
  BlobSource,
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  Output,
  VideoSampleSink,
} from 'mediabunny';

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
