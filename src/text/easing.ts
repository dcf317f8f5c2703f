import type { Easier } from '../core/programme/easing';
import { localize } from './language';
import { describePlannedDose, easeText } from './programme';

/** The words of the offer of an easier version (spec 6.4). */
export const easingText = localize({
  en: {
    title: 'Three in a row were not good.',
    take: 'Rest 60 s, then easier',
    decline: 'Go on as it is',
    spoken: (easier: string): string =>
      `Three in a row were not good. Easier would be: ${easier}. To rest a minute and do that, raise one arm, then both.`,
    next: (easier: string): string => `Easier: ${easier}`,
  },
  de: {
    title: 'Drei hintereinander waren nicht gut.',
    take: '60 s Pause, dann leichter',
    decline: 'So weitermachen',
    spoken: (easier) =>
      `Drei hintereinander waren nicht gut. Leichter wäre: ${easier}. Für eine Minute Pause und das Leichtere heb einen Arm, dann beide.`,
    next: (easier) => `Leichter: ${easier}`,
  },
});

/** The easier version in words: its form, else its dose. */
export const describeEasier = ({ form, dose }: Easier): string =>
  form === undefined ? describePlannedDose(dose, false) : easeText[form];
