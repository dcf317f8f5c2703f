import type { Condition, Rule } from './rule';
import { isSameLimit, limitOf, type LimitOverride } from './strictness';

/** The limits in force for a condition: the clinician's, or the table's. */
export function findLimit(
  limits: readonly LimitOverride[],
  rule: Rule,
  condition: Condition,
): LimitOverride {
  const own = limitOf(rule, condition);
  return limits.find((limit) => isSameLimit(limit, own)) ?? own;
}

/** The list with one limit set anew. */
export const setLimit = (
  limits: readonly LimitOverride[],
  next: LimitOverride,
): LimitOverride[] => [...limits.filter((limit) => !isSameLimit(limit, next)), next];

/** Whether a limit can be: numbers, and the fail no nearer to the good than the warn. */
export function isLimitSound({ sense, warn, fail = warn }: LimitOverride): boolean {
  if (!Number.isFinite(warn) || !Number.isFinite(fail)) return false;
  return sense === 'below' ? fail <= warn : fail >= warn;
}
