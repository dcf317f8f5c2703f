import { ALL_FORMATS, BlobSource, CanvasSink, Input } from 'mediabunny';

/** Width of a still, px: twice what a list shows. */
export const stillPx = 480;

/** A video that was cut off within its head holds no picture, and mediabunny 1.61.0 reads it for ever. */
const headBytes = 1024;

/**
 * A small image of a moment of a video.
 * @param tSec on the video's own time line; the last picture before it is taken
 * @returns undefined where no picture can be decoded
 */
export async function takeStill(video: Blob, tSec: number): Promise<Blob | undefined> {
  if (video.size < headBytes) return undefined;
  const input = new Input({ source: new BlobSource(video), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) return undefined;
    const sink = new CanvasSink(track, { width: stillPx });
    const firstSec = await track.getFirstTimestamp();
    const found = await sink.getCanvas(Math.max(firstSec, tSec));
    if (found === null) return undefined;
    const { canvas } = found;
    if (canvas instanceof OffscreenCanvas)
      return await canvas.convertToBlob({ type: 'image/webp' });
    return await new Promise((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/webp');
    });
  } catch {
    // Cut off before its first picture: there is nothing to show.
    return undefined;
  } finally {
    input.dispose();
  }
}
