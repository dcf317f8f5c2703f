/** An athlete seen from above, about their middle; facing or head first up the drawing. */
export interface RoomAthlete {
  readonly onMat: boolean;
  /** Where the head is along the body. */
  readonly headPx: number;
  /** Trunk and limbs, as the data of SVG paths. */
  readonly strokes: readonly string[];
}

/**
 * The athlete from above by posture. Lying, kneeling or against a bench, the head or the face is up;
 * standing, the toes point down.
 */
export const roomAthletes = {
  supine: {
    onMat: true,
    headPx: -70,
    strokes: ['M-12 -54H12', 'M0 -54V8', 'M-7 8H7', 'M-7 8V54L-9 78', 'M7 8V54L9 78'],
  },
  prone: {
    onMat: true,
    headPx: -58,
    strokes: ['M-14 -84 -18 -46H18L14 -84', 'M0 -42V12', 'M-7 12H7', 'M-7 12V84', 'M7 12V84'],
  },
  reclined: {
    onMat: false,
    headPx: -62,
    strokes: [
      'M-44 -58H44V-36H-44Z',
      'M-14 -36H14',
      'M0 -36V8',
      'M-9 8H9',
      'M-9 8 -12 50V62',
      'M9 8 12 50V62',
    ],
  },
  kneeling: {
    onMat: true,
    headPx: -12,
    strokes: ['M-24 0H24', 'M-9 4V52', 'M9 4V52', 'M-22 0 -12 -40', 'M22 0 12 -40'],
  },
  hipTest: {
    onMat: true,
    headPx: -70,
    strokes: ['M-12 -54H12', 'M0 -54V8', 'M-7 8H7', 'M-7 8V-26', 'M7 8V54'],
  },
  quadruped: {
    onMat: true,
    headPx: -66,
    strokes: ['M-16 -62V-40H16V-62', 'M0 -40V10', 'M-12 10H12', 'M-12 10V52', 'M12 10V52'],
  },
  standing: {
    onMat: false,
    headPx: 0,
    strokes: ['M-28 0H28', 'M-13 16V30', 'M13 16V30'],
  },
} as const satisfies Readonly<Record<string, RoomAthlete>>;

/** The postures that can be drawn. */
export type RoomPosture = keyof typeof roomAthletes;
