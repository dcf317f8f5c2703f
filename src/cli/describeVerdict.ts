import type { Verdict } from '../core/report/verdict';
import { describeHint } from '../text/cameraPlace';

const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** A verdict for a person at a terminal. */
export function describeVerdict(verdict: Verdict): string {
  const { clocks } = verdict;
  const lines = [
    `${verdict.exercise}, ${verdict.view} view, ${seconds(verdict.durationSec)}`,
    `good ${seconds(clocks.goodSec)}, faulty ${seconds(clocks.faultySec)}, ` +
      `unseen ${seconds(clocks.unseenSec)}, rest ${seconds(clocks.restSec)}`,
  ];
  for (const rep of verdict.reps) {
    lines.push(
      `${rep.kind} ${String(rep.n)}: ${seconds(rep.startSec)} to ${seconds(rep.endSec)}, ` +
        `good ${seconds(rep.goodSec)}${rep.quality ? ', quality' : ''}` +
        (rep.score === undefined
          ? ''
          : `, ${String(rep.score.points)} of ${String(rep.score.of)} points`) +
        (rep.faults.length === 0 ? '' : `, ${rep.faults.join(', ')}`),
    );
  }
  for (const fault of verdict.faults) {
    const side = fault.side === null ? '' : `.${fault.side}`;
    lines.push(
      `${fault.level} ${fault.id}${side} (${fault.specRow}) ${seconds(fault.startSec)} to ` +
        `${seconds(fault.endSec)}, peak ${String(fault.peak)} ${fault.unit}` +
        (fault.provisional ? ', provisional' : ''),
    );
  }
  for (const { signal, side, mean, sd, unit, n, least, reason } of verdict.measures) {
    const name = side === null ? signal : `${signal}.${side}`;
    lines.push(
      mean === null
        ? `not measured: ${name}, ${reason ?? ''}`
        : `measured ${name} ${String(mean)} ± ${String(sd)} ${unit}, n ${String(n)}` +
            (n < least ? `, too few: it takes ${String(least)}` : ''),
    );
  }
  for (const cue of verdict.cues) lines.push(`cue at ${seconds(cue.tSec)}: ${cue.text}`);
  for (const { id, reason, hint } of verdict.unknown) {
    const todo = hint === undefined ? '' : ` (${describeHint(hint)})`;
    lines.push(`not seen: ${id}, ${reason}${todo}`);
  }
  return lines.join('\n');
}
