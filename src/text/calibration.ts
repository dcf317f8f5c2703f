import type { CalibrationLack, CalibrationStepId } from '../core/coach/calibration';
import { localize } from './language';

/** What to do in each position: said once and shown until it is read. */
export const calibrationStepText = localize<
  Readonly<Record<CalibrationStepId, { readonly name: string; readonly ask: string }>>
>({
  en: {
    standingSide: {
      name: 'Standing, side',
      ask: 'Stand side-on, tall and relaxed, and hold still.',
    },
    toeTouch: {
      name: 'Bow, side (optional)',
      ask: 'If you like, and only without pain: bow slowly as far as you can, stay a moment, come up.',
    },
    standingFront: { name: 'Standing, front', ask: 'Now face the camera and hold still.' },
    lyingSide: {
      name: 'Lying, side',
      ask: 'Now lie down side-on, knees bent, breathe out and hold still.',
    },
  },
  de: {
    standingSide: {
      name: 'Stehend, seitlich',
      ask: 'Stell dich seitlich hin, aufrecht und locker, und halt still.',
    },
    toeTouch: {
      name: 'Vorbeugen, seitlich (freiwillig)',
      ask: 'Wenn du willst und nichts wehtut: beug dich langsam ganz vor, bleib kurz und komm hoch.',
    },
    standingFront: { name: 'Stehend, von vorn', ask: 'Jetzt sieh zur Kamera und halt still.' },
    lyingSide: {
      name: 'Liegend, seitlich',
      ask: 'Jetzt leg dich seitlich zur Kamera auf den Rücken, Knie gebeugt, atme aus und halt still.',
    },
  },
});

/** What is wrong with a position, by what is wanted of it. */
const lackText = localize({
  en: {
    person: 'I can’t see all of you',
    tall: 'Stand tall',
    lying: 'Lie down on your back',
    side: 'Turn side-on',
    front: 'Face the camera',
    still: 'Hold still',
    bands: 'I can’t see both bands: take your arms off them',
    bandsUnseen: 'I didn’t see both bands at the lowest point. Once more, or skip it.',
    rangeSmall: 'That bow is too small to measure by. Once more, or skip it.',
  },
  de: {
    person: 'Ich sehe nicht alles von dir',
    tall: 'Stell dich aufrecht hin',
    lying: 'Leg dich auf den Rücken',
    side: 'Dreh dich seitlich',
    front: 'Sieh zur Kamera',
    still: 'Halt still',
    bands: 'Ich sehe nicht beide Bänder: nimm die Arme davon weg',
    bandsUnseen: 'Unten habe ich nicht beide Bänder gesehen. Noch einmal, oder lass es aus.',
    rangeSmall: 'So wenig Vorbeugen reicht zum Messen nicht. Noch einmal, oder lass es aus.',
  },
});

/** What each position wants of the body and of the view. */
const wanted: Readonly<
  Record<CalibrationStepId, { readonly posture: 'tall' | 'lying'; readonly view: 'side' | 'front' }>
> = {
  standingSide: { posture: 'tall', view: 'side' },
  toeTouch: { posture: 'tall', view: 'side' },
  standingFront: { posture: 'tall', view: 'front' },
  lyingSide: { posture: 'lying', view: 'side' },
};

/** What a position lacks. */
export function describeLack(step: CalibrationStepId, lack: CalibrationLack): string {
  return lackText[lack === 'posture' || lack === 'view' ? wanted[step][lack] : lack];
}

/** Everything else that the calibration says. */
export const calibrationText = localize({
  en: {
    title: 'Your neutral of today',
    purpose:
      'Three still positions of three seconds. Sets of the next hours are judged against your own standing instead of everyone’s.',
    begin: 'Read my neutral',
    again: 'Read my neutral again',
    inUse: 'Judged against your own neutral of today.',
    age: (hours: number) =>
      hours < 1 ? 'Read within the last hour.' : `Read ${String(Math.floor(hours))} h ago.`,
    bowed:
      'Rounding of the back counts as a share of your own full bend, as long as you leave the bands on.',
    moved: 'The laptop has moved since your neutral was read: judged without it. Read it again.',
    target: (deg: number) =>
      `Your hip-flexor test asks your bridge for ${String(deg)}° less, so that your back need not arch.`,
    skip: 'Skip this position',
    leave: 'Leave',
    done: 'Your neutral is read.',
    nothing: 'Nothing was read.',
    notKept: 'This browser does not let me keep it: it is gone with this page.',
  },
  de: {
    title: 'Deine Mitte von heute',
    purpose:
      'Drei ruhige Stellungen von je drei Sekunden. Die Sätze der nächsten Stunden werden an deinem eigenen Stand gemessen statt an dem von allen.',
    begin: 'Meine Mitte messen',
    again: 'Meine Mitte neu messen',
    inUse: 'Gemessen wird an deiner eigenen Mitte von heute.',
    age: (hours: number) =>
      hours < 1 ? 'Das war in der letzten Stunde.' : `Das war vor ${String(Math.floor(hours))} h.`,
    bowed:
      'Ein runder Rücken zählt als Anteil deiner eigenen vollen Beugung, solange du die Bänder anlässt.',
    moved:
      'Der Laptop steht anders als bei der Messung deiner Mitte: sie zählt nicht. Miss sie neu.',
    target: (deg: number) =>
      `Nach deinem Hüftbeugertest muss deine Brücke ${String(deg)}° weniger hoch, damit der Rücken nicht ins Hohlkreuz muss.`,
    skip: 'Diese Stellung auslassen',
    leave: 'Verlassen',
    done: 'Deine Mitte ist gemessen.',
    nothing: 'Nichts wurde gemessen.',
    notKept: 'Dieser Browser lässt mich sie nicht behalten: sie ist mit dieser Seite weg.',
  },
});
