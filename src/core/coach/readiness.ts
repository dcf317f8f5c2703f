import { checkFraming } from './framing';
import { createCoach, createContext, type SetRun } from './setRun';
import type { BoardFrame } from './signalBoard';
import type { FramingCheck, FramingId, Snapshot } from './snapshot';

/** All framing checks must hold for this long before the set begins by itself, seconds. */
const readySec = 0.5;
/** Still for so long (spec 5.1); long enough for the jitter of a slow machine to even out. */
const stillWindowSec = 1;
/** Trunk lengths per second under which the athlete is still (spec 5.1). */
const stillSpeed = 0.05;

/** Before the set: what the picture lacks; begins the set once nothing is missing for long enough. */
export function stepFraming(run: SetRun, board: BoardFrame): Snapshot['framing'] {
  const { tSec } = board;
  const slope = run.context.board.slope('hipHeightRatio', stillWindowSec);
  const placed = checkFraming(run.exercise, run.options, {
    ...board,
    image: board.readPose(),
    occludedBy: board.occludedBy,
    pass: run.pass,
    inStart: board.inStart,
    still: slope !== undefined && Math.abs(slope) < stillSpeed,
  });
  const checks = checkSides(run, tSec, placed);
  if (stepCountdown(run, checks)) return checks;
  const unmet = checks.find(({ met }) => !met);
  run.phase = unmet === undefined || unmet.id === 'still' ? 'ready' : 'framing';
  if (unmet !== undefined) {
    run.readySinceSec = undefined;
    return checks;
  }
  run.readySinceSec ??= tSec;
  if (tSec - run.readySinceSec >= readySec) {
    if (countdownOf(run) > 0) run.countingSinceSec = tSec;
    else activate(run);
  }
  return checks;
}

/** Asks for the leg once all else is there, before position and stillness, which lifting it ends. */
function checkSides(run: SetRun, tSec: number, checks: FramingCheck[]): FramingCheck[] {
  const { legLift, exercise } = run;
  if (legLift === undefined) return checks;
  const wasAsked = legLift.state === 'asked';
  legLift.step(
    exercise,
    run.context.board,
    tSec,
    checks.every(({ met }) => met),
  );
  if (legLift.state === 'waiting') return checks;
  if (wasAsked && legLift.state === 'swapped') {
    // All that was latched of the sides is wrong: it is learned anew from here on.
    run.isSwapped = !run.isSwapped;
    run.context = createContext(exercise, run.options);
    run.coach = createCoach(run.context);
  }
  const at = checks.findIndex(({ id }) => id === 'startPosition');
  return checks.toSpliced(Math.max(0, at), 0, {
    id: 'legLift',
    met: legLift.isOver,
    leg: legLift.leg,
  });
}

const countdownOf = ({ options }: SetRun): number => options.countdownSec ?? 0;

function activate(run: SetRun): void {
  run.phase = 'active';
  run.countingSinceSec = undefined;
  run.lastAtHomeSec = run.tSec;
  run.context.events.push({ type: 'setStarted', tSec: run.tSec });
}

/**
 * The countdown goes on while the athlete stays where the set starts, still or not: a breath must
 * not begin it anew. Leaving the position ends it.
 * @returns whether it runs
 */
function stepCountdown(run: SetRun, checks: Snapshot['framing']): boolean {
  if (run.countingSinceSec === undefined) return false;
  const hasLeft = checks.some(({ id, met }) => !met && leavesCountdown.includes(id));
  if (hasLeft) {
    run.countingSinceSec = undefined;
    run.readySinceSec = undefined;
    return false;
  }
  if (run.tSec - run.countingSinceSec >= countdownOf(run)) activate(run);
  return true;
}

const leavesCountdown: readonly FramingId[] = ['person', 'clear', 'startPosition'];

/** Whole seconds that are left of the countdown; undefined where none runs. */
export function readCountdown(run: SetRun): number | undefined {
  if (run.countingSinceSec === undefined) return undefined;
  return Math.max(1, Math.ceil(countdownOf(run) - (run.tSec - run.countingSinceSec)));
}
