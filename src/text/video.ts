import { localize } from './language';

/** The words of the screen for any video, and of its analysis. */
export const videoText = localize({
  en: {
    title: 'Judge a video',
    what: 'A clip from a phone or a camera that stands still, with the whole body in the picture. Every frame of it is judged; it never leaves this device.',
    choose: 'Choose a video',
    chooseOther: 'Choose another one',
    part: 'Which part of it',
    from: 'From',
    to: 'To',
    exercise: 'Exercise',
    side: 'Working side',
    sides: { seen: 'as it is seen', left: 'left', right: 'right' },
    judge: (length: string): string => `Judge ${length}`,
    left: (sec: number): string =>
      sec < 90
        ? `about ${String(Math.ceil(sec))} s left`
        : `about ${String(Math.ceil(sec / 60))} min left`,
    cancel: 'Cancel',
    review: 'Review it',
  },
  de: {
    title: 'Ein Video beurteilen',
    what: 'Ein Clip von einem Telefon oder einer Kamera, die still steht, mit dem ganzen Körper im Bild. Jedes Bild wird beurteilt; nichts verlässt dieses Gerät.',
    choose: 'Video wählen',
    chooseOther: 'Ein anderes wählen',
    part: 'Welcher Teil davon',
    from: 'Von',
    to: 'Bis',
    exercise: 'Übung',
    side: 'Arbeitende Seite',
    sides: { seen: 'wie sie zu sehen ist', left: 'links', right: 'rechts' },
    judge: (length) => `${length} beurteilen`,
    left: (sec) =>
      sec < 90
        ? `noch etwa ${String(Math.ceil(sec))} s`
        : `noch etwa ${String(Math.ceil(sec / 60))} min`,
    cancel: 'Abbrechen',
    review: 'Ansehen',
  },
});
