import type { Side } from '../body/keypoint';
import type { MeasureSummary, RepSummary } from '../coach/snapshot';
import { catalogue } from '../exercises/catalogue';
import { type ExerciseId, findPass, listPassFaults } from '../exercises/exercise';
import type { FaultId } from '../form/rule';
import type { FaultInterval } from '../form/verdict';
import type { MeasureId } from '../kinematics/measures';
import type { Day, Dose, FeedbackStage, FeltIn, PainAnswers, SetEntry } from './history';
import type { EaseId } from './ease';

/** A set as the coach leaves it, and what was answered after it. */
export interface FinishedSet {
  readonly exercise: ExerciseId;
  readonly atMs: number;
  readonly day: Day;
  readonly dose: Dose;
  readonly stage: FeedbackStage;
  readonly easier?: EaseId;
  /** It ended for a rest and an easier version, which follows. */
  readonly cutShort?: true;
  /** The place of the laptop, from 0. */
  readonly pass: number;
  readonly reps: readonly RepSummary[];
  readonly faults: readonly FaultInterval[];
  readonly measures: readonly MeasureSummary[];
  /** Undefined where tracking ended before the set did. */
  readonly unjudged: readonly { readonly faultId: FaultId }[] | undefined;
  /** The side that was planned, where the body does not tell it. */
  readonly side: Side | null;
  /** How often the athlete asked to see in the dark. */
  readonly asked: number;
  readonly painBefore: number | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly felt?: number;
  readonly biasDeg?: number;
  readonly recording?: string;
}

/** DOC4: a shifting pelvis, flared ribs, a breath that is held (spec 6.4). */
const triggers: ReadonlySet<FaultId> = new Set([
  'pelvisDips',
  'pelvisRolls',
  'pelvisShiftsSideways',
  'ribFlare',
  'breathHold',
]);

/** A rep of which more than this share was not seen is unverified (spec 2.3). */
const unseenShareMost = 0.2;

/** The measure that the exercise's own gate asks for. */
const gateMeasures: Readonly<Partial<Record<ExerciseId, MeasureId>>> = {
  abRollout: 'reachRatio',
  suitcaseCarry: 'sideLeanDeg',
  crawl: 'hipLineRangeDeg',
};

/** What the gate of the exercise reads of the set; points where the reps have them: their middle. */
function findGateMeasure(
  { exercise, measures }: FinishedSet,
  reps: readonly RepSummary[],
): number | undefined {
  const points = reps
    .flatMap(({ score }) => (score === undefined ? [] : [score.points]))
    .toSorted((a, b) => a - b);
  const id = gateMeasures[exercise];
  return points[points.length >> 1] ?? measures.find(({ measure }) => measure === id)?.mean;
}

const feltNames: Readonly<Record<string, FeltIn>> = {
  gluteLeft: 'glutesLeft',
  gluteRight: 'glutesRight',
  hamstrings: 'hamstrings',
  lowBack: 'lowBack',
  abs: 'abs',
  thighs: 'thighs',
  other: 'other',
};

const lengthOf = ({ startSec, endSec }: RepSummary): number => endSec - startSec;

/** Share of the work's time in which one of the triggers was there, 0..1. */
export function computeTriggerShare(
  reps: readonly RepSummary[],
  faults: readonly FaultInterval[],
): number {
  const total = reps.reduce((sum, rep) => sum + lengthOf(rep), 0);
  if (total <= 0) return 0;
  let there = 0;
  for (const rep of reps) {
    const spans = faults
      .filter(({ faultId }) => triggers.has(faultId))
      .map(({ startSec, endSec }) => ({
        from: Math.max(rep.startSec, startSec),
        to: Math.min(rep.endSec, endSec ?? rep.endSec),
      }))
      .sort((a, b) => a.from - b.from);
    let reach = -Infinity;
    for (const { from, to } of spans) {
      there += Math.max(0, to - Math.max(from, reach));
      reach = Math.max(reach, to);
    }
  }
  return Math.min(1, there / total);
}

/**
 * Whether a person must look before a set may open or shut a gate (spec 6.3): a provisional fail, a
 * rep that was not seen for too long, a rule that this place of the laptop shows and that was never
 * judged, or a place that tells only roughly whether the position was held.
 */
export function needsEye({
  exercise,
  pass,
  reps,
  faults,
  unjudged,
}: Pick<FinishedSet, 'exercise' | 'pass' | 'reps' | 'faults' | 'unjudged'>): boolean {
  const provisional = faults.some(
    ({ provisional: is, level, rep }) => is && level === 'fail' && rep > 0,
  );
  const unverified = reps.some((rep) => rep.unseenSec > unseenShareMost * lengthOf(rep));
  const data = catalogue[exercise];
  const place = findPass(data, pass);
  const shown = listPassFaults(data, place);
  const unknown = unjudged?.some(({ faultId }) => shown.includes(faultId)) ?? true;
  const { phases } = data;
  const elsewhere = phases.kind === 'hold' ? phases.positionFrom : undefined;
  const rough = place.views.some((view) => elsewhere?.[view] !== undefined);
  return provisional || unverified || unknown || rough;
}

const asNumber = (answer: unknown): number | undefined =>
  typeof answer === 'number' && answer >= 0 && answer <= 10 ? answer : undefined;

/**
 * Pain out of the answers. What is left of it is asked only where there was any; in sets of before
 * that question the worst stands for both. Without a number from before it is not known whether it rose.
 */
export function readPainAnswers(
  answers: FinishedSet['answers'],
  before: number | undefined,
): PainAnswers | undefined {
  const during = asNumber(answers.painDuring);
  if (during === undefined || before === undefined) return undefined;
  const after = asNumber(answers.painAfter) ?? during;
  return { before, during, after, ...(answers.painSharp === 'yes' ? { sharp: true } : {}) };
}

/** The longest hold until its end or its first fail that counts, seconds. */
export function findLongestHold(
  reps: readonly RepSummary[],
  faults: readonly FaultInterval[],
): number | undefined {
  const holds = reps
    .filter(({ kind }) => kind === 'hold')
    .map((rep) => {
      const fails = faults
        .filter((fault) => fault.level === 'fail' && !fault.provisional && fault.rep === rep.n)
        .map(({ startSec }) => startSec);
      return Math.max(0, Math.min(rep.endSec, ...fails) - rep.startSec);
    });
  return holds.length === 0 ? undefined : Math.max(...holds);
}

/** The set as the programme remembers it. */
export function toSetEntry(set: FinishedSet): SetEntry {
  const { exercise, faults, answers, stage } = set;
  const reps = set.reps.filter(({ kind }) => kind !== 'attempt');
  const failed = (rep: RepSummary): boolean =>
    faults.some((fault) => fault.rep === rep.n && fault.level === 'fail' && !fault.provisional);
  const warned = (rep: RepSummary): boolean =>
    faults.some((fault) => fault.rep === rep.n && fault.level === 'warn' && !fault.provisional);
  const isDark = stage === 'D' || stage === 'E';
  const feltIn = Array.isArray(answers.feltIn)
    ? (answers.feltIn as readonly unknown[]).flatMap((id) => feltNames[String(id)] ?? [])
    : undefined;
  const only = feltIn?.length === 1 ? feltIn[0] : undefined;
  const strongest = feltNames[String(answers.strongest)] ?? only;
  const cramp = (['none', 'hamstring', 'lowBack', 'calf'] as const).find(
    (id) => id === answers.cramp,
  );
  const breath = (['easy', 'hard', 'held'] as const).find((id) => id === answers.breath);
  const effort = asNumber(answers.effort);
  const pain = readPainAnswers(answers, set.painBefore);
  const longestHoldSec = findLongestHold(reps, faults);
  const measure = findGateMeasure(set, reps);
  return {
    kind: 'set',
    day: set.day,
    atMs: set.atMs,
    exercise,
    side: reps.at(-1)?.side ?? set.side,
    dose: set.dose,
    reps: {
      done: reps.length,
      quality: reps.filter(({ quality }) => quality).length,
      failed: reps.filter(failed).length,
      warned: reps.filter((rep) => warned(rep) && !failed(rep)).length,
      dark: isDark ? Math.max(0, reps.length - set.asked) : 0,
    },
    stage,
    triggerShare: computeTriggerShare(reps, faults),
    needsEye: needsEye(set),
    ...(pain === undefined ? {} : { pain }),
    ...(effort === undefined ? {} : { effort }),
    ...(feltIn === undefined ? {} : { feltIn }),
    ...(strongest === undefined ? {} : { strongest }),
    ...(cramp === undefined ? {} : { cramp }),
    ...(breath === undefined ? {} : { breath }),
    ...(measure === undefined ? {} : { measure }),
    ...(longestHoldSec === undefined ? {} : { longestHoldSec }),
    ...(set.felt === undefined ? {} : { felt: set.felt }),
    ...(set.biasDeg === undefined ? {} : { biasDeg: set.biasDeg }),
    ...(set.easier === undefined ? {} : { easier: set.easier }),
    ...(set.cutShort === undefined ? {} : { cutShort: set.cutShort }),
    ...(set.recording === undefined ? {} : { recording: set.recording }),
  };
}
