import type { Policy, Scenario } from '../../core/model/scenario.ts';

/** Replaces some of the policy numbers of a scenario. */
export const setPolicy = (scenario: Scenario, change: Partial<Policy>): Scenario => ({
  ...scenario,
  policy: { ...scenario.policy, ...change },
});
