import * as tf from '@tensorflow/tfjs';
import { Cropper } from './crop';
import { decodeDetections, detectorInputPx, type Detection } from './detectorAnchors';
import type { Picture } from './poseEngine';
import {
  computeBodyRegion,
  computeWholeRegion,
  toPicture,
  type RegionOfInterest,
} from './regionOfInterest';
import { readTensors } from './tensorReader';

const inputShape: [number, number, number, number] = [1, detectorInputPx, detectorInputPx, 3];

/** Finds where in a picture people are. Costs as much as a landmark run: use it on loss only. */
export class PersonDetector {
  readonly #cropper = new Cropper(detectorInputPx, 'signed');

  constructor(private readonly model: tf.GraphModel) {}

  /**
   * The regions around everybody it finds, the most certain first.
   * @param rotationRad how far the picture is turned for it: it knows people who stand
   */
  async find(picture: Picture, rotationRad = 0): Promise<RegionOfInterest[]> {
    const upright = computeWholeRegion(picture.widthPx, picture.heightPx);
    const whole = { ...upright, rotationRad };
    const detections = await this.run(this.#cropper.crop(picture, whole));
    return detections.map(({ center, top }) =>
      computeBodyRegion(toPicture(whole, center.u, center.v), toPicture(whole, top.u, top.v)),
    );
  }

  /** Runs the model on an input as the cropper makes it. */
  async run(values: Float32Array): Promise<Detection[]> {
    const input = tf.tensor(values, inputShape);
    const output = this.model.execute(input, 'Identity') as tf.Tensor;
    input.dispose();
    const [data] = await readTensors([output]);
    return decodeDetections(data ?? []);
  }

  dispose(): void {
    this.model.dispose();
  }
}
