import type { Side } from '../../src/core/body/keypoint';
import type { ExerciseId } from '../../src/core/exercises/exercise';
import { type DayPlan, readDayPlan } from '../../src/core/programme/dayPlan';
import type {
  Day,
  HistoryEntry,
  MorningEntry,
  PainAnswers,
  SetEntry,
} from '../../src/core/programme/history';
import { readPain } from '../../src/core/programme/pain';
import { type Plan, type Programme, readProgramme } from '../../src/core/programme/programme';
import type { TodayItem } from '../../src/core/programme/today';

/** How a simulated athlete does one set, and how the next morning feels. */
export interface SimulatedAthlete {
  readonly plan: Plan;
  readonly weeks: number;
  /** Whether they come at all. */
  readonly trains: (day: Day, today: DayPlan) => boolean;
  /** Share of the reps that are of quality, 0..1; `sessions`: how often they have done it. */
  readonly quality: (item: TodayItem, sessions: number, day: Day) => number;
  readonly pain: (item: TodayItem, day: Day) => PainAnswers;
  readonly effort: (item: TodayItem, sessions: number) => number;
  /** Reps done with the mirror taken away, as a share. */
  readonly dark: (sessions: number) => number;
  readonly morning?: (day: Day) => Omit<MorningEntry, 'kind' | 'day'> | undefined;
  /** Other answers than that all is well and felt in the glutes; `none`: all questions are skipped. */
  readonly answers?: Partial<SetEntry> | 'none';
}

/** Everything that happened: what was planned each day, and the history that grew. */
export interface Simulation {
  readonly days: readonly DayPlan[];
  readonly history: readonly HistoryEntry[];
}

const weekDays = 7;

/** What a good set measures: the roll-out's reach, the carry's lean, the crawl's sway, points. */
const goodMeasure: Readonly<Partial<Record<ExerciseId, number>>> = {
  abRollout: 0.95,
  suitcaseCarry: 2,
  crawl: 9,
  stepDown: 1,
};

/** One set as the athlete does it and answers. */
function doSet(
  athlete: SimulatedAthlete,
  item: TodayItem,
  side: Side | null,
  day: Day,
  before: number,
): SetEntry {
  const { dose, exercise } = item;
  const done = dose.reps;
  const quality = Math.round(done * Math.min(1, Math.max(0, athlete.quality(item, before, day))));
  const measure = goodMeasure[exercise];
  const set: SetEntry = {
    kind: 'set',
    day,
    exercise,
    side,
    dose,
    reps: {
      ...{ done, quality, failed: done - quality, warned: 0 },
      dark: item.stageCap === undefined ? Math.round(done * athlete.dark(before)) : 0,
    },
    stage: 'D',
    triggerShare: 0,
    needsEye: false,
    ...(item.easier === undefined ? {} : { easier: item.easier }),
    ...(measure === undefined ? {} : { measure }),
  };
  if (athlete.answers === 'none') return set;
  return {
    ...set,
    pain: athlete.pain(item, day),
    effort: athlete.effort(item, before),
    feltIn: ['glutesLeft', 'glutesRight'],
    strongest: 'glutesLeft',
    cramp: 'none',
    breath: 'easy',
    ...athlete.answers,
  };
}

/** The sets of an item, in their order: both sides in turn. */
const listSets = ({ dose, sides }: TodayItem): readonly (Side | null)[] =>
  Array.from({ length: dose.sets }, () => sides).flat();

/** Trains a day as it is planned; pain ends an exercise, or the day, as the app does. */
function trainDay(
  athlete: SimulatedAthlete,
  today: DayPlan,
  before: readonly HistoryEntry[],
): HistoryEntry[] {
  const { day } = today;
  const history = [...before];
  const stopped = new Set<ExerciseId>();
  for (const item of today.items) {
    const { exercise } = item;
    const sessions = new Set(
      before
        .filter((entry) => entry.kind === 'set' && entry.exercise === exercise)
        .map((entry) => entry.day),
    ).size;
    for (const side of listSets(item)) {
      if (stopped.has(exercise)) break;
      const set = doSet(athlete, item, side, day, sessions);
      history.push(set);
      if (set.pain === undefined || readPain(set.pain) !== 'red') continue;
      for (const one of readDayPlan(history, athlete.plan, day).items) {
        if (one.state === 'stopped') stopped.add(one.exercise);
      }
    }
  }
  return history;
}

/** Lets an athlete live with the programme for some weeks. */
export function simulate(athlete: SimulatedAthlete): Simulation {
  let history: HistoryEntry[] = [];
  const days: DayPlan[] = [];
  for (let day = 0; day < athlete.weeks * weekDays; day++) {
    const morning = athlete.morning?.(day);
    if (morning !== undefined) history.push({ kind: 'morning', day, ...morning });
    const today = readDayPlan(history, athlete.plan, day);
    days.push(today);
    if (today.kind === 'train' && athlete.trains(day, today)) {
      history = trainDay(athlete, today, history);
    }
  }
  return { days, history };
}

const bells = [4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24];
const plan: Plan = { person: { bodyMassKg: 70, bellsKg: bells }, runs: false };
const noPain: PainAnswers = { before: 1, during: 1, after: 1 };

/** Quality that grows from session to session. */
const learning =
  (from: number, by: number) =>
  (_item: TodayItem, sessions: number): number =>
    from + by * sessions;

const steady: SimulatedAthlete = {
  plan,
  weeks: 26,
  trains: (day) => [0, 2, 4].includes(day % weekDays),
  quality: learning(0.7, 0.1),
  pain: () => noPain,
  effort: (_item, sessions) => Math.max(3, 6 - sessions),
  dark: (sessions) => Math.min(1, sessions / 5),
};

/** People who live with the programme for half a year; the names are those of the golden stories. */
export const athletes: Readonly<Record<string, SimulatedAthlete>> = {
  steady,

  // Comes every day that is offered, says that all is well, and does half of it well.
  overEager: {
    ...steady,
    trains: () => true,
    quality: (_item, sessions) => (sessions % 2 === 0 ? 0.55 : 0.85),
    effort: (_item, sessions) => (sessions % 3 === 2 ? 8 : 5),
    pain: (_item, day) => (day % 11 === 10 ? { before: 1, during: 3, after: 4 } : noPain),
  },

  // A week in which the back hurts from the third week on.
  painfulWeek: {
    ...steady,
    pain: (_item, day) =>
      day >= 42 && day < 49 ? { before: 2, during: 5, after: 4, sharp: true } : noPain,
    morning: (day) =>
      day >= 43 && day < 50
        ? { pain: 5, stiffness: 4, pump: 5 }
        : { pain: 0, stiffness: 1, pump: 1 },
  },

  // Six weeks away in the middle.
  longBreak: {
    ...steady,
    trains: (day) => [0, 2, 4].includes(day % weekDays) && (day < 63 || day >= 105),
  },

  // Wants to get on: never takes the mirror away, and skips every question.
  cheater: { ...steady, dark: () => 0, quality: () => 1, answers: 'none' },

  // Does all of it well, holding the breath, and feels it in the low back.
  backTakesOver: {
    ...steady,
    quality: () => 1,
    answers: { breath: 'held', strongest: 'lowBack', feltIn: ['glutesLeft', 'lowBack'] },
  },

  runner: { ...steady, plan: { ...plan, runs: true } },
};

const dayName = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const tellDose = ({ dose, sides, easier, stageCap }: TodayItem): string => {
  const hold = dose.holdSec === undefined ? '' : ` x ${dose.holdSec} s`;
  const load = dose.loadKg === 0 ? '' : ` with ${dose.loadKg} kg`;
  const each = sides.length > 1 ? ' each side' : '';
  const easy = easier === undefined ? '' : `, ${easier}`;
  const cap = stageCap === undefined ? '' : `, stage ${stageCap}`;
  return `${dose.sets} x ${dose.reps}${hold}${load}${each}${easy}${cap}`;
};

/** What the day changed, and why: all that was decided on it, in order. */
function tellDecisions(exercise: ExerciseId, { lines }: Programme, day: Day): string {
  const decisions = lines[exercise]?.decisions ?? [];
  return decisions
    .filter((one) => one.day === day && one.why !== 'firstTime')
    .map((one) => {
      const change = one.variable === undefined ? '' : ` ${one.variable}`;
      const end = one.nothingEasier === true ? ', nothing easier' : '';
      return `; ${one.kind}${change}: ${[one.why, ...one.numbers].join(' ')}${end}`;
    })
    .join('');
}

/** The half year as a physio would note it: each day trained, what it changed, gates passed. */
export function tellHalfYear({ days, history }: Simulation, plan: Plan): string {
  const lines: string[] = [];
  const opened = new Set<ExerciseId>();
  let rests = 0;
  let asked = false;
  for (const today of days) {
    const { day } = today;
    const sets = history.filter(
      (entry): entry is SetEntry => entry.kind === 'set' && entry.day === day,
    );
    if (today.whyRest === 'morningPain') lines.push(`${stamp(day)} rest: pain this morning`);
    if (sets.length === 0) {
      rests++;
      continue;
    }
    const week = today.deload === undefined ? '' : ` (lighter week: ${today.deload.why})`;
    const after = readProgramme(history, plan, day);
    lines.push(`${stamp(day)} about ${Math.round(today.durationSec / 60)} min${week}`);
    if (today.askClinician && !asked) lines.push('  let a clinician look');
    asked = today.askClinician;
    for (const item of today.items) {
      const own = sets.filter((set) => set.exercise === item.exercise);
      if (own.length === 0) {
        lines.push(`  ${item.exercise}: left out, pain has stopped the day`);
        continue;
      }
      const done = own.reduce((n, set) => n + set.reps.done, 0);
      const good = own.reduce((n, set) => n + set.reps.quality, 0);
      const cut = own.length < listSets(item).length ? ', stopped by pain' : '';
      const decided = tellDecisions(item.exercise, after, day);
      lines.push(`  ${item.exercise} ${tellDose(item)}: ${good} of ${done} good${cut}${decided}`);
      const gate = after.gates[item.exercise];
      if (gate?.passed === true && !opened.has(item.exercise)) {
        opened.add(item.exercise);
        lines.push(`  gate passed: ${item.exercise}`);
      }
    }
  }
  lines.push(`rested or away on ${rests} days; gates passed: ${[...opened].join(', ') || 'none'}`);
  return `${lines.join('\n')}\n`;
}

const stamp = (day: Day): string =>
  `week ${Math.floor(day / weekDays) + 1} ${dayName[day % weekDays] ?? ''}`;
