import type { Side } from '../body/keypoint';
import type { Exercise, RepPhases } from '../exercises/exercise';
import type { Condition, Reference, UnseenReason } from '../form/rule';
import { isRepMeasure, isSignal, needsOf } from '../kinematics/measures';
import { type SignalId, type SignalKey, toSignalKey } from '../kinematics/signals';
import { computeMedian, computeSpread } from '../kinematics/signalTrack';
import {
  clampTo,
  createZero,
  findGoodPosition,
  type GoodPosition,
  isWithin,
  type OwnReferences,
} from './ownReferences';
import type { SignalBoard } from './signalBoard';

/** Time over which an entry, a neutral or a start position is learned, seconds. */
const learnSec = 1;
/** Later than this after its beginning a hold has no entry any more, seconds. */
const settleSec = 3;
/** Kernel width in depth of the good rep's template, degrees. */
const templateWidthDeg = 5;

/** References that are learned while the athlete is still, with the noise of that. */
const noisyReferences: ReadonlySet<Reference> = new Set(['neutral', 'holdEntry', 'start']);

interface TemplatePoint {
  readonly depth: number;
  readonly value: number;
}

/** Keys of all conditions with one of the given references. */
function keysWith(exercise: Exercise, references: readonly Reference[]): SignalKey[] {
  const keys = new Set<SignalKey>();
  for (const rule of exercise.rules) {
    const sides: (Side | null)[] = rule.sides === 'one' ? [null] : ['left', 'right'];
    for (const { signal, reference } of rule.conditions) {
      if (references.includes(reference) && isSignal(signal)) {
        for (const side of sides) keys.add(toSignalKey(signal, side));
      }
    }
  }
  const { gauge } = exercise;
  if (gauge && references.includes(gauge.reference)) keys.add(toSignalKey(gauge.signal, null));
  return [...keys];
}

/** How still a signal must be to be learned as the hold's entry, by key. */
const listSettled = ({ rules }: Exercise): Map<SignalKey, number> =>
  new Map(
    rules
      .flatMap(({ conditions }) => conditions)
      .flatMap(({ signal, settledWithin }) =>
        settledWithin === undefined || isRepMeasure(signal)
          ? []
          : [[signal as SignalKey, settledWithin] as const],
      ),
  );

/** The keys under which a signal is on the board. */
const listKeys = (signal: SignalId): SignalKey[] => [
  ...new Set((['left', 'right'] as const).map((side) => toSignalKey(signal, side))),
];

/** Signals of which a repetition needs the quiet start position: its depth, and its measures'. */
function repKeys({ phases, rules }: Exercise): SignalKey[] {
  const depth = phases.kind === 'rep' ? phases.depth.map(({ signal }) => signal) : [];
  const needs = rules.flatMap(({ conditions }) =>
    conditions.flatMap(({ signal }): readonly SignalId[] =>
      isRepMeasure(signal) ? needsOf(signal) : [],
    ),
  );
  return [...depth, ...needs].flatMap((signal) => listKeys(signal));
}

/**
 * What measures are compared with: the athlete's own good position, the entry of this hold, the
 * quiet start position, the set's own good rep. Learned as the set goes.
 */
export class References {
  /** What counts as 0 of a signal. */
  zero: (key: SignalKey) => number;
  #position: GoodPosition | undefined;
  /** The neutral was learned from a position that the ideal one is not likely to read. */
  #isDoubtful = false;
  #isEntered = false;
  /** Since when the position that is held is to be the neutral, because somebody said so. */
  #chosenSec: number | undefined;
  readonly #neutralKeys: readonly SignalKey[];
  readonly #entryKeys: readonly SignalKey[];
  readonly #settledWithin: ReadonlyMap<SignalKey, number>;
  readonly #startKeys: readonly SignalKey[];
  readonly #repKeys: readonly SignalKey[];
  readonly #bestKeys: readonly SignalKey[];
  readonly #best = new Map<SignalKey, number>();
  readonly #held = new Map<SignalKey, number[]>();
  readonly #neutral = new Map<SignalKey, number>();
  readonly #noise = new Map<SignalKey, number>();
  readonly #entry = new Map<SignalKey, number>();
  readonly #highest = new Map<SignalKey, number>();
  readonly #start = new Map<SignalKey, number>();
  #startSinceSec: number | undefined;
  /** How long the stretch was that it was learned from. */
  #startSpanSec = 0;
  #startLatched = false;
  readonly #template = new Map<SignalKey, TemplatePoint[]>();
  readonly #bottom = new Map<SignalKey, number>();
  #pending = new Map<SignalKey, TemplatePoint[]>();
  #pendingBottom = new Map<SignalKey, number>();

  constructor(exercise: Exercise, own: OwnReferences) {
    this.zero = createZero(exercise, own);
    this.#position = findGoodPosition(exercise, own, this.zero);
    this.#neutralKeys = keysWith(exercise, ['neutral']);
    this.#entryKeys = keysWith(exercise, ['holdEntry']);
    this.#settledWithin = listSettled(exercise);
    this.#startKeys = [
      ...new Set([...keysWith(exercise, ['start', 'startRatio']), ...repKeys(exercise)]),
    ];
    this.#repKeys = keysWith(exercise, ['goodRep', 'goodBottom']);
    this.#bestKeys = keysWith(exercise, ['bestHold']);
    for (const [key, value] of Object.entries(own.baseline ?? {}) as [SignalKey, number][]) {
      this.#neutral.set(key, value);
      this.#bottom.set(key, value);
      this.#best.set(key, value);
    }
  }

  /** Forgets quiet standing: the camera stands elsewhere than when it was read. */
  forgetStanding(exercise: Exercise, { bridgeTargetDeg }: OwnReferences): void {
    const own = bridgeTargetDeg === undefined ? {} : { bridgeTargetDeg };
    this.zero = createZero(exercise, own);
    this.#position = findGoodPosition(exercise, own, this.zero);
  }

  /** Whoever sees the athlete says that this is neutral: the next second of the hold is it, as it is. */
  chooseNeutral(tSec: number): void {
    this.#neutral.clear();
    this.#isDoubtful = false;
    this.#entry.clear();
    this.#highest.clear();
    this.#chosenSec = tSec;
  }

  /** The athlete's own good value of a signal; its zero until one is known. */
  own(key: SignalKey): number {
    return this.#neutral.get(key) ?? this.zero(key);
  }

  /**
   * Learns the quiet start position while the athlete is in it, for a second. Until then the longest
   * stretch is the best: between two swings one passes through it.
   */
  learnStart(board: SignalBoard, tSec: number, inStart: boolean): void {
    if (this.#startLatched) return;
    if (!inStart) {
      this.#startSinceSec = undefined;
      return;
    }
    this.#startSinceSec ??= tSec;
    if (tSec - this.#startSinceSec < this.#startSpanSec) return;
    this.#startSpanSec = tSec - this.#startSinceSec;
    const fromSec = Math.max(this.#startSinceSec, tSec - learnSec);
    for (const key of this.#startKeys) {
      const values = board.since(key, fromSec);
      const median = computeMedian(values);
      if (median === undefined) continue;
      this.#start.set(key, median);
      this.#noise.set(key, computeSpread(values));
    }
    this.#startLatched = this.#startSpanSec >= learnSec;
  }

  /** The quiet start position's value of a signal; undefined until it is known. */
  start(key: SignalKey): number | undefined {
    return this.#start.get(key);
  }

  /** A hold begins: its entry is learned anew. */
  beginHold(): void {
    this.#entry.clear();
    this.#highest.clear();
    this.#held.clear();
    this.#isEntered = false;
  }

  /** The largest of a signal in a hold of quality; undefined until there is one. */
  best(key: SignalKey): number | undefined {
    return this.#best.get(key);
  }

  /** Collects the running hold, in case it is one of quality. */
  collectHold(board: SignalBoard): void {
    for (const key of this.#bestKeys) {
      const value = board.read(key);
      if (value === undefined) continue;
      const values = this.#held.get(key) ?? [];
      values.push(value);
      this.#held.set(key, values);
    }
  }

  /** The hold was of quality: its level may be the largest so far. */
  keepHold(): void {
    for (const [key, values] of this.#held) {
      const level = computeMedian(values);
      if (level !== undefined) this.#best.set(key, Math.max(level, this.#best.get(key) ?? level));
    }
  }

  /** The highest a signal has been in this hold, the value now included. */
  highest(key: SignalKey, value: number): number {
    const highest = Math.max(value, this.#highest.get(key) ?? -Infinity);
    this.#highest.set(key, highest);
    return highest;
  }

  /** Whether the signal that tells a good position reads as in one. */
  isPlausible(reading: number | undefined): boolean {
    const position = this.#position;
    return position !== undefined && reading !== undefined && isWithin(reading, position.plausible);
  }

  /**
   * Learns the entry, and the neutral where there is none: all of it in a plausible position, and
   * how far one is out of it in another. A neutral of which there is doubt is learned again from the
   * first hold of which there is none.
   * @param reading of the signal that tells a good position
   */
  learnHold(board: SignalBoard, holdSec: number, tSec: number, reading: number | undefined): void {
    const fromSec = Math.max(holdSec, this.#chosenSec ?? holdSec);
    if (tSec - fromSec < learnSec) return;
    this.#learnEntry(board, fromSec, tSec);
    const position = this.#position;
    if (position === undefined || reading === undefined) return;
    const isSure = isWithin(reading, position.likely);
    if (!this.#isEntered && this.#isDoubtful && isSure) this.#neutral.clear();
    this.#isEntered = true;
    const isNew = !this.#neutral.has(position.key);
    const isTaken = this.#chosenSec !== undefined || isWithin(reading, position.plausible);
    const keys = isTaken ? this.#neutralKeys : [position.key];
    this.#learnOnce(board, keys, this.#neutral, fromSec);
    const learned = this.#neutral.get(position.key);
    if (!isNew || learned === undefined || this.#chosenSec !== undefined) return;
    this.#isDoubtful = !isWithin(learned, position.likely);
    this.#neutral.set(position.key, clampTo(learned, position.likely));
  }

  /** Signals that still move as the hold begins are learned when they have come to rest. */
  #learnEntry(board: SignalBoard, holdSec: number, tSec: number): void {
    for (const key of this.#entryKeys) {
      const within = this.#settledWithin.get(key);
      if (within === undefined) this.#learnOnce(board, [key], this.#entry, holdSec);
      else if (tSec - holdSec <= settleSec && board.wander(key, learnSec) <= within)
        this.#learnOnce(board, [key], this.#entry, tSec - learnSec);
    }
  }

  #learnOnce(
    board: SignalBoard,
    keys: readonly SignalKey[],
    into: Map<SignalKey, number>,
    fromSec: number,
  ): void {
    for (const key of keys) {
      if (into.has(key)) continue;
      const values = board.since(key, fromSec);
      const median = computeMedian(values);
      if (median === undefined) continue;
      into.set(key, median);
      if (!this.#noise.has(key)) this.#noise.set(key, computeSpread(values));
    }
  }

  /** Twice the spread of a signal within its learning second (deadband, spec 3.6). */
  deadband(condition: Condition, side: Side | null): number {
    const { signal, reference } = condition;
    if (!isSignal(signal) || !noisyReferences.has(reference)) return 0;
    return 2 * (this.#noise.get(toSignalKey(signal, side)) ?? 0);
  }

  /** A rep begins: its course is collected, in case it is the good one. */
  beginRep(): void {
    this.#pending = new Map();
    this.#pendingBottom = new Map();
  }

  /** Collects the course of the running rep. */
  collectRep(board: SignalBoard, depth: number): void {
    for (const key of this.#repKeys) {
      const value = board.read(key);
      if (value === undefined) continue;
      const points = this.#pending.get(key) ?? [];
      points.push({ depth, value });
      this.#pending.set(key, points);
    }
  }

  /** The running rep is at its deepest. */
  collectBottom(read: (key: SignalKey) => number | undefined): void {
    for (const key of this.#repKeys) {
      const value = read(key);
      if (value !== undefined) this.#pendingBottom.set(key, value);
    }
  }

  /**
   * The rep was good: where its bottom is plausible its course becomes the template, at the depths
   * that no rep before it has told of.
   */
  keepRep(plausible: RepPhases['plausible']): void {
    if (plausible !== undefined) {
      const { signal, from, to } = plausible;
      const bottom = this.#pendingBottom.get(signal);
      if (bottom === undefined || !isWithin(bottom - this.zero(signal), { from, to })) return;
    }
    for (const [key, points] of this.#pending) {
      const isNew = ({ depth }: TemplatePoint): boolean =>
        this.#templateAt(key, depth) === undefined;
      this.#template.set(key, [...(this.#template.get(key) ?? []), ...points.filter(isNew)]);
    }
    for (const [key, value] of this.#pendingBottom) {
      if (!this.#bottom.has(key)) this.#bottom.set(key, value);
    }
  }

  #templateAt(key: SignalKey, depth: number): number | undefined {
    let sum = 0;
    let weights = 0;
    for (const point of this.#template.get(key) ?? []) {
      const away = (point.depth - depth) / templateWidthDeg;
      if (Math.abs(away) > 2) continue;
      const weight = Math.exp(-0.5 * away * away);
      sum += weight * point.value;
      weights += weight;
    }
    return weights > 0 ? sum / weights : undefined;
  }

  /**
   * A value against its reference.
   * @param depth depth of the movement now, for the good rep's template
   * @returns the change, or `noBaseline` where the reference is not known yet
   */
  compare(
    { reference, orAbsolute }: Pick<Condition, 'reference' | 'orAbsolute'>,
    key: SignalKey,
    value: number,
    depth: number | undefined,
  ): number | UnseenReason {
    const against = (of: number | undefined): number | UnseenReason =>
      of === undefined ? 'noBaseline' : value - of;
    switch (reference) {
      case 'absolute':
        return value - this.zero(key);
      case 'neutral':
        return against(
          this.#neutral.get(key) ?? (orAbsolute === true ? this.zero(key) : undefined),
        );
      case 'holdEntry':
        return against(this.#entry.get(key));
      case 'bestHold': {
        const best = this.#best.get(key);
        return best === undefined || best < 1e-6 ? 'noBaseline' : value / best;
      }
      case 'start':
        return against(this.#start.get(key));
      case 'startRatio': {
        const start = this.#start.get(key);
        return start === undefined || start < 1e-6 ? 'noBaseline' : value / start;
      }
      case 'goodRep':
        return against(depth === undefined ? undefined : this.#templateAt(key, depth));
      case 'goodBottom':
        return against(this.#bottom.get(key) ?? (orAbsolute === true ? this.zero(key) : undefined));
    }
  }
}
