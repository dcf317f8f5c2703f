import type { Side } from '../body/keypoint';
import { frontalSignals } from './frontalSignals';
import { gaitSignals } from './gaitSignals';
import { headEndSignals } from './headEndSignals';
import { loadSignals } from './loadSignals';
import { outlineSignals } from './outlineSignals';
import { computePelvicRoll } from './pelvicRoll';
import { sagittalSignals } from './sagittalSignals';
import type { SignalRows } from './signalDefinition';

const unseen = (): undefined => undefined;

/** Signals that wait for an answer: never seen until then. */
const unseenSignals = {
  /** [BR] Seconds without a breath. Needs the mask or a question. */
  breathHoldSec: { unit: 'sec', sides: 'one', compute: unseen },
} as const satisfies SignalRows;

const pelvicSignals = {
  /** [PR] Pelvic roll on one leg, side or head-end view from table height: only changes within a hold. */
  pelvicRollDeg: { unit: 'deg', sides: 'one', compute: computePelvicRoll },
  /** The same by a bar across the pelvis, against its level with both feet down. */
  barRollDeg: {
    unit: 'deg',
    sides: 'one',
    compute: ({ bar }) => (typeof bar === 'number' ? bar : undefined),
  },
} as const satisfies SignalRows;

/** Read as seldom as the outline, and decided as it is. */
const beltDecision = { windowSec: 1, shareMin: 0.5, of: 'belt' } as const;

const beltSignals = {
  /** [LA] Thorax against pelvis by the bands as they sit: only its changes mean something. */
  lordosisDeg: {
    unit: 'deg',
    sides: 'one',
    compute: ({ belt }) => belt?.lordosisDeg,
    decision: beltDecision,
  },
  /** [pFlex] Flexion of the low back by the bands, of the own full flexion of a toe-touch. */
  lumbarFlexionRatio: {
    unit: 'ratio',
    sides: 'one',
    compute: ({ belt }) => belt?.flexionRatio,
    decision: beltDecision,
  },
} as const satisfies SignalRows;

/** The table of signals: every measure that a rule, a phase or a gauge can name. */
export const signalTable = {
  ...sagittalSignals,
  ...frontalSignals,
  ...loadSignals,
  ...headEndSignals,
  ...pelvicSignals,
  ...gaitSignals,
  ...outlineSignals,
  ...beltSignals,
  ...unseenSignals,
} as const;

export type SignalId = keyof typeof signalTable;

/** A signal and the side it is of: `kneeFppaDeg.left`; without a side where it has none. */
export type SignalKey = SignalId | `${SignalId}.${Side}`;

/** Made once: many are asked for in every frame, and a new string is slow to look up. */
const sideKeys = Object.fromEntries(
  Object.keys(signalTable).map((id) => [id, { left: `${id}.left`, right: `${id}.right` }]),
) as Readonly<Record<SignalId, Readonly<Record<Side, SignalKey>>>>;

/** The key under which a signal of a side is kept. */
export const toSignalKey = (signal: SignalId, side: Side | null): SignalKey =>
  signalTable[signal].sides === 'each' && side !== null ? sideKeys[signal][side] : signal;
