import type { FramingCheck, FramingId } from '../core/coach/snapshot';
import { catalogue } from '../core/exercises/catalogue';
import type { Side } from '../core/body/keypoint';
import type { Posture } from '../core/body/posture';
import { type ExerciseId, findPass, listPassFaults } from '../core/exercises/exercise';
import type { FaultId } from '../core/form/rule';
import { laptopHeightM } from '../core/kinematics/cameraHint';
import type { View } from '../core/kinematics/view';
import { describeHint, describePass } from './cameraPlace';
import { exerciseText } from './exercises';
import { faultText } from './faults';
import { localize } from './language';
import { formatDecimal } from './numbers';
import { spokenText } from './spoken';

/**
 * What is missing of the picture, said and shown large.
 * @param pass the place of the laptop that is wanted, from 0
 */
export function framingMessage(
  { id, hint, leg }: Pick<FramingCheck, 'id' | 'hint' | 'leg'>,
  exercise: ExerciseId,
  pass: number,
): string {
  if (hint !== undefined) return describeHint(hint);
  const { framing } = exerciseText[exercise];
  if (id === 'startPosition') return framing.startPosition;
  if (id === 'view') return pass === 0 ? framing.view : passText(exercise, pass).ask;
  if (id === 'person') return personText[catalogue[exercise].posture];
  if (id === 'legLift') return legLiftText[leg ?? 'right'];
  return id === 'clear' ? spokenText.inTheWay : framingText[id];
}

/** Someone who lies is found more surely while they still stand: they are held on to from there. */
const personText = localize<Readonly<Record<Posture, string>>>({
  en: {
    standing: 'Step into the picture',
    kneeling: 'Step into the picture',
    reclined: 'Step into the picture',
    supine: 'Face the camera, then lie down',
    prone: 'Face the camera, then lie down',
    quadruped: 'Face the camera, then get down',
    hipTest: 'Face the camera, then lie down or kneel',
  },
  de: {
    standing: 'Komm ins Bild',
    kneeling: 'Komm ins Bild',
    reclined: 'Komm ins Bild',
    supine: 'Sieh zur Kamera, dann leg dich hin',
    prone: 'Sieh zur Kamera, dann leg dich hin',
    quadruped: 'Sieh zur Kamera, dann geh hinunter',
    hipTest: 'Sieh zur Kamera, dann leg dich hin oder knie dich hin',
  },
});

const passText = (exercise: ExerciseId, pass: number): ReturnType<typeof describePass> =>
  describePass(findPass(catalogue[exercise], pass));

/** Said above the checklist of a further place: "Now from the front: Knees caving in". */
export function passTitle(exercise: ExerciseId, pass: number): string {
  if (pass === 0) return '';
  return setupText.now(passText(exercise, pass).from, listNames(listNewFaults(exercise, pass)));
}

const listNames = (faults: readonly FaultId[]): string =>
  faults.map((id) => faultText[id].name).join(', ');

/** Faults that a place shows and the first one does not. */
function listNewFaults(exercise: ExerciseId, pass: number): readonly FaultId[] {
  const data = catalogue[exercise];
  const first = listPassFaults(data, findPass(data, 0));
  return listPassFaults(data, findPass(data, pass)).filter((id) => !first.includes(id));
}

type PlainFramingId = Exclude<FramingId, 'view' | 'startPosition' | 'person' | 'clear' | 'legLift'>;

const legLiftText = localize<Readonly<Record<Side, string>>>({
  en: {
    left: 'Lift your left leg, then put it down',
    right: 'Lift your right leg, then put it down',
  },
  de: {
    left: 'Heb das linke Bein, dann leg es ab',
    right: 'Heb das rechte Bein, dann leg es ab',
  },
});

const framingText = localize<Readonly<Record<PlainFramingId, string>>>({
  en: {
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
  },
  de: {
    head: 'Ich sehe deinen Kopf nicht',
    shoulders: 'Ich sehe deine Schultern nicht',
    hips: 'Ich sehe deine Hüfte nicht',
    knees: 'Ich sehe deine Knie nicht',
    feet: 'Ich sehe deine Füße nicht',
    closer: 'Komm näher',
    back: 'Geh weiter weg',
    height: 'Achte auf die Höhe des Laptops',
    level: 'Stell den Laptop gerade',
    still: 'Halt still',
  },
});

/** The lines of the checklist and of the drawing of the room. */
const setupText = localize({
  en: {
    person: 'You are in the picture',
    held: 'Locked on to you',
    body: 'Head to feet in view',
    distance: 'Right distance',
    sides: 'Left and right checked',
    still: 'Still',
    now: (from: string, faults: string) =>
      faults === '' ? `Now ${from}` : `Now ${from}: ${faults.toLowerCase()}`,
    high: (heightCm: number) => `${String(heightCm)} cm high`,
    seen: { front: 'faces you', side: 'looks at your side', head: 'looks at you over your head' },
    plan: (athlete: string, seen: string, distance: string, height: string) =>
      `Seen from above: ${athlete}, the laptop ${seen} from ${distance} away, ${height}.`,
  },
  de: {
    person: 'Du bist im Bild',
    held: 'Auf dich eingestellt',
    body: 'Von Kopf bis Fuß zu sehen',
    distance: 'Richtiger Abstand',
    sides: 'Links und rechts geprüft',
    still: 'Ruhig',
    now: (from, faults) => (faults === '' ? `Jetzt ${from}` : `Jetzt ${from}: ${faults}`),
    high: (heightCm) => `${String(heightCm)} cm hoch`,
    seen: {
      front: 'sieht dich von vorn',
      side: 'sieht dich von der Seite',
      head: 'sieht über deinen Kopf auf dich',
    },
    plan: (athlete, seen, distance, height) =>
      `Von oben gesehen: ${athlete}, der Laptop ${seen}, aus ${distance} Abstand, ${height}.`,
  },
});

/** A line of the checklist, with the checks it stands for. */
export interface FramingLine {
  readonly ids: readonly FramingId[];
  readonly text: string;
}

/**
 * The checklist before a set: at most seven lines that tick themselves.
 * @param isHeld the tracker holds on to the athlete, whoever else comes
 * @param asksLeg a leg is lifted, so that left and right are known
 */
export const framingLines = (
  exercise: ExerciseId,
  pass: number,
  isHeld = false,
  asksLeg = false,
): readonly FramingLine[] => [
  { ids: ['person', 'clear'], text: isHeld ? setupText.held : setupText.person },
  { ids: ['head', 'shoulders', 'hips', 'knees', 'feet'], text: setupText.body },
  { ids: ['closer', 'back'], text: setupText.distance },
  {
    ids: ['view', 'height', 'level'],
    text: pass === 0 ? exerciseText[exercise].framed.view : passText(exercise, pass).framed,
  },
  ...(asksLeg ? [{ ids: ['legLift'], text: setupText.sides } as const] : []),
  { ids: ['startPosition'], text: exerciseText[exercise].framed.startPosition },
  { ids: ['still'], text: setupText.still },
];

/** Where the laptop stands, for the drawing of the room. */
export interface LaptopPlace {
  readonly posture: Posture;
  /** What the laptop looks at. */
  readonly facing: 'side' | 'front' | 'head';
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
const athleteText = localize<Readonly<Record<Posture, string>>>({
  en: {
    supine: 'you lie along the mat',
    prone: 'you lie along the mat',
    kneeling: 'you kneel along the mat',
    quadruped: 'you are on hands and knees along the mat',
    reclined: 'you sit against the bench',
    hipTest: 'you lie along the table',
    standing: 'you stand',
  },
  de: {
    supine: 'du liegst längs auf der Matte',
    prone: 'du liegst längs auf der Matte',
    kneeling: 'du kniest längs auf der Matte',
    quadruped: 'du bist auf Händen und Knien, längs auf der Matte',
    reclined: 'du sitzt an der Bank',
    hipTest: 'du liegst längs auf dem Tisch',
    standing: 'du stehst',
  },
});

const facingOf: Readonly<Partial<Record<View, LaptopPlace['facing']>>> = {
  side: 'side',
  headEnd: 'head',
};

/** The place of the laptop for an exercise, and how the athlete is to it. */
export function describePlace(exercise: ExerciseId, pass: number): LaptopPlace {
  const { posture } = catalogue[exercise];
  const place = findPass(catalogue[exercise], pass);
  const facing = facingOf[place.views[0] ?? 'side'] ?? 'front';
  const { distanceM } = laptopAt[exercise];
  const distance = `${formatDecimal(distanceM, Number.isInteger(distanceM) ? 0 : 1)} m`;
  const heightCm = place.height === 'high' ? laptopHeightM.high * 100 : laptopAt[exercise].heightCm;
  const height = setupText.high(heightCm);
  const label = setupText.plan(athleteText[posture], setupText.seen[facing], distance, height);
  return { posture, facing, distance, height, label };
}

/** Advice that stands beside the drawing. */
export const adviceText = localize({
  en: {
    /** What to wear, so that the body shows (spec 2.1). */
    wear: 'Wear a fitted top, tucked in, and shorts or leggings, not in the colour of floor or wall.',
  },
  de: {
    wear: 'Trag ein enges Oberteil, eingesteckt, und eine kurze Hose oder Leggings, nicht in der Farbe von Boden oder Wand.',
  },
});

/** What is wrong with the camera's pictures, and what to do. */
/** Another model than the chosen one judges. */
export const modelText = localize({
  en: {
    smaller:
      'The model you chose is not on this device yet. A smaller one judges; the lightest leaves out your low back. Go online once to fetch yours.',
  },
  de: {
    smaller:
      'Das gewählte Modell ist noch nicht auf diesem Gerät. Ein kleineres urteilt; das leichteste lässt den unteren Rücken aus. Geh einmal online, um deines zu holen.',
  },
});

export const pictureIssueText = localize({
  en: {
    dark: 'Too dark. Switch on a light.',
    darkAndSlow: 'Too dark: the camera slows down. Switch on a light.',
    slow: 'Too few pictures. Close other programs.',
    reframes: 'The camera moves its picture. Switch automatic framing off.',
  },
  de: {
    dark: 'Zu dunkel. Mach Licht an.',
    darkAndSlow: 'Zu dunkel: die Kamera wird langsam. Mach Licht an.',
    slow: 'Zu wenige Bilder. Schließ andere Programme.',
    reframes: 'Die Kamera verschiebt ihr Bild. Schalte die automatische Bildführung aus.',
  },
});
