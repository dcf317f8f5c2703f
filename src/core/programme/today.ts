import type { Side } from '../body/keypoint';
import type { ExerciseId } from '../exercises/exercise';
import { type Deload, deloadVolume, findDeload } from './deload';
import type { GateState } from './gate';
import type { Day, Dose, FeedbackStage, HistoryEntry } from './history';
import { type EaseId, ladder, type Rung } from './ladder';
import { isOpen, type Plan, type Programme, readProgramme } from './programme';
import { type Decision, latestDecision } from './progression';

/** One exercise of today. */
export interface TodayItem {
  readonly exercise: ExerciseId;
  readonly dose: Dose;
  /** Sides to train, in order; the first alternates from session to session. */
  readonly sides: readonly (Side | null)[];
  /** The easier form to do; absent in the exercise's own form. */
  readonly easier?: EaseId;
  /** Feedback no dimmer than this: a lighter week goes back to B. */
  readonly stageCap?: FeedbackStage;
  readonly why: 'gate' | 'keepUp' | 'grow';
  /** The decision behind the dose. */
  readonly decision: Decision | undefined;
  readonly gate: GateState | undefined;
}

/** What there is to do on a day. */
export interface Today {
  readonly day: Day;
  /** `rest`: nothing, with the reason; `train`: the items in their order. */
  readonly kind: 'train' | 'rest';
  readonly whyRest?: 'morningPain' | 'enoughThisWeek' | 'notADay' | 'doneToday';
  /** Mobility before the first exercise (issue: reset is also done). */
  readonly reset: boolean;
  readonly items: readonly TodayItem[];
  readonly deload: Deload | undefined;
  /** About how long it takes. */
  readonly durationSec: number;
}

/** Holds on three to five days a week, loaded exercises on two to three with 48 h between. */
const daysAWeek = 4;
const loadedDaysAWeek = 3;
const loadedRestDays = 2;
const weekDays = 7;
/** A rung that is passed is kept up once in so many days. */
const keepUpDays = 7;
/** Exercises a session, besides the reset. */
const itemsMost = 4;
const resetSec = 180;
/** Morning pain at which the day is a rest. */
const morningRest = 5;

const trainedOn = (history: readonly HistoryEntry[], exercise?: ExerciseId): readonly Day[] => [
  ...new Set(
    history
      .filter((entry) => entry.kind === 'set')
      .filter((entry) => exercise === undefined || entry.exercise === exercise)
      .map(({ day }) => day),
  ),
];

function findRest(
  history: readonly HistoryEntry[],
  plan: Plan,
  day: Day,
): Today['whyRest'] | undefined {
  const morning = history.findLast((entry) => entry.kind === 'morning' && entry.day === day);
  if (morning?.kind === 'morning' && morning.pain >= morningRest) return 'morningPain';
  const trained = trainedOn(history);
  if (trained.includes(day)) return 'doneToday';
  if (plan.weekdays !== undefined && !plan.weekdays.includes(day % weekDays)) return 'notADay';
  const week = trained.filter((other) => day - other < weekDays);
  return week.length >= daysAWeek ? 'enoughThisWeek' : undefined;
}

/** Weeks alternate: endurance against bending in one, the posterior chain in the next (DOC4). */
const isEnduranceWeek = (day: Day, since: Day): boolean =>
  Math.floor((day - since) / weekDays) % 2 === 0;

interface Candidate {
  readonly rung: Rung;
  readonly passed: boolean;
  readonly lastDay: Day;
}

/** Exercises that may be done today, the most due first. */
function listCandidates(
  history: readonly HistoryEntry[],
  plan: Plan,
  programme: Programme,
  deload: Deload | undefined,
  day: Day,
): readonly Candidate[] {
  const first = Math.min(day, ...trainedOn(history));
  const endurance = isEnduranceWeek(day, first);
  return (
    ladder
      .filter((rung) => isOpen(rung, programme.gates, plan))
      // A lighter week keeps to movements that are known.
      .filter(({ exercise }) => deload === undefined || programme.lines[exercise] !== undefined)
      .map((rung) => ({
        rung,
        passed: programme.gates[rung.exercise]?.passed === true,
        lastDay: Math.max(-Infinity, ...trainedOn(history, rung.exercise)),
      }))
      .filter(({ rung, lastDay }) => {
        if (rung.loaded && day - lastDay < loadedRestDays) return false;
        const loadedDays = trainedOn(history, rung.exercise).filter((d) => day - d < weekDays);
        return !rung.loaded || loadedDays.length < loadedDaysAWeek;
      })
      .filter(({ rung }) => {
        // The two halves of the anti-flexion block take turns by the week.
        if (rung.block !== 'antiFlexion') return true;
        return (rung.exercise === 'hingeHold') === endurance;
      })
      .filter(({ passed, lastDay }) => !passed || day - lastDay >= keepUpDays)
      .sort((a, b) => Number(a.passed) - Number(b.passed) || a.lastDay - b.lastDay)
  );
}

function toItem(
  { rung, passed }: Candidate,
  programme: Programme,
  history: readonly HistoryEntry[],
  plan: Plan,
  deload: Deload | undefined,
): TodayItem {
  const { exercise } = rung;
  const line = programme.lines[exercise];
  const decision = line === undefined ? undefined : latestDecision(line);
  const full = decision?.to ?? plan.doses?.[exercise] ?? rung.start;
  const eased = decision?.eased ?? 0;
  const easier = eased > 0 ? rung.easier[eased - 1] : undefined;
  const lighter: Dose = {
    ...full,
    loadKg: 0,
    ...(full.sets > 1
      ? { sets: Math.max(1, Math.round(full.sets * deloadVolume)) }
      : { reps: Math.max(1, Math.round(full.reps * deloadVolume)) }),
  };
  const sessions = trainedOn(history, exercise).length;
  const sides: readonly (Side | null)[] =
    rung.sides === 'both' ? [null] : sessions % 2 === 0 ? ['left', 'right'] : ['right', 'left'];
  return {
    exercise,
    dose: deload === undefined ? full : lighter,
    sides,
    ...(easier === undefined ? {} : { easier }),
    ...(deload === undefined ? {} : { stageCap: 'B' as const }),
    why: passed ? 'keepUp' : decision?.kind === 'progress' ? 'grow' : 'gate',
    decision,
    gate: programme.gates[exercise],
  };
}

function estimate(items: readonly TodayItem[], rungs: ReadonlyMap<ExerciseId, Rung>): number {
  return items.reduce((total, { exercise, dose, sides }) => {
    const rung = rungs.get(exercise);
    if (rung === undefined) return total;
    const hold = (dose.holdSec ?? 0) - (rung.start.holdSec ?? 0);
    const set = dose.reps * (rung.repSec + Math.max(0, hold)) + rung.restSec;
    return total + dose.sets * sides.length * set;
  }, 0);
}

/**
 * What to do on a day (spec 6): the open rungs that are due, the newest first, with their dose and
 * its reason; a rest where the morning, the week or the plan says so. Pure.
 */
export function planToday(history: readonly HistoryEntry[], plan: Plan, day: Day): Today {
  const past = history.filter((entry) => entry.day <= day);
  const programme = readProgramme(past, plan, day);
  const deload = findDeload(programme.deload, day);
  const whyRest = findRest(past, plan, day);
  const rest = { day, kind: 'rest', reset: false, items: [], deload, durationSec: 0 } as const;
  if (whyRest !== undefined) return { ...rest, whyRest };
  const chosen = listCandidates(past, plan, programme, deload, day).slice(0, itemsMost);
  const order = new Map(ladder.map(({ exercise }, index) => [exercise, index]));
  const items = chosen
    .map((candidate) => toItem(candidate, programme, past, plan, deload))
    .sort((a, b) => (order.get(a.exercise) ?? 0) - (order.get(b.exercise) ?? 0));
  if (items.length === 0) return { ...rest, whyRest: 'enoughThisWeek' };
  const rungs = new Map(ladder.map((rung) => [rung.exercise, rung]));
  return {
    day,
    kind: 'train',
    reset: true,
    items,
    deload,
    durationSec: resetSec + estimate(items, rungs),
  };
}
