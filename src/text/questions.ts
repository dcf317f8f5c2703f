import type { Question, QuestionId } from '../core/coach/checkIn';
import type { PainVerdict } from '../core/coach/pain';
import { localize } from './language';

/** What is asked, in the words of the athlete. */
const askText = localize<Readonly<Record<QuestionId, string>>>({
  en: {
    height: 'The last one: where were your hips?',
    pelvis: 'The last one: how was your pelvis?',
    back: 'The last one: how was your back?',
    amount: 'How much of it was good?',
    confidence: 'How sure are you?',
    painDuring: 'The worst pain in the set, 0 to 10?',
    painAfter: 'And now, 0 to 10?',
    painSharp: 'Was it sharp, or did it shoot down the leg?',
    effort: 'How hard was it, 0 to 10?',
    feltIn: 'Where did you feel it?',
    strongest: 'Where most?',
    cramp: 'Any cramp?',
    brace: 'How firm was your brace, 0 to 10? About 2 is right.',
    breath: 'How was your breath?',
  },
  de: {
    height: 'Das letzte Mal: wo war deine Hüfte?',
    pelvis: 'Das letzte Mal: wie war dein Becken?',
    back: 'Das letzte Mal: wie war dein Rücken?',
    amount: 'Wie viel davon war gut?',
    confidence: 'Wie sicher bist du?',
    painDuring: 'Der stärkste Schmerz im Satz, 0 bis 10?',
    painAfter: 'Und jetzt, 0 bis 10?',
    painSharp: 'War er stechend, oder schoss er ins Bein?',
    effort: 'Wie anstrengend war es, 0 bis 10?',
    feltIn: 'Wo hast du es gespürt?',
    strongest: 'Wo am meisten?',
    cramp: 'Ein Krampf?',
    brace: 'Wie fest war deine Spannung, 0 bis 10? Etwa 2 ist richtig.',
    breath: 'Wie war dein Atem?',
  },
});

/** Answers that are words. */
const optionText = localize<Readonly<Record<string, string>>>({
  en: {
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
    yes: 'Yes',
    no: 'No',
    none: 'None',
    hamstring: 'Hamstring',
    calf: 'Calf',
    easy: 'Easy',
    hard: 'Hard',
    held: 'I held it',
  },
  de: {
    low: 'Tief',
    inLine: 'In Linie',
    high: 'Hoch',
    leftLow: 'Links tief',
    level: 'Gerade',
    rightLow: 'Rechts tief',
    rounded: 'Rund',
    neutral: 'Neutral',
    arched: 'Hohl',
    gluteLeft: 'Po links',
    gluteRight: 'Po rechts',
    hamstrings: 'Oberschenkel hinten',
    lowBack: 'Unterer Rücken',
    abs: 'Bauch',
    thighs: 'Oberschenkel vorn',
    other: 'Woanders',
    yes: 'Ja',
    no: 'Nein',
    none: 'Keiner',
    hamstring: 'Oberschenkel hinten',
    calf: 'Wade',
    easy: 'Leicht',
    hard: 'Schwer',
    held: 'Ich hielt ihn an',
  },
});

/** The question as it is shown. */
export const questionText = ({ id }: Question): string => askText[id];

/** An answer as it is shown; numbers as they are. */
export const answerText = (option: string | number): string =>
  typeof option === 'number' ? String(option) : (optionText[option] ?? option);

const armsText = localize({
  en: {
    ask: (left: string, both: string, right: string) =>
      `Left arm up: ${left}. Both: ${both}. Right: ${right}.`,
    brief: 'How was that one?',
    measured: (answer: string) => `Measured: ${answer}.`,
    arms: ['left arm', 'both arms', 'right arm'],
  },
  de: {
    ask: (left, both, right) => `Linker Arm hoch: ${left}. Beide: ${both}. Rechter: ${right}.`,
    brief: 'Wie war das?',
    measured: (answer) => `Gemessen: ${answer}.`,
    arms: ['linker Arm', 'beide Arme', 'rechter Arm'],
  },
});

/** A question that arms can answer, as it is spoken: which arm says what. */
export function spokenQuestion(question: Question): string {
  const { options } = question;
  if (options.length !== 3) return questionText(question);
  const [left = '', both = '', right = ''] = options.map(answerText);
  return `${questionText(question)} ${armsText.ask(left, both, right)}`;
}

/** The same once the arms are known. */
export const askBriefly = (): string => armsText.brief;

/** Which arm stands for which of three answers, in their order. */
export const armNames = (): readonly string[] => armsText.arms;

/** What was measured, after it was told how it felt: "Measured: low." */
export const describeMeasured = (answer: string): string =>
  armsText.measured(answerText(answer).toLowerCase());

/** What pain allows, said at once (spec 6.5). */
export const painText = localize<Readonly<Record<PainVerdict, string>>>({
  en: {
    green: '',
    amber: 'Make it easier: less range or less weight. Check again after three.',
    red: 'Stop. Rest. No more of this exercise today.',
  },
  de: {
    green: '',
    amber: 'Mach es leichter: weniger Weg oder weniger Gewicht. Prüf nach dreien noch einmal.',
    red: 'Stopp. Ruh dich aus. Heute nichts mehr von dieser Übung.',
  },
});

/** The words between sets. */
export const breakText = localize({
  en: {
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
  },
  de: {
    rest: 'Pause',
    next: 'Weiter',
    lastSet: 'Vor dem Ergebnis',
    skip: 'Auslassen',
    skipAll: 'Fragen auslassen',
    done: 'Das ist alles',
    longer: '30 s mehr',
    goOn: 'Nächsten Satz anfangen',
    finish: 'Hier aufhören',
    answered: 'Beantwortet',
    nextSet: 'Nächster Satz.',
    stopNote:
      'Hör auf bei stechendem oder ausstrahlendem Schmerz, neuer Taubheit oder Schwäche, Schwindel, Schmerz in der Brust oder einem Krampf, der nicht nachlässt. Geh mit allem, was neu, stark oder zunehmend ist, zu einer Ärztin oder einem Arzt.',
    restFor: (seconds) => `Pause. ${String(seconds)} Sekunden.`,
    secondsLeft: (seconds) => (seconds > 3 ? `${String(seconds)} Sekunden` : String(seconds)),
  },
});

/** A question by its id, as an old set may carry it. */
export const nameQuestion = (id: string): string =>
  (askText as Readonly<Record<string, string>>)[id] ?? id;

/** An answer: its words, or its number. */
export const nameAnswer = (value: string | number): string =>
  typeof value === 'number' ? String(value) : (optionText[value] ?? value);
