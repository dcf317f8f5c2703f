import type { Condition } from '../core/form/rule';
import type { UnitName } from '../core/units';
import { type Language, localize } from './language';

/** The words of the settings. */
export const settingsText = localize({
  en: {
    title: 'Settings',
    sound: {
      heading: 'Voice and sound',
      voice: 'Voice and tones',
      volume: 'Volume',
      rate: 'Pace',
      choice: 'Voice',
      firstVoice: 'The first that fits',
      noVoice: 'This device has no English voice of its own. Cues are shown, with a short sound.',
      countdown: 'Count down 3, 2, 1 before a set',
      tone: 'A tone while form is lost, in the first two stages',
      try: 'Try it',
    },
    picture: {
      heading: 'Language and picture',
      language: 'Language',
      mirror: 'Show the picture as a mirror does',
      system: 'As the system',
      dark: 'Dark',
      light: 'Light',
      theme: 'Theme',
      unit: 'Weights in',
      kg: 'kg',
      lb: 'lb',
      camera: 'Camera',
      firstCamera: 'The browser’s own choice',
      model: 'Model',
      models: {
        auto: 'What this machine keeps up with',
        lite: 'Light, for slow machines',
        full: 'Full',
        heavy: 'Heavy, for fast machines',
      },
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
      heading: 'Back and pelvis',
      alert:
        'An arched back stops the clock in bridges and deadlifts. Provisional: one camera sees it roughly.',
      plain: 'Say “Don’t arch” in place of the programme’s cue',
    },
    data: {
      heading: 'What is kept',
      note: 'Choices are kept in this browser, on this device, and nowhere else.',
      export: 'Save to a file',
      reset: 'Set everything back',
    },
  },
  de: {
    title: 'Einstellungen',
    sound: {
      heading: 'Stimme und Ton',
      voice: 'Stimme und Töne',
      volume: 'Lautstärke',
      rate: 'Tempo',
      choice: 'Stimme',
      firstVoice: 'Die erste, die passt',
      noVoice:
        'Dieses Gerät hat keine eigene deutsche Stimme. Hinweise werden gezeigt, mit einem kurzen Ton.',
      countdown: 'Vor einem Satz 3, 2, 1 zählen',
      tone: 'Ein Ton, solange die Form fehlt, in den ersten beiden Stufen',
      try: 'Probier es',
    },
    picture: {
      heading: 'Sprache und Bild',
      language: 'Sprache',
      mirror: 'Das Bild wie im Spiegel zeigen',
      system: 'Wie das System',
      dark: 'Dunkel',
      light: 'Hell',
      theme: 'Aussehen',
      unit: 'Gewichte in',
      kg: 'kg',
      lb: 'lb',
      camera: 'Kamera',
      firstCamera: 'Die des Browsers',
      model: 'Modell',
      models: {
        auto: 'Was dieser Rechner schafft',
        lite: 'Leicht, für langsame Rechner',
        full: 'Voll',
        heavy: 'Schwer, für schnelle Rechner',
      },
    },
    strictness: {
      heading: 'Wie streng',
      choices: {
        learn: { name: 'Lernen', note: 'Jede Grenze ist ein Viertel weiter.' },
        standard: { name: 'Normal', note: 'Die Grenzen des Programms.' },
        clinician: { name: 'Fachperson', note: 'Einzelne Regeln aus, und eigene Grenzen.' },
      },
      exercise: 'Übung',
      judged: 'Beurteilt',
      warn: 'Warnt',
      fail: 'Gilt als Fehler',
      unsound: 'Die Grenze des Fehlers muss hinter der der Warnung liegen.',
      asInTable: 'Alles wie im Programm',
    },
    back: {
      heading: 'Rücken und Becken',
      alert:
        'Ein Hohlkreuz hält in Brücken und beim Kreuzheben die Uhr an. Vorläufig: eine Kamera sieht es nur grob.',
      plain: 'Sag „Kein Hohlkreuz“ statt des Hinweises aus dem Programm',
    },
    data: {
      heading: 'Was behalten wird',
      note: 'Was du wählst, bleibt in diesem Browser, auf diesem Gerät, und nirgends sonst.',
      export: 'In eine Datei sichern',
      reset: 'Alles zurücksetzen',
    },
  },
});

/** Each language by its own name. */
export const languageName: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Which way a limit looks: "over 6°". */
export const senseText = localize<Readonly<Record<Condition['sense'], string>>>({
  en: {
    above: 'over',
    below: 'under',
    beyond: 'either way over',
  },
  de: {
    above: 'über',
    below: 'unter',
    beyond: 'in beide Richtungen über',
  },
});

/** The sign of a unit, after its number. */
export const unitSign = localize<Readonly<Record<UnitName, string>>>({
  en: {
    deg: '°',
    ratio: '(ratio)',
    sec: 's',
    score: '',
    mPerSec: 'm/s',
    perMin: 'a minute',
  },
  de: {
    deg: '°',
    ratio: '(Verhältnis)',
    sec: 's',
    score: '',
    mPerSec: 'm/s',
    perMin: 'je Minute',
  },
});
