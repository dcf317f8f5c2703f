import type { MeasureId } from '../kinematics/measures';
import type { Condition, FaultId, Rule } from './rule';

/** How strictly limits are held (spec 3.6): learning widens them, the clinician edits them. */
export type Strictness = 'learn' | 'standard';

/** A limit that a clinician has set in place of the table's. */
export interface LimitOverride {
  readonly specRow: string;
  readonly faultId: FaultId;
  readonly signal: MeasureId;
  readonly sense: Condition['sense'];
  /** Of the rule's conditions of this measure and sense the second (1) or a later one; absent: the first. */
  readonly nth?: number;
  readonly warn: number;
  readonly fail?: number;
}

/** Two limits of the same condition of the same rule. */
export const isSameLimit = (a: LimitOverride, b: LimitOverride): boolean =>
  a.specRow === b.specRow &&
  a.faultId === b.faultId &&
  a.signal === b.signal &&
  a.sense === b.sense &&
  (a.nth ?? 0) === (b.nth ?? 0);

/** The limits of a rule's condition as they stand in the table. */
export function limitOf(rule: Rule, condition: Condition): LimitOverride {
  const { specRow, faultId } = rule;
  const { signal, sense, warn, fail } = condition;
  const nth = rule.conditions
    .filter((one) => one.signal === signal && one.sense === sense)
    .indexOf(condition);
  return {
    ...{ specRow, faultId, signal, sense, warn },
    ...(fail === undefined ? {} : { fail }),
    ...(nth > 0 ? { nth } : {}),
  };
}

/** One rule of one exercise, by its row and fault: "E04-F4 kneesCave". */
export type RuleName = `${string} ${FaultId}`;

export const nameRule = ({ specRow, faultId }: Rule): RuleName => `${specRow} ${faultId}`;

/** What can be switched off: a rule, or a fault in every exercise. */
export type RuleSwitch = RuleName | FaultId;

/** Whether a rule is switched off. */
export const isSwitchedOff = (rule: Rule, off: readonly RuleSwitch[]): boolean =>
  off.includes(rule.faultId) || off.includes(nameRule(rule));

/** What is judged otherwise than the table says. */
export interface RuleChanges {
  readonly strictness?: Strictness;
  /** What the clinician has switched off. */
  readonly off?: readonly RuleSwitch[];
  readonly limits?: readonly LimitOverride[];
}

/** Learning widens limits by this (spec 3.6). */
const learnFactor = 1.25;

/**
 * A limit moved away from the good: further from zero, or from one for a ratio to a reference. A
 * limit under which an absolute value must not fall moves toward zero.
 */
function widen({ reference, sense }: Condition, limit: number): number {
  if (reference === 'startRatio' || reference === 'bestHold') return 1 + (limit - 1) * learnFactor;
  return sense === 'below' && limit > 0 ? limit / learnFactor : limit * learnFactor;
}

function widenCondition(condition: Condition): Condition {
  const { fail } = condition;
  return {
    ...condition,
    warn: widen(condition, condition.warn),
    ...(fail === undefined ? {} : { fail: widen(condition, fail) }),
  };
}

function overrideCondition(
  condition: Condition,
  rule: Rule,
  limits: readonly LimitOverride[],
): Condition {
  const own = limitOf(rule, condition);
  const found = limits.find((limit) => isSameLimit(limit, own));
  if (found === undefined) return condition;
  const { fail: _fail, ...rest } = condition;
  return { ...rest, warn: found.warn, ...(found.fail === undefined ? {} : { fail: found.fail }) };
}

/** The rules of a set as they are to be judged; the exercise's own where nothing is changed. */
export function changeRules(
  rules: readonly Rule[],
  { strictness = 'standard', off = [], limits = [] }: RuleChanges,
): readonly Rule[] {
  return rules
    .filter((rule) => !isSwitchedOff(rule, off))
    .map((rule) => ({
      ...rule,
      conditions: rule.conditions.map((condition) => {
        const set = overrideCondition(condition, rule, limits);
        // What a clinician has set is meant as it stands.
        return strictness === 'learn' && set === condition ? widenCondition(condition) : set;
      }),
    }));
}
