import type { Exercise } from '../../../src/core/exercises/exercise';
import { toSignalKey } from '../../../src/core/kinematics/signals';
import type { Verdict } from '../../../src/core/report/verdict';
import { type Clip, listTrueHolds } from './clip';
import { meaningOf } from './labels';
import { rulesFor, type TrueReferences } from './truth';

/** How far the clocks of held positions are off, seconds. */
export interface HoldErrors {
  /** Of each hold's length, in order of the truth; undefined for one that was not found. */
  readonly lengthSec: readonly (number | undefined)[];
  /** Of the set's good time. */
  readonly goodSec: number;
}

/** Whether a frame is truly within the bounds that begin a hold. */
function isInPosition(exercise: Exercise, references: TrueReferences, n: number): boolean {
  const { phases } = exercise;
  if (phases.kind !== 'hold') return false;
  return phases.position.every(({ signal, side, reference, from = -Infinity, to = Infinity }) => {
    // The sides of a single-leg position are held throughout by the renderer.
    if (side !== undefined) return true;
    const key = toSignalKey(signal, null);
    const value = references.course(key)?.[n];
    const own = reference === 'neutral' ? references.neutral(key) : 0;
    return value === undefined || own === undefined || (value - own >= from && value - own <= to);
  });
}

/** True time in position without a fault past its limit, seconds. */
function measureTrueGood(exercise: Exercise, clip: Clip, references: TrueReferences): number {
  const spans = listTrueHolds(clip);
  const good = clip.frames.filter(({ t }, n) => {
    if (!spans.some(({ start, end }) => t >= start && t < end)) return false;
    if (!isInPosition(exercise, references, n)) return false;
    return !clip.labels.faults.some(
      ({ type, side, start, end }) =>
        t >= start &&
        t <= end &&
        rulesFor(exercise, meaningOf[type]?.countedBy ?? []).some((rule) =>
          references.isPast(rule, side === 'both' ? null : (side ?? null), n),
        ),
    );
  });
  return good.length / clip.fps;
}

/** Compares the holds of a verdict with the true ones. */
export function measureHolds(
  exercise: Exercise,
  clip: Clip,
  references: TrueReferences,
  verdict: Verdict,
): HoldErrors {
  const lengthSec = listTrueHolds(clip).map(({ start, end }) => {
    const shared = (rep: Verdict['reps'][number]): number =>
      Math.min(end, rep.endSec) - Math.max(start, rep.startSec);
    const [found] = verdict.reps.toSorted((a, b) => shared(b) - shared(a));
    if (found === undefined || shared(found) <= 0) return undefined;
    return found.endSec - found.startSec - (end - start);
  });
  const goodSec = verdict.clocks.goodSec - measureTrueGood(exercise, clip, references);
  return { lengthSec, goodSec };
}
