import type { BaselineKind } from '../model/report.ts';
import type { Scenario, Tier } from '../model/scenario.ts';
import { couriersToVillageScenarios } from './couriersToVillages.ts';
import { defaultOperatorCount, pooledOperatorScenarios } from './pooledOperators.ts';
import { separateCourierScenarios } from './separateCouriers.ts';

/** The operators of a baseline, each a scenario of its own over the same roads. */
export function baselineScenarios(
  scenario: Scenario,
  kind: BaselineKind,
  operatorCount: number = defaultOperatorCount,
): Scenario[] {
  switch (kind) {
    case 'B1':
      return separateCourierScenarios(scenario);
    case 'B2':
      return pooledOperatorScenarios(scenario, operatorCount);
    case 'B3':
      return couriersToVillageScenarios(scenario);
  }
}

/** Deepest tier a baseline's parcels reach: the service level a saving against it must name. */
export function baselineReach(scenario: Scenario, kind: BaselineKind): Tier {
  if (scenario.shape === 'urbanStar') return 'county';
  if (kind !== 'B3') return 'township';
  return scenario.stations.some((station) => station.role === 'villageStation') ? 'village' : 'township';
}
