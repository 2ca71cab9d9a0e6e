import type { Scenario } from '../model/scenario.ts';
import { stopsAtTownship } from './separateCouriers.ts';

/**
 * The pooled operation without its village leg: what B1 and B2 must be read against for equal service. Same vehicles,
 * sorting and prices; every township's parcels end at its station. The same scenario where nothing goes deeper anyway.
 */
export function townshipOnlyScenario(scenario: Scenario): Scenario {
  if (scenario.shape === 'urbanStar') return scenario;
  if (!scenario.stations.some((station) => station.role === 'villageStation')) return scenario;
  return {
    ...scenario,
    shape: 'direct',
    stations: stopsAtTownship(scenario),
    vehicleTypes: scenario.vehicleTypes.map((type) => ({ ...type, usedFor: ['direct'] })),
    policy: { ...scenario.policy, lineCount: { min: 0, max: null } },
  };
}
