import type { io } from '@tensorflow/tfjs';
import type { PoseFrame } from '../core/body/poseFrame';
import type { TrackingNeeds } from '../core/coach/trackingNeeds';
import { computeTrunkOutline, maskSidePx } from '../core/kinematics/trunkOutline';
import { Cropper } from './crop';
import { LandmarkModel, landmarkInputPx, type LandmarkOutput } from './landmarkModel';
import { computeNextRegion, readKeypoints, readWorld } from './landmarks';
import { createGraphModel } from './modelFiles';
import { OutlineCadence } from './outlineCadence';
import { PersonDetector } from './personDetector';
import type { Picture, PoseEngine } from './poseEngine';
import { toMaskTransform, type RegionOfInterest } from './regionOfInterest';

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
  #lastMask: Float32Array | undefined;
  /** Undefined where no outline is wanted. */
  #outlineCadence: OutlineCadence | undefined;

  private constructor(
    private readonly detector: PersonDetector,
    private readonly landmarkModel: LandmarkModel,
    private readonly hasGoodMask: boolean,
  ) {}

  /**
   * Puts both models onto the active backend. Throws a `PoseFailure` with `backendFailed`.
   * @param hasGoodMask whether the landmark model's mask is fine enough for the trunk's outline
   */
  static async create(
    detectorFiles: io.ModelArtifacts,
    landmarkFiles: io.ModelArtifacts,
    hasGoodMask: boolean,
  ): Promise<RoiTracker> {
    const detector = new PersonDetector(await createGraphModel(detectorFiles));
    try {
      const landmarkModel = new LandmarkModel(await createGraphModel(landmarkFiles));
      return new RoiTracker(detector, landmarkModel, hasGoodMask);
    } catch (error) {
      detector.dispose();
      throw error;
    }
  }

  /** The region that the last picture's landmarks were read in; undefined before the first. */
  get lastRegion(): RegionOfInterest | undefined {
    return this.#lastRegion;
  }

  /** The last picture's mask in `lastRegion`, 256 × 256; undefined where it was not computed. */
  get lastMask(): Float32Array | undefined {
    return this.#lastMask;
  }

  async detect(picture: Picture, tSec: number): Promise<PoseFrame> {
    const region = this.#region ?? (await this.detector.find(picture));
    this.#lastRegion = region;
    this.#region = undefined;
    this.#lastMask = undefined;
    if (region === undefined) return { tSec, image: undefined };
    const withMask = this.#outlineCadence?.isDue(tSec) ?? false;
    const output = await this.landmarkModel.run(this.#cropper.crop(picture, region), withMask);
    if (output.personScore < minPersonScore) return { tSec, image: undefined };
    this.#region = computeNextRegion(output, region);
    this.#lastMask = output.mask;
    return readFrame(output, region, tSec);
  }

  begin(needs: TrackingNeeds): void {
    this.#region = undefined;
    this.#outlineCadence = needs.outline && this.hasGoodMask ? new OutlineCadence() : undefined;
  }

  dispose(): void {
    this.detector.dispose();
    this.landmarkModel.dispose();
  }
}

/** The frame that a run gives; the trunk's outline where there is a mask and a trunk in it. */
function readFrame(output: LandmarkOutput, region: RegionOfInterest, tSec: number): PoseFrame {
  const image = readKeypoints(output, region);
  const world = readWorld(output, region);
  const { mask: values } = output;
  if (values === undefined) return { tSec, image, world };
  const toMask = toMaskTransform(region, maskSidePx);
  const trunk = computeTrunkOutline(image, { values, toMask, sizePx: region.sizePx });
  return trunk === undefined ? { tSec, image, world } : { tSec, image, world, trunk };
}
