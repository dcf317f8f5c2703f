import type { io } from '@tensorflow/tfjs';
import type { PoseFrame } from '../core/body/poseFrame';
import type { TrackingNeeds } from '../core/coach/trackingNeeds';
import { fitBand, fitBelt } from '../core/kinematics/belt';
import { computeTrunkOutline, maskSidePx } from '../core/kinematics/trunkOutline';
import { readAppearance } from './appearance';
import { AthleteLock, type Identity, type Sighting } from './athleteLock';
import { Cropper } from './crop';
import {
  LandmarkModel,
  landmarkInputPx,
  type LandmarkOutput,
  type LandmarkRunner,
} from './landmarkModel';
import {
  computeNextRegion,
  readCropMiddle,
  readJoints,
  readKeypoints,
  readTrunk,
  readVisibility,
  readWorld,
} from './landmarks';
import { createGraphModel } from './modelFiles';
import { OutlineCadence } from './outlineCadence';
import { PersonDetector } from './personDetector';
import type { Picture, PoseEngine } from './poseEngine';
import { toMaskTransform, type RegionOfInterest } from './regionOfInterest';
import { barPart, readTrunkColours } from './trunkColours';

/** The least certainty at which the crop still shows the person (pose-detection's default). */
const minPersonScore = 0.5;
/** A locked athlete who is hidden is searched for this often, so that others cost little, seconds. */
const searchEverySec = 0.2;
/** A lying person whom the detector misses is searched for in the turned picture this often. */
const turnedSearchEverySec = 0.5;
/** The other ways up: on the side, on the other one, head down. */
const turnsRad = [Math.PI / 2, -Math.PI / 2, Math.PI];
/** Of a crowd so many are looked at, the most certain first. */
const candidatesMax = 3;
/** Whose hips are nearer than this share of the athlete's region stands before them. */
const hidesShare = 0.5;

/** Colours of what is worn to be followed, and the lines that were found. */
type WornColours = Pick<TrackingNeeds, 'belt' | 'bar'>;
type WornLines = Pick<PoseFrame, 'belt' | 'bar'>;

/** Somebody in a region of the picture, and whether they are the athlete. */
interface Found {
  readonly region: RegionOfInterest;
  readonly output: LandmarkOutput;
  readonly sighting: Sighting;
  readonly identity: Identity;
  readonly worn: WornLines;
}

/**
 * Our own region-of-interest tracker of one athlete. The detector runs only when they are not
 * tracked; after that each picture's landmarks say where the next picture's crop lies, as long as
 * they are the athlete's: others never take over.
 */
export class RoiTracker implements PoseEngine {
  readonly #cropper = new Cropper(landmarkInputPx, 'unit');
  readonly #lock = new AthleteLock();
  /** Where the athlete is tracked; undefined while they are searched for. */
  #region: RegionOfInterest | undefined;
  /** Where the athlete was last seen. */
  #ownRegion: RegionOfInterest | undefined;
  #lastRegion: RegionOfInterest | undefined;
  #lastMask: Float32Array | undefined;
  #isHidden = false;
  #searchFromSec = -Infinity;
  #turnFromSec = -Infinity;
  #lies = false;
  /** Undefined where no outline is wanted. */
  #outlineCadence: OutlineCadence | undefined;
  #isLive = false;
  /** Bands or a bar that the athlete wears; undefined where there are none. */
  #worn: { readonly colours: WornColours; readonly cadence: OutlineCadence } | undefined;

  private constructor(
    private readonly detector: PersonDetector,
    private landmarkModel: LandmarkRunner,
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

  /** The region that the last pose's landmarks were read in; undefined before the first. */
  get lastRegion(): RegionOfInterest | undefined {
    return this.#lastRegion;
  }

  /** The last picture's mask in `lastRegion`, 256 × 256; undefined where it was not computed. */
  get lastMask(): Float32Array | undefined {
    return this.#lastMask;
  }

  async detect(picture: Picture, tSec: number): Promise<PoseFrame> {
    this.#lastMask = undefined;
    const region = this.#region;
    this.#region = undefined;
    if (region === undefined) return this.#search(picture, tSec);
    const withMask = this.#outlineCadence?.isDue(tSec) ?? false;
    const worn = this.#worn?.cadence.isDue(tSec) === true ? this.#worn.colours : undefined;
    const found = await this.#look(picture, region, tSec, withMask, worn);
    if (found?.identity === 'own') return this.#accept(found);
    this.#isHidden = found?.identity === 'other';
    return this.#readAbsence(tSec);
  }

  begin(needs: TrackingNeeds): void {
    this.#region = undefined;
    this.#ownRegion = undefined;
    this.#isHidden = false;
    this.#searchFromSec = -Infinity;
    this.#turnFromSec = -Infinity;
    this.#lies = needs.lies;
    this.#lock.begin(needs.lies);
    this.#isLive = needs.live === true;
    this.#outlineCadence = needs.outline && this.hasGoodMask ? new OutlineCadence() : undefined;
    const wearsAny = needs.belt !== undefined || needs.bar !== undefined;
    this.#worn = wearsAny ? { colours: needs, cadence: new OutlineCadence() } : undefined;
  }

  get outlineEverySec(): number | undefined {
    return this.#outlineCadence?.everySec;
  }

  /** What runs the landmark model now. */
  get runner(): LandmarkRunner {
    return this.landmarkModel;
  }

  /** Lets another runner of the same model take over; the old one is freed. */
  adopt(runner: LandmarkRunner): void {
    this.landmarkModel.dispose();
    this.landmarkModel = runner;
  }

  dispose(): void {
    this.detector.dispose();
    this.landmarkModel.dispose();
  }

  /** Searches the picture for the athlete, or for the first one where none is locked. */
  async #search(picture: Picture, tSec: number): Promise<PoseFrame> {
    this.#lock.forgetLost(tSec);
    if (this.#lock.isLocked && tSec < this.#searchFromSec) return this.#readAbsence(tSec);
    this.#searchFromSec = tSec + searchEverySec;
    const regions = (await this.detector.find(picture)).slice(0, candidatesMax);
    if (this.#lock.isLocked && this.#ownRegion !== undefined) regions.push(this.#ownRegion);
    let found = await this.#lookAll(picture, regions, tSec);
    let own = this.#choose(found);
    if (own === undefined && this.#lies && tSec >= this.#turnFromSec) {
      this.#turnFromSec = tSec + turnedSearchEverySec;
      const turned = await this.#lookAll(picture, await this.#findTurned(picture), tSec);
      own = mostVisible(turned.filter(({ identity }) => identity === 'own'));
      found = [...found, ...turned];
    }
    if (own !== undefined) return this.#accept(own);
    this.#isHidden = found.some(
      ({ region, identity }) => identity === 'other' && this.#hides(region),
    );
    return this.#readAbsence(tSec);
  }

  async #findTurned(picture: Picture): Promise<RegionOfInterest[]> {
    const regions: RegionOfInterest[] = [];
    for (const turnRad of turnsRad) {
      const [best] = await this.detector.find(picture, turnRad);
      if (best !== undefined) regions.push(best);
    }
    return regions;
  }

  async #lookAll(
    picture: Picture,
    regions: readonly RegionOfInterest[],
    tSec: number,
  ): Promise<Found[]> {
    const found: Found[] = [];
    for (const region of regions) {
      const one = await this.#look(picture, region, tSec, false);
      if (one !== undefined) found.push(one);
    }
    return found;
  }

  /** The pose in a region; undefined where it shows nobody. */
  async #look(
    picture: Picture,
    region: RegionOfInterest,
    tSec: number,
    withMask: boolean,
    colours: WornColours = {},
  ): Promise<Found | undefined> {
    const crop = this.#cropper.crop(picture, region);
    const startMs = performance.now();
    const output = await this.landmarkModel.run(crop, withMask);
    if (this.#isLive) this.#outlineCadence?.note(withMask, performance.now() - startMs);
    if (output.personScore < minPersonScore) return undefined;
    const { rotationRad } = computeNextRegion(output, region);
    const [hip, shoulder] = [readCropMiddle(output, 'hip'), readCropMiddle(output, 'shoulder')];
    const appearance = readAppearance(crop, hip, shoulder);
    const sighting = {
      tSec,
      appearance,
      rotationRad,
      joints: readJoints(output, region),
      ...readTrunk(output, region),
    };
    const { belt: bands, bar: strip } = colours;
    const belt = bands && fitBelt(readTrunkColours(crop, region, hip, shoulder), bands);
    const bar = strip && fitBand(readTrunkColours(crop, region, hip, shoulder, barPart), strip);
    return {
      region,
      output,
      sighting,
      identity: this.#lock.identify(sighting),
      worn: { ...(belt === undefined ? {} : { belt }), ...(bar === undefined ? {} : { bar }) },
    };
  }

  /**
   * The athlete among those found: who looks most like them where a person is surely seen, or the
   * largest where none is locked.
   */
  #choose(found: readonly Found[]): Found | undefined {
    const own = found.filter(({ identity }) => identity === 'own');
    const rank = ({ sighting, output }: Found): number =>
      this.#lock.isLocked
        ? (this.#lock.compare(sighting) ?? 0) * output.personScore
        : sighting.torsoPx;
    return own.sort((a, b) => rank(b) - rank(a))[0];
  }

  #hides(region: RegionOfInterest): boolean {
    const own = this.#ownRegion;
    if (own === undefined || !this.#lock.isLocked) return false;
    const apartPx = Math.hypot(region.xCenterPx - own.xCenterPx, region.yCenterPx - own.yCenterPx);
    return apartPx < hidesShare * own.sizePx;
  }

  #accept({ region, output, sighting, worn }: Found): PoseFrame {
    this.#lock.accept(sighting);
    this.#isHidden = false;
    this.#searchFromSec = -Infinity;
    this.#lastRegion = region;
    this.#region = computeNextRegion(output, region);
    this.#ownRegion = this.#region;
    this.#lastMask = output.mask;
    const frame = readFrame(output, region, sighting.tSec);
    return {
      ...frame,
      ...worn,
      ...(this.#lock.isLocked ? { held: true as const } : {}),
    };
  }

  #readAbsence(tSec: number): PoseFrame {
    if (!this.#isHidden) return { tSec, image: undefined };
    this.#lock.noteHidden(tSec);
    return { tSec, image: undefined, occludedBy: 'other' };
  }
}

/** Of one person seen with different sides up, the sight that shows most (spec 2.1). */
const mostVisible = (found: readonly Found[]): Found | undefined =>
  found.toSorted((a, b) => readVisibility(b.output) - readVisibility(a.output))[0];

/** The frame that a run gives; the trunk's outline where there is a mask and a trunk in it. */
function readFrame(output: LandmarkOutput, region: RegionOfInterest, tSec: number): PoseFrame {
  const image = readKeypoints(output, region);
  const world = readWorld(output, region);
  const { mask: values } = output;
  if (values === undefined) return { tSec, image, world };
  const toMask = toMaskTransform(region, maskSidePx);
  const trunk = computeTrunkOutline(image, {
    values,
    toMask,
    sizePx: region.sizePx,
  });
  return trunk === undefined ? { tSec, image, world } : { tSec, image, world, trunk };
}
