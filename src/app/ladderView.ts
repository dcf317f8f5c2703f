import type { ExerciseId } from '../core/exercises/exercise';
import type { DayPlan } from '../core/programme/dayPlan';
import type { GateState } from '../core/programme/gate';
import { ladder, type Rung } from '../core/programme/ladder';
import { isOpen, type Plan, type Programme } from '../core/programme/programme';

/** A rung as it is shown. */
export interface RungView {
  readonly id: ExerciseId;
  readonly rung: Rung;
  readonly state: 'done' | 'now' | 'next' | 'later';
  readonly gate: GateState | undefined;
  /** Exercises that must come before and have not. */
  readonly waitsFor: readonly ExerciseId[];
}

const mainBlocks = new Set(['reinforce', 'reload']);

/**
 * The ladder as it is drawn: the way up, and what lies beside it. `now`: what is trained; `next`:
 * open and not begun, or opening next.
 */
export function viewLadder(
  programme: Programme,
  plan: Plan,
  today: DayPlan,
): { readonly main: readonly RungView[]; readonly beside: readonly RungView[] } {
  const shown = ladder.filter(
    ({ exercise, block }) =>
      plan.without?.includes(exercise) !== true && (block !== 'run' || plan.runs),
  );
  const view = (rung: Rung): RungView => {
    const gate = programme.gates[rung.exercise];
    const waitsFor = rung.after.filter((id) => programme.gates[id]?.passed !== true);
    const open = isOpen(rung, programme.gates, plan);
    const begun = programme.lines[rung.exercise] !== undefined;
    const isToday = today.items.some(({ exercise }) => exercise === rung.exercise);
    const state =
      gate?.passed === true
        ? 'done'
        : open && (begun || isToday)
          ? 'now'
          : open || (waitsFor.length === 1 && mainBlocks.has(rung.block))
            ? 'next'
            : 'later';
    return { id: rung.exercise, rung, state, gate, waitsFor };
  };
  const main = shown.filter(({ block }) => mainBlocks.has(block)).map(view);
  // Of the way up only the first one that is waiting comes next.
  const next = main.findIndex(({ state }) => state === 'next');
  return {
    main: main.map((one, i) =>
      one.state === 'next' && i > next ? { ...one, state: 'later' as const } : one,
    ),
    beside: shown.filter(({ block }) => !mainBlocks.has(block)).map(view),
  };
}
