import type { Exercise } from '../exercises/exercise';
import type { FeltCategory, Measured } from './felt';
import { type Stage, stages } from './feedback';

/** What is asked after a set; felt before told, then how it was (spec 4.4, 6.2). */
export type QuestionId =
  | FeltCategory
  | 'amount'
  | 'confidence'
  | 'painDuring'
  | 'painAfter'
  | 'painSharp'
  | 'effort'
  | 'feltIn'
  | 'strongest'
  | 'cramp'
  | 'brace'
  | 'breath';

/** An answer as it was given: one option, or several. */
export type Answer = string | number | readonly (string | number)[];
export type Answers = Readonly<Partial<Record<QuestionId, Answer>>>;

/** One question: a choice of named answers, or of numbers. Words are the text room's. */
export interface Question {
  readonly id: QuestionId;
  readonly options: readonly (string | number)[];
  /** Several answers may be given. */
  readonly several?: true;
}

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

/** The answers to each category, from that of the left arm over both to the right. */
export const feltOptions: Readonly<Record<FeltCategory, readonly string[]>> = {
  height: ['low', 'inLine', 'high'],
  pelvis: ['leftLow', 'level', 'rightLow'],
  back: ['rounded', 'neutral', 'arched'],
};

const score = range(0, 10);

export interface CheckInInput {
  readonly exercise: Exercise;
  readonly stage: Stage;
  readonly measured: Measured;
  /** The most that could have been good: seconds of a hold, or reps of the set. */
  readonly most: number;
  /** Answered already, after the last hold. */
  readonly answered?: FeltCategory;
}

/**
 * The questions after a set, in order. What was felt is asked only where it can be compared, and not
 * in the first stage, where the result was seen at once.
 */
export function listQuestions({
  exercise,
  stage,
  measured,
  most,
  answered,
}: CheckInInput): Question[] {
  const categories = (['height', 'pelvis', 'back'] as const).filter(
    (category) => measured[category] !== undefined,
  );
  const isHold = exercise.phases.kind === 'hold';
  const step = isHold ? Math.max(1, Math.ceil(most / 10)) : 1;
  const felt: Question[] =
    stages[stage].result === 'atOnce'
      ? []
      : [
          ...categories
            .filter((id) => id !== answered)
            .map((id) => ({ id, options: feltOptions[id] })),
          { id: 'amount', options: range(0, Math.ceil(most / step) * step, step) },
          ...(categories.length > 0 ? [{ id: 'confidence' as const, options: range(1, 5) }] : []),
        ];
  const holdOnly: Question[] = [
    { id: 'brace', options: score },
    { id: 'breath', options: ['easy', 'hard', 'held'] },
  ];
  return [
    ...felt,
    { id: 'painDuring', options: score },
    { id: 'painSharp', options: ['no', 'yes'] },
    { id: 'painAfter', options: score },
    { id: 'effort', options: score },
    {
      id: 'feltIn',
      options: ['gluteLeft', 'gluteRight', 'hamstrings', 'lowBack', 'abs', 'thighs', 'other'],
      several: true,
    },
    // Its options are what was answered before it.
    { id: 'strongest', options: [] },
    { id: 'cramp', options: ['none', 'hamstring', 'lowBack', 'calf'] },
    ...(isHold ? holdOnly : []),
  ];
}

/**
 * A question as it is asked after what was answered so far; undefined where it has no sense: of no
 * pain whether it was sharp and what is left of it, of one place which was felt most.
 */
export function follow(question: Question, answers: Answers): Question | undefined {
  if (question.id === 'painSharp' || question.id === 'painAfter') {
    const { painDuring } = answers;
    return typeof painDuring === 'number' && painDuring > 0 ? question : undefined;
  }
  if (question.id !== 'strongest') return question;
  const felt = answers.feltIn;
  return typeof felt === 'object' && felt.length > 1 ? { ...question, options: felt } : undefined;
}

/** What raised arms say of a hold. */
export const feltByArms = (category: FeltCategory, arms: 'left' | 'right' | 'both'): string =>
  answerByArms({ id: category, options: feltOptions[category] }, arms)?.toString() ?? '';

/** The answer that raised arms give to a question of three: left arm, both, right arm. */
export function answerByArms(
  { options }: Question,
  arms: 'left' | 'right' | 'both',
): string | number | undefined {
  if (options.length !== 3) return undefined;
  return options[{ left: 0, both: 1, right: 2 }[arms]];
}
