import { localize } from './language';

/** Sentences that are spoken and captioned, beside cues and framing. */
export const spokenText = localize({
  en: {
    bodyLost: 'I can’t see you',
    inTheWay: 'Someone is in the way',
    wasHidden: 'The set was paused while this page was hidden.',
    paused: 'Paused. One arm up goes on, both arms up finish.',
    resumed: 'Going on.',
    stopped: 'Stop. Rest.',
    setDone: 'Set done.',
  },
  de: {
    bodyLost: 'Ich sehe dich nicht',
    inTheWay: 'Jemand steht im Weg',
    wasHidden: 'Der Satz stand still, solange diese Seite verdeckt war.',
    paused: 'Pause. Ein Arm hoch: weiter. Beide Arme hoch: fertig.',
    resumed: 'Weiter geht es.',
    stopped: 'Stopp. Ruh dich aus.',
    setDone: 'Satz fertig.',
  },
});
