import type { Condition, Rule } from './rule';
import type { LimitOverride } from './strictness';

/** Two limits of the same measure of the same rule. */
const isSame = (a: LimitOverride, b: LimitOverride): boolean =>
  a.specRow === b.specRow &&
  a.faultId === b.faultId &&
  a.signal === b.signal &&
  a.sense === b.sense;

/** The limits of a condition as they stand in the table. */
export function limitOf(
  { specRow, faultId }: Rule,
  { signal, sense, warn, fail }: Condition,
): LimitOverride {
  return { specRow, faultId, signal, sense, warn, ...(fail === undefined ? {} : { fail }) };
}

/** The limits in force for a condition: the clinician's, or the table's. */
export function findLimit(
  limits: readonly LimitOverride[],
  rule: Rule,
  condition: Condition,
): LimitOverride {
  const own = limitOf(rule, condition);
  return limits.find((limit) => isSame(limit, own)) ?? own;
}

/** The list with one limit set anew. */
export const setLimit = (
  limits: readonly LimitOverride[],
  next: LimitOverride,
): LimitOverride[] => [...limits.filter((limit) => !isSame(limit, next)), next];

/** Whether a limit can be: numbers, and the fail no nearer to the good than the warn. */
export function isLimitSound({ sense, warn, fail = warn }: LimitOverride): boolean {
  if (!Number.isFinite(warn) || !Number.isFinite(fail)) return false;
  return sense === 'below' ? fail <= warn : fail >= warn;
}
