import type { ExerciseId } from '../../core/exercises/exercise';
import type { Figure } from '../parts/figure';

/** Every exercise in the position that matters: the measured joints thick, the rest thin. */
export const exerciseFigures: Readonly<Record<ExerciseId, Figure>> = {
  gluteBridge: {
    head: [46, 217],
    headRadius: 18,
    lines: ['76,217 169,164.5 262,112'],
    limbs: ['76,223 118,236 176,236', '262,112 286,234 316,234'],
  },
  singleLegBridge: {
    head: [46, 217],
    headRadius: 18,
    lines: ['76,217 169,164.5 262,112'],
    limbs: ['76,223 118,236 176,236', '262,112 286,234 316,234', '262,112 346,64.5 335,40'],
  },
  plank: {
    head: [32, 156],
    headRadius: 17,
    lines: ['62,162 164,180.5 255,197'],
    limbs: ['255,197 338,212 344,236', '62,162 64,234 16,234'],
  },
  kettlebellDeadlift: {
    head: [239, 47],
    headRadius: 17,
    lines: ['210,58 110,92 190,140'],
    limbs: ['190,140 174,234 212,234', '210,58 216,176'],
    bell: { at: [216, 178], turnDeg: 0 },
  },
  kettlebellSwing: {
    head: [152, 21],
    headRadius: 14,
    lines: ['152,50 152,114 152,173'],
    limbs: ['152,173 151,234 181,234', '152,52 226,62'],
    bell: { at: [229, 62], turnDeg: -82 },
  },
  romanianDeadlift: {
    head: [236, 24],
    headRadius: 16,
    lines: ['205,36 118,77 166,147'],
    limbs: ['166,147 161,234 197,234', '205,36 194,136'],
    bell: { at: [194, 138], turnDeg: 0 },
  },
  hipThrust: {
    head: [56, 84],
    headRadius: 17,
    lines: ['86,100 178,106 262,112'],
    limbs: [
      '262,112 264,234 298,234',
      '86,100 82,148 124,156',
      '62,124 116,124 116,234',
      '74,124 74,234',
    ],
  },
  squat: {
    head: [180, 38],
    headRadius: 18,
    lines: ['160,148 118,176 128,232', '200,148 242,176 232,232'],
    limbs: [
      '180,58 180,148',
      '150,74 210,74',
      '150,74 138,108 164,96',
      '210,74 222,108 196,96',
      '160,148 200,148',
      '128,234 106,234',
      '232,234 254,234',
    ],
    plumbs: ['118,184 118,226', '242,184 242,226'],
  },
  hingeHold: {
    head: [212, 36],
    headRadius: 15,
    lines: ['189,54 128,105 170,162'],
    limbs: ['170,162 163,234 195,234', '189,56 151,114'],
  },
};
