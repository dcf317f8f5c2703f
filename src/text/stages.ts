import type { Stage } from '../core/coach/feedback';

/** The stages of taking the mirror away: their name, and what one sees and hears. */
export const stageText: Readonly<Record<Stage, { readonly name: string; readonly note: string }>> =
  {
    A: { name: 'Mirror', note: 'You see and hear everything.' },
    B: { name: 'Band', note: 'You see yourself; a word comes only when it lasts.' },
    C: { name: 'Two in three', note: 'Every third one is in the dark.' },
    D: { name: 'One in three', note: 'Two of three are in the dark.' },
    E: { name: 'Feel it', note: 'All in the dark, the result at the end.' },
  };

/** A change of stage, as a sentence. */
export const stageChangeText = (from: Stage, to: Stage): string =>
  from < to
    ? `Next time with less mirror: ${stageText[to].name}. ${stageText[to].note}`
    : `Next time with more mirror: ${stageText[to].name}. ${stageText[to].note}`;

/** What one is off by when one feels in line; empty where it is within what can be measured. */
export function biasText(biasDeg: number, leastDeg = 3): string {
  if (Math.abs(biasDeg) < leastDeg) return '';
  const where = biasDeg < 0 ? 'low' : 'high';
  return `You feel in line when your hips are about ${String(Math.round(Math.abs(biasDeg)))}° ${where}.`;
}

/** The choices before a session. */
export const sessionText = {
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
} as const;
