import type { ExerciseId } from '../../src/core/exercises/exercise';
import type {
  Day,
  HistoryEntry,
  MorningEntry,
  PainAnswers,
  SetEntry,
} from '../../src/core/programme/history';
import { latestDecision } from '../../src/core/programme/progression';
import { type Plan, type Programme, readProgramme } from '../../src/core/programme/programme';
import { planToday, type Today, type TodayItem } from '../../src/core/programme/today';

/** How a simulated athlete does one set, and how the next morning feels. */
export interface SimulatedAthlete {
  readonly plan: Plan;
  readonly weeks: number;
  /** Whether they come at all. */
  readonly trains: (day: Day, today: Today) => boolean;
  /** Share of the reps that are of quality, 0..1; `sessions`: how often they have done it. */
  readonly quality: (item: TodayItem, sessions: number, day: Day) => number;
  readonly pain: (item: TodayItem, day: Day) => PainAnswers;
  readonly effort: (item: TodayItem, sessions: number) => number;
  /** Reps done with the mirror taken away, as a share. */
  readonly dark: (sessions: number) => number;
  readonly morning?: (day: Day) => Omit<MorningEntry, 'kind' | 'day'> | undefined;
  /** Answers that a cheater makes up, or leaves out. */
  readonly answers?: Partial<SetEntry>;
}

/** Everything that happened: what was planned each day, and the history that grew. */
export interface Simulation {
  readonly days: readonly Today[];
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

function trainItem(
  athlete: SimulatedAthlete,
  item: TodayItem,
  day: Day,
  before: number,
): SetEntry[] {
  const { dose, exercise } = item;
  const done = dose.reps;
  const quality = Math.round(done * Math.min(1, Math.max(0, athlete.quality(item, before, day))));
  return item.sides.flatMap((side) =>
    Array.from({ length: dose.sets }, (): SetEntry => {
      const measure = goodMeasure[exercise];
      return {
        kind: 'set',
        day,
        exercise,
        side,
        dose,
        reps: {
          done,
          quality,
          failed: done - quality,
          warned: 0,
          dark: item.stageCap === undefined ? Math.round(done * athlete.dark(before)) : 0,
        },
        stage: 'D',
        triggerShare: 0,
        needsEye: false,
        pain: athlete.pain(item, day),
        effort: athlete.effort(item, before),
        feltIn: ['glutesLeft', 'glutesRight'],
        strongest: 'glutesLeft',
        cramp: 'none',
        breath: 'easy',
        ...(measure === undefined ? {} : { measure }),
        ...athlete.answers,
      };
    }),
  );
}

/** Lets an athlete live with the programme for some weeks. */
export function simulate(athlete: SimulatedAthlete): Simulation {
  const history: HistoryEntry[] = [];
  const days: Today[] = [];
  for (let day = 0; day < athlete.weeks * weekDays; day++) {
    const morning = athlete.morning?.(day);
    if (morning !== undefined) history.push({ kind: 'morning', day, ...morning });
    const today = planToday(history, athlete.plan, day);
    days.push(today);
    if (today.kind !== 'train' || !athlete.trains(day, today)) continue;
    for (const item of today.items) {
      const sessions = new Set(
        history
          .filter((entry) => entry.kind === 'set' && entry.exercise === item.exercise)
          .map((entry) => entry.day),
      ).size;
      const sets = trainItem(athlete, item, day, sessions);
      history.push(...sets);
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

  // Never takes the mirror away and never answers.
  cheater: {
    ...steady,
    dark: () => 0,
    quality: () => 1,
    answers: { breath: 'held', strongest: 'lowBack' },
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

/** What the day changed, and why. */
function tellDecision(exercise: ExerciseId, { lines }: Programme, day: Day): string {
  const line = lines[exercise];
  if (line === undefined) return '';
  const decision = latestDecision(line);
  if (decision.day !== day) return '';
  const change = decision.variable === undefined ? '' : ` ${decision.variable}`;
  return `; ${decision.kind}${change}: ${[decision.why, ...decision.numbers].join(' ')}`;
}

/** The half year as a physio would note it: each day trained, what it changed, gates passed. */
export function tellHalfYear({ days, history }: Simulation, plan: Plan): string {
  const lines: string[] = [];
  const opened = new Set<ExerciseId>();
  let rests = 0;
  for (const today of days) {
    const { day } = today;
    const sets = history.filter((entry) => entry.kind === 'set' && entry.day === day);
    if (today.whyRest === 'morningPain') lines.push(`${stamp(day)} rest: pain this morning`);
    if (sets.length === 0) {
      rests++;
      continue;
    }
    const week = today.deload === undefined ? '' : ` (lighter week: ${today.deload.why})`;
    const after = readProgramme(history, plan, day);
    lines.push(`${stamp(day)} about ${Math.round(today.durationSec / 60)} min${week}`);
    for (const item of today.items) {
      const own = sets.filter((set) => set.kind === 'set' && set.exercise === item.exercise);
      const done = own.reduce((n, set) => n + (set.kind === 'set' ? set.reps.done : 0), 0);
      const good = own.reduce((n, set) => n + (set.kind === 'set' ? set.reps.quality : 0), 0);
      const decided = tellDecision(item.exercise, after, day);
      lines.push(`  ${item.exercise} ${tellDose(item)}: ${good} of ${done} good${decided}`);
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
