import type { ResetCard } from '../core/programme/resetCards';
import { localize } from './language';

/** What each card of the reset says. */
export const resetCardText = localize<Record<ResetCard['id'], { name: string; lines: string[] }>>({
  en: {
    breathing: {
      name: 'Breathe',
      lines: [
        'Lie on your back, feet on the floor, a hand on the ribs.',
        'In through the nose, ribs wide. Out slowly, ribs sink.',
      ],
    },
    hipFront: {
      name: 'Front of the hips',
      lines: [
        'Kneel on one knee, the other foot in front.',
        'Tuck the tailbone, then shift forward a little. Ribs stay down.',
        'Change sides at half time.',
      ],
    },
    thoracic: {
      name: 'Upper back',
      lines: [
        'On all fours, one hand behind the head.',
        'Turn the elbow to the ceiling and back, the low back stays quiet.',
      ],
    },
    calves: {
      name: 'Calves',
      lines: [
        'Hands on the wall, one foot back, heel down.',
        'Knee straight, then a little bent. Change sides at half time.',
      ],
    },
    brace: {
      name: 'Brace',
      lines: [
        'Firm up all around the waist, about 2 of 10. Don’t suck in, don’t push out.',
        'Keep breathing with it.',
      ],
    },
  },
  de: {
    breathing: {
      name: 'Atmen',
      lines: [
        'Leg dich auf den Rücken, Füße am Boden, eine Hand auf den Rippen.',
        'Ein durch die Nase, Rippen weit. Langsam aus, Rippen sinken.',
      ],
    },
    hipFront: {
      name: 'Vorderseite der Hüfte',
      lines: [
        'Knie auf einem Knie, der andere Fuß steht vorne.',
        'Steißbein einrollen, dann etwas nach vorne schieben. Rippen bleiben unten.',
        'Wechsle die Seite nach der Hälfte.',
      ],
    },
    thoracic: {
      name: 'Oberer Rücken',
      lines: [
        'Auf allen vieren, eine Hand am Hinterkopf.',
        'Dreh den Ellbogen zur Decke und zurück, der untere Rücken bleibt ruhig.',
      ],
    },
    calves: {
      name: 'Waden',
      lines: [
        'Hände an die Wand, ein Fuß hinten, Ferse am Boden.',
        'Knie gestreckt, dann leicht gebeugt. Wechsle die Seite nach der Hälfte.',
      ],
    },
    brace: {
      name: 'Spannung',
      lines: [
        'Rundum um die Taille anspannen, etwa 2 von 10. Nicht einziehen, nicht herausdrücken.',
        'Atme dabei weiter.',
      ],
    },
  },
});

/** The words around the reset. */
export const resetText = localize({
  en: {
    title: 'Reset',
    note: 'Nothing is judged here. Move as far as it is easy.',
    begin: 'Begin',
    pause: 'Pause',
    goOn: 'Go on',
    next: 'Next',
    half: 'Other side.',
    done: 'Loose. Now train.',
    toToday: 'To today',
    place: (n: number, of: number): string => `${String(n)} of ${String(of)}`,
    left: (seconds: number): string => `${String(seconds)} s left`,
  },
  de: {
    title: 'Lösen',
    note: 'Hier wird nichts beurteilt. Beweg dich so weit, wie es leicht geht.',
    begin: 'Beginnen',
    pause: 'Pause',
    goOn: 'Weiter',
    next: 'Nächste',
    half: 'Andere Seite.',
    done: 'Locker. Jetzt trainieren.',
    toToday: 'Zu heute',
    place: (n: number, of: number): string => `${String(n)} von ${String(of)}`,
    left: (seconds: number): string => `noch ${String(seconds)} s`,
  },
});
