import { type Luma, lumaSize } from './pictureWatch';

/** Reads shrunken pictures off what shows a source. */
export function createLumaSampler(): (
  display: HTMLVideoElement | HTMLCanvasElement,
) => Luma | undefined {
  const { width, height } = lumaSize;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (display) => {
    if (context === null) return undefined;
    if (display instanceof HTMLVideoElement && display.videoWidth === 0) return undefined;
    context.drawImage(display, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    // Rec. 601.
    return Array.from({ length: width * height }, (_, i) => {
      const [r = 0, g = 0, b = 0] = data.subarray(4 * i, 4 * i + 3);
      return 0.299 * r + 0.587 * g + 0.114 * b;
    });
  };
}
