import * as tf from '@tensorflow/tfjs';
import { activateBackend } from '../../../src/pose/backends';
import { createGraphModel, loadModelFiles } from '../../../src/pose/modelFiles';

/** RGB values of a lossless picture, exactly as stored. */
async function readRgb(url: string): Promise<{ values: number[]; sizePx: number }> {
  const blob = await (await fetch(url)).blob();
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
    willReadFrequently: true,
  });
  if (context === null) throw new Error('no 2D canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return { values: [...data].filter((_, index) => index % 4 !== 3), sizePx: bitmap.width };
}

/**
 * All outputs of a built model on wasm, by name, for a square picture whose values become
 * `value / divisor + offset`.
 */
export async function runModel(
  name: string,
  pictureUrl: string,
  offset: number,
  divisor: number,
): Promise<Record<string, number[]>> {
  await activateBackend('wasm', '/wasm/');
  const model = await createGraphModel(await loadModelFiles(`/models/${name}/`));
  const { values, sizePx } = await readRgb(pictureUrl);
  const input = tf.tensor(
    values.map((value) => value / divisor + offset),
    [1, sizePx, sizePx, 3],
  );
  const names = model.outputNodes;
  const outputs = [model.execute(input, names)].flat();
  return Object.fromEntries(
    names.map((key, index) => [key, [...(outputs[index]?.dataSync() ?? [])]]),
  );
}
