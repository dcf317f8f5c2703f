const timeKeys: ReadonlySet<string> = new Set(['tSec', 'sinceSec', 'startSec', 'endSec']);

/**
 * A copy of events, reps or faults with every moment in it moved.
 * @param bySec what is added to each; durations stay
 */
export function shiftTimes<T>(value: T, bySec: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => shiftTimes(item, bySec)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const shifted = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    timeKeys.has(key) && typeof inner === 'number' ? inner + bySec : shiftTimes(inner, bySec),
  ]);
  return Object.fromEntries(shifted) as T;
}
