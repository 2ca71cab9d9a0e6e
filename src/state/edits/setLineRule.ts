import type { LineRules } from '../../core/model/lineRules.ts';
import type { Scenario } from '../../core/model/scenario.ts';

/** Sets one rule for lines; undefined switches it off. A scenario without rules carries no trace of them. */
export function setLineRule<Key extends keyof LineRules>(
  scenario: Scenario,
  key: Key,
  value: LineRules[Key] | undefined,
): Scenario {
  const { lineRules, ...policy } = scenario.policy;
  const { [key]: _before, ...others } = lineRules ?? {};
  const rules: LineRules = value === undefined ? others : { ...others, [key]: value };
  return {
    ...scenario,
    policy: Object.keys(rules).length === 0 ? policy : { ...policy, lineRules: rules },
  };
}
