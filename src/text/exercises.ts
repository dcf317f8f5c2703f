import type { FramingId } from '../core/coach/snapshot';
import type { ExerciseId } from '../core/exercises/exercise';

/** The words of one exercise. */
export interface ExerciseText {
  readonly name: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Where the camera stands, as a phrase. */
  readonly camera: string;
  /** The instruction card: what to do, in order. */
  readonly instructions: readonly string[];
  /** One and several of what is counted. */
  readonly counted: readonly [one: string, several: string];
  /** What is said of those that were good: "8 of 10 held". */
  readonly wellDone: string;
  /** What to do before the set, where it differs by exercise. */
  readonly framing: Readonly<Record<'view' | 'startPosition', string>>;
  /** The same as a finished line of the checklist. */
  readonly framed: Readonly<Record<'view' | 'startPosition', string>>;
  /** What the head and the foot of the gauge mean. */
  readonly gaugeEnds: readonly [head: string, foot: string];
  /** Said and shown when the set begins. */
  readonly begin: string;
}

/** The words of every exercise in the catalogue. */
export const exerciseText: Readonly<Record<ExerciseId, ExerciseText>> = {
  gluteBridge: {
    name: 'Glute bridge',
    purpose: 'Hold the hips in one line with trunk and thighs.',
    camera: 'From the side, laptop low, 2.5 m away',
    instructions: [
      'Lie on your back, heels a hand’s width from your seat, arms on the floor, away from your sides.',
      'Brace lightly all around the waist and keep breathing.',
      'Tuck your tailbone, then push the floor away with your heels.',
      'Lift until shoulder, hip and knee make one line. Not higher.',
      'Squeeze the glutes as if to crack an acorn, and hold.',
    ],
    counted: ['hold', 'holds'],
    wellDone: 'held',
    framing: { view: 'Turn side-on', startPosition: 'Lie down on your back' },
    framed: { view: 'Side-on', startPosition: 'Lying on your back' },
    gaugeEnds: ['high', 'low'],
    begin: 'Go. Lift when you are ready.',
  },
  singleLegBridge: {
    name: 'Single-leg bridge',
    purpose: 'The same line on one leg, with neither side of the pelvis dipping.',
    camera: 'From the side, laptop low, 2.5 m away',
    instructions: [
      'Begin as in the glute bridge and lift with both feet.',
      'Straighten one knee; keep the thighs side by side.',
      'Let neither side of the pelvis dip.',
      'Push through the heel and hold the line.',
      'Come down with both feet, then change legs for the next set.',
    ],
    counted: ['hold', 'holds'],
    wellDone: 'held',
    framing: { view: 'Turn side-on', startPosition: 'Lie down on your back' },
    framed: { view: 'Side-on', startPosition: 'Lying on your back' },
    gaugeEnds: ['high', 'low'],
    begin: 'Go. Lift when you are ready.',
  },
  plank: {
    name: 'Forearm plank',
    purpose: 'Hold one line from ears to heels without the low back sagging.',
    camera: 'From the side, laptop low, 2.8 m away',
    instructions: [
      'Forearms on the floor, elbows under your shoulders.',
      'Ribcage down, tailbone tucked a little.',
      'Lift the hips into line with shoulders and heels.',
      'Long neck, eyes to the floor.',
      'Keep breathing while you hold.',
    ],
    counted: ['hold', 'holds'],
    wellDone: 'held',
    framing: { view: 'Turn side-on', startPosition: 'Get into your plank' },
    framed: { view: 'Side-on', startPosition: 'In the plank' },
    gaugeEnds: ['sagging', 'piked'],
    begin: 'Go. Hold the line.',
  },
  kettlebellDeadlift: {
    name: 'Kettlebell deadlift',
    purpose: 'Bend at the hips, not in the back, and stand up with the bell.',
    camera: 'From the side, at hip height, 2.5 m away',
    instructions: [
      'Stand over the bell, feet as wide as your hips.',
      'Ribs over hips, then send the hips back.',
      'Reach the bell with a long spine and soft knees.',
      'Push through the heels; chest and hips come up together.',
      'Finish tall by cracking the acorn. Do not lean back.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Turn side-on', startPosition: 'Stand tall' },
    framed: { view: 'Side-on', startPosition: 'Standing tall' },
    gaugeEnds: ['bent', 'tall'],
    begin: 'Go. Lift when you are ready.',
  },
  kettlebellSwing: {
    name: 'Kettlebell swing',
    purpose: 'A bridge with speed: the hips drive the bell, the arms only hold it.',
    camera: 'From the side, at hip height, 3 to 4 m away, out of the bell’s way',
    instructions: [
      'Hinge and hike the bell back between your thighs, high.',
      'Snap the hips forward and crack the acorn.',
      'Let the bell float to chest height. Stay tall.',
      'Wait, then let it fall and catch it with the hips.',
      'Keep a long spine as you slow it down.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Turn side-on', startPosition: 'Stand tall' },
    framed: { view: 'Side-on', startPosition: 'Standing tall' },
    gaugeEnds: ['bent', 'tall'],
    begin: 'Go. Swing when you are ready.',
  },
  hingeHold: {
    name: 'Hinge hold',
    purpose: 'Hold a hinge against gravity with a long back.',
    camera: 'From the side, at hip height, 2.5 m away',
    instructions: [
      'Stand tall, arms along your sides.',
      'Send the hips back until your trunk is half way to level.',
      'Soft knees, long spine from ears to tailbone.',
      'Hold still and keep breathing.',
      'Stand up by pushing the hips forward.',
    ],
    counted: ['hold', 'holds'],
    wellDone: 'held',
    framing: { view: 'Turn side-on', startPosition: 'Stand tall' },
    framed: { view: 'Side-on', startPosition: 'Standing tall' },
    gaugeEnds: ['lower', 'higher'],
    begin: 'Go. Hinge when you are ready.',
  },
  romanianDeadlift: {
    name: 'Romanian deadlift',
    purpose: 'A slow hinge: the bell glides down the legs and never touches the floor.',
    camera: 'From the side, at hip height, 2.5 m away',
    instructions: [
      'Stand tall with the bell against your thighs.',
      'Send the hips back for three slow seconds; shins stay still.',
      'Stop where the back would begin to round.',
      'Come up without a pause and stay tall.',
      'Keep the bell close all the way.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Turn side-on', startPosition: 'Stand tall' },
    framed: { view: 'Side-on', startPosition: 'Standing tall' },
    gaugeEnds: ['bent', 'tall'],
    begin: 'Go. Lower when you are ready.',
  },
  squat: {
    name: 'Squat',
    purpose: 'Knees stay over the toes, weight even on both feet.',
    camera: 'From the front, at knee height, 2.5 m away',
    instructions: [
      'Stand with your feet as wide as your hips, toes slightly out.',
      'Brace lightly and stand tall.',
      'Sit down between your heels; let the knees follow the toes.',
      'Go only as deep as the back stays long.',
      'Push the floor away with both feet alike.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Face the camera', startPosition: 'Stand tall' },
    framed: { view: 'Facing the camera', startPosition: 'Standing tall' },
    gaugeEnds: ['wide', 'narrow'],
    begin: 'Go. Squat when you are ready.',
  },
};

/** What is missing of the picture, said and shown large. */
export function framingMessage(id: FramingId, exercise: ExerciseId): string {
  if (id === 'view' || id === 'startPosition') return exerciseText[exercise].framing[id];
  return framingText[id];
}

const framingText: Readonly<Record<Exclude<FramingId, 'view' | 'startPosition'>, string>> = {
  person: 'Step into the picture',
  head: 'I can’t see your head',
  shoulders: 'I can’t see your shoulders',
  hips: 'I can’t see your hips',
  knees: 'I can’t see your knees',
  feet: 'I can’t see your feet',
  closer: 'Come closer',
  back: 'Step back',
  still: 'Hold still',
};

/** A line of the checklist, with the checks it stands for. */
export interface FramingLine {
  readonly ids: readonly FramingId[];
  readonly text: string;
}

/** The checklist before a set: at most six lines that tick themselves. */
export const framingLines = (exercise: ExerciseId): readonly FramingLine[] => [
  { ids: ['person'], text: 'You are in the picture' },
  { ids: ['head', 'shoulders', 'hips', 'knees', 'feet'], text: 'Head to feet in view' },
  { ids: ['closer', 'back'], text: 'Right distance' },
  { ids: ['view'], text: exerciseText[exercise].framed.view },
  { ids: ['startPosition'], text: exerciseText[exercise].framed.startPosition },
  { ids: ['still'], text: 'Still' },
];

/** Where the laptop stands, for the drawing of the room. */
export interface LaptopPlace {
  readonly distance: string;
  readonly height: string;
  /** The drawing in words. */
  readonly label: string;
}

/** The camera's place by exercise (spec 5.1 and 5.6, "View"). */
export const laptopPlace: Readonly<Record<ExerciseId, LaptopPlace>> = {
  gluteBridge: {
    distance: '2.5 m',
    height: '30 cm high',
    label:
      'Seen from above: you lie along the mat, the laptop looks at your side from 2.5 m, 30 cm high.',
  },
  singleLegBridge: {
    distance: '2.5 m',
    height: '30 cm high',
    label:
      'Seen from above: you lie along the mat, the laptop looks at your side from 2.5 m, 30 cm high.',
  },
  plank: {
    distance: '2.8 m',
    height: '30 cm high',
    label:
      'Seen from above: you lie along the mat, the laptop looks at your side from 2.8 m, 30 cm high.',
  },
  kettlebellDeadlift: {
    distance: '2.5 m',
    height: '90 cm high',
    label: 'Seen from above: the laptop looks at your side from 2.5 m, 90 cm high.',
  },
  kettlebellSwing: {
    distance: '3.5 m',
    height: '90 cm high',
    label: 'Seen from above: the laptop looks at your side from 3.5 m, 90 cm high.',
  },
  hingeHold: {
    distance: '2.5 m',
    height: '90 cm high',
    label: 'Seen from above: the laptop looks at your side from 2.5 m, 90 cm high.',
  },
  romanianDeadlift: {
    distance: '2.5 m',
    height: '90 cm high',
    label: 'Seen from above: the laptop looks at your side from 2.5 m, 90 cm high.',
  },
  squat: {
    distance: '2.5 m',
    height: '60 cm high',
    label: 'Seen from above: you face the laptop, which stands 2.5 m in front of you, 60 cm high.',
  },
};
