import type { Pass } from '../core/exercises/exercise';
import type { CameraHint } from '../core/kinematics/cameraHint';
import type { View } from '../core/kinematics/view';

/** Degrees as one can turn: to the nearest 5, never 0. */
const formatTurn = (angleDeg: number): string =>
  `${String(Math.max(5, Math.round(angleDeg / 5) * 5))}°`;

/** Metres as one can place a laptop: "0.4 m", never 0. */
const formatPlace = (lengthM: number): string => `${Math.max(0.1, lengthM).toFixed(1)} m`;

/** What to do to be seen, with the amount: "Turn 20° to your left". */
export function describeHint(hint: CameraHint): string {
  switch (hint.kind) {
    case 'turn':
      return `Turn ${formatTurn(hint.turnDeg)} to your ${hint.toward}`;
    case 'along':
      return `Move the laptop ${formatPlace(hint.byM)} toward your ${hint.toward}`;
    case 'height': {
      const verb = hint.toward === 'up' ? 'Raise' : 'Lower';
      return `${verb} the laptop by ${formatPlace(hint.byM)}, to ${formatPlace(hint.toM)}`;
    }
    case 'level':
      return `Level the laptop: lift its ${hint.raise} side`;
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

const viewText: Readonly<Record<Exclude<View, 'oblique' | 'unknown'>, ViewText>> = {
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
};

const heightText = { low: ', laptop low', high: ', laptop 1.2 m high' } as const;

/** The words of a place of the laptop: "from the side, laptop 1.2 m high". */
export function describePass({ views, height }: Pass): ViewText {
  const [view] = views;
  const text =
    viewText[view === undefined || view === 'oblique' || view === 'unknown' ? 'side' : view];
  const place = height === undefined ? '' : heightText[height];
  return { ask: text.ask, framed: `${text.framed}${place}`, from: `${text.from}${place}` };
}
