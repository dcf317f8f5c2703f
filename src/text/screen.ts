/** What the frame's state is called, beside its icon and its pattern. */
export const stateText = {
  good: 'In form',
  warn: 'Careful',
  fault: 'Out of form',
  unseen: 'I can’t see',
  rest: 'Ready',
} as const;

/** The side of the person that the camera sees. */
export const sideName = {
  left: 'Left side',
  right: 'Right side',
} as const;

/** What a rep pip means, for those who hear the screen. */
export const pipText = {
  good: 'good',
  flawed: 'good, with a slight fault',
  faulty: 'with a fault',
  short: 'too short',
  unseen: 'not seen',
  attempt: 'attempt',
  done: 'done',
  current: 'running',
  todo: 'to do',
} as const;

/** The three clocks and rest. */
export const clockText = {
  good: 'good',
  faulty: 'faulty',
  unseen: 'unseen',
  rest: 'rest',
} as const;

/** How heavy a fault was. */
export const levelText = {
  warn: 'slight',
  fail: 'clear',
} as const;

/** Everything else that the screens say. */
export const screenText = {
  productName: 'Hipline',
  chooseExercise: 'What are you training?',
  useCamera: 'Use the camera',
  openVideo: 'Open a video',
  openTrace: 'Open a trace',
  tryDemo: 'Try without a camera',
  onDevice: 'Nothing leaves this device.',
  about: 'About',
  back: 'Back',
  settings: 'Settings',
  mute: 'Turn the voice off',
  unmute: 'Turn the voice on',
  pause: 'Pause',
  resume: 'Go on',
  stop: 'End the set',
  start: 'Start now',
  opening: 'Opening the camera',
  openingFile: 'Opening the file',
  loading: 'Getting the model ready',
  judging: 'Judging',
  waiting: 'Waiting for the first picture',
  ready: 'Ready. Hold still.',
  paused: 'Paused',
  pausedByArm: 'One arm up: go on. Both arms up: finish.',
  fullScreen: 'Full screen',
  feelIt: 'Feel it',
  showMe: 'Show me',
  setOf: (n: number, of: number): string => `Set ${String(n)} of ${String(of)}`,
  armsUp: 'Keep it up',
  checklist: 'Before the set',
  placeCamera: 'Where the laptop stands',
  howTo: 'How it is done',
  ofTarget: 'of',
  goodTime: 'good',
  setDone: 'Set done',
  summary: 'Summary',
  clocks: 'Time in the set',
  reps: 'One by one',
  measures: 'What was measured',
  faults: 'Faults',
  noFaults: 'No fault was seen.',
  unseen: 'Not seen, so not judged',
  allSeen: 'Everything that is judged here was in view.',
  seenUnknown: 'Tracking stopped before the set did, so this is not known.',
  provisional: 'provisional',
  provisionalNote:
    'Provisional: one camera measures this only roughly. It pauses the clock, but it does not spoil the set.',
  again: 'Again',
  firstPlace: 'From the first place again',
  done: 'Done',
  seeSummary: 'See the summary',
  dropped: 'dropped',
} as const;
