import { localize } from './language';

/** The words of the first visit. */
export const welcomeText = localize({
  en: {
    title: 'The mirror that counts only good seconds',
    promise:
      'Put the laptop on the floor, lie down beside it, and hold a bridge. The clock runs while shoulder, hip and knee make one line; when it bends, you hear what to do.',
    back: {
      choice: 'My back feels it more than my glutes',
      title: 'Then the line comes first, not the height',
      steps: [
        'Tuck your tailbone before you lift, and stop at the line: higher is the low back’s work.',
        'You hear “Don’t arch” when the back takes over. Three holds of five seconds are enough to begin.',
        'Sharp pain, numbness or weakness: do not train, have it looked at.',
      ],
    },
    coach: {
      choice: 'Coach me through the bridge',
      title: 'Three holds of five seconds',
      steps: [
        'Laptop on the floor, 2.5 m away, looking at your side. Fitted clothes.',
        'Lie on your back, heels a hand’s width from your seat, and hold still: it counts you in.',
        'Lift into the line and stay until you hear that it is done.',
      ],
    },
    permission:
      'First come a few questions on safety. Then the browser asks whether this page may use the camera: its picture is judged on this device and is never sent or kept without you.',
    camera: 'Go on, use the camera',
    skip: 'Just look around',
  },
  de: {
    title: 'Der Spiegel, der nur gute Sekunden zählt',
    promise:
      'Stell den Laptop auf den Boden, leg dich daneben und halt eine Brücke. Die Uhr läuft, solange Schulter, Hüfte und Knie eine Linie sind; biegt sie sich, hörst du, was zu tun ist.',
    back: {
      choice: 'Mein Rücken spürt es mehr als mein Po',
      title: 'Dann zählt zuerst die Linie, nicht die Höhe',
      steps: [
        'Roll das Steißbein ein, bevor du hebst, und hör an der Linie auf: höher arbeitet der untere Rücken.',
        'Du hörst „Kein Hohlkreuz“, wenn der Rücken übernimmt. Dreimal fünf Sekunden reichen für den Anfang.',
        'Stechender Schmerz, Taubheit oder Schwäche: trainiere nicht, lass es ansehen.',
      ],
    },
    coach: {
      choice: 'Führ mich durch die Brücke',
      title: 'Dreimal fünf Sekunden halten',
      steps: [
        'Laptop auf den Boden, 2,5 m entfernt, er sieht dich von der Seite. Enge Kleidung.',
        'Leg dich auf den Rücken, die Fersen eine Handbreit vor dem Po, und halt still: es zählt dich ein.',
        'Heb in die Linie und bleib, bis du hörst, dass es geschafft ist.',
      ],
    },
    permission:
      'Zuerst kommen ein paar Fragen zur Sicherheit. Dann fragt der Browser, ob diese Seite die Kamera benutzen darf: ihr Bild wird auf diesem Gerät beurteilt und ohne dich nie gesendet oder behalten.',
    camera: 'Weiter, mit der Kamera',
    skip: 'Nur umsehen',
  },
});

/** The words of the film of a bridge. */
export const filmText = localize({
  en: {
    again: 'Play again',
    captions: {
      lie: 'Lie on your back, feet close.',
      brace: 'Brace lightly. Keep breathing.',
      lift: 'Lift until the line is straight.',
      hold: 'In line: the clock runs.',
      sag: 'The hips sink: the clock stops. “Hips in line.”',
      mend: 'Back in line: it runs on.',
      down: 'Come down slowly.',
    },
  },
  de: {
    again: 'Noch einmal zeigen',
    captions: {
      lie: 'Leg dich auf den Rücken, Füße nah.',
      brace: 'Leicht anspannen. Atme weiter.',
      lift: 'Heb, bis die Linie gerade ist.',
      hold: 'In der Linie: die Uhr läuft.',
      sag: 'Die Hüfte sinkt: die Uhr steht. „Hüfte in die Linie.“',
      mend: 'Wieder in der Linie: sie läuft weiter.',
      down: 'Komm langsam herunter.',
    },
  },
});
