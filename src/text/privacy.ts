import { localize } from './language';

/** The words of the page that lists what is kept. */
export const privacyText = localize({
  en: {
    title: 'What stays on this device',
    promise: {
      heading: 'In short',
      lines: [
        'Pictures, poses and answers are worked out and kept in this browser. Hipline has no server, no account and no statistics.',
        'The page may ask only the place it came from, and the browser enforces that.',
        'The camera runs only while you set up, calibrate or train. Leave that page and its light goes off.',
      ],
    },
    kept: {
      heading: 'What is kept',
      none: 'Nothing is kept.',
      loading: 'Looking…',
      unknownSize: 'size not told',
      total: (size: string) => `${size} in all.`,
      delete: 'Delete',
      reallyDelete: 'Delete for good',
      keep: 'Keep',
      blocked: 'Another tab has it open. Close that one, then delete again.',
    },
    kinds: {
      settings: { name: 'Settings', note: 'Voice, picture, how strict.' },
      training: {
        name: 'Training log',
        note: 'Sets with their answers, and how much of the mirror is left.',
      },
      people: {
        name: 'People and their history',
        note: 'Names, plans, choices, calibration, what was done, pain.',
      },
      sets: { name: 'Recorded sets', note: 'Pictures, poses and results of your sets.' },
      calibration: {
        name: 'Calibration',
        note: 'How you stand, bow and lie; forgotten after 12 hours.',
      },
      safety: { name: 'Safety questions', note: 'When you answered them.' },
      errors: { name: 'Last errors', note: 'Their codes and times, for the report.' },
      app: {
        name: 'The app itself',
        note: 'Its files, to work without a network. They come back when you open it again.',
      },
      other: { name: 'Anything else', note: 'Kept by another version or another part of the app.' },
    },
    more: 'More',
    diagnostics: 'Diagnostics',
    licences: 'Licences',
    persisted: {
      yes: 'The browser keeps it until you delete it.',
      no: 'The browser may remove it when room is short. Save to a file what you cannot lose.',
    },
  },
  de: {
    title: 'Was auf diesem Gerät bleibt',
    promise: {
      heading: 'Kurz gesagt',
      lines: [
        'Bilder, Posen und Antworten werden in diesem Browser berechnet und aufbewahrt. Hipline hat keinen Server, kein Konto und keine Statistik.',
        'Die Seite darf nur dort fragen, woher sie kam, und der Browser setzt das durch.',
        'Die Kamera läuft nur, während du einrichtest, kalibrierst oder trainierst. Verlässt du die Seite, geht ihr Licht aus.',
      ],
    },
    kept: {
      heading: 'Was aufbewahrt wird',
      none: 'Nichts wird aufbewahrt.',
      loading: 'Wird gesucht …',
      unknownSize: 'Größe unbekannt',
      total: (size: string) => `${size} insgesamt.`,
      delete: 'Löschen',
      reallyDelete: 'Endgültig löschen',
      keep: 'Behalten',
      blocked: 'Ein anderer Tab hat es offen. Schließ ihn, dann lösch noch einmal.',
    },
    kinds: {
      settings: { name: 'Einstellungen', note: 'Stimme, Bild, wie streng.' },
      training: {
        name: 'Trainingsbuch',
        note: 'Sätze mit ihren Antworten, und wie viel vom Spiegel bleibt.',
      },
      people: {
        name: 'Personen und ihr Verlauf',
        note: 'Namen, Pläne, Einstellungen, Kalibrierung, was getan wurde, Schmerz.',
      },
      sets: { name: 'Aufgenommene Sätze', note: 'Bilder, Posen und Ergebnisse deiner Sätze.' },
      calibration: {
        name: 'Kalibrierung',
        note: 'Wie du stehst, dich vorbeugst und liegst; nach 12 Stunden vergessen.',
      },
      safety: { name: 'Sicherheitsfragen', note: 'Wann du sie beantwortet hast.' },
      errors: { name: 'Letzte Fehler', note: 'Ihre Kürzel und Zeiten, für den Bericht.' },
      app: {
        name: 'Die App selbst',
        note: 'Ihre Dateien, damit sie ohne Netz läuft. Sie kommen beim nächsten Öffnen wieder.',
      },
      other: {
        name: 'Alles andere',
        note: 'Von einer anderen Version oder einem anderen Teil der App.',
      },
    },
    more: 'Mehr',
    diagnostics: 'Diagnose',
    licences: 'Lizenzen',
    persisted: {
      yes: 'Der Browser behält es, bis du es löschst.',
      no: 'Der Browser kann es löschen, wenn der Platz knapp wird. Sichere in eine Datei, was du nicht verlieren darfst.',
    },
  },
});

/** A size as people read it: "3.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
