import type { SourceKind } from '../camera/frameSource';
import type { VideoPart } from '../camera/videoFile';
import { catalogue } from '../core/exercises/catalogue';
import type { ExerciseId } from '../core/exercises/exercise';
import { demos } from './demo';
import type { RouteOptions } from './route';

/** What is to be trained, and where its frames come from. */
export interface TrainRequest {
  readonly exercise: ExerciseId;
  readonly kind: SourceKind;
  readonly options: RouteOptions;
  readonly file: File | undefined;
}

/**
 * The athlete trains now: they are asked, and what they do is kept. Before the camera, or in a trace
 * that is played as if they were.
 */
export const isTraining = ({ kind, options }: TrainRequest): boolean =>
  kind === 'camera' || (kind === 'trace' && options.live === true);

/** Holds or reps that a set is to have. */
export function doseOf({ exercise, kind, options }: TrainRequest): number {
  const demoDose = kind === 'demo' ? demos[exercise]?.doseReps : undefined;
  return options.doseReps ?? demoDose ?? catalogue[exercise].doseReps;
}

/** Seconds a hold lasts; undefined where the exercise counts reps. */
export function targetOf({ exercise, kind, options }: TrainRequest): number | undefined {
  const { phases } = catalogue[exercise];
  if (phases.kind !== 'hold') return undefined;
  const demoTarget = kind === 'demo' ? demos[exercise]?.targetSec : undefined;
  return options.targetSec ?? demoTarget ?? phases.targetSec;
}

/** The part of a video that is judged; undefined for all of it. */
export function partOf({ options }: TrainRequest): VideoPart | undefined {
  const { fromSec = 0, toSec } = options;
  return toSec === undefined || toSec <= fromSec ? undefined : { fromSec, toSec };
}
