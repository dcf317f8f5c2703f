import { localize } from './language';

/** The words around the people of a device. */
export const peopleText = localize({
  en: {
    me: 'Me',
    title: 'People and backup',
    who: 'Who trains',
    add: 'Add a person',
    name: 'Name',
    choose: 'Train as',
    now: 'Trains now',
    remove: 'Delete',
    removeAsk: (name: string): string =>
      `Delete all that ${name} has done on this device? It cannot be taken back.`,
    removeYes: 'Delete for good',
    keep: 'Keep',
    you: 'You',
    bodyMass: 'Body weight',
    bells: 'Weights at hand, in kg, with commas between',
    bellsNote: 'The programme grows in these steps only.',
    runs: 'I run, or want to',
    weekdays: 'Days with time',
    save: 'Save',
    saved: 'Saved.',
    pin: 'PIN',
    pinSet: 'Set a PIN',
    pinChange: 'Change the PIN',
    pinOff: 'Take the PIN off',
    pinNote:
      'The PIN encrypts your plan, history and answers on this device. It keeps a curious look out. Somebody with a copy of the disk and time can try all short PINs, so take a long one. Recorded videos, your name and the settings are not encrypted. If you forget it, nobody can open your history: keep a backup.',
    pinAsk: (name: string): string => `${name}, your PIN`,
    pinWrong: 'That is not the PIN.',
    pinShort: 'At least four characters.',
    pinOpen: 'Open',
    pinAgain: 'Once more',
    pinDiffers: 'The two differ.',
    locked: 'Locked',
    other: 'Somebody else',
    backup: 'Backup',
    backupNote:
      'One file with everything of this person: plan, history, answers, stages, choices, calibration. Not encrypted: keep it where only you look.',
    backupSave: 'Save a backup',
    restore: 'Restore a backup',
    restored: (name: string, count: number): string =>
      `${name} is back, with ${String(count)} entries.`,
    refused: 'This file is no backup of Hipline, or it is damaged. Nothing was changed.',
    newer: 'This backup was written by a newer Hipline. Nothing was changed.',
    damaged: (count: number): string =>
      `${String(count)} entries could not be read. They were left where they are.`,
    unkept: 'This browser keeps no database: what you do now is forgotten when the page closes.',
    unreadable:
      'The database of this browser cannot be read: what you do now is forgotten when the page closes. Hand your sets over as a file, delete this page’s data in the browser’s settings, then restore your backup.',
    lost: 'The browser has lost your plan and history, as it does when a disk breaks or room is short. Restore your backup under “People and backup”. Recorded sets are not touched.',
    failed: 'The last entry could not be saved. Make room on the disk, then try again.',
    blocked: 'Another tab keeps an older Hipline open. Close it, then load this page again.',
    tooNew: 'A newer Hipline has written here. Load the newer one, or save what is there first.',
  },
  de: {
    me: 'Ich',
    title: 'Personen und Sicherung',
    who: 'Wer trainiert',
    add: 'Person hinzufügen',
    name: 'Name',
    choose: 'Trainieren als',
    now: 'Trainiert gerade',
    remove: 'Löschen',
    removeAsk: (name: string): string =>
      `Alles löschen, was ${name} auf diesem Gerät gemacht hat? Das lässt sich nicht rückgängig machen.`,
    removeYes: 'Endgültig löschen',
    keep: 'Behalten',
    you: 'Du',
    bodyMass: 'Körpergewicht',
    bells: 'Vorhandene Gewichte in kg, mit Komma getrennt',
    bellsNote: 'Das Programm steigert nur in diesen Schritten.',
    runs: 'Ich laufe oder will laufen',
    weekdays: 'Tage mit Zeit',
    save: 'Speichern',
    saved: 'Gespeichert.',
    pin: 'PIN',
    pinSet: 'PIN setzen',
    pinChange: 'PIN ändern',
    pinOff: 'PIN entfernen',
    pinNote:
      'Die PIN verschlüsselt Plan, Verlauf und Antworten auf diesem Gerät. Sie hält neugierige Blicke ab. Wer eine Kopie der Platte und Zeit hat, kann alle kurzen PINs durchprobieren: nimm eine lange. Aufgenommene Videos, dein Name und die Einstellungen sind nicht verschlüsselt. Vergisst du sie, kommt niemand mehr an deinen Verlauf: hebe eine Sicherung auf.',
    pinAsk: (name: string): string => `${name}, deine PIN`,
    pinWrong: 'Das ist nicht die PIN.',
    pinShort: 'Mindestens vier Zeichen.',
    pinOpen: 'Öffnen',
    pinAgain: 'Noch einmal',
    pinDiffers: 'Die beiden sind verschieden.',
    locked: 'Gesperrt',
    other: 'Jemand anderes',
    backup: 'Sicherung',
    backupNote:
      'Eine Datei mit allem von dieser Person: Plan, Verlauf, Antworten, Stufen, Einstellungen, Kalibrierung. Nicht verschlüsselt: bewahre sie da auf, wo nur du hinsiehst.',
    backupSave: 'Sicherung speichern',
    restore: 'Sicherung einspielen',
    restored: (name: string, count: number): string =>
      `${name} ist wieder da, mit ${String(count)} Einträgen.`,
    refused: 'Diese Datei ist keine Sicherung von Hipline oder beschädigt. Nichts wurde geändert.',
    newer: 'Diese Sicherung stammt von einem neueren Hipline. Nichts wurde geändert.',
    damaged: (count: number): string =>
      `${String(count)} Einträge waren nicht lesbar. Sie bleiben, wo sie sind.`,
    unkept:
      'Dieser Browser hält keine Datenbank: was du jetzt machst, ist mit dem Schließen der Seite vergessen.',
    unreadable:
      'Die Datenbank dieses Browsers ist nicht lesbar: was du jetzt machst, ist mit dem Schließen der Seite vergessen. Gib deine Sätze als Datei weiter, lösche die Daten dieser Seite in den Einstellungen des Browsers und spiele dann deine Sicherung ein.',
    lost: 'Der Browser hat deinen Plan und Verlauf verloren, wie es bei einer kaputten Platte oder knappem Platz vorkommt. Spiele unter „Personen und Sicherung“ deine Sicherung ein. Aufnahmen sind nicht betroffen.',
    failed:
      'Der letzte Eintrag wurde nicht gespeichert. Schaffe Platz auf der Platte und versuche es noch einmal.',
    blocked:
      'In einem anderen Tab läuft ein älteres Hipline. Schließe ihn und lade diese Seite neu.',
    tooNew:
      'Hier hat ein neueres Hipline geschrieben. Lade das neuere oder sichere zuerst, was da ist.',
  },
});
