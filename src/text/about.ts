import { localize } from './language';

/** What the app is, what it keeps to itself and what it cannot do. */
export const aboutText = localize({
  en: {
    title: 'What it does, and what it can’t',
    sections: [
      {
        heading: 'Private by design',
        lines: [
          'The camera’s picture is judged on this device and never sent. Sets are recorded here, where you can delete them or switch that off.',
          'The page asks nothing of any other address. It works without a network once it is loaded.',
          'Speech uses only voices that are installed on this device.',
        ],
      },
      {
        heading: 'What it measures',
        lines: [
          'One camera follows 33 points of your body and compares the angles between them with your own good position.',
          'Three clocks run: good, faulty and unseen. What the camera cannot see is said so, and never passed as good.',
          'Limits come from published studies where there are any. What one camera measures only roughly is marked provisional.',
        ],
      },
      {
        heading: 'What it is not',
        lines: [
          'It is no medical device, makes no diagnosis, and takes no physio’s place.',
          'Stop when something hurts, and ask somebody who can examine you.',
          'Loose clothes, dim light, a tilted camera or a second person in the picture make it less exact.',
        ],
      },
    ],
    diagnostics: 'Diagnostics',
    notMeasured: 'Nothing measured yet: train once, then come back.',
    rows: {
      engine: 'Tracker',
      model: 'Model',
      backend: 'Computed on',
      load: 'Loading',
      frame: 'One picture',
      core: 'Judging it',
      judgedDelay: 'Picture to judgement, median, 95 %',
      paintedDelay: 'Picture to screen, median, 95 %',
      judged: 'Pictures judged',
      dropped: 'Pictures dropped',
    },
  },
  de: {
    title: 'Was es kann, und was nicht',
    sections: [
      {
        heading: 'Von Grund auf privat',
        lines: [
          'Das Bild der Kamera wird auf diesem Gerät beurteilt und nie gesendet. Sätze werden hier aufgezeichnet; du kannst sie löschen oder das abschalten.',
          'Die Seite fragt keine andere Adresse. Einmal geladen, läuft sie ohne Netz.',
          'Gesprochen wird nur mit Stimmen, die auf diesem Gerät installiert sind.',
        ],
      },
      {
        heading: 'Was es misst',
        lines: [
          'Eine Kamera verfolgt 33 Punkte deines Körpers und vergleicht die Winkel dazwischen mit deiner eigenen guten Haltung.',
          'Drei Uhren laufen: gut, fehlerhaft und ungesehen. Was die Kamera nicht sieht, wird gesagt und nie als gut gezählt.',
          'Die Grenzwerte stammen aus veröffentlichten Studien, wo es welche gibt. Was eine Kamera nur grob misst, heißt vorläufig.',
        ],
      },
      {
        heading: 'Was es nicht ist',
        lines: [
          'Es ist kein Medizinprodukt, stellt keine Diagnose und ersetzt keine Physiotherapie.',
          'Hör auf, wenn etwas weh tut, und frag jemanden, der dich untersuchen kann.',
          'Weite Kleidung, schwaches Licht, eine schiefe Kamera oder eine zweite Person im Bild machen es ungenauer.',
        ],
      },
    ],
    diagnostics: 'Technische Angaben',
    notMeasured: 'Noch nichts gemessen: trainiere einmal und komm dann zurück.',
    rows: {
      engine: 'Verfolgung',
      model: 'Modell',
      backend: 'Gerechnet auf',
      load: 'Laden',
      frame: 'Ein Bild',
      core: 'Beurteilen',
      judgedDelay: 'Bild bis Urteil, Median, 95 %',
      paintedDelay: 'Bild bis Anzeige, Median, 95 %',
      judged: 'Beurteilte Bilder',
      dropped: 'Ausgelassene Bilder',
    },
  },
});
