import type { UnitName } from '../core/units';
import { localize } from './language';

const numberText = localize({
  en: {
    decimalMark: '.',
    and: 'and',
    about: (value: string) => `about ${value}`,
    perMin: (value: string) => `about ${value} a minute`,
    ofOutline: (value: string) => `${value} of the outline’s scale`,
  },
  de: {
    decimalMark: ',',
    and: 'und',
    about: (value) => `etwa ${value}`,
    perMin: (value) => `etwa ${value} je Minute`,
    ofOutline: (value) => `${value} auf der Skala des Umrisses`,
  },
});

/** A number with its decimals as one writes them: "2.5", in German "2,5". */
export const formatDecimal = (value: number, digits = 1): string =>
  value.toFixed(digits).replace('.', numberText.decimalMark);

/** Seconds with one decimal and their unit: "7.2 s". */
export const formatSec = (valueSec: number): string => `${formatDecimal(valueSec)} s`;

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
      return numberText.about(`${String(Math.round(size))}°`);
    case 'ratio':
      return numberText.about(`${String(Math.round(size * 100))} %`);
    case 'sec':
      return numberText.about(`${String(Math.round(size))} s`);
    case 'perMin':
      return numberText.perMin(String(Math.round(size)));
    case 'mPerSec':
      return numberText.about(`${formatDecimal(size)} m/s`);
    case 'score':
      return numberText.ofOutline(formatDecimal(size));
  }
}

/** Numbers as one says them: "2", "2 and 3", "2, 3 and 5". */
export function formatNumbers(numbers: readonly number[]): string {
  const words = numbers.map(String);
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} ${numberText.and} ${last}`;
}

/** Milliseconds as they are read: `8.4 ms`, `84 ms`. */
export const formatMs = (value: number | undefined): string =>
  value === undefined ? '–' : `${formatDecimal(value, value < 10 ? 1 : 0)} ms`;

/** A median and the 95th percentile: `84 ms, 154 ms`. */
export const formatSpread = (value: { median: number; p95: number } | undefined): string =>
  value === undefined ? '–' : `${formatMs(value.median)}, ${formatMs(value.p95)}`;
