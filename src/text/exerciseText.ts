import type { Side } from '../core/body/keypoint';

/** The words of one exercise. */
export interface ExerciseText {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Where the camera stands, as a phrase. */
  readonly camera: string;
  /** The instruction card: what to do, in order. */
  readonly instructions: readonly string[];
  /** One and several of what is counted. */
  readonly counted: readonly [one: string, several: string];
  /** What is said of those that were good: "8 of 10 held". */
  readonly wellDone: string;
  /** What to do before the set, where it differs by exercise. */
  readonly framing: Readonly<Record<'view' | 'startPosition', string>>;
  /** The same as a finished line of the checklist. */
  readonly framed: Readonly<Record<'view' | 'startPosition', string>>;
  /** What the head and the foot of the gauge mean. */
  readonly gaugeEnds: readonly [head: string, foot: string];
  /** Said and shown when the set begins. */
  readonly begin: string;
  /** Said when a hold has come to its target; absent where reps are counted. */
  readonly reached?: string;
  /** The working side, where one side works: "On the left leg". */
  readonly onSide?: Readonly<Record<Side, string>>;
}
