import type { Side } from '../body/keypoint';
import type { ExerciseId } from '../exercises/exercise';
import type { EaseId } from './ease';

/**
 * A day of the athlete's own calendar: whole days since 1970-01-01 in their time zone. The page
 * turns dates into it; the core has no clock.
 */
export type Day = number;

/** How much the screen and the voice give back (spec 4.3): A a mirror, E nothing but safety. */
export type FeedbackStage = 'A' | 'B' | 'C' | 'D' | 'E';

/** What is asked for in a set: exactly one of these grows at a time. */
export interface Dose {
  readonly sets: number;
  readonly reps: number;
  /** Seconds a hold lasts; absent in rep exercises. */
  readonly holdSec?: number;
  /** Weight in the hand or on the hips; 0 without. */
  readonly loadKg: number;
  /** With a small disturbance: an arm reaches out and back in the hold (DOC4). */
  readonly reach?: true;
}

/** Where a set was felt (spec 6.2). */
export type FeltIn =
  'glutesLeft' | 'glutesRight' | 'hamstrings' | 'lowBack' | 'abs' | 'thighs' | 'other';

/** Pain on the 0 to 10 scale. */
export interface PainAnswers {
  readonly before: number;
  readonly during: number;
  readonly after: number;
  /** Sharp, or running down the leg. */
  readonly sharp?: boolean;
}

/** A finished set: what was measured of it and what was answered. */
export interface SetEntry {
  readonly kind: 'set';
  readonly day: Day;
  readonly exercise: ExerciseId;
  /** The working side where there is one. */
  readonly side: Side | null;
  readonly dose: Dose;
  readonly reps: {
    readonly done: number;
    /** Spec 3.7. */
    readonly quality: number;
    /** With a fail that counts. */
    readonly failed: number;
    /** With warnings only. */
    readonly warned: number;
    /** Done in stage D or E. */
    readonly dark: number;
  };
  readonly stage: FeedbackStage;
  /** Share of the time with a shifted pelvis, flared ribs or laboured breath, 0..1 (spec 6.4). */
  readonly triggerShare: number;
  /** Judged by provisional rows or unseen for too long: a person must look. */
  readonly needsEye: boolean;
  readonly pain?: PainAnswers;
  /** Borg CR10. */
  readonly effort?: number;
  readonly feltIn?: readonly FeltIn[];
  /** Where it was felt most. */
  readonly strongest?: FeltIn;
  readonly cramp?: 'none' | 'hamstring' | 'lowBack' | 'calf';
  readonly breath?: 'easy' | 'hard' | 'held';
  /** What the exercise's own gate asks for: reach of the roll-out, lean's side difference. */
  readonly measure?: number;
  /** When the set ended, milliseconds since 1970. */
  readonly atMs?: number;
  /** The longest hold, seconds from its entry to its end or its first fail that counts. */
  readonly longestHoldSec?: number;
  /** Felt against measured, 0..100 (spec 4.4). */
  readonly felt?: number;
  /** Where one is when one feels in line, degrees off the own good position; over one set. */
  readonly biasDeg?: number;
  /** The easier form that was done; absent in the exercise's own form. */
  readonly easier?: EaseId;
  /** Ended for a rest and an easier version; what was left of it is a set of its own. */
  readonly cutShort?: true;
  /** The recorded set that shows it. */
  readonly recording?: string;
}

/** The tests of a baseline (spec 6.1). */
export type TestId =
  | 'hipFlexor'
  | 'standingBow'
  | 'bridge'
  | 'singleLegBridge'
  | 'squat'
  | 'stepDown'
  | 'hingeHold'
  | 'deadlift';

/** One result of a baseline. */
export interface TestEntry {
  readonly kind: 'test';
  readonly day: Day;
  readonly test: TestId;
  readonly side: Side | null;
  /**
   * Degrees above the horizontal (hip flexor), seconds (holds), or quality reps; undefined where it
   * was left out.
   */
  readonly value?: number;
  /** Of so many reps. */
  readonly of?: number;
  /** Knee flexion of the hanging leg in the hip-flexor test, degrees. */
  readonly kneeDeg?: number;
  /** It rests on what one camera measures only roughly, or did not see. */
  readonly needsEye: boolean;
}

/** The questionnaire of a baseline; with it a baseline begins. */
export interface QuestionsEntry {
  readonly kind: 'questions';
  readonly day: Day;
  /** DOC2's four questions on the back's extensors, in their order. */
  readonly overload: readonly boolean[];
  /** Pain now, and the worst of the last week, 0..10. */
  readonly painNow: number;
  readonly painWorst: number;
  /** When it hurts, and what one wants back. Ids of the text room. */
  readonly symptoms: readonly string[];
  readonly goals: readonly string[];
  readonly runs: boolean;
  /** Oswestry (0..100) or Roland-Morris (0..24), where the clinician has them filled in. */
  readonly odi?: number;
  readonly rmdq?: number;
}

/** Guided mobility was done to its end. */
export interface ResetEntry {
  readonly kind: 'reset';
  readonly day: Day;
  readonly cards: readonly string[];
}

/** A task of daily life was tried, and how it felt. */
export interface TransferEntry {
  readonly kind: 'transfer';
  readonly day: Day;
  readonly task: string;
  readonly pain: number;
}

/** The whole day was decided otherwise than by the programme. */
export interface DayEntry {
  readonly kind: 'day';
  readonly day: Day;
  readonly to: 'train' | 'rest';
  /** What the programme had said. */
  readonly over: string;
  readonly why: string;
}

/** A prescription was accepted, or the default taken back. */
export interface PlanEntry {
  readonly kind: 'plan';
  readonly day: Day;
  readonly by: string;
  readonly signedOn: string;
  readonly what: 'prescribed' | 'default';
}

/** The next morning's answers, 0 to 10 each. */
export interface MorningEntry {
  readonly kind: 'morning';
  readonly day: Day;
  readonly pain: number;
  readonly stiffness: number;
  /** The back's tired, pumped feeling. */
  readonly pump: number;
}

/** The athlete or the physio decided otherwise than the programme: kept, with the reason. */
export interface OverruleEntry {
  readonly kind: 'overrule';
  readonly day: Day;
  readonly exercise: ExerciseId;
  readonly dose: Dose;
  readonly by: 'athlete' | 'clinician';
  readonly why: string;
}

/** The athlete or the clinician has looked at a set that the camera alone may not decide. */
export interface ReviewEntry {
  readonly kind: 'review';
  readonly day: Day;
  readonly exercise: ExerciseId;
  /** The day of the set that was looked at. */
  readonly ofDay: Day;
  readonly passed: boolean;
  readonly by?: 'athlete' | 'clinician';
}

/** Everything the programme remembers, in order of days. */
export type HistoryEntry =
  | SetEntry
  | MorningEntry
  | OverruleEntry
  | ReviewEntry
  | TestEntry
  | QuestionsEntry
  | ResetEntry
  | TransferEntry
  | DayEntry
  | PlanEntry;

/** All sets of one exercise on one day. */
export interface ExerciseDay {
  readonly day: Day;
  readonly exercise: ExerciseId;
  readonly sets: readonly SetEntry[];
}

/** The sets of an exercise, day by day, oldest first. */
export function listDays(
  history: readonly HistoryEntry[],
  exercise: ExerciseId,
): readonly ExerciseDay[] {
  const days = new Map<Day, SetEntry[]>();
  for (const entry of history) {
    if (entry.kind !== 'set' || entry.exercise !== exercise) continue;
    const sets = days.get(entry.day);
    if (sets === undefined) days.set(entry.day, [entry]);
    else sets.push(entry);
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, sets]) => ({ day, exercise, sets }));
}

/** Quality reps over reps done, 0..1; 0 where nothing was done. */
export function computeQualityShare(sets: readonly SetEntry[]): number {
  const done = sets.reduce((sum, { reps }) => sum + reps.done, 0);
  const quality = sets.reduce((sum, { reps }) => sum + reps.quality, 0);
  return done === 0 ? 0 : quality / done;
}

/** The highest answer of some sets; undefined where nobody answered. */
export function findHighest(
  sets: readonly SetEntry[],
  read: (set: SetEntry) => number | undefined,
): number | undefined {
  const answers = sets.map(read).filter((answer) => answer !== undefined);
  return answers.length === 0 ? undefined : Math.max(...answers);
}
