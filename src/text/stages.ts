import type { Stage } from '../core/coach/feedback';
import { localize } from './language';

/** The stages of taking the mirror away: their name, and what one sees and hears. */
export const stageText = localize<
  Readonly<Record<Stage, { readonly name: string; readonly note: string }>>
>({
  en: {
    A: { name: 'Mirror', note: 'You see and hear everything.' },
    B: { name: 'Band', note: 'You see yourself; a word comes only when it lasts.' },
    C: { name: 'Two in three', note: 'Every third one is in the dark.' },
    D: { name: 'One in three', note: 'Two of three are in the dark.' },
    E: { name: 'Feel it', note: 'All in the dark, the result at the end.' },
  },
  de: {
    A: { name: 'Spiegel', note: 'Du siehst und hörst alles.' },
    B: { name: 'Band', note: 'Du siehst dich; ein Wort kommt nur, wenn es anhält.' },
    C: { name: 'Zwei von drei', note: 'Jedes dritte Mal ist im Dunkeln.' },
    D: { name: 'Eins von drei', note: 'Zwei von drei Malen sind im Dunkeln.' },
    E: { name: 'Fühl es', note: 'Alles im Dunkeln, das Ergebnis am Ende.' },
  },
});

/** Sentences about stages and about what was felt. */
const changeText = localize({
  en: {
    is: (where: readonly string[]) => `Felt in line, set by set: ${where.join(', ')}.`,
    at: { low: (deg: string) => `${deg} low`, high: (deg: string) => `${deg} high`, in: 'in line' },
    less: 'Next time with less mirror',
    more: 'Next time with more mirror',
    low: (deg: string) => `You feel in line when your hips are about ${deg} low.`,
    high: (deg: string) => `You feel in line when your hips are about ${deg} high.`,
  },
  de: {
    is: (where) => `Gefühlt in Linie, Satz für Satz: ${where.join(', ')}.`,
    at: { low: (deg) => `${deg} zu tief`, high: (deg) => `${deg} zu hoch`, in: 'in Linie' },
    less: 'Nächstes Mal mit weniger Spiegel',
    more: 'Nächstes Mal mit mehr Spiegel',
    low: (deg) => `Du fühlst dich in Linie, wenn deine Hüfte etwa ${deg} zu tief ist.`,
    high: (deg) => `Du fühlst dich in Linie, wenn deine Hüfte etwa ${deg} zu hoch ist.`,
  },
});

/** A change of stage, as a sentence. */
export const stageChangeText = (from: Stage, to: Stage): string =>
  `${from < to ? changeText.less : changeText.more}: ${stageText[to].name}. ${stageText[to].note}`;

/** What one is off by when one feels in line; empty where it is within what can be measured. */
export function biasText(biasDeg: number, leastDeg = 3): string {
  if (Math.abs(biasDeg) < leastDeg) return '';
  const size = `${String(Math.round(Math.abs(biasDeg)))}°`;
  return biasDeg < 0 ? changeText.low(size) : changeText.high(size);
}

/** Where one was each time one felt in line, oldest first; empty before there are two sets. */
export function biasHistoryText(valuesDeg: readonly number[], leastDeg = 3): string {
  if (valuesDeg.length < 2) return '';
  const where = valuesDeg.map((valueDeg) => {
    const size = `${String(Math.round(Math.abs(valueDeg)))}°`;
    if (Math.abs(valueDeg) < leastDeg) return changeText.at.in;
    return valueDeg < 0 ? changeText.at.low(size) : changeText.at.high(size);
  });
  return changeText.is(where);
}

/** The choices before a session. */
export const sessionText = localize({
  en: {
    heading: 'This session',
    rounds: 'Sets',
    roundsOfSides: 'Sets on each side',
    load: 'Weight',
    pain: 'Pain now, 0 to 10',
    notAsked: 'Not told',
    stage: 'Mirror',
    painStop:
      'With pain of 5 or more, leave this exercise for today. See a health professional for what is new, severe or getting worse.',
    felt: 'Felt against measured',
    score: (value: number): string => `${String(Math.round(value))} of 100`,
  },
  de: {
    heading: 'Dieses Training',
    rounds: 'Sätze',
    roundsOfSides: 'Sätze je Seite',
    load: 'Gewicht',
    pain: 'Schmerz jetzt, 0 bis 10',
    notAsked: 'Keine Angabe',
    stage: 'Spiegel',
    painStop:
      'Mit Schmerzen ab 5 lass diese Übung für heute. Geh mit allem, was neu, stark oder zunehmend ist, zu einer Ärztin oder einem Arzt.',
    felt: 'Gefühlt und gemessen',
    score: (value) => `${String(Math.round(value))} von 100`,
  },
});
