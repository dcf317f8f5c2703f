import type { CalibrationRecord } from '../core/coach/calibration';
import type { SetOptions } from '../core/coach/setOptions';
import type { ExerciseId } from '../core/exercises/exercise';
import type { Verdict } from '../core/report/verdict';

/** Version of the files of a set; older ones are migrated, newer ones refused. */
export const setVersion = 2;

/** Where the frames of a set came from. */
export type SetSource = 'camera' | 'demo' | 'video' | 'trace';

/** What the athlete's own position was read as before the set. */
export interface SetCalibration {
  /** Milliseconds since 1970. */
  readonly takenMs: number;
  readonly records: readonly CalibrationRecord[];
}

/** What a recorded set was made with; written before its first frame. */
export interface SetManifest {
  readonly format: 'hipline.set';
  readonly version: typeof setVersion;
  /** Letters, digits and dashes; the name of the set's folder. */
  readonly id: string;
  readonly exercise: ExerciseId;
  readonly source: SetSource;
  /** Milliseconds since 1970 at the set's time 0, of the device's clock. */
  readonly startedAtMs: number;
  /** The poses, run through a set with these options, give the set's events again. */
  readonly options: SetOptions;
  readonly loadKg: number;
  /** Who of this device's people it shows; never leaves the device, absent where nobody knows. */
  readonly personId?: string;
  readonly calibration?: SetCalibration;
  readonly video?: 'video.mp4' | 'video.webm';
  /** The video was drawn from the poses: nobody's picture is in it. */
  readonly isSkeleton?: true;
  /** The picture was shown as in a mirror; the data never is. */
  readonly mirrored: boolean;
  readonly appVersion: string;
  readonly ruleSet: string;
  /** The pose model, and what it ran on. */
  readonly model: string;
}

/** Median and 95th percentile. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** How long the app itself took at the end of a set, milliseconds. */
export interface OwnDelay {
  /** From the coming of a picture to its verdict. */
  readonly judgedMs: Spread;
  /** From the coming of a picture to the paint of what was made of it. */
  readonly paintedMs: Spread;
  /** From the asking for a sound to its being heard, as the audio output tells it. */
  readonly soundMs?: number;
}

/** What was made of a recorded set; written when it has ended, so a set without one was cut off. */
export interface SetSummary {
  readonly format: 'hipline.setSummary';
  readonly version: typeof setVersion;
  readonly verdict: Verdict;
  /** Pictures that the encoder could not keep up with. */
  readonly droppedPictures: number;
  /** Of a set before the camera. */
  readonly ownDelay?: OwnDelay;
  /** The set was cut off, and judged again from its poses. */
  readonly recovered?: true;
}

/** What was answered after the set; written when the questions are over. */
export interface SetAnswers {
  readonly format: 'hipline.setAnswers';
  readonly version: typeof setVersion;
  /** By the id of the question; several answers are a list. */
  readonly answers: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  /** Pain before the set, 0..10, where it was told. */
  readonly painBefore?: number;
  /** Pain on the morning after, 0..10; added when the set is handed over, where it is known then. */
  readonly painNextDay?: number;
  /** Felt against measured, 0..100. */
  readonly felt?: number;
}
