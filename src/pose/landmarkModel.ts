import * as tf from '@tensorflow/tfjs';
import { readTensors } from './tensorReader';

/** Side of the landmark models' input. */
export const landmarkInputPx = 256;

/** What one run gives, in the crop's frame. */
export interface LandmarkOutput {
  /** 39 × (x, y, z in input pixels, visibility logit, presence logit). */
  readonly landmarks: Float32Array;
  /** Probability that the crop shows a person, 0..1. */
  readonly personScore: number;
  /** 39 × (x, y, z in metres, origin mid-hip, turned with the crop). */
  readonly world: Float32Array;
  /** `[1, 64, 64, 39]`; probabilities where nothing makes them so. */
  readonly heatmap: Float32Array;
  readonly toProbability?: (value: number) => number;
  /** Probability that a pixel shows the person, rows of 256 × 256; only where it was asked for. */
  readonly mask: Float32Array | undefined;
}

/** Runs a landmark model, whatever computes it. What it gives holds until the next run. */
export interface LandmarkRunner {
  /**
   * @param values a crop: rows of RGB 0..1, 256 × 256 × 3
   * @param withMask costs about a third of a run more
   */
  run(values: Float32Array, withMask?: boolean): Promise<LandmarkOutput>;
  dispose(): void;
}

const inputShape: [number, number, number, number] = [1, landmarkInputPx, landmarkInputPx, 3];

/** Only what is asked for is computed: without the mask its branch is not run. */
const outputNames = ['ld_3d', 'output_poseflag', 'world_3d', 'activation_heatmap'];
const maskName = 'activation_segmentation';

/** One of BlazePose's landmark models on the active backend. */
export class LandmarkModel implements LandmarkRunner {
  constructor(private readonly model: tf.GraphModel) {}

  async run(values: Float32Array, withMask = false): Promise<LandmarkOutput> {
    const input = tf.tensor(values, inputShape);
    const names = withMask ? [...outputNames, maskName] : outputNames;
    const outputs = this.model.execute(input, names) as tf.Tensor[];
    input.dispose();
    const [landmarks, flag, world, heatmap, mask] = await readTensors(outputs);
    if (!landmarks || !flag || !world || !heatmap) throw new Error('an output is missing');
    return { landmarks, personScore: flag[0] ?? 0, world, heatmap, mask };
  }

  dispose(): void {
    this.model.dispose();
  }
}
