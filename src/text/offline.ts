import { localize } from './language';

/** What is said of the app on this device: its new versions, and what is missing of it. */
export const offlineText = localize({
  en: {
    updateTitle: 'A new version is ready',
    updateAdvice:
      'It waits until no set runs. Take it now, or it comes the next time you open Hipline.',
    update: 'Take the new version',
    busyTitle: 'The new version waits',
    busyAdvice: 'A set runs in another tab. Finish it first.',
    evictedTitle: 'The browser has removed parts of Hipline',
    evictedAdvice:
      'Browsers do that when room is short. They are being fetched again; until then it needs the network.',
    fallbackTitle: 'The new version did not start',
    fallbackAdvice: 'You see the one before it. Nothing is lost; a mended version comes by itself.',
    dismiss: 'Got it',
  },
  de: {
    updateTitle: 'Eine neue Version ist da',
    updateAdvice:
      'Sie wartet, bis kein Satz läuft. Nimm sie jetzt, oder sie kommt beim nächsten Öffnen.',
    update: 'Neue Version nehmen',
    busyTitle: 'Die neue Version wartet',
    busyAdvice: 'In einem anderen Tab läuft ein Satz. Beende ihn zuerst.',
    evictedTitle: 'Der Browser hat Teile von Hipline gelöscht',
    evictedAdvice:
      'Das tun Browser, wenn der Platz knapp wird. Sie werden neu geladen; bis dahin brauchst du das Netz.',
    fallbackTitle: 'Die neue Version startet nicht',
    fallbackAdvice:
      'Du siehst die vorige. Nichts ist verloren; eine geheilte Version kommt von selbst.',
    dismiss: 'Verstanden',
  },
});
