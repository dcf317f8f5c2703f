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
import {
  type Day,
  type Dose,
  type ExerciseDay,
  type HistoryEntry,
  listDays,
  type OverruleEntry,
} from './history';
import { isRestMorning } from './pain';
import { ladder, type Rung } from './ladder';
import type { Person } from './person';
import type { Prescription } from './prescription';
import {
  type Break,
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

/** A history sorted once, so that a year of it is walked in one go. */
interface Walk {
  readonly history: readonly HistoryEntry[];
  readonly plan: Plan;
  readonly sets: ReadonlyMap<ExerciseId, ReadonlyMap<Day, ExerciseDay>>;
  readonly overrules: ReadonlyMap<Day, readonly OverruleEntry[]>;
  readonly trained: ReadonlySet<Day>;
  /** Days that pain made a rest. */
  readonly rests: readonly Day[];
  readonly breaks: readonly Break[];
}

function sortHistory(history: readonly HistoryEntry[], plan: Plan, today: Day): Walk {
  const sets = new Map(
    ladder.map(({ exercise }) => [
      exercise,
      new Map(listDays(history, exercise).map((one) => [one.day, one])),
    ]),
  );
  const overrules = new Map<Day, OverruleEntry[]>();
  for (const entry of history) {
    if (entry.kind !== 'overrule') continue;
    overrules.set(entry.day, [...(overrules.get(entry.day) ?? []), entry]);
  }
  const trained = listTrainedDays(history);
  return {
    history,
    plan,
    sets,
    overrules,
    trained: new Set(trained),
    rests: [...new Set(history.filter(isRestMorning).map(({ day }) => day))],
    breaks: listBreaks(trained, today),
  };
}

function stepDay(programme: Programme, day: Day, walk: Walk): Programme {
  const { history, plan } = walk;
  let deload = openDeload(programme.deload, walk, day);
  const counts = findDeload(deload, day) === undefined;
  const lines = { ...programme.lines };
  let regressed = 0;
  for (const rung of ladder) {
    const { exercise } = rung;
    const overrules = (walk.overrules.get(day) ?? []).filter((one) => one.exercise === exercise);
    const today = walk.sets.get(exercise)?.get(day);
    if (today === undefined && overrules.length === 0) continue;
    let line = lines[exercise] ?? beginLine(rung, day, walk);
    for (const overrule of overrules) line = overruleLine(line, overrule);
    if (today !== undefined) {
      line = easeAfterBreak(line, day, plan.person, walk.breaks);
      const before = line.decisions.length;
      line = stepLine(line, today, history, plan.person, counts);
      if (line.decisions.length > before && latestDecision(line).kind === 'regress') regressed++;
    }
    lines[exercise] = line;
  }
  if (walk.trained.has(day)) deload = stepDeload(deload, day, regressed);
  return { ...programme, lines, deload };
}

/** The line of an exercise that is done for the first time; by what was known then. */
function beginLine(rung: Rung, day: Day, { history, plan }: Walk): ExerciseLine {
  const until = history.filter((entry) => entry.day <= day);
  return startLine(rung, day, readStart(rung, until, plan.person, plan.doses?.[rung.exercise]));
}

/** A lighter week that is due: after rests for pain, or after weeks of training. */
const openDeload = (track: DeloadTrack, { rests, plan }: Walk, day: Day): DeloadTrack =>
  openDue(openAfterPain(track, rests, day), day, plan.deloadEveryWeeks ?? deloadEveryWeeks.usual);

/**
 * Everything that follows from a history: gates, doses with the reason of each change, lighter
 * weeks. Pure: the same history and plan give the same programme.
 * @param today entries after this day are not looked at
 */
export function readProgramme(history: readonly HistoryEntry[], plan: Plan, today: Day): Programme {
  const past = history.filter(({ day }) => day <= today);
  const walk = sortHistory(past, plan, today);
  const days = [...new Set([...walk.trained, ...walk.overrules.keys()])].sort((a, b) => a - b);
  let programme: Programme = { gates: {}, lines: {}, deload: startDeloadTrack };
  for (const day of days) programme = stepDay(programme, day, walk);
  const gates = Object.fromEntries(
    ladder.map(({ exercise }) => [exercise, readGate(exercise, past, plan.person)]),
  );
  const lines = Object.fromEntries(
    Object.entries(programme.lines).map(([exercise, line]) => [
      exercise,
      easeAfterBreak(line, today, plan.person, walk.breaks),
    ]),
  );
  return { lines, gates, deload: openDeload(programme.deload, walk, today) };
}
