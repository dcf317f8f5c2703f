import type { Side } from '../body/keypoint';
import type { ExerciseId } from '../exercises/exercise';
import {
  computeQualityShare,
  type Day,
  type ExerciseDay,
  type FeltIn,
  type HistoryEntry,
  listDays,
  type ReviewEntry,
  type SetEntry,
} from './history';
import { findRung, type GateRule, type Rung } from './ladder';
import { hasBadMorning } from './pain';
import type { Person } from './person';

/** Two days that open a gate lie within so many days of each other (spec 6.3). */
const windowDays = 14;
const daysNeeded = 2;
/** Share of the reps with the mirror taken away (spec 6.3). */
const darkShare = 0.5;

/** What a day lacks for a gate, with the number that is there and the one that is asked for. */
export interface GateLack {
  readonly id:
    | 'dose'
    | 'load'
    | 'bodyMass'
    | 'quality'
    | 'warnings'
    | 'pain'
    | 'painUnanswered'
    | 'effort'
    | 'effortUnanswered'
    | 'feltIn'
    | 'feltInUnanswered'
    | 'breath'
    | 'breathUnanswered'
    | 'dark'
    | 'sides'
    | 'sideDifference'
    | 'measure'
    | 'score'
    | 'eye'
    | 'eyeRefused'
    | 'morning'
    | 'otherDay';
  readonly is?: number;
  readonly asked?: number;
  readonly side?: Side;
}

/** Whether a gate is open. `eye`: all else is there, but a person must look (grade 3, unseen). */
export interface GateState {
  readonly exercise: ExerciseId;
  readonly passed: boolean;
  /** The day on which it was passed. */
  readonly passedOn: Day | undefined;
  /** The last day that was trained; what is missing is said of it. */
  readonly lastDay?: Day;
  /** Days that count, the newest last; at most two. */
  readonly days: readonly Day[];
  /** What the best of the last days lacked; empty where the gate is passed. */
  readonly lacks: readonly GateLack[];
}

const sum = (sets: readonly SetEntry[], read: (set: SetEntry) => number): number =>
  sets.reduce((total, set) => total + read(set), 0);

/** The longest run of sets that have the gate's dose: the sets of one side, or of both. */
const ofDose = (sets: readonly SetEntry[], gate: GateRule): readonly SetEntry[] =>
  sets.filter(({ dose }) => (dose.holdSec ?? 0) >= (gate.holdSec ?? 0));

/** Reps, or quality reps, that a set is to have: fewer where its holds are longer. */
const readAsked = ({ dose }: SetEntry, { fewer }: GateRule, asked: number): number =>
  fewer !== undefined && (dose.holdSec ?? 0) >= fewer.from ? Math.min(asked, fewer.reps) : asked;

/** What one set lacks of the gate's work. */
function lackOfSet(set: SetEntry, gate: GateRule, person: Person): GateLack[] {
  const lacks: GateLack[] = [];
  const { quality, done, failed, warned } = set.reps;
  const asked = readAsked(set, gate, gate.qualityReps);
  if (quality < asked || (gate.noFail === true && failed > 0)) {
    lacks.push({ id: 'quality', is: Math.min(quality, done - failed), asked });
  }
  const askedKg = (gate.loadShare ?? 0) * person.bodyMassKg;
  if (set.dose.loadKg < askedKg) {
    lacks.push({ id: 'load', is: set.dose.loadKg, asked: askedKg });
  }
  if (askedKg > 0 && person.assumed === true) lacks.push({ id: 'bodyMass' });
  if (gate.warnedOneIn !== undefined && warned > done / gate.warnedOneIn) {
    lacks.push({ id: 'warnings', is: warned, asked: Math.floor(done / gate.warnedOneIn) });
  }
  const { measure } = set;
  if (measure === undefined) return lacks;
  if (gate.measureLeast !== undefined && measure < gate.measureLeast) {
    lacks.push({ id: 'measure', is: measure, asked: gate.measureLeast });
  }
  if (gate.measureMost !== undefined && measure > gate.measureMost) {
    lacks.push({ id: 'score', is: measure, asked: gate.measureMost });
  }
  return lacks;
}

/** What the best of some sets lacks of the gate's work. */
function lackOfWork(
  sets: readonly SetEntry[],
  gate: GateRule,
  person: Person,
  side: Side | undefined,
): GateLack[] {
  const at = side === undefined ? {} : { side };
  const whole = ofDose(sets, gate).filter(
    (set) => set.reps.done >= readAsked(set, gate, gate.reps),
  );
  const [best] = whole
    .map((set) => lackOfSet(set, gate, person))
    .sort((a, b) => a.length - b.length);
  if (best !== undefined) return best.map((lack) => ({ ...lack, ...at }));
  const done = Math.max(0, ...ofDose(sets, gate).map(({ reps }) => reps.done));
  return [{ id: 'dose', is: done, asked: gate.reps, ...at }];
}

/**
 * The gate asks for a measure that was not seen in any set of a side: no camera decides it alone.
 * Sets from another place of the laptop are not asked for it.
 */
const lacksMeasure = (sets: readonly SetEntry[], gate: GateRule): boolean =>
  (gate.measureLeast ?? gate.measureMost ?? gate.measureDifferenceMost) !== undefined &&
  sets.some(({ side }) => sets.every((set) => set.side !== side || set.measure === undefined));

function lackOfSides(day: ExerciseDay, rung: Rung, gate: GateRule): GateLack[] {
  if (rung.sides === 'both') return [];
  const of = (side: Side): readonly SetEntry[] => day.sets.filter((set) => set.side === side);
  const missing = (['left', 'right'] as const).filter((side) => of(side).length === 0);
  if (missing.length > 0) return missing.map((side) => ({ id: 'sides', side }));
  const most = (side: Side, read: (set: SetEntry) => number): number =>
    Math.max(...of(side).map(read));
  const { sideDifferenceMost, measureDifferenceMost } = gate;
  const lacks: GateLack[] = [];
  const quality = (set: SetEntry): number => set.reps.quality;
  const difference = Math.abs(most('left', quality) - most('right', quality));
  if (sideDifferenceMost !== undefined && difference > sideDifferenceMost) {
    lacks.push({ id: 'sideDifference', is: difference, asked: sideDifferenceMost });
  }
  if (measureDifferenceMost === undefined || lacksMeasure(day.sets, gate)) return lacks;
  const measure = (set: SetEntry): number => set.measure ?? 0;
  const lean = Math.abs(most('left', measure) - most('right', measure));
  if (lean >= measureDifferenceMost) {
    lacks.push({ id: 'sideDifference', is: lean, asked: measureDifferenceMost });
  }
  return lacks;
}

/** What the answers lack: an unanswered question opens no gate. */
function lackOfAnswers(sets: readonly SetEntry[], gate: GateRule): GateLack[] {
  const lacks: GateLack[] = [];
  const ask = (
    unanswered: GateLack['id'],
    answered: (set: SetEntry) => boolean,
    lack: () => GateLack | undefined,
  ): void => {
    if (!sets.every(answered)) {
      lacks.push({ id: unanswered });
      return;
    }
    const found = lack();
    if (found !== undefined) lacks.push(found);
  };
  ask(
    'painUnanswered',
    ({ pain }) => pain !== undefined,
    () => {
      const worst = Math.max(
        ...sets.map(({ pain }) => Math.max(pain?.during ?? 0, pain?.after ?? 0)),
      );
      const risen = sets.some(
        ({ pain }) => pain !== undefined && (pain.sharp === true || pain.after > pain.before),
      );
      return worst > gate.painMost || risen
        ? { id: 'pain', is: worst, asked: gate.painMost }
        : undefined;
    },
  );
  const { effortMost } = gate;
  if (effortMost !== undefined) {
    ask(
      'effortUnanswered',
      ({ effort }) => effort !== undefined,
      () => {
        const worst = Math.max(...sets.map(({ effort }) => effort ?? 0));
        return worst > effortMost ? { id: 'effort', is: worst, asked: effortMost } : undefined;
      },
    );
  }
  if (gate.feltInGlutes === true) {
    ask('feltInUnanswered', isFeltKnown, () =>
      sets.some(isLowBackFirst) ? { id: 'feltIn' } : undefined,
    );
  }
  if (gate.breathFree === true) {
    ask(
      'breathUnanswered',
      ({ breath }) => breath !== undefined,
      () => (sets.some(({ breath }) => breath === 'held') ? { id: 'breath' } : undefined),
    );
  }
  return lacks;
}

/** It was told where it worked, and which was more where both back and glutes did. */
const isFeltKnown = ({ strongest, feltIn }: SetEntry): boolean =>
  strongest !== undefined ||
  (feltIn !== undefined && !(feltIn.includes('lowBack') && feltIn.some(isGlute)));

const isGlute = (place: FeltIn): boolean => place === 'glutesLeft' || place === 'glutesRight';

/** The low back worked more than the glutes, or cramped. */
export const isLowBackFirst = ({ strongest, feltIn, cramp }: SetEntry): boolean =>
  strongest === 'lowBack' ||
  cramp === 'lowBack' ||
  (strongest === undefined && feltIn?.includes('lowBack') === true && !feltIn.some(isGlute));

/** What a single day lacks for the gate of its exercise. Empty: the day counts. */
export function listLacks(
  day: ExerciseDay,
  rung: Rung,
  history: readonly HistoryEntry[],
  person: Person,
): readonly GateLack[] {
  const { gate } = rung;
  if (gate === undefined) return [];
  const groups: readonly (Side | undefined)[] =
    rung.sides === 'each' ? ['left', 'right'] : [undefined];
  const work = groups.flatMap((side) =>
    lackOfWork(
      day.sets.filter((set) => side === undefined || set.side === side),
      gate,
      person,
      side,
    ),
  );
  const lacks = [...work, ...lackOfSides(day, rung, gate), ...lackOfAnswers(day.sets, gate)];
  const done = sum(day.sets, ({ reps }) => reps.done);
  const dark = sum(day.sets, ({ reps }) => reps.dark);
  if (dark < done * darkShare) {
    lacks.push({ id: 'dark', is: dark, asked: Math.ceil(done * darkShare) });
  }
  if (hasBadMorning(history, day.day)) lacks.push({ id: 'morning' });
  const asksEye = day.sets.some(({ needsEye }) => needsEye) || lacksMeasure(day.sets, gate);
  const looked = findReview(history, day);
  if (looked?.passed === false) lacks.push({ id: 'eyeRefused' });
  else if (asksEye && looked === undefined) lacks.push({ id: 'eye' });
  return lacks;
}

/** The last look of a person at a day's sets. */
const findReview = (
  history: readonly HistoryEntry[],
  { exercise, day }: ExerciseDay,
): ReviewEntry | undefined =>
  history
    .filter((entry) => entry.kind === 'review')
    .findLast((entry) => entry.exercise === exercise && entry.ofDay === day);

/**
 * The gate of an exercise (spec 6.3): everything of its rule on two days within a fortnight.
 * Unanswered questions and what the camera alone may not decide keep it shut, and say so. A gate
 * once passed stays open.
 */
export function readGate(
  exercise: ExerciseId,
  history: readonly HistoryEntry[],
  person: Person,
): GateState {
  const rung = findRung(exercise);
  const shut = { exercise, passed: false, passedOn: undefined, days: [] };
  if (rung?.gate === undefined) return { ...shut, lacks: [] };
  const days = listDays(history, exercise);
  const good: Day[] = [];
  for (const day of days) {
    if (listLacks(day, rung, history, person).length > 0) continue;
    const first = good.findLast((other) => day.day - other <= windowDays);
    if (first !== undefined) {
      return { exercise, passed: true, passedOn: day.day, days: [first, day.day], lacks: [] };
    }
    good.push(day.day);
  }
  const last = days.at(-1);
  if (last === undefined) return { ...shut, lacks: [{ id: 'dose', is: 0, asked: rung.gate.reps }] };
  const lacks = listLacks(last, rung, history, person);
  const recent = good.filter((day) => last.day - day <= windowDays);
  return {
    ...shut,
    lastDay: last.day,
    days: recent.slice(-1),
    lacks: lacks.length > 0 ? lacks : [{ id: 'otherDay', is: recent.length, asked: daysNeeded }],
  };
}

/** Whether a day's sets are good enough to grow on (spec 6.4 leaves "quality session" to 3.7). */
export const isQualityDay = (day: ExerciseDay): boolean =>
  computeQualityShare(day.sets) >= qualityDayShare;

/** Share of quality reps from which a session counts as one. [P] */
const qualityDayShare = 0.8;
