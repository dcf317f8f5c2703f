import type { Gauge } from '../exercises/exercise';
import type { Rule } from '../form/rule';
import { signalTable, toSignalKey } from '../kinematics/signals';
import type { Bands } from './display';
import type { SetContext } from './setContext';
import type { Snapshot } from './snapshot';

/** The limits that rules set for a signal against a reference. */
export function readBands(rules: readonly Rule[], { signal, reference }: Gauge): Bands {
  const bands: { -readonly [K in keyof Bands]: Bands[K] } = {};
  for (const { conditions } of rules) {
    for (const condition of conditions) {
      if (condition.signal !== signal || condition.reference !== reference) continue;
      const { sense, warn, fail, onlyWhile } = condition;
      if (sense !== 'below') bands.warnAbove = warn;
      if (sense !== 'above') bands.warnBelow = sense === 'beyond' ? -warn : warn;
      // A fail that something else must come to is no limit of this measure alone.
      if (fail === undefined || onlyWhile !== undefined) continue;
      if (sense !== 'below') bands.failAbove = fail;
      if (sense !== 'above') bands.failBelow = sense === 'beyond' ? -fail : fail;
    }
  }
  return bands;
}

/** The measure of the gauge against its reference, with the bands of the rules that judge it. */
export function readGauge({ exercise, board, references }: SetContext): Snapshot['gauge'] {
  const { gauge, rules } = exercise;
  if (gauge === undefined) return undefined;
  const side = board.workingSide ?? null;
  const key = toSignalKey(gauge.signal, side);
  const known = signalTable[gauge.signal].sides === 'one' || side !== null;
  const raw = known ? board.read(key) : undefined;
  const against = raw === undefined ? undefined : references.compare(gauge, key, raw, undefined);
  return {
    ...readBands(rules, gauge),
    signal: gauge.signal,
    value: typeof against === 'number' ? against : undefined,
  };
}
