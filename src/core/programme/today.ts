import type { Side } from '../body/keypoint';
import type { ExerciseId } from '../exercises/exercise';
import { type Deload, deloadVolume, findDeload } from './deload';
import type { GateState } from './gate';
import type { Day, Dose, FeedbackStage, HistoryEntry } from './history';
import type { EaseId } from './ease';
import { readStart } from './firstPlan';
import { ladder, type Rung } from './ladder';
import { isRestMorning } from './pain';
import { isOpen, type Plan, type Programme, readProgramme } from './programme';
import { type Decision, latestDecision, longBreakDays, startLine } from './progression';

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
  readonly decision: Decision;
  readonly gate: GateState | undefined;
  /** About how long it takes. */
  readonly durationSec: number;
}

/** What there is to do on a day. */
export interface Today {
  readonly day: Day;
  /** `rest`: nothing, with the reason; `train`: the items in their order. */
  readonly kind: 'train' | 'rest';
  readonly whyRest?: 'morningPain' | 'enoughThisWeek' | 'notADay' | 'doneToday' | 'ownChoice';
  /** The back is stiff or tired this morning: what is loaded is left out today. */
  readonly eased?: 'stiffness' | 'pump';
  /** The athlete decided to train on a day of rest. */
  readonly overruled?: true;
  /** Mobility before the first exercise (issue: reset is also done). */
  readonly reset: boolean;
  readonly items: readonly TodayItem[];
  readonly deload: Deload | undefined;
  /** About how long it takes. */
  readonly durationSec: number;
  /** Steps back keep coming: somebody should look at it. */
  readonly askClinician: boolean;
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
/** Stiffness or a tired back of so much leaves the weights out for the day... [P] */
const easyLevel = 6;
/** ...and so does so much more than usual. [P] */
const easyRise = 3;
/** At most so many exercises are met for the first time on one day. [P] */
const newMost = 1;
/** So many lighter weeks for steps back, within so many days, are too many. [P] */
const regressDeloadsMost = 2;
const regressDeloadDays = 56;

/** Day 0 was a Thursday. */
const weekdayOfDayZero = 3;

/** Day of the week, 0 Monday to 6 Sunday. */
export const weekdayOf = (day: Day): number => (day + weekdayOfDayZero) % weekDays;

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
  if (morning !== undefined && isRestMorning(morning)) return 'morningPain';
  const own = history.findLast((entry) => entry.kind === 'day' && entry.day === day);
  if (own?.kind === 'day' && own.to === 'rest') return 'ownChoice';
  const trained = trainedOn(history);
  if (trained.includes(day)) return 'doneToday';
  if (own !== undefined) return undefined;
  if (plan.weekdays !== undefined && !plan.weekdays.includes(weekdayOf(day))) return 'notADay';
  const week = trained.filter((other) => day - other < weekDays);
  return week.length >= daysAWeek ? 'enoughThisWeek' : undefined;
}

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
};

/** Whether the back is stiffer, or more tired, this morning than load would be good for. */
function findEased(history: readonly HistoryEntry[], day: Day): Today['eased'] {
  const mornings = history.filter((entry) => entry.kind === 'morning');
  const now = mornings.findLast((entry) => entry.day === day);
  if (now === undefined) return undefined;
  const before = mornings.filter((entry) => entry.day < day).slice(-14);
  return (['pump', 'stiffness'] as const).find((id) => {
    const usual = middle(before.map((entry) => entry[id]));
    return now[id] >= easyLevel || (before.length > 0 && now[id] >= usual + easyRise);
  });
}

/**
 * Weeks alternate: endurance against bending in one, the posterior chain in the next (DOC4). The
 * first is endurance: stability comes before load.
 */
const isEnduranceWeek = (day: Day, since: Day): boolean =>
  Math.floor((day - since + weekdayOf(since)) / weekDays) % 2 === 0;

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
  const opened = programme.gates.singleLegBridge?.passedOn;
  const endurance = isEnduranceWeek(day, opened ?? Math.min(day, ...trainedOn(history)));
  return (
    ladder
      .filter((rung) => isOpen(rung, programme.gates, plan))
      // A lighter week keeps to movements that are known, and that are one without a weight.
      .filter(
        ({ exercise, startShare }) =>
          deload === undefined ||
          (programme.lines[exercise] !== undefined && startShare === undefined),
      )
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

/** The most due ones, with at most so many among them that are new. */
function pickCandidates(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const isNew = ({ lastDay }: Candidate): boolean => lastDay === -Infinity;
  const fresh = candidates.filter(isNew).slice(0, most);
  return candidates
    .filter((candidate) => !isNew(candidate) || fresh.includes(candidate))
    .slice(0, itemsMost);
}

function toItem(
  { rung, passed }: Candidate,
  programme: Programme,
  history: readonly HistoryEntry[],
  plan: Plan,
  day: Day,
  deload: Deload | undefined,
): TodayItem {
  const { exercise } = rung;
  const line = programme.lines[exercise];
  const first = readStart(rung, history, plan.person, plan.doses?.[exercise]);
  const decision = latestDecision(line ?? startLine(rung, day, first));
  const { to: full, eased } = decision;
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
  const dose = deload === undefined ? full : lighter;
  return {
    exercise,
    dose,
    sides,
    durationSec: estimate(rung, dose, sides.length),
    ...(easier === undefined ? {} : { easier }),
    ...(deload === undefined ? {} : { stageCap: 'B' as const }),
    why: passed ? 'keepUp' : decision.kind === 'progress' ? 'grow' : 'gate',
    decision,
    gate: programme.gates[exercise],
  };
}

function estimate(rung: Rung, dose: Dose, sides: number): number {
  const hold = (dose.holdSec ?? 0) - (rung.start.holdSec ?? 0);
  const set = dose.reps * (rung.repSec + Math.max(0, hold)) + rung.restSec;
  return dose.sets * sides * set;
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
  const lately = programme.deload.deloads.filter(
    ({ from, why }) => why !== 'weeks' && day - from < regressDeloadDays,
  );
  const askClinician =
    lately.length >= regressDeloadsMost ||
    Object.values(programme.lines).some((line) => latestDecision(line).nothingEasier === true);
  const rest: Today = {
    day,
    kind: 'rest',
    reset: false,
    items: [],
    deload,
    durationSec: 0,
    askClinician,
  };
  if (whyRest !== undefined) return { ...rest, whyRest };
  const eased = findEased(past, day);
  const hurts = past.some(
    (entry) => entry.kind === 'morning' && entry.day === day && entry.pain > 0,
  );
  const candidates = listCandidates(past, plan, programme, deload, day).filter(
    ({ rung }) => (eased === undefined || !rung.loaded) && !(rung.painFree === true && hurts),
  );
  const lastTrained = Math.max(-Infinity, ...trainedOn(past));
  // Back after weeks away: first what is known. The very first day all is new.
  const isBack = Number.isFinite(lastTrained) && day - lastTrained >= longBreakDays;
  const chosen = pickCandidates(candidates, isBack ? 0 : newMost);
  const order = new Map(ladder.map(({ exercise }, index) => [exercise, index]));
  const items = chosen
    .map((candidate) => toItem(candidate, programme, past, plan, day, deload))
    .sort((a, b) => (order.get(a.exercise) ?? 0) - (order.get(b.exercise) ?? 0));
  if (items.length === 0) return { ...rest, whyRest: 'enoughThisWeek' };
  return {
    day,
    kind: 'train',
    reset: true,
    items,
    deload,
    durationSec: items.reduce((sum, item) => sum + item.durationSec, resetSec),
    askClinician,
    ...(eased === undefined ? {} : { eased }),
    ...(past.some((entry) => entry.kind === 'day' && entry.day === day)
      ? { overruled: true as const }
      : {}),
  };
}
