import type { SetOptions } from '../core/coach/setOptions';
import type { ExerciseId } from '../core/exercises/exercise';
import type { Verdict } from '../core/report/verdict';

/** What a recorded set was made with; written before its first frame. */
export interface SetManifest {
  readonly format: 'hipline.set';
  readonly version: 1;
  readonly id: string;
  readonly exercise: ExerciseId;
  /** Milliseconds since 1970 at the set's time 0, of the device's clock. */
  readonly startedAtMs: number;
  readonly options: SetOptions;
  readonly video: 'video.mp4' | 'video.webm' | undefined;
  /** The picture was shown as in a mirror; the data never is. */
  readonly mirrored: boolean;
  readonly appVersion: string;
  readonly ruleSet: string;
  readonly model: string;
}

/** What was made of a recorded set; written when it has ended, so a set without one was cut off. */
export interface SetSummary {
  readonly format: 'hipline.setSummary';
  readonly version: 1;
  readonly verdict: Verdict;
  /** Pictures that the encoder could not keep up with. */
  readonly droppedPictures: number;
}
