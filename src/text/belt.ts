import { localize } from './language';

/** Words about what is worn to be followed: two bands for the back, a bar for the pelvis. */
export const beltText = localize({
  en: {
    use: 'I wear two bands: one round my lower ribs, one round my pelvis. For loose clothes.',
    useBar:
      'I have a light bar or a strip of tape across the front of my pelvis, from hip bone to hip bone. For the single-leg bridge.',
    colour: {
      ribs: 'Colour at the ribs',
      pelvis: 'Colour at the pelvis',
      bar: 'Colour of the bar or tape',
    },
    barLength: 'Its length',
    noteBar:
      'Straight, 40 to 60 cm long, in a strong colour that nothing else on you has. It shows a dip of the pelvis best with the laptop beside you at table height.',
    note: 'Two strong colours that nothing else on you has. They can be picked from the picture before a set. With them on, reading your neutral offers a slow bow: rounding then counts as a share of your own full bend.',
    wear: 'What you wear',
    pick: {
      ribs: 'Pick the ribs’ band',
      pelvis: 'Pick the pelvis’ band',
      bar: 'Pick the bar or tape',
    },
    press: {
      ribs: 'Press on the band round your lower ribs',
      pelvis: 'Press on the band round your pelvis',
      bar: 'Press on the bar or tape across your pelvis',
    },
    pressHere: 'The picture: press where it is, or move the cross with the arrow keys',
    state: {
      seen: 'seen',
      unseen: 'not seen',
      unreadable: 'seen, but not readable from here: laptop beside you at table height',
    },
  },
  de: {
    use: 'Ich trage zwei Bänder: eins um die unteren Rippen, eins um das Becken. Für weite Kleidung.',
    useBar:
      'Ich habe einen leichten Stab oder einen Streifen Klebeband vorn quer über dem Becken, von Hüftknochen zu Hüftknochen. Für die einbeinige Schulterbrücke.',
    colour: {
      ribs: 'Farbe an den Rippen',
      pelvis: 'Farbe am Becken',
      bar: 'Farbe des Stabs oder Streifens',
    },
    barLength: 'Seine Länge',
    noteBar:
      'Gerade, 40 bis 60 cm lang, in einer kräftigen Farbe, die sonst nichts an dir hat. So ist ein Absinken des Beckens am besten zu sehen, mit dem Laptop neben dir auf Tischhöhe.',
    note: 'Zwei kräftige Farben, die sonst nichts an dir hat. Vor einem Satz lassen sie sich aus dem Bild wählen. Mit ihnen gehört zum Messen deiner Mitte ein langsames Vorbeugen, wenn du willst: ein runder Rücken zählt dann als Anteil deiner eigenen vollen Beugung.',
    wear: 'Was du am Körper trägst',
    pick: {
      ribs: 'Rippenband wählen',
      pelvis: 'Beckenband wählen',
      bar: 'Stab oder Streifen wählen',
    },
    press: {
      ribs: 'Drück auf das Band um die unteren Rippen',
      pelvis: 'Drück auf das Band um das Becken',
      bar: 'Drück auf den Stab oder Streifen am Becken',
    },
    pressHere: 'Das Bild: drück darauf, oder führ das Kreuz mit den Pfeiltasten hin',
    state: {
      seen: 'zu sehen',
      unseen: 'nicht zu sehen',
      unreadable: 'zu sehen, aber von hier nicht lesbar: Laptop neben dich auf Tischhöhe',
    },
  },
});
