/** A point of the figure: metres along the mat from the shoulder's place, and above it. */
export type FilmPoint = readonly [xM: number, yM: number];

/** What the film shows at a moment, by the id of its caption. */
export type FilmPhase = 'lie' | 'brace' | 'lift' | 'hold' | 'sag' | 'mend' | 'down';

/** One moment of the film. */
export interface FilmFrame {
  readonly phase: FilmPhase;
  readonly head: FilmPoint;
  readonly shoulder: FilmPoint;
  readonly hip: FilmPoint;
  readonly knee: FilmPoint;
  readonly ankle: FilmPoint;
  readonly toe: FilmPoint;
  readonly hand: FilmPoint;
  /** Seconds that the good clock shows. */
  readonly goodSec: number;
}

interface Stretch {
  readonly phase: FilmPhase;
  readonly sec: number;
  /** Angle of the trunk above the mat at its end, degrees. */
  readonly trunkDeg: number;
}

/** Trunk on the mat, in line with the thighs, and sunk so far that the bend is seen at a glance. */
const [lyingDeg, inLineDeg, saggedDeg] = [2, 25.2, 10];

const stretches: readonly Stretch[] = [
  { phase: 'lie', sec: 3, trunkDeg: lyingDeg },
  { phase: 'brace', sec: 3, trunkDeg: lyingDeg },
  { phase: 'lift', sec: 2, trunkDeg: inLineDeg },
  { phase: 'hold', sec: 4, trunkDeg: inLineDeg },
  { phase: 'sag', sec: 3, trunkDeg: saggedDeg },
  { phase: 'mend', sec: 3, trunkDeg: inLineDeg },
  { phase: 'down', sec: 2, trunkDeg: lyingDeg },
];

/** Seconds that the film lasts. */
export const filmSec = stretches.reduce((sum, { sec }) => sum + sec, 0);

/** Of the sag and the mending the movement takes so long, then the pose stands, seconds. */
const movingSec = 1.2;

/** Lengths of trunk and of thigh and shank, metres; the feet stand where the line can be reached. */
const trunkM = 0.5;
const legM = 0.42;
const shoulder: FilmPoint = [0, 0.08];
const ankle: FilmPoint = [0.86, 0.05];

const ease = (share: number): number => share * share * (3 - 2 * share);

/** Where thigh and shank of the same length meet above hip and ankle. */
function bendKnee(hip: FilmPoint): FilmPoint {
  const [dx, dy] = [ankle[0] - hip[0], ankle[1] - hip[1]];
  const half = Math.hypot(dx, dy) / 2;
  const up = Math.sqrt(Math.max(0, legM * legM - half * half)) / (2 * half);
  return [hip[0] + dx / 2 - dy * up, hip[1] + dy / 2 + dx * up];
}

/** The good clock runs while the line holds: through the hold, and again once it is mended. */
function readGood(phase: FilmPhase, inPhaseSec: number): number {
  switch (phase) {
    case 'lie':
    case 'brace':
    case 'lift':
      return 0;
    case 'hold':
      return inPhaseSec;
    case 'sag':
      return 4;
    case 'mend':
      return 4 + Math.max(0, inPhaseSec - movingSec);
    case 'down':
      return 4 + 3 - movingSec;
  }
}

/**
 * A bridge as it is judged: up into the line, a sag that stops the clock, the line again, down.
 * @param tSec 0 to `filmSec`; outside of it the first or the last moment
 */
export function readFilm(tSec: number): FilmFrame {
  let beginSec = 0;
  let fromDeg = lyingDeg;
  const last = stretches.length - 1;
  for (const [i, { phase, sec, trunkDeg }] of stretches.entries()) {
    if (tSec < beginSec + sec || i === last) {
      const inPhaseSec = Math.min(sec, Math.max(0, tSec - beginSec));
      const share = ease(Math.min(1, inPhaseSec / Math.min(sec, movingSec)));
      const angle = ((fromDeg + (trunkDeg - fromDeg) * share) * Math.PI) / 180;
      const hip: FilmPoint = [
        shoulder[0] + trunkM * Math.cos(angle),
        shoulder[1] + trunkM * Math.sin(angle),
      ];
      return {
        phase,
        head: [-0.2, 0.12],
        shoulder,
        hip,
        knee: bendKnee(hip),
        ankle,
        toe: [1.04, 0.02],
        hand: [0.36, 0.02],
        goodSec: readGood(phase, inPhaseSec),
      };
    }
    beginSec += sec;
    fromDeg = trunkDeg;
  }
  throw new Error('A film has a last stretch.');
}

/** The moments that tell the film without movement, seconds. */
export const filmStillsSec: readonly number[] = [2, 11, 14.5];
