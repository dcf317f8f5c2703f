import type { UnitName } from '../core/units';

/** Seconds with one decimal and their unit: "7.2 s". */
export const formatSec = (valueSec: number): string => `${valueSec.toFixed(1)} s`;

/** A moment of a set: "0:08". */
export function formatMoment(tSec: number): string {
  const whole = Math.max(0, Math.floor(tSec));
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}

/** An angle as it may be told while one moves: the nearest 5°, as the measurement allows no more. */
export const formatLiveAngle = (valueDeg: number): string =>
  `${String(Math.round(valueDeg / 5) * 5).replace('-', '−')}°`;

/** The gauge's value: degrees as they may be told live, shares as per cent; "–" where unseen. */
export function formatGauge(signal: string, value: number | undefined): string {
  if (value === undefined) return '–';
  return signal.endsWith('Deg') ? formatLiveAngle(value) : `${String(Math.round(value * 100))} %`;
}

/** A measure without false precision: "about 12°", "about 8 %". */
export function formatMeasure(value: number, unit: UnitName): string {
  const size = Math.abs(value);
  switch (unit) {
    case 'deg':
      return `about ${String(Math.round(size))}°`;
    case 'ratio':
      return `about ${String(Math.round(size * 100))} %`;
    case 'sec':
      return `about ${String(Math.round(size))} s`;
    case 'perMin':
      return `about ${String(Math.round(size))} a minute`;
    case 'mPerSec':
      return `about ${size.toFixed(1)} m/s`;
    case 'score':
      return `${size.toFixed(1)} of the outline’s scale`;
  }
}

/** Numbers as one says them: "2", "2 and 3", "2, 3 and 5". */
export function formatNumbers(numbers: readonly number[]): string {
  const words = numbers.map(String);
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}
