import type { FramingCheck, FramingId } from '../core/coach/snapshot';
import { catalogue } from '../core/exercises/catalogue';
import type { Posture } from '../core/body/posture';
import { type ExerciseId, findPass, listPassFaults } from '../core/exercises/exercise';
import type { FaultId } from '../core/form/rule';
import { laptopHeightM } from '../core/kinematics/cameraHint';
import { describeHint, describePass } from './cameraPlace';
import { exerciseText } from './exercises';
import { faultText } from './faults';
import { spokenText } from './spoken';

/**
 * What is missing of the picture, said and shown large.
 * @param pass the place of the laptop that is wanted, from 0
 */
export function framingMessage(
  { id, hint }: Pick<FramingCheck, 'id' | 'hint'>,
  exercise: ExerciseId,
  pass: number,
): string {
  if (hint !== undefined) return describeHint(hint);
  const { framing } = exerciseText[exercise];
  if (id === 'startPosition') return framing.startPosition;
  if (id === 'view') return pass === 0 ? framing.view : passText(exercise, pass).ask;
  if (id === 'person') return personText[catalogue[exercise].posture];
  return framingText[id];
}

/** Someone who lies is found more surely while they still stand: they are held on to from there. */
const personText: Readonly<Record<Posture, string>> = {
  standing: 'Step into the picture',
  kneeling: 'Step into the picture',
  reclined: 'Step into the picture',
  supine: 'Face the camera, then lie down',
  prone: 'Face the camera, then lie down',
  quadruped: 'Face the camera, then get down',
  hipTest: 'Face the camera, then lie down or kneel',
};

const passText = (exercise: ExerciseId, pass: number): ReturnType<typeof describePass> =>
  describePass(findPass(catalogue[exercise], pass));

/** Said above the checklist of a further place: "Now from the front: Knees caving in". */
export function passTitle(exercise: ExerciseId, pass: number): string {
  if (pass === 0) return '';
  return `Now ${passText(exercise, pass).from}${listNames(listNewFaults(exercise, pass))}`;
}

const listNames = (faults: readonly FaultId[]): string =>
  faults.length === 0
    ? ''
    : `: ${faults
        .map((id) => faultText[id].name)
        .join(', ')
        .toLowerCase()}`;

/** Faults that a place shows and the first one does not. */
function listNewFaults(exercise: ExerciseId, pass: number): readonly FaultId[] {
  const data = catalogue[exercise];
  const first = listPassFaults(data, findPass(data, 0));
  return listPassFaults(data, findPass(data, pass)).filter((id) => !first.includes(id));
}

const framingText: Readonly<
  Record<Exclude<FramingId, 'view' | 'startPosition' | 'person'>, string>
> = {
  clear: spokenText.inTheWay,
  head: 'I can’t see your head',
  shoulders: 'I can’t see your shoulders',
  hips: 'I can’t see your hips',
  knees: 'I can’t see your knees',
  feet: 'I can’t see your feet',
  closer: 'Come closer',
  back: 'Step back',
  height: 'Mind the height of the laptop',
  level: 'Level the laptop',
  still: 'Hold still',
};

/** A line of the checklist, with the checks it stands for. */
export interface FramingLine {
  readonly ids: readonly FramingId[];
  readonly text: string;
}

/** The checklist before a set: at most six lines that tick themselves. */
export const framingLines = (exercise: ExerciseId, pass: number): readonly FramingLine[] => [
  { ids: ['person', 'clear'], text: 'You are in the picture' },
  { ids: ['head', 'shoulders', 'hips', 'knees', 'feet'], text: 'Head to feet in view' },
  { ids: ['closer', 'back'], text: 'Right distance' },
  {
    ids: ['view', 'height', 'level'],
    text: pass === 0 ? exerciseText[exercise].framed.view : passText(exercise, pass).framed,
  },
  { ids: ['startPosition'], text: exerciseText[exercise].framed.startPosition },
  { ids: ['still'], text: 'Still' },
];

/** Where the laptop stands, for the drawing of the room. */
export interface LaptopPlace {
  readonly posture: Posture;
  /** What the laptop looks at. */
  readonly facing: 'side' | 'front';
  readonly distance: string;
  readonly height: string;
  /** The drawing in words. */
  readonly label: string;
}

/** Distance and height of the laptop (spec 5.1 to 5.9, "View"). */
const laptopAt: Readonly<Record<ExerciseId, { readonly distanceM: number; heightCm: number }>> = {
  gluteBridge: { distanceM: 2.5, heightCm: 30 },
  singleLegBridge: { distanceM: 2.5, heightCm: 30 },
  plank: { distanceM: 2.8, heightCm: 30 },
  kettlebellDeadlift: { distanceM: 2.5, heightCm: 90 },
  kettlebellSwing: { distanceM: 3.5, heightCm: 90 },
  romanianDeadlift: { distanceM: 2.5, heightCm: 90 },
  hipThrust: { distanceM: 2.5, heightCm: 40 },
  abRollout: { distanceM: 2.8, heightCm: 60 },
  stepDown: { distanceM: 2.5, heightCm: 60 },
  bandedHipFlexion: { distanceM: 2.5, heightCm: 90 },
  squat: { distanceM: 2.5, heightCm: 60 },
  hingeHold: { distanceM: 2.5, heightCm: 90 },
  hipFlexorTest: { distanceM: 2.5, heightCm: 75 },
  crawl: { distanceM: 3, heightCm: 40 },
  runCheck: { distanceM: 3, heightCm: 90 },
  suitcaseCarry: { distanceM: 5, heightCm: 90 },
};

/** How the athlete is in the room. */
const athleteText: Readonly<Record<Posture, string>> = {
  supine: 'you lie along the mat',
  prone: 'you lie along the mat',
  kneeling: 'you kneel along the mat',
  quadruped: 'you are on hands and knees along the mat',
  reclined: 'you sit against the bench',
  hipTest: 'you lie along the table',
  standing: 'you stand',
};

/** The place of the laptop for an exercise, and how the athlete is to it. */
export function describePlace(exercise: ExerciseId, pass: number): LaptopPlace {
  const { posture } = catalogue[exercise];
  const place = findPass(catalogue[exercise], pass);
  const facing = place.views[0] === 'side' ? 'side' : 'front';
  const distance = `${String(laptopAt[exercise].distanceM)} m`;
  const heightCm = place.height === 'high' ? laptopHeightM.high * 100 : laptopAt[exercise].heightCm;
  const height = `${String(heightCm)} cm high`;
  const seen = facing === 'front' ? 'faces you' : 'looks at your side';
  const label = `Seen from above: ${athleteText[posture]}, the laptop ${seen} from ${distance} away, ${height}.`;
  return { posture, facing, distance, height, label };
}

/** What to wear, so that the body shows (spec 2.1). */
export const wearText =
  'Wear a fitted top, tucked in, and shorts or leggings, not in the colour of floor or wall.';

/** What is wrong with the camera's pictures, and what to do. */
export const pictureIssueText = {
  dark: 'Too dark. Switch on a light.',
  darkAndSlow: 'Too dark: the camera slows down. Switch on a light.',
  slow: 'Too few pictures. Close other programs.',
  reframes: 'The camera moves its picture. Switch automatic framing off.',
} as const;
