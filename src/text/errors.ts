import { localize } from './language';

/** What happened, and what to do about it. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
}

/** The words of every failing of the world, by its code. */
export const errorText = localize({
  en: {
    notAllowed: {
      title: 'The camera is not allowed',
      advice:
        'Press the camera sign in the address bar, allow the camera for this page, then try again. The picture never leaves this device.',
    },
    notFound: {
      title: 'No camera was found',
      advice: 'Plug a camera in, then try again. You can also open a video or try the demo.',
    },
    inUse: {
      title: 'Another program uses the camera',
      advice: 'Close video calls and other pages that show the camera, then try again.',
    },
    overconstrained: {
      title: 'This camera does not fit',
      advice: 'Choose another camera in the browser’s settings, then try again.',
    },
    insecure: {
      title: 'The browser gives no camera to this page',
      advice: 'Open the page by its https address or as localhost, and allow the camera there.',
    },
    cameraFailed: {
      title: 'The camera did not start',
      advice: 'Unplug it and plug it in again, or restart the browser, then try again.',
    },
    unplugged: {
      title: 'The camera was unplugged',
      advice: 'Your set so far is kept. Plug the camera in and go on, or see the summary.',
    },
    cameraMuted: {
      title: 'The camera sends no picture',
      advice: 'Look for its cover or switch. The set waits.',
    },
    secondTab: {
      title: 'Hipline runs in another tab',
      advice: 'Close the other tab, then try again: two of them would speak at once.',
    },
    notAVideo: {
      title: 'This file is not a video',
      advice: 'Choose a video: mp4, mov or webm.',
    },
    codecUnsupported: {
      title: 'This browser cannot decode this video',
      advice: 'Choose a video in H.264 or VP9, or open it in another browser.',
    },
    videoUnreadable: {
      title: 'The video breaks off',
      advice: 'What could be read has been judged. Choose another copy of the file for the rest.',
    },
    traceRefused: {
      title: 'This file is not a whole trace',
      advice: 'Choose a .trace.ndjson or .trace.ndjson.gz file that was written to its end.',
    },
    traceTooLarge: {
      title: 'This trace is too large',
      advice: 'A trace may hold one session. Choose a shorter one.',
    },
    demoMissing: {
      title: 'The demo clip did not load',
      advice: 'Check that the page was fully loaded, then try again.',
    },
    noWasmSimd: {
      title: 'This browser is too old to follow a body',
      advice:
        'It lacks WebAssembly SIMD. Update it, or use a newer Chrome, Edge, Firefox or Safari.',
    },
    modelMissing: {
      title: 'The pose model did not load',
      advice: 'Check that the page was fully loaded, then try again.',
    },
    modelCorrupt: {
      title: 'The pose model is damaged',
      advice: 'Reload the page without its cache. If it stays, the installation is incomplete.',
    },
    backendFailed: {
      title: 'The pose model did not start',
      advice: 'Close other heavy pages, then try again.',
    },
    contextLost: {
      title: 'The graphics processor was taken away',
      advice: 'Your set so far is kept. Go on: the model starts again.',
    },
    workerDied: {
      title: 'Body tracking stopped',
      advice: 'Your set so far is kept. Go on: tracking starts again.',
    },
    frameUnreadable: {
      title: 'The pictures cannot be read',
      advice: 'Your set so far is kept. Try again, or choose another camera or file.',
    },
    fileNeeded: {
      title: 'Choose a file first',
      advice: 'Files are not kept between visits. Choose the one to judge.',
    },
    wrongExercise: {
      title: 'The trace was recorded of another exercise',
      advice: 'Go back, choose the exercise that it was recorded of, and open it there.',
    },
    unexpected: {
      title: 'Something went wrong in the app',
      advice:
        'Your set so far is kept. Reload the page; if it happens again, tell us what you did.',
    },
  },
  de: {
    notAllowed: {
      title: 'Die Kamera ist nicht erlaubt',
      advice:
        'Drück auf das Kamerazeichen in der Adresszeile, erlaube die Kamera für diese Seite und versuch es noch einmal. Das Bild verlässt dieses Gerät nie.',
    },
    notFound: {
      title: 'Keine Kamera gefunden',
      advice:
        'Schließ eine Kamera an und versuch es noch einmal. Du kannst auch ein Video öffnen oder die Vorführung ansehen.',
    },
    inUse: {
      title: 'Ein anderes Programm benutzt die Kamera',
      advice:
        'Schließ Videoanrufe und andere Seiten, die die Kamera zeigen, und versuch es noch einmal.',
    },
    overconstrained: {
      title: 'Diese Kamera passt nicht',
      advice:
        'Wähl in den Einstellungen des Browsers eine andere Kamera und versuch es noch einmal.',
    },
    insecure: {
      title: 'Der Browser gibt dieser Seite keine Kamera',
      advice:
        'Öffne die Seite über ihre https-Adresse oder als localhost und erlaube dort die Kamera.',
    },
    cameraFailed: {
      title: 'Die Kamera ist nicht angegangen',
      advice:
        'Zieh sie ab und steck sie wieder an, oder starte den Browser neu, und versuch es noch einmal.',
    },
    unplugged: {
      title: 'Die Kamera wurde abgezogen',
      advice:
        'Dein Satz bis hierher ist behalten. Steck die Kamera an und mach weiter, oder sieh dir das Ergebnis an.',
    },
    cameraMuted: {
      title: 'Die Kamera schickt kein Bild',
      advice: 'Sieh nach ihrer Abdeckung oder ihrem Schalter. Der Satz wartet.',
    },
    secondTab: {
      title: 'Hipline läuft in einem anderen Tab',
      advice: 'Schließ den anderen Tab und versuch es noch einmal: sonst sprächen zwei zugleich.',
    },
    notAVideo: {
      title: 'Diese Datei ist kein Video',
      advice: 'Wähl ein Video: mp4, mov oder webm.',
    },
    codecUnsupported: {
      title: 'Dieser Browser kann das Video nicht lesen',
      advice: 'Wähl ein Video in H.264 oder VP9, oder öffne es in einem anderen Browser.',
    },
    videoUnreadable: {
      title: 'Das Video bricht ab',
      advice: 'Was lesbar war, ist beurteilt. Für den Rest wähl eine andere Kopie der Datei.',
    },
    traceRefused: {
      title: 'Diese Datei ist keine vollständige Spur',
      advice:
        'Wähl eine Datei .trace.ndjson oder .trace.ndjson.gz, die bis zum Ende geschrieben wurde.',
    },
    traceTooLarge: {
      title: 'Diese Spur ist zu groß',
      advice: 'Eine Spur darf ein Training enthalten. Wähl eine kürzere.',
    },
    demoMissing: {
      title: 'Die Vorführung wurde nicht geladen',
      advice: 'Prüf, ob die Seite ganz geladen ist, und versuch es noch einmal.',
    },
    noWasmSimd: {
      title: 'Dieser Browser ist zu alt, um einem Körper zu folgen',
      advice:
        'Ihm fehlt WebAssembly SIMD. Aktualisiere ihn, oder nimm ein neueres Chrome, Edge, Firefox oder Safari.',
    },
    modelMissing: {
      title: 'Das Modell wurde nicht geladen',
      advice: 'Prüf, ob die Seite ganz geladen ist, und versuch es noch einmal.',
    },
    modelCorrupt: {
      title: 'Das Modell ist beschädigt',
      advice:
        'Lade die Seite ohne Zwischenspeicher neu. Bleibt es dabei, ist die Installation unvollständig.',
    },
    backendFailed: {
      title: 'Das Modell ist nicht gestartet',
      advice: 'Schließ andere schwere Seiten und versuch es noch einmal.',
    },
    contextLost: {
      title: 'Der Grafikprozessor wurde weggenommen',
      advice: 'Dein Satz bis hierher ist behalten. Mach weiter: das Modell startet neu.',
    },
    workerDied: {
      title: 'Die Verfolgung hat aufgehört',
      advice: 'Dein Satz bis hierher ist behalten. Mach weiter: sie startet neu.',
    },
    frameUnreadable: {
      title: 'Die Bilder sind nicht lesbar',
      advice:
        'Dein Satz bis hierher ist behalten. Versuch es noch einmal, oder wähl eine andere Kamera oder Datei.',
    },
    fileNeeded: {
      title: 'Wähl zuerst eine Datei',
      advice:
        'Dateien werden zwischen Besuchen nicht behalten. Wähl die, die beurteilt werden soll.',
    },
    wrongExercise: {
      title: 'Die Spur gehört zu einer anderen Übung',
      advice: 'Geh zurück, wähl die Übung, bei der sie entstand, und öffne sie dort.',
    },
    unexpected: {
      title: 'In der App ist etwas schiefgegangen',
      advice:
        'Dein Satz bis hierher ist behalten. Lade die Seite neu; passiert es wieder, sag uns, was du getan hast.',
    },
  },
});

/** The codes that have words. */
export type ErrorTextId = keyof typeof errorText;

/** What the button of an error says. */
export const errorActionText = localize({
  en: {
    retry: 'Try again',
    goOn: 'Go on',
    chooseFile: 'Choose a file',
    goHome: 'Back to the exercises',
    reload: 'Reload the page',
  },
  de: {
    retry: 'Noch einmal',
    goOn: 'Weiter',
    chooseFile: 'Datei wählen',
    goHome: 'Zurück zu den Übungen',
    reload: 'Seite neu laden',
  },
});
