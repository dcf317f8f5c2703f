import type { BandLine } from '../core/body/poseFrame';
import type { BackView } from '../core/coach/display';
import { type Exercise, findPass, listPassFaults } from '../core/exercises/exercise';
import type { FaultId } from '../core/form/rule';
import type { Snapshot } from '../core/coach/snapshot';

/** Where the low back stands, in words that need no number. */
export type BackBand = 'rounded' | 'neutral' | 'arched' | 'unseen';

/** The band in which the score is; between the limits it is neutral. */
export function findBackBand({ score, bands }: BackView): BackBand {
  if (score === undefined) return 'unseen';
  if (score >= (bands.warnAbove ?? Infinity)) return 'arched';
  return score <= (bands.warnBelow ?? -Infinity) ? 'rounded' : 'neutral';
}

const backFaults: readonly FaultId[] = ['backArch', 'backRounds', 'lowBackSags'];

/** Whether a place of the laptop shows the low back. */
export const isBackShown = (exercise: Exercise, pass: number): boolean =>
  listPassFaults(exercise, findPass(exercise, pass)).some((id) => backFaults.includes(id));

/** How the low back is drawn; `unseen` where nothing is known of it: that is never `ok`. */
export type BackLevel = 'fail' | 'warn' | 'ok' | 'unseen';

/** The worst standing verdict on the low back. */
export function findBackLevel({ verdicts, back }: Snapshot): BackLevel {
  const levels = verdicts.flatMap(({ faultId, level }) =>
    backFaults.includes(faultId) ? [level] : [],
  );
  if (levels.includes('fail')) return 'fail';
  if (levels.includes('warn')) return 'warn';
  return back?.score === undefined ? 'unseen' : 'ok';
}

/** What is to be drawn of the back. */
export interface DrawnBack {
  readonly outlines: BackView['outlines'];
  readonly level: BackLevel;
  /** Middle lines of the bands and the bar that are worn. */
  readonly worn: readonly BandLine[];
}

/**
 * The outlines to draw with their verdict, none while nothing is to be told; what is worn also
 * before a set, so that the athlete sees it followed.
 */
export function listOutlines(snapshot: Snapshot | undefined): DrawnBack {
  const { belt, bar } = { belt: snapshot?.belt, bar: snapshot?.bar?.line };
  const isDark = snapshot?.dark === true;
  const lines = isDark ? [] : [belt?.ribs, belt?.pelvis, bar];
  const worn = lines.filter((line) => line !== undefined);
  const isShown = snapshot?.setPhase === 'active' && !snapshot.dark;
  if (!isShown || snapshot.back === undefined) return { outlines: [], level: 'unseen', worn };
  return { outlines: snapshot.back.outlines, level: findBackLevel(snapshot), worn };
}
