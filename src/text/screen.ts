import { localize } from './language';

/** What the frame's state is called, beside its icon and its pattern. */
export const stateText = localize({
  en: {
    good: 'In form',
    warn: 'Careful',
    fault: 'Out of form',
    unseen: 'I can’t see',
    rest: 'Ready',
  },
  de: {
    good: 'In Form',
    warn: 'Vorsicht',
    fault: 'Aus der Form',
    unseen: 'Ich sehe nichts',
    rest: 'Bereit',
  },
});

/** The side of the person that the camera sees. */
export const sideName = localize({
  en: {
    left: 'Left side',
    right: 'Right side',
  },
  de: {
    left: 'Linke Seite',
    right: 'Rechte Seite',
  },
});

/** What a rep pip means, for those who hear the screen. */
export const pipText = localize({
  en: {
    good: 'good',
    flawed: 'good, with a slight fault',
    faulty: 'with a fault',
    short: 'too short',
    unseen: 'not seen',
    attempt: 'attempt',
    done: 'done',
    current: 'running',
    todo: 'to do',
  },
  de: {
    good: 'gut',
    flawed: 'gut, mit leichtem Fehler',
    faulty: 'mit Fehler',
    short: 'zu kurz',
    unseen: 'nicht gesehen',
    attempt: 'Versuch',
    done: 'fertig',
    current: 'läuft',
    todo: 'offen',
  },
});

/** The three clocks and rest. */
export const clockText = localize({
  en: {
    good: 'good',
    faulty: 'faulty',
    unseen: 'unseen',
    rest: 'rest',
  },
  de: {
    good: 'gut',
    faulty: 'fehlerhaft',
    unseen: 'ungesehen',
    rest: 'Pause',
  },
});

/** How heavy a fault was. */
export const levelText = localize({
  en: {
    warn: 'slight',
    fail: 'clear',
  },
  de: {
    warn: 'leicht',
    fail: 'deutlich',
  },
});

/** Everything else that the screens say. */
export const screenText = localize({
  en: {
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
  },
  de: {
    productName: 'Hipline',
    chooseExercise: 'Was trainierst du?',
    useCamera: 'Mit der Kamera',
    openVideo: 'Video öffnen',
    openTrace: 'Spur öffnen',
    tryDemo: 'Ohne Kamera ansehen',
    onDevice: 'Nichts verlässt dieses Gerät.',
    about: 'Über Hipline',
    back: 'Zurück',
    settings: 'Einstellungen',
    mute: 'Stimme ausschalten',
    unmute: 'Stimme einschalten',
    pause: 'Pause',
    resume: 'Weiter',
    stop: 'Satz beenden',
    start: 'Jetzt anfangen',
    opening: 'Die Kamera geht auf',
    openingFile: 'Die Datei geht auf',
    loading: 'Das Modell wird vorbereitet',
    judging: 'Wird beurteilt',
    waiting: 'Wartet auf das erste Bild',
    ready: 'Bereit. Halt still.',
    paused: 'Pause',
    pausedByArm: 'Ein Arm hoch: weiter. Beide Arme hoch: fertig.',
    fullScreen: 'Ganzer Bildschirm',
    feelIt: 'Fühl es',
    showMe: 'Zeig es mir',
    setOf: (n, of) => `Satz ${String(n)} von ${String(of)}`,
    armsUp: 'Halt ihn oben',
    checklist: 'Vor dem Satz',
    placeCamera: 'Wo der Laptop steht',
    howTo: 'So geht es',
    ofTarget: 'von',
    goodTime: 'gut',
    setDone: 'Satz fertig',
    summary: 'Ergebnis',
    clocks: 'Zeit im Satz',
    reps: 'Eins nach dem anderen',
    measures: 'Was gemessen wurde',
    faults: 'Fehler',
    noFaults: 'Kein Fehler war zu sehen.',
    unseen: 'Nicht gesehen, also nicht beurteilt',
    allSeen: 'Alles, was hier beurteilt wird, war im Bild.',
    seenUnknown: 'Die Verfolgung endete vor dem Satz, darum ist das nicht bekannt.',
    provisional: 'vorläufig',
    provisionalNote:
      'Vorläufig: eine Kamera misst das nur grob. Es hält die Uhr an, verdirbt aber den Satz nicht.',
    again: 'Noch einmal',
    firstPlace: 'Noch einmal vom ersten Platz',
    done: 'Fertig',
    seeSummary: 'Ergebnis ansehen',
    dropped: 'ausgelassen',
  },
});
