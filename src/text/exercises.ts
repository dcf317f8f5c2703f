import type { Side } from '../core/body/keypoint';
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
  /** Said when a hold has come to its target; absent where reps are counted. */
  readonly reached?: string;
  /** The working side, where one side works: "On the left leg". */
  readonly onSide?: Readonly<Record<Side, string>>;
}

/** Exercises that the programme names together. */
export interface ExerciseGroup {
  readonly name: string;
  readonly ids: readonly ExerciseId[];
}

/** The programme's groups in its order; each exercise is in one of them. */
export const exerciseGroups: readonly ExerciseGroup[] = [
  { name: 'Reset', ids: ['hipFlexorTest'] },
  { name: 'Reinforce', ids: ['gluteBridge', 'singleLegBridge', 'plank', 'abRollout'] },
  {
    name: 'Reload',
    ids: ['kettlebellDeadlift', 'kettlebellSwing', 'romanianDeadlift', 'hipThrust'],
  },
  { name: 'Transfer', ids: ['squat', 'stepDown'] },
  { name: 'Hold', ids: ['hingeHold'] },
  { name: 'Runner', ids: ['suitcaseCarry', 'crawl', 'runCheck', 'bandedHipFlexion'] },
];

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
    reached: 'Hold done. Come down.',
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
    reached: 'Hold done. Come down on both feet.',
    onSide: { left: 'On the left leg', right: 'On the right leg' },
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
    reached: 'Hold done. Come down.',
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
    reached: 'Hold done. Stand up.',
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
  hipFlexorTest: {
    name: 'Hip-flexor test',
    purpose: 'See how far the thigh goes behind the trunk while the back stays flat.',
    camera: 'From the side at table height, 2.5 m away, the leg you test nearest to it',
    instructions: [
      'Sit on the edge of a firm table, lie back and hug both knees: your back is flat.',
      'Keep the far knee at your chest. Let the near leg hang, all of it relaxed.',
      'Wait two seconds until it has settled. The back stays on the table.',
      'Bring the knee back. Three times, then turn round for the other leg.',
      'Without a table: kneel on the near knee, tuck your tailbone, move the hips forward, hold still.',
    ],
    counted: ['trial', 'trials'],
    wellDone: 'valid',
    framing: { view: 'Turn side-on', startPosition: 'Lie back, both knees to your chest' },
    framed: { view: 'Side-on', startPosition: 'Knees to your chest, or half-kneeling' },
    gaugeEnds: ['', ''],
    begin: 'Go. Let the near leg down.',
    reached: 'Settled. Knee back to your chest.',
    onSide: { left: 'Left leg', right: 'Right leg' },
  },
  crawl: {
    name: 'Crawl',
    purpose: 'Move hands and knees in turn while trunk and hips stay as they are.',
    camera: 'From the side, laptop low, 3 m away; then from behind',
    instructions: [
      'Hands under your shoulders, knees under your hips. Back flat, hips level.',
      'Lift the knees a hand’s width for the bear crawl, or keep them on the mat.',
      'Move one hand and the opposite knee together, one step a second.',
      'Ribcage down; let the hips neither sway nor rise.',
      'Go 6 to 8 steps, turn, and come back. Three times.',
      'Then put the laptop behind you: only from there it sees the hips sway.',
    ],
    counted: ['length', 'lengths'],
    wellDone: 'crawled well',
    framing: { view: 'Turn side-on', startPosition: 'Get on your hands and knees' },
    framed: { view: 'Side-on', startPosition: 'On hands and knees' },
    gaugeEnds: ['piked', 'flat'],
    begin: 'Go. Crawl slowly.',
  },
  runCheck: {
    name: 'Run check',
    purpose: 'See how you run: nothing is judged, what is measured is told afterwards.',
    camera: 'Beside the treadmill at hip height, 3 m away; then behind it',
    instructions: [
      'Set the camera to 60 frames a second; below 50 only your steps are counted.',
      'Stand on the treadmill, side-on to the laptop.',
      'Run at a comfortable speed for half a minute.',
      'Stop, put the laptop behind the treadmill, and run again.',
      'Tell your physio what you read; it is a pattern, not a diagnosis.',
    ],
    counted: ['run', 'runs'],
    wellDone: 'measured',
    framing: { view: 'Turn side-on', startPosition: 'Stand tall' },
    framed: { view: 'Side-on', startPosition: 'Standing tall' },
    gaugeEnds: ['', ''],
    begin: 'Go. Run when you are ready.',
    reached: 'That is enough. Slow down when you like.',
  },
  suitcaseCarry: {
    name: 'Suitcase carry',
    purpose: 'Walk with a weight in one hand as if there were none.',
    camera: 'In front of you, at hip height, with 4 to 6 m to walk toward it',
    instructions: [
      'Stand tall, facing the camera, your hands empty, until it begins.',
      'Take a weight in one hand: a tenth of what you weigh to start with.',
      'Walk to the camera and back with smooth, even steps.',
      'Stay tall: shoulders level, hips level, ribcage down.',
      'Do 20 m three times with each hand, in lengths of 5 m.',
      'For one length walk past the camera side-on, so that it sees your back.',
    ],
    counted: ['length', 'lengths'],
    wellDone: 'walked well',
    framing: { view: 'Face the camera', startPosition: 'Stand tall' },
    framed: { view: 'Facing the camera', startPosition: 'Standing tall' },
    gaugeEnds: ['to the load', 'away'],
    begin: 'Go. Take the weight and walk.',
    onSide: { left: 'In the left hand', right: 'In the right hand' },
  },
  hipThrust: {
    name: 'Hip thrust',
    purpose: 'Drive the hips up to the line from a bench, with the glutes and not the low back.',
    camera: 'From the side, at bench height, 2.5 m away',
    instructions: [
      'Sit against the bench, its edge under your shoulder blades, feet as wide as your hips.',
      'Chin in, ribcage down, a light brace all around the waist.',
      'Push through the heels until shoulder, hip and knee make one line. Not higher.',
      'Crack the acorn and stay there for a second; the shins stand upright.',
      'Come down slowly, as far as the back stays long.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Turn side-on', startPosition: 'Sit low against the bench' },
    framed: { view: 'Side-on', startPosition: 'Against the bench, hips low' },
    gaugeEnds: ['high', 'low'],
    begin: 'Go. Lift when you are ready.',
  },
  stepDown: {
    name: 'Step-down',
    purpose: 'Stairs without the knee falling in or the pelvis dropping.',
    camera: 'From the front, at knee height, 2.5 m from the step',
    instructions: [
      'Stand tall on a step of 15 to 20 cm with both feet, hands at your sides.',
      'Reach one heel forward and down; the other leg does the work.',
      'Let the working knee follow its toes. Hips level.',
      'Touch the floor lightly, without leaning on that foot.',
      'Rise by pushing the step away. Stay tall.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Face the camera', startPosition: 'Stand tall on the step' },
    framed: { view: 'Facing the camera', startPosition: 'Standing tall on the step' },
    gaugeEnds: ['inward', 'outward'],
    begin: 'Go. Step down when you are ready.',
    onSide: { left: 'Standing on the left leg', right: 'Standing on the right leg' },
  },
  bandedHipFlexion: {
    name: 'Banded hip flexion',
    purpose: 'Load the hip flexors through their full range, with the low back left out of it.',
    camera: 'From the side of the leg that lifts, at hip height, 2.5 m away',
    instructions: [
      'Loop the band around both feet and stand tall.',
      'Lift one knee past hip height against the band. Ribcage down.',
      'Stay tall; the trunk does not lean back.',
      'Hold the top for a second, tall on the standing leg.',
      'Let the foot down slowly; do not let the band pull it.',
    ],
    counted: ['rep', 'reps'],
    wellDone: 'good',
    framing: { view: 'Turn side-on', startPosition: 'Stand tall' },
    framed: { view: 'Side-on', startPosition: 'Standing tall' },
    gaugeEnds: ['forward', 'back'],
    begin: 'Go. Lift your knee when you are ready.',
    onSide: { left: 'The left leg lifts', right: 'The right leg lifts' },
  },
  abRollout: {
    name: 'Ball roll-out',
    purpose: 'Reach as far as one line from knees to ears holds, without the low back sagging.',
    camera: 'From the side, at mat height, 2.8 m away',
    instructions: [
      'Kneel tall behind the ball, forearms on it, a light brace all around the waist.',
      'Tuck your tailbone, ribcage down.',
      'Lead with the hips and let the ball roll away.',
      'Stop before the low back sags; ears, shoulders, hips and knees stay in line.',
      'Breathe comfortably, hold, and draw back to tall kneeling.',
    ],
    counted: ['hold', 'holds'],
    wellDone: 'held',
    framing: { view: 'Turn side-on', startPosition: 'Kneel tall behind the ball' },
    framed: { view: 'Side-on', startPosition: 'Kneeling tall' },
    gaugeEnds: ['sagging', 'piked'],
    begin: 'Go. Roll out when you are ready.',
    reached: 'Hold done. Roll back.',
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
