import type { ExerciseId } from '../exercises/exercise';
import type { EaseId } from './ease';
import type { Dose } from './history';
import type { Person } from './person';

/** The parts of the programme: reset, reinforce, reload, the tasks of life, and two branches. */
export type Block = 'reset' | 'reinforce' | 'reload' | 'transfer' | 'antiFlexion' | 'run';

/** What can grow. */
export type Variable = 'holdSec' | 'reps' | 'sets' | 'loadKg' | 'reach';

/** How one variable grows: in steps, up to an end. */
export interface Growth {
  readonly variable: Variable;
  readonly step: number;
  /** From this value on the set has fewer reps: longer, and about as much work in all. */
  readonly fewer?: { readonly from: number; readonly reps: number };
  /** Share of the body's weight in place of an end in kg. */
  readonly upTo: number;
  readonly ofBodyMass?: true;
}

/** What must be done on each of two days for the next rung to open (spec 5, gates; 6.3). */
export interface GateRule {
  readonly reps: number;
  /** With holds of so many seconds, fewer are as good. */
  readonly fewer?: { readonly from: number; readonly reps: number };
  /** Least number of quality reps among them. */
  readonly qualityReps: number;
  readonly holdSec?: number;
  /** Least weight as a share of the body's. */
  readonly loadShare?: number;
  readonly painMost: number;
  readonly effortMost?: number;
  /** Felt in the glutes at least as much as in the low back. */
  readonly feltInGlutes?: true;
  /** Breathing must have been easy or hard, not held. */
  readonly breathFree?: true;
  /** At most one rep with warnings in so many. */
  readonly warnedOneIn?: number;
  /** Quality reps of the two sides may differ by so many. */
  readonly sideDifferenceMost?: number;
  /** Least value of the set's own measure (the roll-out's reach). */
  readonly measureLeast?: number;
  /** Greatest value of the set's own measure: the step-down's points, the crawl's sway in degrees. */
  readonly measureMost?: number;
  /** Greatest difference of the set's own measure between the sides (the carry's lean, degrees). */
  readonly measureDifferenceMost?: number;
  /** No rep with a fail that counts. */
  readonly noFail?: true;
}

/** One rung of the ladder. */
export interface Rung {
  readonly exercise: ExerciseId;
  readonly block: Block;
  /** Exercises whose gates must have been passed. */
  readonly after: readonly ExerciseId[];
  readonly sides: 'both' | 'each';
  readonly start: Dose;
  /** It is nothing without a weight: it begins with the bell next to this share of the body's. */
  readonly startShare?: number;
  /** In this order: time and reps first, then load (DOC4). */
  readonly growth: readonly Growth[];
  readonly gate?: GateRule;
  readonly easier: readonly EaseId[];
  /** Not on a day that began with pain (spec 5.5). */
  readonly painFree?: true;
  /** Loaded exercises want 48 hours between two days (spec 6.4). */
  readonly loaded: boolean;
  /** Seconds of rest between two sets. */
  readonly restSec: number;
  /** Seconds that a rep takes, with its rest, for the estimate of a session's length. */
  readonly repSec: number;
}

const unloaded = 0;
const hingeFewer = { from: 25, reps: 3 } as const;

/** The ladder of the programme (spec 1, and the gates and doses of section 5). */
export const ladder: readonly Rung[] = [
  {
    exercise: 'gluteBridge',
    block: 'reinforce',
    after: [],
    sides: 'both',
    start: { sets: 1, reps: 10, holdSec: 5, loadKg: unloaded },
    growth: [{ variable: 'holdSec', step: 5, upTo: 10 }],
    gate: {
      reps: 10,
      qualityReps: 10,
      holdSec: 10,
      painMost: 2,
      effortMost: 5,
      feltInGlutes: true,
      breathFree: true,
    },
    easier: [
      'heelsCloser',
      'feetWider',
      'shorterHolds',
      'lowerHeight',
      'tiltsAndBreathing',
      'hipFlexorsFirst',
    ],
    loaded: false,
    restSec: 60,
    repSec: 17,
  },
  {
    exercise: 'singleLegBridge',
    block: 'reinforce',
    after: ['gluteBridge'],
    sides: 'each',
    start: { sets: 1, reps: 10, holdSec: 5, loadKg: unloaded },
    growth: [{ variable: 'holdSec', step: 5, upTo: 10 }],
    gate: {
      reps: 10,
      qualityReps: 10,
      holdSec: 10,
      painMost: 2,
      feltInGlutes: true,
      breathFree: true,
      sideDifferenceMost: 1,
    },
    easier: ['march', 'shorterHolds', 'bridgeWithBand', 'bothLegs', 'heelsCloser'],
    loaded: false,
    restSec: 60,
    repSec: 17,
  },
  {
    exercise: 'abRollout',
    block: 'reinforce',
    after: ['singleLegBridge'],
    sides: 'both',
    start: { sets: 1, reps: 10, holdSec: 5, loadKg: unloaded },
    growth: [{ variable: 'holdSec', step: 5, upTo: 10 }],
    gate: {
      reps: 10,
      qualityReps: 10,
      holdSec: 10,
      painMost: 2,
      effortMost: 6,
      breathFree: true,
      measureLeast: 0.9,
    },
    easier: ['largerBall', 'shorterRoll', 'wallRoll', 'kneePlank', 'shorterHolds'],
    loaded: false,
    restSec: 60,
    repSec: 19,
  },
  {
    exercise: 'kettlebellDeadlift',
    block: 'reload',
    after: ['abRollout'],
    sides: 'both',
    start: { sets: 1, reps: 10, loadKg: unloaded },
    growth: [
      { variable: 'reps', step: 2, upTo: 20 },
      { variable: 'loadKg', step: 2, upTo: 0.3, ofBodyMass: true },
    ],
    gate: {
      reps: 20,
      qualityReps: 20,
      loadShare: 0.3,
      painMost: 1,
      effortMost: 6,
      warnedOneIn: 5,
      noFail: true,
    },
    easier: ['lighterBell', 'raisedBell', 'dowelHinge', 'hingeHoldFirst', 'singleLegBridgeFirst'],
    loaded: true,
    restSec: 90,
    repSec: 5,
  },
  {
    exercise: 'kettlebellSwing',
    block: 'reload',
    after: ['kettlebellDeadlift'],
    sides: 'both',
    start: { sets: 1, reps: 10, loadKg: unloaded },
    // An empty hand swings nothing; a third of what was lifted in the deadlift is a beginning. [P]
    startShare: 0.1,
    growth: [
      { variable: 'reps', step: 2, upTo: 20 },
      { variable: 'loadKg', step: 2, upTo: 0.3, ofBodyMass: true },
    ],
    gate: { reps: 20, qualityReps: 20, loadShare: 0.3, painMost: 2, effortMost: 7, noFail: true },
    easier: ['deadStartSwings', 'lighterBell', 'deadliftFirst'],
    painFree: true,
    loaded: true,
    restSec: 90,
    repSec: 2,
  },
  {
    exercise: 'squat',
    block: 'transfer',
    after: ['abRollout'],
    sides: 'both',
    start: { sets: 2, reps: 10, loadKg: unloaded },
    growth: [],
    gate: { reps: 10, qualityReps: 9, painMost: 2 },
    easier: ['boxSquat', 'bandAtKnees', 'smallerDepth'],
    loaded: false,
    restSec: 60,
    repSec: 4,
  },
  {
    exercise: 'stepDown',
    block: 'transfer',
    after: ['abRollout'],
    sides: 'each',
    start: { sets: 1, reps: 8, loadKg: unloaded },
    growth: [{ variable: 'reps', step: 2, upTo: 10 }],
    gate: { reps: 10, qualityReps: 8, painMost: 2, measureMost: 2 },
    easier: ['lowerStep', 'handSupport'],
    loaded: false,
    restSec: 60,
    repSec: 4,
  },
  {
    exercise: 'hingeHold',
    block: 'antiFlexion',
    after: ['singleLegBridge'],
    sides: 'both',
    start: { sets: 1, reps: 5, holdSec: 10, loadKg: unloaded },
    growth: [
      // 5 x 20 s, then 3 x 30 s and 3 x 45 s (spec 5.9).
      { variable: 'holdSec', step: 5, upTo: 45, fewer: hingeFewer },
      // DOC4: small disturbances come before load.
      { variable: 'reach', step: 1, upTo: 1 },
      { variable: 'loadKg', step: 2, upTo: 0.1, ofBodyMass: true },
    ],
    gate: {
      reps: 5,
      fewer: hingeFewer,
      qualityReps: 5,
      holdSec: 20,
      painMost: 2,
      effortMost: 5,
      breathFree: true,
    },
    easier: ['dowelHinge', 'wallTapHinge', 'shorterHolds', 'lowerHeight'],
    loaded: false,
    restSec: 60,
    repSec: 20,
  },
  {
    exercise: 'romanianDeadlift',
    block: 'antiFlexion',
    after: ['singleLegBridge'],
    sides: 'both',
    start: { sets: 2, reps: 8, loadKg: unloaded },
    growth: [
      { variable: 'reps', step: 2, upTo: 12 },
      { variable: 'loadKg', step: 2, upTo: 0.3, ofBodyMass: true },
    ],
    gate: { reps: 10, qualityReps: 10, loadShare: 0.3, painMost: 2, effortMost: 6 },
    easier: ['handsOnThighs', 'lighterBell'],
    loaded: true,
    restSec: 90,
    repSec: 5,
  },
  {
    exercise: 'hipThrust',
    block: 'antiFlexion',
    after: ['singleLegBridge'],
    sides: 'both',
    start: { sets: 2, reps: 8, loadKg: unloaded },
    growth: [
      { variable: 'reps', step: 2, upTo: 12 },
      { variable: 'loadKg', step: 2, upTo: 0.3, ofBodyMass: true },
    ],
    gate: { reps: 10, qualityReps: 10, painMost: 2, feltInGlutes: true },
    easier: ['bridgeFirst', 'singleLegBridgeFirst'],
    loaded: true,
    restSec: 90,
    repSec: 4,
  },
  {
    exercise: 'suitcaseCarry',
    block: 'run',
    after: ['gluteBridge'],
    sides: 'each',
    start: { sets: 3, reps: 1, loadKg: unloaded },
    startShare: 0.1,
    growth: [{ variable: 'loadKg', step: 2, upTo: 0.3, ofBodyMass: true }],
    gate: { reps: 1, qualityReps: 1, painMost: 2, measureDifferenceMost: 3 },
    easier: ['lighterBell', 'gobletCarry', 'marchOnTheSpot'],
    loaded: true,
    restSec: 60,
    repSec: 30,
  },
  {
    exercise: 'crawl',
    block: 'run',
    after: ['gluteBridge'],
    sides: 'both',
    start: { sets: 3, reps: 6, loadKg: unloaded },
    growth: [{ variable: 'reps', step: 2, upTo: 8 }],
    gate: { reps: 8, qualityReps: 8, painMost: 2, measureMost: 15 },
    easier: ['kneesDown', 'birdDog'],
    loaded: false,
    restSec: 60,
    repSec: 2,
  },
  {
    exercise: 'bandedHipFlexion',
    block: 'run',
    after: ['gluteBridge'],
    sides: 'each',
    start: { sets: 2, reps: 10, loadKg: unloaded },
    growth: [{ variable: 'reps', step: 2, upTo: 12 }],
    gate: { reps: 12, qualityReps: 12, painMost: 2 },
    easier: ['lighterBand'],
    loaded: false,
    restSec: 60,
    repSec: 4,
  },
];

/** The rung of an exercise; undefined for those that are tests and no rungs. */
export const findRung = (exercise: ExerciseId): Rung | undefined =>
  ladder.find((rung) => rung.exercise === exercise);

/**
 * The dose that a rung begins with: where it needs a weight, the lightest bell at hand that is heavy
 * enough, else the heaviest; without bells none, and a bag of that weight does.
 */
export function readStartDose({ start, startShare }: Rung, { bodyMassKg, bellsKg }: Person): Dose {
  if (startShare === undefined || bellsKg.length === 0) return start;
  const enough = bellsKg.filter((kg) => kg >= startShare * bodyMassKg);
  return { ...start, loadKg: enough.length === 0 ? Math.max(...bellsKg) : Math.min(...enough) };
}
