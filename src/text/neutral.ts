import { localize } from './language';

/** Words about the neutral back, which an arch or a rounding is a change from. */
export const neutralText = localize({
  en: {
    /** Spoken as the first hold begins, and in the first slow repetition. */
    ask: {
      hold: 'Find your neutral. Two breaths.',
      rep: 'One slow one with a long back. It sets your neutral.',
    },
    /** The same on the screen, which has less room. */
    shown: {
      hold: 'Find your neutral: two breaths',
      rep: 'One slow one: it sets your neutral',
    },
    found: 'Neutral set',
    refused: {
      cameraMoved: 'The camera has moved. Show your neutral anew.',
      stale: 'Your neutral is from another day. Show it anew.',
      tooFast: 'Too fast for your neutral. One slow one.',
    },
    relearn: 'Set neutral anew',
  },
  de: {
    ask: {
      hold: 'Finde deine Mitte. Zwei Atemzüge.',
      rep: 'Einmal langsam mit langem Rücken. Das wird deine Mitte.',
    },
    shown: {
      hold: 'Finde deine Mitte: zwei Atemzüge',
      rep: 'Einmal langsam: das wird deine Mitte',
    },
    found: 'Mitte gemerkt',
    refused: {
      cameraMoved: 'Die Kamera steht anders. Zeig deine Mitte neu.',
      stale: 'Deine Mitte ist von einem anderen Tag. Zeig sie neu.',
      tooFast: 'Zu schnell für deine Mitte. Einmal langsam.',
    },
    relearn: 'Mitte neu setzen',
  },
});
