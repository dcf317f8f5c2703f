import type { Snapshot } from '../coach/snapshot';
import type { SignalKey } from '../kinematics/signals';

/** Collects every signal over time as lines of CSV: `tSec` first, an empty cell where unseen. */
export function encodeSignals(keys: readonly SignalKey[]): {
  readonly lines: readonly string[];
  readonly add: (snapshot: Snapshot) => void;
} {
  const lines = [['tSec', ...keys].join(',')];
  const cell = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(4));
  return {
    lines,
    add: ({ tSec, signals }) => {
      lines.push([tSec.toFixed(4), ...keys.map((key) => cell(signals[key]))].join(','));
    },
  };
}
