import type { Rule } from '../form/rule';
import { isSwitchedOff, nameRule, type RuleName, type RuleSwitch } from '../form/strictness';
import { catalogue } from './catalogue';

const rules: readonly Rule[] = Object.values(catalogue).flatMap((exercise) => exercise.rules);

const switches: ReadonlySet<unknown> = new Set(
  rules.flatMap((rule) => [rule.faultId, nameRule(rule)]),
);

/** True for the name of a rule that exists, or for a fault that one tells. */
export const isRuleSwitch = (value: unknown): value is RuleSwitch => switches.has(value);

/** What is off once a rule is switched; a fault that was off everywhere becomes each of its rules. */
export function switchRule(
  off: readonly RuleSwitch[],
  rule: Rule,
  isJudged: boolean,
): readonly RuleName[] {
  const names = new Set(rules.filter((one) => isSwitchedOff(one, off)).map(nameRule));
  if (isJudged) names.delete(nameRule(rule));
  else names.add(nameRule(rule));
  return [...names];
}
