import type { Question, QuestionId } from '../core/coach/checkIn';
import type { PainVerdict } from '../core/coach/pain';

/** What is asked, in the words of the athlete. */
const askText: Readonly<Record<QuestionId, string>> = {
  height: 'The last one: where were your hips?',
  pelvis: 'The last one: how was your pelvis?',
  back: 'The last one: how was your back?',
  amount: 'How much of it was good?',
  confidence: 'How sure are you?',
  painDuring: 'Pain during the set, 0 to 10?',
  effort: 'How hard was it, 0 to 10?',
  feltIn: 'Where did you feel it?',
  cramp: 'Any cramp?',
  brace: 'How firm was your brace, 0 to 10? About 2 is right.',
  breath: 'How was your breath?',
};

/** Answers that are words. */
const optionText: Readonly<Record<string, string>> = {
  low: 'Low',
  inLine: 'In line',
  high: 'High',
  leftLow: 'Left low',
  level: 'Level',
  rightLow: 'Right low',
  rounded: 'Rounded',
  neutral: 'Neutral',
  arched: 'Arched',
  gluteLeft: 'Left glute',
  gluteRight: 'Right glute',
  hamstrings: 'Hamstrings',
  lowBack: 'Low back',
  abs: 'Abs',
  thighs: 'Thighs',
  other: 'Elsewhere',
  none: 'None',
  hamstring: 'Hamstring',
  calf: 'Calf',
  easy: 'Easy',
  hard: 'Hard',
  held: 'I held it',
};

/** The question as it is shown. */
export const questionText = ({ id }: Question): string => askText[id];

/** An answer as it is shown; numbers as they are. */
export const answerText = (option: string | number): string =>
  typeof option === 'number' ? String(option) : (optionText[option] ?? option);

/** A question that arms can answer, as it is spoken: which arm says what. */
export function spokenQuestion(question: Question): string {
  const { options } = question;
  if (options.length !== 3) return questionText(question);
  const [left, both, right] = options.map(answerText);
  return `${questionText(question)} Left arm up: ${left ?? ''}. Both: ${both ?? ''}. Right: ${right ?? ''}.`;
}

/** What pain allows, said at once (spec 6.5). */
export const painText: Readonly<Record<PainVerdict, string>> = {
  green: '',
  amber: 'Make it easier: less range or less weight. Check again after three.',
  red: 'Stop. Rest. No more of this exercise today.',
};

/** The words between sets. */
export const breakText = {
  rest: 'Rest',
  next: 'Next',
  lastSet: 'Before the result',
  skip: 'Skip',
  skipAll: 'Skip the questions',
  done: 'That is all',
  longer: '30 s more',
  goOn: 'Start the next set',
  finish: 'Finish here',
  answered: 'Answered',
  nextSet: 'Next set.',
  stopNote:
    'Stop whenever there is sharp or shooting pain, new numbness or weakness, dizziness, chest pain, or a cramp that does not settle. See a health professional for what is new, severe or getting worse.',
  restFor: (seconds: number): string => `Rest. ${String(seconds)} seconds.`,
  secondsLeft: (seconds: number): string =>
    seconds > 3 ? `${String(seconds)} seconds` : String(seconds),
} as const;
