import { localize, readLanguage } from './language';

/** The words of recording and of the library. */
export const libraryText = localize({
  en: {
    title: 'Your sets',
    link: 'Sets',
    empty: 'Nothing is recorded yet. Every set that you do is kept here, on this device only.',
    noDisk: 'This browser gives pages no room to keep sets.',
    nothingFits: 'No set fits this choice.',
    all: 'Show all',
    count: (n: number): string => (n === 1 ? '1 set' : `${String(n)} sets`),
    minutes: (sec: number): string => `${(sec / 60).toFixed(1)} min`,
    good: (good: number, of: number): string => `${String(good)} of ${String(of)} good`,
    notes: (n: number): string => (n === 1 ? '1 note' : `${String(n)} notes`),
    noFaults: 'No faults',
    noVideo: 'No video',
    source: { camera: '', demo: 'Demo', video: 'Video file', trace: 'Trace' },
    side: { left: 'left', right: 'right' },
    review: 'Review',
    actions: 'What to do with it',
    forgetVideo: 'Forget the video, keep the data',
    delete: 'Delete',
    deleted: (n: number): string => (n === 1 ? 'Set deleted.' : `${String(n)} sets deleted.`),
    forgotten: (n: number): string =>
      n === 1 ? 'Video forgotten.' : `${String(n)} videos forgotten.`,
    undo: 'Undo',
    filter: {
      label: 'Which sets are shown',
      exercise: 'Exercise',
      anyExercise: 'All exercises',
      days: 'Time',
      anyDays: 'of all time',
      lastDays: (days: number): string => `of the last ${String(days)} days`,
      side: 'Side',
      anySide: 'on both sides',
      left: 'on the left',
      right: 'on the right',
      quality: 'Quality',
      anyQuality: 'good or not',
      good: 'all good',
      faulty: 'with faults',
    },
    cutOff: {
      title: 'A set was cut off',
      what: (name: string, when: string, length: string): string =>
        `${name}, ${when}: ${length} of it are here, all but the last moment.`,
      recover: 'Keep it',
      delete: 'Delete it',
      running: 'Judging what is there',
    },
    storage: {
      heading: 'Room',
      used: (size: string, left: string): string => `${size} used, about ${left} left.`,
      kept: 'The browser keeps it until you delete it.',
      notKept: 'When the disk is nearly full, the browser may delete it. Hand over what matters.',
    },
  },
  de: {
    title: 'Deine Sätze',
    link: 'Sätze',
    empty: 'Noch ist nichts aufgezeichnet. Jeder Satz wird hier behalten, nur auf diesem Gerät.',
    noDisk: 'Dieser Browser gibt Seiten keinen Platz für Sätze.',
    nothingFits: 'Kein Satz passt zu dieser Auswahl.',
    all: 'Alle zeigen',
    count: (n) => (n === 1 ? '1 Satz' : `${String(n)} Sätze`),
    minutes: (sec) => `${(sec / 60).toFixed(1).replace('.', ',')} min`,
    good: (good, of) => `${String(good)} von ${String(of)} gut`,
    notes: (n) => (n === 1 ? '1 Notiz' : `${String(n)} Notizen`),
    noFaults: 'Keine Fehler',
    noVideo: 'Ohne Video',
    source: { camera: '', demo: 'Vorführung', video: 'Videodatei', trace: 'Spur' },
    side: { left: 'links', right: 'rechts' },
    review: 'Ansehen',
    actions: 'Was damit geschehen soll',
    forgetVideo: 'Video vergessen, Daten behalten',
    delete: 'Löschen',
    deleted: (n) => (n === 1 ? 'Satz gelöscht.' : `${String(n)} Sätze gelöscht.`),
    forgotten: (n) => (n === 1 ? 'Video vergessen.' : `${String(n)} Videos vergessen.`),
    undo: 'Rückgängig',
    filter: {
      label: 'Welche Sätze zu sehen sind',
      exercise: 'Übung',
      anyExercise: 'Alle Übungen',
      days: 'Zeit',
      anyDays: 'aus aller Zeit',
      lastDays: (days) => `der letzten ${String(days)} Tage`,
      side: 'Seite',
      anySide: 'auf beiden Seiten',
      left: 'auf der linken',
      right: 'auf der rechten',
      quality: 'Güte',
      anyQuality: 'gut oder nicht',
      good: 'alles gut',
      faulty: 'mit Fehlern',
    },
    cutOff: {
      title: 'Ein Satz brach ab',
      what: (name, when, length) =>
        `${name}, ${when}: ${length} davon sind da, bis kurz vor dem Abbruch.`,
      recover: 'Behalten',
      delete: 'Löschen',
      running: 'Wird ausgewertet',
    },
    storage: {
      heading: 'Platz',
      used: (size, left) => `${size} belegt, etwa ${left} frei.`,
      kept: 'Der Browser behält alles, bis du es löschst.',
      notKept:
        'Ist der Speicher fast voll, kann der Browser löschen. Gib weiter, was dir wichtig ist.',
    },
  },
});

/** The words of the recording of a set that runs. */
export const recordingText = localize({
  en: {
    on: 'Recording',
    willRecord: 'This set will be recorded',
    willNot: 'This set will not be recorded',
    partKept: 'The disk took only a part of this set; it is offered under “Sets”.',
    problem: {
      diskFull: 'Recording stopped: the disk is full. The set goes on.',
      noDisk: 'This browser cannot record. The set goes on.',
      writeFailed: 'Recording stopped: the disk takes no more. The set goes on.',
    },
    setting: {
      heading: 'Recording',
      legend: 'Of every set, keep',
      video: 'video and data',
      data: 'data only, no picture',
      off: 'nothing',
      note: 'It stays on this device until you hand it over.',
    },
  },
  de: {
    on: 'Aufnahme',
    willRecord: 'Dieser Satz wird aufgezeichnet',
    willNot: 'Dieser Satz wird nicht aufgezeichnet',
    partKept: 'Der Speicher nahm nur einen Teil dieses Satzes; er steht unter „Sätze“.',
    problem: {
      diskFull: 'Aufnahme beendet: Der Speicher ist voll. Der Satz geht weiter.',
      noDisk: 'Dieser Browser kann nicht aufzeichnen. Der Satz geht weiter.',
      writeFailed: 'Aufnahme beendet: Der Speicher nimmt nichts mehr. Der Satz geht weiter.',
    },
    setting: {
      heading: 'Aufnahme',
      legend: 'Von jedem Satz behalten',
      video: 'Video und Daten',
      data: 'nur Daten, kein Bild',
      off: 'nichts',
      note: 'Alles bleibt auf diesem Gerät, bis du es weitergibst.',
    },
  },
});

/** A size as one says it: "120 MB". */
export function formatSize(sizeBytes: number): string {
  const [unit, of] = sizeBytes < 1e9 ? (['MB', 1e6] as const) : (['GB', 1e9] as const);
  const value = sizeBytes / of;
  const digits = value > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString(readLanguage(), { maximumFractionDigits: digits })} ${unit}`;
}

/** A day as a heading: "Wednesday, 25 November 2026". */
export const formatDay = (dayMs: number): string =>
  new Date(dayMs).toLocaleDateString(readLanguage() === 'de' ? 'de-DE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** A moment: "25 Nov, 18:42". */
export const formatMomentOf = (timeMs: number): string =>
  new Date(timeMs).toLocaleString(readLanguage() === 'de' ? 'de-DE' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });

/** How long a set was: "48 s", "2.5 min". */
export const formatLength = (sec: number): string =>
  sec < 90 ? `${String(Math.round(sec))} s` : libraryText.minutes(sec);

/** A time of the day: "18:42". */
export const formatTime = (timeMs: number): string =>
  new Date(timeMs).toLocaleTimeString(readLanguage() === 'de' ? 'de-DE' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
