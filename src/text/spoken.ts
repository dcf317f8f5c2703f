import { localize } from './language';

/** Sentences that are spoken and captioned, beside cues and framing. */
export const spokenText = localize({
  en: {
    bodyLost: 'I can’t see you',
    inTheWay: 'Someone is in the way',
    wasHidden: 'The set was paused while this page was hidden.',
    soundTaken: 'A call or another app has the sound. The set waits until it is over.',
    soundIsBack: 'The sound is back. Going on.',
    speakerGone: 'The speaker is gone. I go on from this device.',
    paused: 'Paused. One arm up goes on, both arms up finish.',
    resumed: 'Going on.',
    stopped: 'Stop. Rest.',
    setDone: 'Set done.',
    countAloud: 'Count aloud.',
  },
  de: {
    bodyLost: 'Ich sehe dich nicht',
    inTheWay: 'Jemand steht im Weg',
    wasHidden: 'Der Satz stand still, solange diese Seite verdeckt war.',
    soundTaken: 'Ein Anruf oder eine andere App hat den Ton. Der Satz wartet, bis es vorbei ist.',
    soundIsBack: 'Der Ton ist wieder da. Weiter geht es.',
    speakerGone: 'Der Lautsprecher ist weg. Ich mache von diesem Gerät aus weiter.',
    paused: 'Pause. Ein Arm hoch: weiter. Beide Arme hoch: fertig.',
    resumed: 'Weiter geht es.',
    stopped: 'Stopp. Ruh dich aus.',
    setDone: 'Satz fertig.',
    countAloud: 'Zähl laut mit.',
  },
});
