import type { StationId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';

/** Parcels of each station on an average day, in one direction: those of the places it serves. */
export function dailyParcels(
  scenario: Scenario,
  direction: 'deliveryParcelsPerDay' | 'pickupParcelsPerDay',
): Map<StationId, number> {
  return new Map(
    scenario.stations.map((station) => [
      station.id,
      scenario.demands
        .filter((demand) => station.servesPlaceIds.includes(demand.placeId))
        .reduce((sum, demand) => sum + demand[direction], 0),
    ]),
  );
}
