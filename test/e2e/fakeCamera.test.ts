import { expect, test } from './story';

test('the fake camera shows the clip at its size and rate, its first picture first', async ({
  openApp,
}) => {
  const page = await openApp({ camera: 'bridge_side_drop_female' });
  const seen = await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    });
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    const canvas = new OffscreenCanvas(64, 48);
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    const readPicture = (): Uint8ClampedArray => {
      pen.drawImage(video, 0, 0, 64, 48);
      return pen.getImageData(0, 0, 64, 48).data;
    };
    const first = readPicture();
    const times: number[] = [];
    const changes: number[] = [];
    await new Promise<void>((done) => {
      const onFrame: VideoFrameRequestCallback = (_now, { mediaTime }) => {
        times.push(mediaTime);
        const now = readPicture();
        changes.push(now.reduce((sum, value, i) => sum + Math.abs(value - first[i]!), 0) / 9216);
        if (mediaTime - times[0]! < 7) video.requestVideoFrameCallback(onFrame);
        else done();
      };
      video.requestVideoFrameCallback(onFrame);
    });
    const settings = stream.getVideoTracks()[0]!.getSettings();
    stream.getTracks().forEach((track) => {
      track.stop();
    });
    const at = (sec: number): number =>
      changes[times.findIndex((time) => time - times[0]! >= sec)] ?? 0;
    const spans = times.slice(1).map((time, i) => time - times[i]!);
    spans.sort((a, b) => a - b);
    return {
      size: [video.videoWidth, video.videoHeight],
      rate: settings.frameRate,
      medianSpanSec: spans[Math.floor(spans.length / 2)]!,
      whileHeld: at(3),
      whileRising: at(6.6),
    };
  });
  expect(seen.size).toEqual([640, 480]);
  expect(seen.rate).toBe(30);
  expect(seen.medianSpanSec).toBeCloseTo(1 / 30, 2);
  expect(seen.whileHeld).toBeLessThan(0.2);
  expect(seen.whileRising).toBeGreaterThan(1);
});
