import type { Pass } from '../core/exercises/exercise';
import type { CameraHint } from '../core/kinematics/cameraHint';
import type { View } from '../core/kinematics/view';
import { localize } from './language';
import { formatDecimal } from './numbers';

/** Degrees as one can turn: to the nearest 5, never 0. */
const formatTurn = (angleDeg: number): string =>
  `${String(Math.max(5, Math.round(angleDeg / 5) * 5))}°`;

/** Metres as one can place a laptop: "0.4 m", never 0. */
const formatPlace = (lengthM: number): string => `${formatDecimal(Math.max(0.1, lengthM))} m`;

const hintText = localize({
  en: {
    turn: {
      left: (angle: string) => `Turn ${angle} to your left`,
      right: (angle: string) => `Turn ${angle} to your right`,
    },
    along: {
      head: (length: string) => `Move the laptop ${length} toward your head`,
      feet: (length: string) => `Move the laptop ${length} toward your feet`,
    },
    height: {
      up: (by: string, to: string) => `Raise the laptop by ${by}, to ${to}`,
      down: (by: string, to: string) => `Lower the laptop by ${by}, to ${to}`,
    },
    level: {
      left: 'Level the laptop: lift its left side',
      right: 'Level the laptop: lift its right side',
    },
  },
  de: {
    turn: {
      left: (angle) => `Dreh dich ${angle} nach links`,
      right: (angle) => `Dreh dich ${angle} nach rechts`,
    },
    along: {
      head: (length) => `Schieb den Laptop ${length} Richtung Kopf`,
      feet: (length) => `Schieb den Laptop ${length} Richtung Füße`,
    },
    height: {
      up: (by, to) => `Stell den Laptop ${by} höher, auf ${to}`,
      down: (by, to) => `Stell den Laptop ${by} tiefer, auf ${to}`,
    },
    level: {
      left: 'Stell den Laptop gerade: heb seine linke Seite an',
      right: 'Stell den Laptop gerade: heb seine rechte Seite an',
    },
  },
});

/** What to do to be seen, with the amount: "Turn 20° to your left". */
export function describeHint(hint: CameraHint): string {
  switch (hint.kind) {
    case 'turn':
      return hintText.turn[hint.toward](formatTurn(hint.turnDeg));
    case 'along':
      return hintText.along[hint.toward](formatPlace(hint.byM));
    case 'height':
      return hintText.height[hint.toward](formatPlace(hint.byM), formatPlace(hint.toM));
    case 'level':
      return hintText.level[hint.raise];
  }
}

/** The words of one view. */
interface ViewText {
  /** What to do for it. */
  readonly ask: string;
  /** The same as a finished line of the checklist. */
  readonly framed: string;
  /** Where it is seen from. */
  readonly from: string;
}

const viewText = localize<Readonly<Record<Exclude<View, 'oblique' | 'unknown'>, ViewText>>>({
  en: {
    side: { ask: 'Turn side-on', framed: 'Side-on', from: 'from the side' },
    front: { ask: 'Face the camera', framed: 'Facing the camera', from: 'from the front' },
    back: { ask: 'Turn your back to the camera', framed: 'Seen from behind', from: 'from behind' },
    footEnd: {
      ask: 'Put the laptop beyond your feet',
      framed: 'Seen from your feet',
      from: 'from your feet',
    },
    headEnd: {
      ask: 'Put the laptop beyond your head',
      framed: 'Seen from your head',
      from: 'from your head',
    },
  },
  de: {
    side: { ask: 'Dreh dich seitlich', framed: 'Seitlich', from: 'von der Seite' },
    front: { ask: 'Sieh zur Kamera', framed: 'Zur Kamera', from: 'von vorn' },
    back: { ask: 'Dreh der Kamera den Rücken zu', framed: 'Von hinten', from: 'von hinten' },
    footEnd: {
      ask: 'Stell den Laptop hinter deine Füße',
      framed: 'Von den Füßen her',
      from: 'von den Füßen her',
    },
    headEnd: {
      ask: 'Stell den Laptop hinter deinen Kopf',
      framed: 'Vom Kopf her',
      from: 'vom Kopf her',
    },
  },
});

const heightText = localize({
  en: { low: ', laptop low', high: ', laptop 1.2 m high' },
  de: { low: ', Laptop tief', high: ', Laptop 1,2 m hoch' },
});

/** The words of a place of the laptop: "from the side, laptop 1.2 m high". */
export function describePass({ views, height }: Pass): ViewText {
  const [view] = views;
  const text =
    viewText[view === undefined || view === 'oblique' || view === 'unknown' ? 'side' : view];
  const place = height === undefined ? '' : heightText[height];
  return { ask: text.ask, framed: `${text.framed}${place}`, from: `${text.from}${place}` };
}
