/** Names of the short sounds. */
export type Earcon = 'fault' | 'recovered' | 'tick' | 'rep' | 'done' | 'unseen' | 'words';

/** How far form is lost while a tone sounds. */
export type Tone = 'warn' | 'fault';

/** One struck or breathed note. */
export interface Note {
  readonly startSec: number;
  readonly lengthSec: number;
  readonly fromHz: number;
  readonly toHz: number;
  /** 0..1, relative to the volume that the athlete chose. */
  readonly level: number;
  /** `block`: a struck piece of wood, pitched. `hush`: breath, noise around the pitch. */
  readonly timbre: 'block' | 'hush';
}

const block = (startSec: number, hz: number, lengthSec: number, level: number): Note => ({
  startSec,
  lengthSec,
  fromHz: hz,
  toHz: hz,
  level,
  timbre: 'block',
});

/**
 * The scores. All within 1 to 3 kHz, where a laptop is loud and gym music leaves room, and under
 * 300 ms. Falling means lost, rising means regained or done; no meaning rests on loudness.
 */
export const earconScores: Readonly<Record<Earcon, readonly Note[]>> = {
  fault: [block(0, 1760, 0.12, 1), block(0.13, 1175, 0.16, 1)],
  recovered: [{ ...block(0, 1320, 0.18, 0.7), toHz: 1980 }],
  tick: [block(0, 2350, 0.035, 0.35)],
  rep: [block(0, 1050, 0.09, 0.7)],
  done: [block(0, 1175, 0.09, 0.8), block(0.095, 1568, 0.09, 0.8), block(0.19, 2349, 0.1, 0.8)],
  unseen: [{ startSec: 0, lengthSec: 0.26, fromHz: 1400, toHz: 1000, level: 0.6, timbre: 'hush' }],
  // Stands for words that no voice spoke: look at the screen.
  words: [block(0, 1568, 0.06, 0.6), block(0.08, 1568, 0.06, 0.6)],
};

/** The continuous tone, soft enough for speech to be heard over it: pitch and share of the volume. */
export const tones: Readonly<Record<Tone, { readonly hz: number; readonly level: number }>> = {
  warn: { hz: 1175, level: 0.08 },
  fault: { hz: 1568, level: 0.14 },
};

/** Seconds that an earcon sounds. */
export const earconLengthSec = (earcon: Earcon): number =>
  Math.max(...earconScores[earcon].map((note) => note.startSec + note.lengthSec));
