import type { PoseFrame } from '../core/body/poseFrame';
import type { Snapshot } from '../core/coach/snapshot';
import type { BackNeutral } from '../core/kinematics/backNeutral';
import type { CameraSides } from '../core/coach/legLift';
import type { SetOptions } from '../core/coach/setOptions';
import type { PaceNeeds, TrackingNeeds } from '../core/coach/trackingNeeds';

/** Everything that crosses between the page and the pose worker. Plain, structured-clonable data. */

export type ModelId = 'lite' | 'full' | 'heavy';
/** `auto`: the finer model that keeps the set's pace; full wherever the outline is read. */
export type ModelChoice = ModelId | 'auto';
export type BackendId = 'webgpu' | 'webgl' | 'wasm';
/**
 * `roi`: our own region-of-interest tracker (default); `liteRt`: the same with its landmark model on
 * LiteRT's threads; `poseDetection`: pose-detection's BlazePose.
 */
export type EngineId = 'roi' | 'liteRt' | 'poseDetection';

export interface EngineOptions {
  readonly engine: EngineId;
  readonly model: ModelChoice;
  /** What `auto` chooses by, and whether a faster runner is worth its download. */
  readonly pace?: PaceNeeds;
  /** Fixed backend; chosen by capability and a timed warm-up where it is absent. */
  readonly backend?: BackendId;
  /** Base URL of the built models and of the wasm files; always of the app's own origin. */
  readonly modelBaseUrl: string;
  readonly wasmBaseUrl: string;
  /** Where LiteRT's runtime is. */
  readonly liteRtBaseUrl?: string;
  /**
   * Whether `roi` may become `liteRt` by itself between sets: where it does not keep the pace, and a
   * probe shows that the other is faster.
   */
  readonly mayUpgrade?: boolean;
}

export interface EngineInfo {
  readonly engine: EngineId;
  readonly model: ModelId;
  readonly backend: BackendId;
  /** Whether the model was asked for by name, or chosen, and if so whether it keeps the pace. */
  readonly chosen?: 'byName' | 'keepsPace' | 'tooSlow';
  readonly warmupMs: number;
  readonly loadMs: number;
}

export type PoseErrorCode =
  | 'noWasmSimd'
  | 'modelMissing'
  | 'modelCorrupt'
  | 'backendFailed'
  | 'contextLost'
  | 'workerDied'
  | 'frameUnreadable';

export interface PoseError {
  readonly code: PoseErrorCode;
  /** For diagnostics, never shown as the message. */
  readonly detail: string;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: PoseError };

/** A picture on its way to the worker; transferred, closed by the worker. */
export interface PictureMessage {
  readonly picture: VideoFrame | ImageBitmap;
  readonly tSec: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** When the picture came from its source, milliseconds since 1970. */
  readonly givenAtMs?: number;
}

/** What a step took, and when it was where. */
export interface StepTiming {
  readonly inferenceMs: number;
  readonly coreMs: number;
  /** The engine at work; undefined for a recorded pose. */
  readonly engine?: EngineId;
  /** From one outline to the next no longer than this, seconds; undefined where none is read. */
  readonly outlineEverySec?: number;
  /** Of the picture; undefined where it does not say. */
  readonly givenAtMs?: number;
  /** When it was judged, milliseconds since 1970. */
  readonly judgedAtMs?: number;
}

export interface StepResult {
  readonly snapshot: Snapshot;
  /** The unsmoothed pose, for the recorder. */
  readonly frame: PoseFrame;
  readonly timing: StepTiming;
}

/** What the worker offers through Comlink. */
export interface PoseWorkerApi {
  loadEngine(options: EngineOptions): Promise<Outcome<EngineInfo>>;
  /** Begins a set; the coach's state is new. Throws on an exercise that does not exist (a bug). */
  startSet(options: SetOptions, sides?: CameraSides): Promise<void>;
  /** Detects, smooths, judges and coaches one picture. */
  stepPicture(message: PictureMessage): Promise<Outcome<StepResult>>;
  /** The same from a recorded pose. */
  stepPose(frame: PoseFrame): Promise<Outcome<StepResult>>;
  /** Says what `detectPose` is to give beyond the keypoints, and forgets the person. */
  startRecording(needs: TrackingNeeds): Promise<void>;
  /** Goes on with a set that a gesture has paused. */
  resumeSet(): Promise<void>;
  /** The neutral back is to be shown anew. */
  relearnNeutral(): Promise<void>;
  /** The neutral back of the set that runs or ran last, to be kept; undefined where there is none. */
  readNeutral(): Promise<BackNeutral | undefined>;
  /** Detection alone, for recording a trace. */
  detectPose(message: PictureMessage): Promise<Outcome<PoseFrame>>;
  /** Ends the set on request and returns the last snapshot; undefined where no set ran. */
  endSet(): Promise<Snapshot | undefined>;
  /** Number of tensors alive, for the leak test and diagnostics. */
  countTensors(): Promise<number>;
  disposeEngine(): Promise<void>;
}
