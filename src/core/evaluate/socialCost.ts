import { socialYuanPerDay, villagerHoursPerDay } from '../cost/costBook.ts';
import { operationsOf } from '../model/operations.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Hours, Parcels, Yuan } from '../units.ts';

/** What villagers bear themselves (S1), never mixed into the cost of the service. */
export interface SocialCost {
  readonly stoppedShortParcelsPerDay: Parcels;
  readonly yuanPerDay: Yuan;
  readonly villagerHoursPerDay: Hours;
}

/** Inbound parcels for villages (town communities lie at the township station) that end at a township station, or nowhere because their stop is not on any line. */
export function stoppedShortParcelsPerDay(scenario: Scenario, plan: Plan): Parcels {
  const villageIds = new Set(
    scenario.places.filter((place) => place.kind === 'village').map((place) => place.id),
  );
  const visited = new Set(plan.lines.flatMap((line) => line.stopIds));
  const served = new Set(
    scenario.stations
      .filter((station) => station.role === 'villageStation' && visited.has(station.id))
      .flatMap((station) => station.servesPlaceIds),
  );
  return scenario.demands.reduce(
    (sum, demand) =>
      villageIds.has(demand.placeId) && !served.has(demand.placeId)
        ? sum + demand.deliveryParcelsPerDay
        : sum,
    0,
  );
}

export function socialCost(scenario: Scenario, plan: Plan): SocialCost {
  const operations = operationsOf(scenario);
  const parcels = stoppedShortParcelsPerDay(scenario, plan);
  return {
    stoppedShortParcelsPerDay: parcels,
    yuanPerDay: socialYuanPerDay(operations, parcels),
    villagerHoursPerDay: villagerHoursPerDay(operations, parcels),
  };
}
