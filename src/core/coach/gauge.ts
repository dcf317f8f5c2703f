import { toSignalKey } from '../kinematics/signals';
import type { SetContext } from './setContext';
import type { Snapshot } from './snapshot';

/** The measure of the gauge against its reference, with the bands of the rules that judge it. */
export function readGauge({ exercise, board, references }: SetContext): Snapshot['gauge'] {
  const { gauge, rules } = exercise;
  if (gauge === undefined) return undefined;
  const key = toSignalKey(gauge.signal, null);
  const raw = board.read(key);
  const against = raw === undefined ? undefined : references.compare(gauge, key, raw, undefined);
  const bands: { -readonly [K in keyof NonNullable<Snapshot['gauge']>]?: number } = {};
  for (const { conditions } of rules) {
    for (const condition of conditions) {
      if (condition.signal !== gauge.signal || condition.reference !== gauge.reference) continue;
      const { sense, warn, fail } = condition;
      if (sense !== 'below') bands.warnAbove = warn;
      if (sense !== 'above') bands.warnBelow = sense === 'beyond' ? -warn : warn;
      if (fail === undefined) continue;
      if (sense !== 'below') bands.failAbove = fail;
      if (sense !== 'above') bands.failBelow = sense === 'beyond' ? -fail : fail;
    }
  }
  return {
    ...(bands as Omit<NonNullable<Snapshot['gauge']>, 'signal' | 'value'>),
    signal: gauge.signal,
    value: typeof against === 'number' ? against : undefined,
  };
}
