import { PoseFailure, describeError } from './poseFailure';
import type { Picture } from './poseEngine';
import type { RegionOfInterest } from './regionOfInterest';

/** A picture's values as a model wants them: `unit` 0..1 (landmarks), `signed` −1..1 (detector). */
export type ValueRange = 'unit' | 'signed';

const tables: Readonly<Record<ValueRange, Float32Array>> = {
  unit: Float32Array.from({ length: 256 }, (_, value) => value / 255),
  signed: Float32Array.from({ length: 256 }, (_, value) => value / 127.5 - 1),
};

const halfPixel = 0.5;

/** Cuts regions out of pictures into one buffer that is used again for every picture. */
export class Cropper {
  /** The last crop: rows of RGB values, `sizePx` × `sizePx` × 3. */
  readonly values: Float32Array;
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #table: Float32Array;

  constructor(
    readonly sizePx: number,
    range: ValueRange,
  ) {
    const canvas = new OffscreenCanvas(sizePx, sizePx);
    const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (context === null) throw new PoseFailure('backendFailed', 'no 2D canvas in this worker');
    // Bilinear without prefiltering is how the models' own pipeline samples the picture.
    context.imageSmoothingQuality = 'low';
    this.#context = context;
    this.#table = tables[range];
    this.values = new Float32Array(sizePx * sizePx * 3);
  }

  /** Fills `values` with the region, black outside the picture; returns `values`. */
  crop(picture: Picture, region: RegionOfInterest): Float32Array {
    this.#draw(picture, region);
    const pixels = this.#context.getImageData(0, 0, this.sizePx, this.sizePx).data;
    const table = this.#table;
    const values = this.values;
    for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
      values[to] = table[pixels[from] ?? 0] ?? 0;
      values[to + 1] = table[pixels[from + 1] ?? 0] ?? 0;
      values[to + 2] = table[pixels[from + 2] ?? 0] ?? 0;
    }
    return values;
  }

  #draw(picture: Picture, region: RegionOfInterest): void {
    const { xCenterPx, yCenterPx, sizePx, rotationRad } = region;
    const context = this.#context;
    const scale = this.sizePx / sizePx;
    const cos = Math.cos(-rotationRad) * scale;
    const sin = Math.sin(-rotationRad) * scale;
    // TF.js and MediaPipe map the index of a pixel, not its centre: half a pixel here, half there.
    const middle = this.sizePx / 2 + halfPixel;
    const xFrom = xCenterPx + halfPixel;
    const yFrom = yCenterPx + halfPixel;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, this.sizePx, this.sizePx);
    context.setTransform(
      cos,
      sin,
      -sin,
      cos,
      middle - (cos * xFrom - sin * yFrom),
      middle - (sin * xFrom + cos * yFrom),
    );
    try {
      context.drawImage(picture.source, 0, 0, picture.widthPx, picture.heightPx);
    } catch (error) {
      throw new PoseFailure('frameUnreadable', describeError(error), { cause: error });
    }
  }
}
