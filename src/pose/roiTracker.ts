import type { io } from '@tensorflow/tfjs';
import type { PoseFrame } from '../core/body/poseFrame';
import { Cropper } from './crop';
import { LandmarkModel, landmarkInputPx } from './landmarkModel';
import { computeNextRegion, readKeypoints, readWorld } from './landmarks';
import { createGraphModel } from './modelFiles';
import { PersonDetector } from './personDetector';
import type { Picture, PoseEngine } from './poseEngine';
import type { RegionOfInterest } from './regionOfInterest';

/** The least certainty at which the crop still shows the person (pose-detection's default). */
const minPersonScore = 0.5;

/**
 * Our own region-of-interest tracker: the detector runs only when nobody is tracked; after that
 * each picture's landmarks say where the next picture's crop lies.
 */
export class RoiTracker implements PoseEngine {
  readonly #cropper = new Cropper(landmarkInputPx, 'unit');
  #region: RegionOfInterest | undefined;
  #lastRegion: RegionOfInterest | undefined;

  private constructor(
    private readonly detector: PersonDetector,
    private readonly landmarkModel: LandmarkModel,
  ) {}

  /** Puts both models onto the active backend. Throws a `PoseFailure` with `backendFailed`. */
  static async create(
    detectorFiles: io.ModelArtifacts,
    landmarkFiles: io.ModelArtifacts,
  ): Promise<RoiTracker> {
    const detector = new PersonDetector(await createGraphModel(detectorFiles));
    try {
      return new RoiTracker(detector, new LandmarkModel(await createGraphModel(landmarkFiles)));
    } catch (error) {
      detector.dispose();
      throw error;
    }
  }

  /** The region that the last picture's landmarks were read in; undefined before the first. */
  get lastRegion(): RegionOfInterest | undefined {
    return this.#lastRegion;
  }

  async detect(picture: Picture, tSec: number): Promise<PoseFrame> {
    const region = this.#region ?? (await this.detector.find(picture));
    this.#lastRegion = region;
    this.#region = undefined;
    if (region === undefined) return { tSec, image: undefined };
    const output = await this.landmarkModel.run(this.#cropper.crop(picture, region));
    if (output.personScore < minPersonScore) return { tSec, image: undefined };
    this.#region = computeNextRegion(output, region);
    return { tSec, image: readKeypoints(output, region), world: readWorld(output, region) };
  }

  reset(): void {
    this.#region = undefined;
  }

  dispose(): void {
    this.detector.dispose();
    this.landmarkModel.dispose();
  }
}
