import type { TransferTask } from '../core/programme/transfer';
import { localize } from './language';

/** The tasks of daily life. */
export const taskText = localize<Record<TransferTask['id'], { name: string; how: string }>>({
  en: {
    walk: { name: 'Walk', how: 'Five minutes outside. Push the ground away behind you.' },
    stairs: { name: 'Stairs', how: 'One flight up and down. The knee points over the toes.' },
    liftFromFloor: {
      name: 'Lift from the floor',
      how: 'A shopping bag, five times. Hips back, bag close, crack the acorn on the way up.',
    },
    bagOnShelf: {
      name: 'Bag on a shelf',
      how: 'A light bag to chest height, three times. The hips throw, the arms only guide.',
    },
    runCheck: {
      name: 'Run check',
      how: 'A minute at an easy pace. It measures, it does not judge.',
    },
  },
  de: {
    walk: { name: 'Gehen', how: 'Fünf Minuten draußen. Schieb den Boden hinter dir weg.' },
    stairs: {
      name: 'Treppe',
      how: 'Ein Stockwerk hinauf und hinunter. Das Knie zeigt über die Zehen.',
    },
    liftFromFloor: {
      name: 'Vom Boden heben',
      how: 'Eine Einkaufstasche, fünfmal. Hüfte zurück, Tasche nah, beim Hochkommen die Nuss knacken.',
    },
    bagOnShelf: {
      name: 'Tasche ins Regal',
      how: 'Eine leichte Tasche auf Brusthöhe, dreimal. Die Hüfte wirft, die Arme führen nur.',
    },
    runCheck: {
      name: 'Lauf ansehen',
      how: 'Eine Minute in leichtem Tempo. Hier wird gemessen, nicht beurteilt.',
    },
  },
});

/** Cue cards to take along, and the words of the page. */
export const lifeText = localize({
  en: {
    title: 'Daily life',
    note: 'A bridge pays off where you walk, climb and lift. Try one of these on a training day.',
    tasks: 'Try it',
    opens: (name: string): string => `opens with ${name}`,
    painAsk: 'Pain while doing it',
    done: 'Noted.',
    look: 'Before the camera',
    cards: 'Cards to take along',
    cues: [
      {
        name: 'Walking',
        lines: ['Stay tall.', 'Push the ground away.', 'Feel the glute of the leg behind you.'],
      },
      { name: 'Running', lines: ['Ribcage down.', 'Hips level.', 'Quick, quiet steps.'] },
      { name: 'Lifting', lines: ['Hips back first.', 'Load close.', 'Crack the acorn.'] },
    ],
    flare:
      'When the back speaks up: stop, squeeze each glute five times, breathe out long, then walk on.',
  },
  de: {
    title: 'Alltag',
    note: 'Eine Brücke lohnt sich dort, wo du gehst, steigst und hebst. Probier an einem Trainingstag eines davon.',
    tasks: 'Probier es',
    opens: (name: string): string => `öffnet mit ${name}`,
    painAsk: 'Schmerz dabei',
    done: 'Notiert.',
    look: 'Vor die Kamera',
    cards: 'Karten zum Mitnehmen',
    cues: [
      {
        name: 'Gehen',
        lines: [
          'Bleib groß.',
          'Schieb den Boden weg.',
          'Spür das Gesäß des Beins, das hinten ist.',
        ],
      },
      {
        name: 'Laufen',
        lines: ['Rippen unten.', 'Hüfte waagerecht.', 'Schnelle, leise Schritte.'],
      },
      { name: 'Heben', lines: ['Erst die Hüfte zurück.', 'Last nah.', 'Nuss knacken.'] },
    ],
    flare:
      'Wenn der Rücken sich meldet: halt an, spann jede Gesäßhälfte fünfmal an, atme lang aus, dann geh weiter.',
  },
});
