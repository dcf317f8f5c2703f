import type { PictureFormat, PoseFrame } from '../core/body/poseFrame';
import type { Result } from '../core/result';
import type { ExerciseId } from '../core/exercises/exercise';

/** Where frames come from. A demo clip behaves as a camera in every respect. */
export type SourceKind = 'camera' | 'demo' | 'video' | 'trace';

/** Why a camera cannot be used, one code for each thing that the athlete can do about it. */
export type CameraErrorCode =
  | 'notAllowed'
  | 'notFound'
  | 'inUse'
  | 'overconstrained'
  | 'insecure'
  | 'cameraFailed'
  | 'unplugged';

/** Why a file cannot be used. */
export type FileErrorCode =
  | 'notAVideo'
  | 'codecUnsupported'
  | 'videoUnreadable'
  | 'traceRefused'
  | 'traceTooLarge'
  | 'demoMissing';

export interface SourceError {
  readonly code: CameraErrorCode | FileErrorCode;
  /** The exception's words or the line of a trace; for diagnostics, never the message itself. */
  readonly detail: string;
}

/** A picture; whoever receives it closes it. */
export interface SourcePicture {
  readonly kind: 'picture';
  readonly picture: VideoFrame | ImageBitmap;
  /** Seconds since the source began. */
  readonly tSec: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A pose that was recorded earlier. */
export interface SourcePose {
  readonly kind: 'pose';
  readonly frame: PoseFrame;
}

export type SourceFrame = SourcePicture | SourcePose;

export interface SourceHandlers {
  /**
   * Called for every frame, in order of time. A source that is not in real time waits for the
   * returned promise before it gives the next one; a live one does not.
   */
  readonly onFrame: (frame: SourceFrame) => void | Promise<void>;
  /** The source has given its last frame. Never called by a live camera. */
  readonly onEnd: () => void;
  /** The source has failed and gives no more frames. */
  readonly onError: (error: SourceError) => void;
  /** Share of a file that has been given, 0..1. */
  readonly onProgress?: (doneRatio: number) => void;
  /** The camera stays connected but sends no picture (true), or sends again (false). */
  readonly onMuted?: (muted: boolean) => void;
}

/** One place that frames come from. Opened by its own function, started once, then disposed. */
export interface FrameSource {
  readonly kind: SourceKind;
  /** Frames come as time passes and may be dropped; otherwise every frame is to be judged. */
  readonly realTime: boolean;
  /** The picture is shown as in a mirror. The data never is. */
  readonly mirrored: boolean;
  readonly format: PictureFormat;
  /** What shows the picture; undefined where there is none (a trace). Not yet in the document. */
  readonly display: HTMLVideoElement | HTMLCanvasElement | undefined;
  /** What a trace says it was recorded of. */
  readonly exercise: ExerciseId | undefined;
  /** Begins to give frames; returns its dispose, which also lets go of the camera or the file. */
  start(handlers: SourceHandlers): () => void;
  /** Stops and continues giving frames; a camera stays open meanwhile. */
  setPaused(paused: boolean): void;
}

export type OpenedSource = Result<FrameSource, SourceError>;
