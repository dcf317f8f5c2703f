import * as poseDetection from '@tensorflow-models/pose-detection';
import { io } from '@tensorflow/tfjs';
import type { PoseFrame } from '../core/body/poseFrame';
import { PoseFailure, describeError } from './poseFailure';
import type { Picture, PoseEngine } from './poseEngine';
import type { ModelId } from './protocol';

/**
 * pose-detection's BlazePose on the same models: the reference that our own tracker is tested
 * against, and the fallback. Its smoothing is off: it scales z twice, and smoothing is the core's.
 */
export class PoseDetectionEngine implements PoseEngine {
  #canvas = new OffscreenCanvas(1, 1);
  #context: OffscreenCanvasRenderingContext2D | null = null;

  private constructor(private readonly detector: poseDetection.PoseDetector) {}

  /** Puts both models onto the active backend. Throws a `PoseFailure` with `backendFailed`. */
  static async create(
    detectorFiles: io.ModelArtifacts,
    landmarkFiles: io.ModelArtifacts,
    model: ModelId,
  ): Promise<PoseDetectionEngine> {
    const config: poseDetection.BlazePoseTfjsModelConfig = {
      runtime: 'tfjs',
      modelType: model,
      enableSmoothing: false,
      detectorModelUrl: io.fromMemory(detectorFiles),
      landmarkModelUrl: io.fromMemory(landmarkFiles),
    };
    try {
      const { BlazePose } = poseDetection.SupportedModels;
      return new PoseDetectionEngine(await poseDetection.createDetector(BlazePose, config));
    } catch (error) {
      throw new PoseFailure('backendFailed', describeError(error), { cause: error });
    }
  }

  async detect(picture: Picture, tSec: number): Promise<PoseFrame> {
    const pixels = this.#readPixels(picture);
    const [pose] = await this.detector.estimatePoses(pixels, { maxPoses: 1 }, tSec * 1000);
    if (pose === undefined) return { tSec, image: undefined };
    const image = pose.keypoints.map(({ x, y, score = 0 }) =>
      score > 0 ? { xPx: x, yPx: y, score } : undefined,
    );
    const world = pose.keypoints3D?.map(({ x, y, z = 0 }) => ({ xM: x, yM: y, zM: z }));
    return world === undefined ? { tSec, image } : { tSec, image, world };
  }

  /** Gives no outline: pose-detection's mask is in the picture's size and costs a read-back. */
  begin(): void {
    this.detector.reset();
  }

  dispose(): void {
    this.detector.dispose();
  }

  /** `tf.browser.fromPixels` refuses a VideoFrame, so every picture goes through a canvas. */
  #readPixels({ source, widthPx, heightPx }: Picture): ImageData {
    if (this.#canvas.width !== widthPx || this.#canvas.height !== heightPx) {
      this.#canvas = new OffscreenCanvas(widthPx, heightPx);
      this.#context = null;
    }
    this.#context ??= this.#canvas.getContext('2d', { willReadFrequently: true, alpha: false });
    if (this.#context === null) throw new PoseFailure('backendFailed', 'no 2D canvas');
    try {
      this.#context.drawImage(source, 0, 0, widthPx, heightPx);
    } catch (error) {
      throw new PoseFailure('frameUnreadable', describeError(error), { cause: error });
    }
    return this.#context.getImageData(0, 0, widthPx, heightPx);
  }
}
