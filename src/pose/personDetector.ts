import * as tf from '@tensorflow/tfjs';
import { Cropper } from './crop';
import { decodeBestDetection, detectorInputPx } from './detectorAnchors';
import type { Picture } from './poseEngine';
import {
  computeBodyRegion,
  computeWholeRegion,
  toPicture,
  type RegionOfInterest,
} from './regionOfInterest';
import { readTensors } from './tensorReader';

/** The least score at which somebody counts as found (MediaPipe's and pose-detection's default). */
const minScore = 0.5;

const inputShape: [number, number, number, number] = [1, detectorInputPx, detectorInputPx, 3];

/** Finds where in a picture a person is. Costs as much as a landmark run: use it on loss only. */
export class PersonDetector {
  readonly #cropper = new Cropper(detectorInputPx, 'signed');

  constructor(private readonly model: tf.GraphModel) {}

  /** The region around the most certain person; undefined where there is none. */
  async find(picture: Picture): Promise<RegionOfInterest | undefined> {
    const whole = computeWholeRegion(picture.widthPx, picture.heightPx);
    const { score, center, top } = await this.run(this.#cropper.crop(picture, whole));
    if (score < minScore) return undefined;
    return computeBodyRegion(toPicture(whole, center.u, center.v), toPicture(whole, top.u, top.v));
  }

  /** Runs the model on an input as the cropper makes it. */
  async run(values: Float32Array): Promise<ReturnType<typeof decodeBestDetection>> {
    const input = tf.tensor(values, inputShape);
    const output = this.model.execute(input, 'Identity') as tf.Tensor;
    input.dispose();
    const [data] = await readTensors([output]);
    return decodeBestDetection(data ?? []);
  }

  dispose(): void {
    this.model.dispose();
  }
}
