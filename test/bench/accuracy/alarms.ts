import type { Side } from '../../../src/core/body/keypoint';
import type { Exercise } from '../../../src/core/exercises/exercise';
import type { Condition, Rule } from '../../../src/core/form/rule';
import { isRepMeasure, isSignal } from '../../../src/core/kinematics/measures';
import { repMeasureTable, type RepRecording } from '../../../src/core/kinematics/repMeasures';
import type { Verdict } from '../../../src/core/report/verdict';
import { type Clip, workingSide } from './clip';
import type { Courses } from './courses';
import { rulesFor, type TrueReferences } from './truth';

type Reported = Verdict['faults'][number];

/** The truth of one clip, for the question below. */
export interface AlarmScene {
  readonly exercise: Exercise;
  readonly clip: Clip;
  readonly courses: Courses;
  readonly references: TrueReferences;
  readonly reps: Verdict['reps'];
}

/** A counted repetition as the product would have recorded it, had it seen the truth. */
function recordTruth(
  { clip, courses, references }: AlarmScene,
  { startSec, endSec }: Verdict['reps'][number],
): RepRecording {
  const within = clip.frames.flatMap(({ t }, n) => (t >= startSec && t <= endSec ? [n] : []));
  const depth = within.map((n) => references.depth(n));
  const deepest = Math.max(...depth.map((value) => value ?? -Infinity));
  const at = within[depth.indexOf(deepest)] ?? 0;
  return {
    tSec: within.map((n) => clip.frames[n]?.t ?? 0),
    depth,
    values: new Map([...courses].map(([key, course]) => [key, within.map((n) => course[n])])),
    start: (key) => references.start(key),
    bottomSec: clip.frames[at]?.t ?? 0,
    workingSide: workingSide(clip),
  };
}

/** Whether a measure of a whole repetition is truly past a limit in one that the alarm touches. */
function isRepPast(
  scene: AlarmScene,
  { signal, sense, reference }: Condition,
  limit: number,
  touches: (from: number, to: number) => boolean,
): boolean {
  if (!isRepMeasure(signal) || reference !== 'absolute') return false;
  return scene.reps
    .filter(({ startSec, endSec }) => touches(startSec, endSec))
    .some((rep) => {
      const value = repMeasureTable[signal].compute(recordTruth(scene, rep));
      if (value === undefined) return false;
      return sense === 'below' ? value <= limit : value >= limit;
    });
}

/**
 * Whether the truth itself passes the limit of a fault that was reported and has no label: the
 * rendered athlete does more than what was commanded, as one whose arms swing the bell up.
 */
export function isTrueAlarm(
  scene: AlarmScene,
  { id, level, side, startSec, endSec }: Reported,
  slackSec: number,
): boolean {
  const { exercise, clip, references } = scene;
  const touches = (from: number, to: number): boolean =>
    from <= endSec + slackSec && to >= startSec - slackSec;
  const isPast = (rule: Rule, own: Side | null): boolean =>
    clip.frames.some(({ t }, n) => touches(t, t) && references.isPast(rule, own, n, level));
  return rulesFor(exercise, [id]).some(
    (rule) =>
      isPast(rule, side) ||
      rule.conditions.some((condition) => {
        const limit = level === 'fail' ? condition.fail : condition.warn;
        return (
          limit !== undefined &&
          !isSignal(condition.signal) &&
          isRepPast(scene, condition, limit, touches)
        );
      }),
  );
}
