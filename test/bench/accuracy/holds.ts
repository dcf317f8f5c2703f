import { otherSide, type Side } from '../../../src/core/body/keypoint';
import type { Exercise, HoldPhases, PositionBand } from '../../../src/core/exercises/exercise';
import { toSignalKey } from '../../../src/core/kinematics/signals';
import type { Verdict } from '../../../src/core/report/verdict';
import { type Clip, type LabelledHold, listLabelledHolds, workingSide } from './clip';
import { meaningOf } from './labels';
import { rulesFor, type TrueReferences } from './truth';

/** How far the clocks of held positions are off, seconds. */
export interface HoldErrors {
  /** Of each hold's length, in order of the truth; undefined for one that was not found. */
  readonly lengthSec: readonly (number | undefined)[];
  /** Of the set's good time. */
  readonly goodSec: number;
}

/** The side that a band of the position is about: the working one, or the other. */
function sideOf(clip: Clip, side: PositionBand['side']): Side | null {
  const working = workingSide(clip);
  if (side === undefined || working === undefined) return null;
  return side === 'other' ? otherSide(working) : working;
}

/** The truth of one clip, for the questions below. */
interface Scene {
  readonly exercise: Exercise;
  readonly phases: HoldPhases;
  readonly clip: Clip;
  readonly references: TrueReferences;
}

/** Whether a frame is truly within the bounds that begin a hold. */
const isInPosition = ({ phases, clip, references }: Scene, n: number): boolean =>
  phases.position.every(({ signal, side, reference, from = -Infinity, to = Infinity }) => {
    const value = references.compare(reference, toSignalKey(signal, sideOf(clip, side)), n);
    return value === undefined || (value >= from && value <= to);
  });

/** Whether a frame is truly still, by the exercise's own speed; false where the truth cannot tell. */
function isStill({ phases, clip, references }: Scene, n: number): boolean {
  const { signal, stillSpeed } = phases.motion;
  const course = references.course(toSignalKey(signal, null));
  const [before, after] = [Math.max(0, n - 1), Math.min(clip.frames.length - 1, n + 1)];
  const [from, to] = [course?.[before], course?.[after]];
  if (from === undefined || to === undefined) return false;
  return Math.abs(((to - from) * clip.fps) / (after - before)) < stillSpeed;
}

/** The labelled holds, with what lies around them in position and still, as the product begins them. */
function listTrueHolds(scene: Scene): readonly LabelledHold[] {
  const { clip } = scene;
  const belongs = (n: number): boolean =>
    clip.frames[n] !== undefined && isInPosition(scene, n) && isStill(scene, n);
  return listLabelledHolds(clip).map(({ start, end }) => {
    let first = Math.round(start * clip.fps);
    let last = Math.round(end * clip.fps);
    while (belongs(first - 1)) first--;
    while (belongs(last + 1)) last++;
    return { start: first / clip.fps, end: last / clip.fps };
  });
}

/** True time in position without a fault past its limit, seconds; of the faults that were judged. */
function measureTrueGood(scene: Scene, { unknown }: Verdict): number {
  const { exercise, clip, references } = scene;
  const holds = listTrueHolds(scene);
  const isFaulty = (t: number, n: number): boolean =>
    clip.labels.faults.some(
      ({ type, side, start, end }) =>
        t >= start &&
        t <= end &&
        rulesFor(exercise, meaningOf[type]?.countedBy ?? [])
          .filter(({ faultId }) => !unknown.some(({ id }) => id === faultId))
          .some((rule) =>
            references.isPast(
              rule,
              side === 'both' ? null : (side ?? null),
              n,
              // The arch alert stops the clock at a warning.
              exercise.archAlert && rule.faultId === 'backArch' ? 'warn' : 'fail',
            ),
          ),
    );
  const good = clip.frames.filter(
    ({ t }, n) =>
      holds.some(({ start, end }) => t >= start && t < end) &&
      isInPosition(scene, n) &&
      !isFaulty(t, n),
  );
  return good.length / clip.fps;
}

/** Compares the holds of a verdict with the true ones; undefined of what is repeated, not held. */
export function measureHolds(
  exercise: Exercise,
  clip: Clip,
  references: TrueReferences,
  verdict: Verdict,
): HoldErrors | undefined {
  const { phases } = exercise;
  if (phases.kind !== 'hold') return undefined;
  const scene = { exercise, phases, clip, references };
  const lengthSec = listTrueHolds(scene).map(({ start, end }) => {
    const shared = (rep: Verdict['reps'][number]): number =>
      Math.min(end, rep.endSec) - Math.max(start, rep.startSec);
    const [found] = verdict.reps.toSorted((a, b) => shared(b) - shared(a));
    if (found === undefined || shared(found) <= 0) return undefined;
    return found.endSec - found.startSec - (end - start);
  });
  const goodSec = verdict.clocks.goodSec - measureTrueGood(scene, verdict);
  return { lengthSec, goodSec };
}
