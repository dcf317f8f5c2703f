/** What weights are told in. */
export type LoadUnit = 'kg' | 'lb';

const kgPerLb = 0.45359237;

/** A weight as the athlete tells it, in kilograms to 0.1; 0 where it is no number. */
export function toKg(value: number, unit: LoadUnit): number {
  if (!Number.isFinite(value) || value < 0) return 0;
  return Math.round(10 * value * (unit === 'lb' ? kgPerLb : 1)) / 10;
}

/** A weight in the athlete's unit, to half a pound or 0.1 kg. */
export const toUnit = (kg: number, unit: LoadUnit): number =>
  unit === 'lb' ? Math.round((2 * kg) / kgPerLb) / 2 : Math.round(10 * kg) / 10;
