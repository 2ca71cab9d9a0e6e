import { asId, type CourierId } from '../model/ids.ts';
import type { Courier, Scenario } from '../model/scenario.ts';
import { operatorScenario, stopsAtTownship } from './separateCouriers.ts';

/** In reality an agent in a township commonly serves several brands; three operators are the working default. */
export const defaultOperatorCount = 3;

/**
 * Baseline B2 (model.md section 9): the couriers have pooled into a few operators already, each with its own vans and
 * sorting, stopping at the township like B1. One scenario per operator.
 */
export function pooledOperatorScenarios(
  scenario: Scenario,
  operatorCount: number = defaultOperatorCount,
): Scenario[] {
  const stations = stopsAtTownship(scenario);
  return poolCouriers(scenario.couriers, operatorCount).map((operator) =>
    operatorScenario(scenario, 'B2', operator, stations),
  );
}

/** Deals the couriers out to operators of like size: the biggest first, each to the smallest operator so far. */
export function poolCouriers(couriers: readonly Courier[], operatorCount: number): Courier[] {
  const pools: Courier[][] = Array.from({ length: Math.min(operatorCount, couriers.length) }, () => []);
  const shareOf = (pool: readonly Courier[]): number =>
    pool.reduce((sum, courier) => sum + courier.volumeShare.value, 0);
  const bySize = [...couriers].sort((a, b) => b.volumeShare.value - a.volumeShare.value);
  for (const courier of bySize) {
    pools.reduce((least, pool) => (shareOf(pool) < shareOf(least) ? pool : least)).push(courier);
  }
  return pools.map((pool) => ({
    id: asId<CourierId>(pool.map((courier) => courier.id).join('+')),
    name: {
      zh: pool.map((courier) => courier.name.zh).join('+'),
      en: pool.map((courier) => courier.name.en).join(' + '),
    },
    volumeShare: { value: shareOf(pool), grade: 'derived', source: 'B2' },
  }));
}
