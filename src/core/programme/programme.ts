import type { ExerciseId } from '../exercises/exercise';
import {
  type DeloadTrack,
  deloadEveryWeeks,
  findDeload,
  openAfterPain,
  openDue,
  startDeloadTrack,
  stepDeload,
} from './deload';
import { readStart } from './firstPlan';
import { type GateState, readGate } from './gate';
import { type Day, type Dose, type HistoryEntry, listDays } from './history';
import { ladder, type Rung } from './ladder';
import type { Person } from './person';
import type { Prescription } from './prescription';
import {
  easeAfterBreak,
  type ExerciseLine,
  latestDecision,
  listBreaks,
  overruleLine,
  startLine,
  stepLine,
} from './progression';

/** What a physio has prescribed, or the programme's own where absent. */
export interface Plan {
  readonly person: Person;
  /** Runs, or wants to: opens the runner's branch. */
  readonly runs: boolean;
  /** Weeks from one lighter week to the next, 4 to 6. */
  readonly deloadEveryWeeks?: number;
  /** Exercises left out. */
  readonly without?: readonly ExerciseId[];
  /** Doses to start from in place of the ladder's. */
  readonly doses?: Readonly<Partial<Record<ExerciseId, Dose>>>;
  /** Days of the week on which there is time, 0 Monday to 6 Sunday; all where absent. */
  readonly weekdays?: readonly number[];
  /** What the physio has signed off; `applyPrescription` puts it in place. */
  readonly prescribed?: Prescription;
}

/** Where a person stands in the programme. */
export interface Programme {
  readonly gates: Readonly<Partial<Record<ExerciseId, GateState>>>;
  readonly lines: Readonly<Partial<Record<ExerciseId, ExerciseLine>>>;
  readonly deload: DeloadTrack;
}

/** Whether the rungs before one are passed, and the plan wants it. */
export function isOpen(rung: Rung, gates: Programme['gates'], plan: Plan): boolean {
  if (plan.without?.includes(rung.exercise) === true) return false;
  if (plan.prescribed?.items.some(({ exercise }) => exercise === rung.exercise) === true) {
    return true;
  }
  if (plan.prescribed?.only === true) return false;
  if (rung.block === 'run' && !plan.runs) return false;
  return rung.after.every((exercise) => gates[exercise]?.passed === true);
}

const listTrainedDays = (history: readonly HistoryEntry[]): readonly Day[] =>
  [...new Set(history.filter(({ kind }) => kind === 'set').map(({ day }) => day))].sort(
    (a, b) => a - b,
  );

function stepDay(
  programme: Programme,
  day: Day,
  history: readonly HistoryEntry[],
  plan: Plan,
): Programme {
  const everyWeeks = plan.deloadEveryWeeks ?? deloadEveryWeeks.usual;
  const until = history.filter((entry) => entry.day <= day);
  let deload = openDeload(programme.deload, until, day, everyWeeks);
  const counts = findDeload(deload, day) === undefined;
  const lines = { ...programme.lines };
  let regressed = 0;
  for (const rung of ladder) {
    const { exercise } = rung;
    const overrules = history.filter(
      (entry) => entry.kind === 'overrule' && entry.exercise === exercise && entry.day === day,
    );
    const today = listDays(history, exercise).find((other) => other.day === day);
    if (today === undefined && overrules.length === 0) continue;
    let line =
      lines[exercise] ??
      startLine(rung, day, readStart(rung, until, plan.person, plan.doses?.[exercise]));
    for (const overrule of overrules) {
      if (overrule.kind === 'overrule') line = overruleLine(line, overrule);
    }
    if (today !== undefined) {
      line = easeAfterBreak(line, day, plan.person, listBreaks(listTrainedDays(until), day));
      const before = line.decisions.length;
      line = stepLine(line, today, history, plan.person, counts);
      if (line.decisions.length > before && latestDecision(line).kind === 'regress') regressed++;
    }
    lines[exercise] = line;
  }
  const trained = history.some((entry) => entry.kind === 'set' && entry.day === day);
  if (trained) deload = stepDeload(deload, day, regressed);
  return { ...programme, lines, deload };
}

/** A lighter week that is due: after mornings of pain, or after weeks of training. */
const openDeload = (
  track: DeloadTrack,
  history: readonly HistoryEntry[],
  day: Day,
  everyWeeks: number,
): DeloadTrack => openDue(openAfterPain(track, history, day), day, everyWeeks);

/**
 * Everything that follows from a history: gates, doses with the reason of each change, lighter
 * weeks. Pure: the same history and plan give the same programme.
 * @param today entries after this day are not looked at
 */
export function readProgramme(history: readonly HistoryEntry[], plan: Plan, today: Day): Programme {
  const past = history.filter(({ day }) => day <= today);
  const overruled = past.filter(({ kind }) => kind === 'overrule').map(({ day }) => day);
  const days = [...new Set([...listTrainedDays(past), ...overruled])].sort((a, b) => a - b);
  let programme: Programme = { gates: {}, lines: {}, deload: startDeloadTrack };
  for (const day of days) programme = stepDay(programme, day, past, plan);
  const everyWeeks = plan.deloadEveryWeeks ?? deloadEveryWeeks.usual;
  const breaks = listBreaks(listTrainedDays(past), today);
  const gates = Object.fromEntries(
    ladder.map(({ exercise }) => [exercise, readGate(exercise, past, plan.person)]),
  );
  const lines = Object.fromEntries(
    Object.entries(programme.lines).map(([exercise, line]) => [
      exercise,
      easeAfterBreak(line, today, plan.person, breaks),
    ]),
  );
  return { lines, gates, deload: openDeload(programme.deload, past, today, everyWeeks) };
}
