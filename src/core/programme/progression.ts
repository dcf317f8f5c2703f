import type { ExerciseId } from '../exercises/exercise';
import { isLowBackFirst, isQualityDay } from './gate';
import {
  computeQualityShare,
  type Day,
  type Dose,
  type ExerciseDay,
  findHighest,
  type HistoryEntry,
  type OverruleEntry,
} from './history';
import { findRung, type Growth, readStartDose, type Rung, type Variable } from './ladder';
import { findMorningAfter, hasBadMorning, isPainStable, readPain } from './pain';
import type { Person } from './person';

/** Why a dose changed, or did not; `numbers` are what the sentence needs. */
export interface Decision {
  readonly day: Day;
  readonly exercise: ExerciseId;
  readonly kind: 'start' | 'keep' | 'progress' | 'regress' | 'overrule';
  readonly why:
    | 'firstTime'
    | 'baseline'
    | 'painRed'
    | 'painMorning'
    | 'effortHigh'
    | 'qualityLowTwice'
    | 'lowBackTwice'
    | 'crampTwice'
    | 'triggersTwice'
    | 'longBreak'
    | 'twoQualitySessions'
    | 'oneQualitySession'
    | 'notYetQuality'
    | 'painUntold'
    | 'painNotStable'
    | 'effortNotLow'
    | 'atTheTop'
    | 'nextBellTooHeavy'
    | 'overruled'
    | 'prescribed';
  readonly numbers: readonly number[];
  /** The one variable that changed. */
  readonly variable: Variable | undefined;
  readonly from: Dose;
  readonly to: Dose;
  /** How many steps easier than the rung's own form; an index into its list of easier things. */
  readonly eased: number;
  /** A step back was due, and there is nothing easier any more: somebody should look. */
  readonly nothingEasier?: true;
}

/** Effort at which the prescribed dose is too much, and under which it may grow (spec 6.4). */
const effortTooHigh = 8;
const effortToGrow = 6;
const qualityLow = 0.6;
const triggerShareMost = 0.3;
const sessionsToGrow = 2;
/** Load grows by a tenth or two kilos, whichever is more (spec 5.4, 6.4). */
const loadGrowth = 0.1;
const loadStepKg = 2;
/** For every three weeks away a dose begins one step lower. [P] */
export const longBreakDays = 21;

/** Weeks without any training: its last day before them, and the day of coming back. */
export interface Break {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The long breaks of somebody's training. Who trains other exercises meanwhile is not away.
 * @param days that were trained, in order
 */
export const listBreaks = (days: readonly Day[], today: Day): readonly Break[] =>
  days
    .map((from, i) => ({ from, to: days[i + 1] ?? today }))
    .filter(({ from, to }) => to - from >= longBreakDays);
/** Pain that does not count as stable. */
const painToGrow = 2;

/** Seconds that a hold loses in a step back. */
const shorterSec = 5;

/** The number of reps that goes with a hold: as many as at the start until they become fewer. */
function readReps({ growth }: Rung, holdSec: number, before: Dose, start: Dose): number {
  const fewer = growth.find(({ variable }) => variable === 'holdSec')?.fewer;
  if (fewer === undefined) return before.reps;
  const was = (before.holdSec ?? 0) >= fewer.from;
  const is = holdSec >= fewer.from;
  return was === is ? before.reps : is ? Math.min(before.reps, fewer.reps) : start.reps;
}

/** A shorter hold, not under the shortest. */
function shorten(dose: Dose, rung: Rung, holdSec: number, least: number): Dose {
  const shorter = Math.max(least, holdSec - shorterSec);
  return { ...dose, holdSec: shorter, reps: readReps(rung, shorter, dose, rung.start) };
}

/** The easier dose: load first, then reps, then time, one of them (spec 6.4 and the sections). */
function ease(
  dose: Dose,
  rung: Rung,
  person: Person,
): { dose: Dose; variable: Variable | undefined } {
  const start = readStartDose(rung, person);
  if (dose.loadKg > start.loadKg) {
    const lighter = Math.max(
      start.loadKg,
      ...person.bellsKg.filter((kg) => kg < dose.loadKg && kg > start.loadKg),
    );
    return { dose: { ...dose, loadKg: lighter }, variable: 'loadKg' };
  }
  if (dose.holdSec !== undefined && start.holdSec !== undefined && dose.holdSec > start.holdSec) {
    return { dose: shorten(dose, rung, dose.holdSec, start.holdSec), variable: 'holdSec' };
  }
  if (dose.reps > start.reps) {
    return { dose: { ...dose, reps: Math.max(start.reps, dose.reps - 2) }, variable: 'reps' };
  }
  return { dose, variable: undefined };
}

/** The next easier thing in the specification's order: a step of the dose, or another form. */
export function stepBack(
  dose: Dose,
  rung: Rung,
  eased: number,
  person: Person,
): { dose: Dose; variable: Variable | undefined; eased: number } {
  const { easier } = rung;
  const start = readStartDose(rung, person);
  if (dose.loadKg > start.loadKg && !easier.includes('lighterBell')) {
    return { ...ease(dose, rung, person), eased };
  }
  for (let index = eased; index < easier.length; index++) {
    const id = easier[index];
    if (id === 'lighterBell') {
      if (dose.loadKg > start.loadKg) return { ...ease(dose, rung, person), eased };
    } else if (id === 'shorterHolds') {
      const { holdSec } = dose;
      if (holdSec !== undefined && start.holdSec !== undefined && holdSec > start.holdSec) {
        return { dose: shorten(dose, rung, holdSec, start.holdSec), variable: 'holdSec', eased };
      }
    } else return { dose, variable: undefined, eased: index + 1 };
  }
  return { ...ease(dose, rung, person), eased };
}

/** One step back toward the exercise's own form; steps of the dose come back by growing. */
function stepUp({ easier }: Rung, eased: number): number {
  let next = eased - 1;
  while (next > 0 && (easier[next - 1] === 'lighterBell' || easier[next - 1] === 'shorterHolds')) {
    next--;
  }
  return next;
}

const endOf = ({ upTo, ofBodyMass }: Growth, person: Person): number =>
  ofBodyMass === true ? upTo * person.bodyMassKg : upTo;

/** The next bell that is at hand: undefined where the end is reached, or it is too big a step. */
function findNextBell(
  dose: Dose,
  growth: Growth,
  person: Person,
): { readonly kg: number; readonly allowed: boolean } | undefined {
  if (dose.loadKg >= endOf(growth, person)) return undefined;
  const heavier = person.bellsKg.filter((kg) => kg > dose.loadKg);
  if (heavier.length === 0) return undefined;
  const kg = Math.min(...heavier);
  const most = dose.loadKg + Math.max(loadStepKg, dose.loadKg * loadGrowth);
  // The first weight is whatever the lightest one is: there is nothing to compare it with.
  return { kg, allowed: dose.loadKg === 0 || kg <= most };
}

/** One step of one variable, in the rung's order; the reason where there is none. */
function grow(
  dose: Dose,
  rung: Rung,
  person: Person,
): { dose: Dose; variable: Variable } | 'atTheTop' | { readonly tooHeavyKg: number } {
  for (const growth of rung.growth) {
    const { variable } = growth;
    if (variable === 'loadKg') {
      const bell = findNextBell(dose, growth, person);
      if (bell === undefined) continue;
      if (!bell.allowed) return { tooHeavyKg: bell.kg };
      return { dose: { ...dose, loadKg: bell.kg }, variable };
    }
    if (variable === 'reach') {
      if (dose.reach === true) continue;
      return { dose: { ...dose, reach: true }, variable };
    }
    const now = dose[variable];
    const end = endOf(growth, person);
    if (now === undefined || now >= end) continue;
    const grown = { ...dose, [variable]: Math.min(end, now + growth.step) };
    const { holdSec } = grown;
    if (variable !== 'holdSec' || holdSec === undefined) return { dose: grown, variable };
    return { dose: { ...grown, reps: readReps(rung, holdSec, dose, rung.start) }, variable };
  }
  return 'atTheTop';
}

/** Why the days so far ask for a step back; undefined where they do not. The last day decides. */
function findRegress(
  days: readonly ExerciseDay[],
  history: readonly HistoryEntry[],
): Pick<Decision, 'why' | 'numbers'> | undefined {
  const last = days.at(-1);
  if (last === undefined) return undefined;
  const before = days.at(-2);
  const both = (is: (day: ExerciseDay) => boolean): boolean =>
    before !== undefined && is(last) && is(before);
  const pains = last.sets.flatMap(({ pain }) => (pain === undefined ? [] : [pain]));
  const red = pains.find((pain) => readPain(pain) === 'red');
  if (red !== undefined)
    return { why: 'painRed', numbers: [red.before, Math.max(red.during, red.after)] };
  if (hasBadMorning(history, last.day)) {
    return { why: 'painMorning', numbers: [findMorningAfter(history, last.day)?.pain ?? 0] };
  }
  const effort = findHighest(last.sets, (set) => set.effort);
  if (effort !== undefined && effort >= effortTooHigh)
    return { why: 'effortHigh', numbers: [effort] };
  const share = (day: ExerciseDay): number => computeQualityShare(day.sets);
  if (both((day) => share(day) < qualityLow)) {
    return {
      why: 'qualityLowTwice',
      numbers: days.slice(-2).map((day) => Math.round(100 * share(day))),
    };
  }
  if (both((day) => day.sets.some(isLowBackFirst))) return { why: 'lowBackTwice', numbers: [] };
  if (both((day) => day.sets.some(({ cramp }) => cramp === 'hamstring'))) {
    return { why: 'crampTwice', numbers: [] };
  }
  const triggers = days
    .slice(-2)
    .flatMap(({ sets }) => sets)
    .filter(({ triggerShare }) => triggerShare >= triggerShareMost);
  if (triggers.length >= 2) {
    return {
      why: 'triggersTwice',
      numbers: triggers.map((set) => Math.round(100 * set.triggerShare)),
    };
  }
  return undefined;
}

/** Whether the days since the dose last changed allow it to grow; the reason where they do not. */
function findGrowth(days: readonly ExerciseDay[]): Pick<Decision, 'why' | 'numbers'> | 'grow' {
  const last = days.at(-1);
  if (last === undefined || !isQualityDay(last)) {
    return {
      why: 'notYetQuality',
      numbers: [Math.round(100 * computeQualityShare(last?.sets ?? []))],
    };
  }
  const two = days.slice(-sessionsToGrow);
  if (two.length < sessionsToGrow || !two.every(isQualityDay)) {
    return { why: 'oneQualitySession', numbers: [1, sessionsToGrow] };
  }
  const sets = two.flatMap((day) => day.sets);
  if (sets.some(({ pain }) => pain === undefined)) return { why: 'painUntold', numbers: [] };
  if (!isPainStable(sets, painToGrow)) return { why: 'painNotStable', numbers: [] };
  const effort = findHighest(sets, (set) => set.effort);
  if (
    effort === undefined ||
    effort > effortToGrow ||
    sets.some((set) => set.effort === undefined)
  ) {
    return { why: 'effortNotLow', numbers: effort === undefined ? [] : [effort] };
  }
  return 'grow';
}

/** The decisions on one exercise so far, and the sessions since its dose last changed. */
export interface ExerciseLine {
  readonly exercise: ExerciseId;
  /** The first is there from the start. */
  readonly decisions: readonly [Decision, ...Decision[]];
  readonly sinceChange: readonly ExerciseDay[];
  /** The last session; undefined before the first. */
  readonly lastDay: Day | undefined;
}

/** How an exercise begins: its dose and form, and what they follow from. */
export type Start = Pick<Decision, 'to' | 'eased' | 'numbers'> & {
  readonly why: 'firstTime' | 'baseline' | 'prescribed';
};

/** The line of an exercise before its first session. */
export function startLine({ exercise }: Rung, day: Day, start: Start): ExerciseLine {
  const first: Decision = {
    day,
    exercise,
    kind: 'start',
    variable: undefined,
    from: start.to,
    ...start,
  };
  return { exercise, decisions: [first], sinceChange: [], lastDay: undefined };
}

/** The decision that stands. */
export const latestDecision = ({ decisions }: ExerciseLine): Decision =>
  decisions.at(-1) ?? decisions[0];

type Change = Pick<Decision, 'day' | 'kind' | 'why' | 'numbers'> &
  Partial<Pick<Decision, 'variable' | 'to' | 'eased' | 'nothingEasier'>>;

function decide(
  line: ExerciseLine,
  sinceChange: readonly ExerciseDay[],
  change: Change,
): ExerciseLine {
  const { to, eased } = latestDecision(line);
  const decision: Decision = {
    variable: undefined,
    to,
    eased,
    ...change,
    exercise: line.exercise,
    from: to,
  };
  return {
    ...line,
    decisions: [...line.decisions, decision],
    sinceChange: decision.kind === 'keep' ? sinceChange : [],
  };
}

/** The athlete or the clinician set another dose. */
export const overruleLine = (line: ExerciseLine, { day, dose, by }: OverruleEntry): ExerciseLine =>
  decide(line, [], {
    day,
    kind: 'overrule',
    why: by === 'clinician' ? 'prescribed' : 'overruled',
    numbers: [],
    to: dose,
    eased: 0,
  });

/** Less after a long time away, on the day of coming back: a step of one variable for each three weeks. */
export function easeAfterBreak(
  line: ExerciseLine,
  day: Day,
  person: Person,
  breaks: readonly Break[],
): ExerciseLine {
  const rung = findRung(line.exercise);
  const { lastDay } = line;
  const away = breaks.find(({ from, to }) => from >= (lastDay ?? Infinity) && to <= day);
  if (rung === undefined || away === undefined) return line;
  const days = away.to - away.from;
  const { to: dose } = latestDecision(line);
  const first = ease(dose, rung, person);
  const { variable } = first;
  if (variable === undefined) return line;
  let easier = first.dose;
  for (let left = Math.floor(days / longBreakDays) - 1; left > 0; left--) {
    const next = ease(easier, rung, person);
    if (next.variable !== variable) break;
    easier = next.dose;
  }
  const back = { day, kind: 'regress', why: 'longBreak', numbers: [days] } as const;
  return decide(line, [], { ...back, variable, to: easier });
}

/**
 * Takes one session in. Pain wins over all, a step back over a step forward, and never more than
 * one variable changes.
 * @param counts false in a week of less load: only pain may change anything then
 */
export function stepLine(
  before: ExerciseLine,
  today: ExerciseDay,
  history: readonly HistoryEntry[],
  person: Person,
  counts: boolean,
): ExerciseLine {
  const { day } = today;
  const line = { ...before, lastDay: day };
  const rung = findRung(line.exercise);
  if (rung === undefined) return line;
  const sessions = counts ? [...line.sinceChange, today] : [today];
  const { to: dose, eased } = latestDecision(line);
  const back = findRegress(sessions, history);
  if (back !== undefined && (counts || back.why === 'painRed' || back.why === 'painMorning')) {
    const { dose: easier, variable, eased: easedNow } = stepBack(dose, rung, eased, person);
    const isSame = variable === undefined && easedNow === eased;
    return decide(line, [], {
      day,
      kind: 'regress',
      ...back,
      variable,
      to: easier,
      eased: easedNow,
      ...(isSame ? { nothingEasier: true } : {}),
    });
  }
  if (!counts) return line;
  const keep = (why: Pick<Decision, 'why' | 'numbers'>): ExerciseLine =>
    decide(line, sessions, { day, kind: 'keep', ...why });
  const may = findGrowth(sessions);
  if (may !== 'grow') return keep(may);
  const grew = { day, kind: 'progress', why: 'twoQualitySessions', numbers: [] } as const;
  // The own form of the exercise comes back before the dose grows.
  if (eased > 0) return decide(line, [], { ...grew, eased: stepUp(rung, eased) });
  const grown = grow(dose, rung, person);
  if (grown === 'atTheTop') return keep({ why: 'atTheTop', numbers: [] });
  if ('tooHeavyKg' in grown) {
    return keep({ why: 'nextBellTooHeavy', numbers: [dose.loadKg, grown.tooHeavyKg] });
  }
  return decide(line, [], { ...grew, variable: grown.variable, to: grown.dose });
}
