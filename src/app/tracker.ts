import type { PoseFrame } from '../core/body/poseFrame';
import type { CameraSides } from '../core/coach/legLift';
import type { SetOptions } from '../core/coach/setOptions';
import type { Snapshot } from '../core/coach/snapshot';
import type { PaceNeeds, TrackingNeeds } from '../core/coach/trackingNeeds';
import type { BackNeutral } from '../core/kinematics/backNeutral';
import { PoseClient } from '../poseClient/poseClient';
import type {
  EngineInfo,
  EngineOptions,
  ModelChoice,
  Outcome,
  PictureMessage,
  PoseError,
  StepResult,
} from '../pose/protocol';

/** What became of a frame; frames that were dropped for a newer one have none. */
export type StepHandler = (outcome: Outcome<StepResult>) => void;

/**
 * The pose client as the app uses it: an engine that is loaded stays loaded from set to set, and
 * every frame's outcome goes to one handler.
 */
export class Tracker {
  /** Called when the worker died by itself, whether or not a frame was on its way. */
  onWorkerDied: ((error: PoseError) => void) | undefined;
  /** Another model than the one asked for was loaded, as that one is not to be had now. */
  isSmallerModel = false;
  readonly #client: PoseClient;
  #engine: EngineInfo | undefined;

  constructor(createWorker: () => Worker) {
    this.#client = new PoseClient({
      createWorker,
      onWorkerDied: (error) => {
        this.#engine = undefined;
        this.onWorkerDied?.(error);
      },
    });
  }

  /** Pictures that were never looked at because a newer one came. */
  get droppedCount(): number {
    return this.#client.droppedCount;
  }

  /**
   * Loads the model's engine unless it is there; the worker chooses `auto` anew for every pace. A model
   * that is not to be had, as the network went before it was fetched, gives its place to the next
   * smaller one; the lightest comes with the first visit.
   */
  async load(model: ModelChoice, pace: PaceNeeds): Promise<Outcome<EngineInfo>> {
    this.isSmallerModel = false;
    if (this.#engine?.model === model) return { ok: true, value: this.#engine };
    const loaded = await this.#client.loadEngine(engineOptions(model, pace));
    this.#engine = loaded.ok ? loaded.value : undefined;
    const smaller = smallerModel[model];
    if (loaded.ok || loaded.error.code !== 'modelMissing' || smaller === undefined) return loaded;
    const instead = await this.load(smaller, pace);
    this.isSmallerModel = instead.ok;
    return instead.ok ? instead : loaded;
  }

  /** For recorded poses, which need no engine. */
  startWithoutEngine(): void {
    this.#client.startWorker();
  }

  /** A new worker in place of one that died or lost its engine; `load` is to follow. */
  reset(): void {
    this.#client.dispose();
    this.#engine = undefined;
  }

  startSet(options: SetOptions, sides?: CameraSides): Promise<Outcome<void>> {
    return this.#client.startSet(options, sides);
  }

  resumeSet(): Promise<Outcome<void>> {
    return this.#client.resumeSet();
  }

  relearnNeutral(): Promise<Outcome<void>> {
    return this.#client.relearnNeutral();
  }

  readNeutral(): Promise<Outcome<BackNeutral | undefined>> {
    return this.#client.readNeutral();
  }

  endSet(): Promise<Outcome<Snapshot | undefined>> {
    return this.#client.endSet();
  }

  /** Judges a picture, or drops it for a newer one. Resolves when either has happened. */
  async stepPicture(message: PictureMessage, handle: StepHandler): Promise<void> {
    const outcome = await this.#client.offerPicture(message);
    if (outcome !== undefined) handle(outcome);
  }

  /** Judges a recorded pose. */
  async stepPose(frame: PoseFrame, handle: StepHandler): Promise<void> {
    handle(await this.#client.stepPose(frame));
  }

  /** Number of tensors alive; undefined where no worker runs. */
  async countTensors(): Promise<number | undefined> {
    const counted = await this.#client.countTensors();
    return counted.ok ? counted.value : undefined;
  }

  /** Says what `detect` is to give beyond the keypoints, and forgets the person. */
  startRecording(needs: TrackingNeeds): Promise<Outcome<void>> {
    return this.#client.startRecording(needs);
  }

  /** Where the person is in a picture, without judging it. */
  detect(message: PictureMessage): Promise<Outcome<PoseFrame>> {
    return this.#client.detectPose(message);
  }

  dispose(): void {
    this.#client.dispose();
  }
}

const smallerModel: Readonly<Partial<Record<ModelChoice, ModelChoice>>> = {
  heavy: 'full',
  full: 'lite',
  auto: 'lite',
};

/** Models and wasm files come from where the page comes from, and from nowhere else. */
const engineOptions = (model: ModelChoice, pace: PaceNeeds): EngineOptions => ({
  engine: 'roi',
  model,
  pace,
  mayUpgrade: true,
  modelBaseUrl: new URL('models/', document.baseURI).href,
  wasmBaseUrl: new URL('wasm/', document.baseURI).href,
  liteRtBaseUrl: new URL('litert/', document.baseURI).href,
});
