import { poolCouriers } from '../baseline/pooledOperators.ts';
import { demandsOf, operatorScenario, stopsAtTownship } from '../baseline/separateCouriers.ts';
import { townshipOnlyScenario } from '../baseline/townshipOnly.ts';
import { asId, type ScenarioId } from '../model/ids.ts';
import type { Courier, Scenario } from '../model/scenario.ts';

/**
 * How some of the couriers could run together as far as the township, each way a scenario of its own: in the network of
 * the plan with their parcels only, and with the vans and the sorting by hand that couriers have on their own (as in B2).
 */
export function coalitionScenarios(scenario: Scenario, members: readonly Courier[]): readonly Scenario[] {
  const together = poolCouriers(members, 1)[0]!;
  return [
    pooledNetwork(scenario, together),
    operatorScenario(scenario, 'B2', together, stopsAtTownship(scenario)),
  ];
}

/** Vehicles, sorting and prices of the plan. What was locked or drawn by hand was so for the parcels of all. */
function pooledNetwork(scenario: Scenario, together: Courier): Scenario {
  const { locks: _locks, handPlan: _handPlan, ...shallow } = townshipOnlyScenario(scenario);
  return {
    ...shallow,
    id: asId<ScenarioId>(`${scenario.id}/${together.id}`),
    couriers: [together],
    demands: demandsOf(scenario, together),
    policy: { ...shallow.policy, lineCount: { min: 0, max: null } },
  };
}
