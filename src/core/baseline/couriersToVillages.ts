import type { Scenario } from '../model/scenario.ts';
import { operatorScenario } from './separateCouriers.ts';

/**
 * Baseline B3 (model.md section 9): every courier on its own serves every stop of the plan every day, with as many
 * vans as that takes. Equal service, but nobody runs it: a saving against it is fictitious.
 */
export function couriersToVillageScenarios(scenario: Scenario): Scenario[] {
  const stations = scenario.stations.map((station) => ({ ...station, hubId: null }));
  return scenario.couriers.map((courier) => {
    const operator = operatorScenario(scenario, 'B3', courier, stations);
    return {
      ...operator,
      vehicleTypes: operator.vehicleTypes.map((type) => ({
        ...type,
        count: Math.max(type.count, stations.length),
      })),
    };
  });
}
