import type { Athlete } from './athlete';
import type { BackCurve } from './backCurve';
import type { SignalRows } from './signalDefinition';

/** Decided over a second, of which half must be seen (outline.md, steps 9 and 10). */
const decision = { windowSec: 1, shareMin: 0.5, of: 'back' } as const;
/** Rib flare is read over a breath, not within one (spec E01-F4: or 4 s). */
const breathDecision = { windowSec: 4, shareMin: 0.5, of: 'back' } as const;

const read =
  (part: keyof BackCurve) =>
  ({ back }: Athlete): number | undefined => {
    const value = back?.[part];
    return typeof value === 'number' ? value : undefined;
  };

/** Signals of the trunk's outline, each a change from the athlete's own neutral. */
export const outlineSignals = {
  /** The lumbar curve by the outline that speaks for the exercise; positive is more lordosis. */
  backCurveScore: { unit: 'score', sides: 'one', compute: read('score'), decision },
  /** The same from the back's outline alone. */
  backCurveDorsalScore: { unit: 'score', sides: 'one', compute: read('dorsal'), decision },
  /** The same from the belly's outline alone. */
  backCurveVentralScore: { unit: 'score', sides: 'one', compute: read('ventral'), decision },
  /** Change of the angle between bands that are worn, degrees; positive is more lordosis. */
  beltAngleDeg: { unit: 'deg', sides: 'one', compute: read('belt'), decision },
  /** [RFI] How far the lower ribs stand out, in lengths of the line from belly to chest. */
  ribFlareRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: read('ribFlare'),
    decision: breathDecision,
  },
} as const satisfies SignalRows;

export type OutlineSignalId = keyof typeof outlineSignals;

/** The part of the curve that each signal reads. */
export const partOf: Readonly<Record<OutlineSignalId, keyof BackCurve>> = {
  backCurveScore: 'score',
  backCurveDorsalScore: 'dorsal',
  backCurveVentralScore: 'ventral',
  beltAngleDeg: 'belt',
  ribFlareRatio: 'ribFlare',
};

const outlineIds: ReadonlySet<string> = new Set(Object.keys(outlineSignals));

export const isOutlineSignal = (id: string): id is OutlineSignalId => outlineIds.has(id);
