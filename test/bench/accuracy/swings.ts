import { judgeTrace } from '../../../src/core/report/judgeTrace';
import type { Trace } from '../../../src/core/trace/trace';
import { cueText } from '../../../src/text/cues';
import { unseenText } from '../../../src/text/unseen';

/** Moments of a recorded set as somebody marked them. */
export interface Annotations {
  readonly annotations: readonly {
    readonly video_time: number;
    readonly position: 'bottom' | 'top';
  }[];
}

/** Whether a parsed JSON file marks the moments of a recorded set. */
export const isAnnotations = (json: unknown): json is Annotations =>
  typeof json === 'object' && json !== null && 'annotations' in json;

/**
 * Bottoms of `swing-sample`, which has no labels, seconds: the greatest hip flexion of each swing in
 * the course of the right shoulder, hip and knee (96 to 104 degrees), each followed by a top (1 to
 * 11 degrees). Not among them: the set-up over the bell before 2 s, and the last way down at 17.6 s,
 * which puts the bell on the floor.
 */
export const countedByEyeSec = [2.07, 3.67, 5.17, 6.67, 8.2, 9.8, 11.4, 12.93, 14.5, 16.07];

/** A recorded set of swings and what the judge counted in it. */
export interface SwingScore {
  readonly name: string;
  readonly counted: number;
  readonly truth: number;
  /** Faults that reached fail; the recordings show good form. */
  readonly failed: readonly string[];
}

/** Judges a recorded set of swings. */
export function scoreSwings(name: string, trace: Trace, bottomsSec: readonly number[]): SwingScore {
  const words = { cue: cueText, unseen: unseenText };
  const { verdict } = judgeTrace(trace, { exercise: 'kettlebellSwing' }, words);
  const failed = verdict.faults.filter(({ level }) => level === 'fail').map(({ id }) => id);
  return {
    name,
    counted: verdict.reps.length,
    truth: bottomsSec.length,
    failed: [...new Set(failed)],
  };
}
