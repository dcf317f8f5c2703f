import type { Affine } from '../../../src/core/kinematics/trunkOutline';
import { toMaskTransform } from '../../../src/pose/regionOfInterest';
import type { RoiTracker } from '../../../src/pose/roiTracker';

/**
 * Cuts a person out of a picture along the model's own mask; the rest is clear.
 * @param filter of a canvas: other colours make it somebody else
 */
export async function cutOut(
  tracker: RoiTracker,
  source: ImageBitmap,
  filter: string,
): Promise<OffscreenCanvas> {
  tracker.begin({ outline: true, lies: false });
  // The mask comes with the picture after the one in which the person is found.
  const picture = { source, widthPx: source.width, heightPx: source.height };
  for (const tSec of [0, 0.1]) await tracker.detect(picture, tSec);
  const { lastMask: mask, lastRegion: region } = tracker;
  if (mask === undefined || region === undefined) throw new Error('nobody to cut out');
  const canvas = new OffscreenCanvas(source.width, source.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.filter = filter;
  context.drawImage(source, 0, 0);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const [a, b, c, d, e, f]: Affine = toMaskTransform(region, 256);
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const u = Math.round(a * x + c * y + e);
      const v = Math.round(b * x + d * y + f);
      const inside = u >= 0 && v >= 0 && u < 256 && v < 256 && (mask[v * 256 + u] ?? 0) > 0.5;
      if (!inside) pixels.data[4 * (y * canvas.width + x) + 3] = 0;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** A picture with a cut-out person before it, moved and scaled about the picture's middle. */
export async function putBefore(
  picture: ImageBitmap,
  person: OffscreenCanvas,
  shiftPx: number,
  scale: number,
): Promise<ImageBitmap> {
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(picture, 0, 0);
  context.setTransform(scale, 0, 0, scale, width / 2 + shiftPx, height / 2);
  context.drawImage(person, -width / 2, -height / 2);
  return createImageBitmap(canvas);
}
