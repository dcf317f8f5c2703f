import type { Condition } from '../core/form/rule';
import type { UnitName } from '../core/units';

/** The words of the settings. */
export const settingsText = {
  title: 'Settings',
  sound: {
    heading: 'Voice and sound',
    voice: 'Voice and tones',
    volume: 'Volume',
    rate: 'Pace',
    choice: 'Voice',
    firstVoice: 'The first that fits',
    noVoice: 'This device has no English voice of its own. Cues are shown, with a short sound.',
    tone: 'A tone while form is lost, in the first two stages',
    try: 'Try it',
  },
  picture: {
    heading: 'Picture',
    mirror: 'Show the picture as a mirror does',
    dark: 'Dark',
    light: 'Light',
    theme: 'Theme',
    unit: 'Weights in',
    kg: 'kg',
    lb: 'lb',
    camera: 'Camera',
    firstCamera: 'The browser’s own choice',
    model: 'Model',
    models: { lite: 'Light, for slow machines', full: 'Full', heavy: 'Heavy, for fast machines' },
  },
  strictness: {
    heading: 'How strict',
    choices: {
      learn: { name: 'Learn', note: 'Every limit is a quarter wider.' },
      standard: { name: 'Standard', note: 'The limits of the programme.' },
      clinician: { name: 'Clinician', note: 'Single rules off, and limits of your own.' },
    },
    exercise: 'Exercise',
    judged: 'Judged',
    warn: 'Warns',
    fail: 'Counts as a fault',
    unsound: 'The fault’s limit must lie beyond the warning’s.',
    asInTable: 'All as in the programme',
  },
  back: {
    heading: 'An arched back',
    alert: 'It stops the clock in bridges and deadlifts. Provisional: one camera sees it roughly.',
    plain: 'Say “Don’t arch” in place of the programme’s cue',
  },
  data: {
    heading: 'What is kept',
    note: 'Choices are kept in this browser, on this device, and nowhere else.',
    export: 'Save to a file',
    reset: 'Set everything back',
  },
} as const;

/** Which way a limit looks: "over 6°". */
export const senseText: Readonly<Record<Condition['sense'], string>> = {
  above: 'over',
  below: 'under',
  beyond: 'either way over',
};

/** The sign of a unit, after its number. */
export const unitSign: Readonly<Record<UnitName, string>> = {
  deg: '°',
  ratio: '(ratio)',
  sec: 's',
  score: '',
  mPerSec: 'm/s',
  perMin: 'a minute',
};
