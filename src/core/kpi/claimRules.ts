import { countRules } from './claims/countRules.ts';
import { moneyRules } from './claims/moneyRules.ts';
import type { Rule } from './claims/rule.ts';
import { shareRules } from './claims/shareRules.ts';
import { isNarrowed, isOfChange, type Subject } from './claims/subject.ts';
import { timeRules } from './claims/timeRules.ts';
import type { StatedUnit } from './claims/units.ts';

/** The first that fits counts. Words as Chinese county reports use them, and their translations. */
const rules: readonly Rule[] = [...shareRules, ...timeRules, ...countRules, ...moneyRules];

/**
 * What the words of a statement say it is about; null = nothing the plan has a figure of. No figure is better than a
 * wrong one: what is said of a part, a change or another state is held against nothing.
 */
export function ruleOf(subject: Subject, unit: StatedUnit): Rule | null {
  if (isNarrowed(subject)) return null;
  const { words } = subject;
  const isChange = isOfChange(words);
  const fitting = rules.find(
    (rule) =>
      rule.unit === unit.unit &&
      (!rule.countedIn || rule.countedIn.test(unit.counter)) &&
      (rule.isChange || !isChange) &&
      rule.subject.test(words) &&
      !rule.not?.test(words),
  );
  return fitting ?? null;
}
