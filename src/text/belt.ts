import { localize } from './language';

/** Words about the two bands that tell the back's curve under loose clothes. */
export const beltText = localize({
  en: {
    use: 'I wear two bands: one round my lower ribs, one round my pelvis. For loose clothes.',
    colour: { ribs: 'Colour at the ribs', pelvis: 'Colour at the pelvis' },
    note: 'Two strong colours that nothing else on you has. They can be picked from the picture before a set.',
    wear: 'Your two bands',
    pick: { ribs: 'Pick the ribs’ band', pelvis: 'Pick the pelvis’ band' },
    press: {
      ribs: 'Press on the band round your lower ribs',
      pelvis: 'Press on the band round your pelvis',
    },
    pressHere: 'The picture: press where the band is, or move the cross with the arrow keys',
    seen: 'seen',
    unseen: 'not seen',
  },
  de: {
    use: 'Ich trage zwei Bänder: eins um die unteren Rippen, eins um das Becken. Für weite Kleidung.',
    colour: { ribs: 'Farbe an den Rippen', pelvis: 'Farbe am Becken' },
    note: 'Zwei kräftige Farben, die sonst nichts an dir hat. Vor einem Satz lassen sie sich aus dem Bild wählen.',
    wear: 'Deine zwei Bänder',
    pick: { ribs: 'Rippenband wählen', pelvis: 'Beckenband wählen' },
    press: {
      ribs: 'Drück auf das Band um die unteren Rippen',
      pelvis: 'Drück auf das Band um das Becken',
    },
    pressHere: 'Das Bild: drück auf das Band, oder führ das Kreuz mit den Pfeiltasten hin',
    seen: 'zu sehen',
    unseen: 'nicht zu sehen',
  },
});
