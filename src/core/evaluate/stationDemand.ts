import type { StationId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { invariant } from '../result.ts';
import type { Parcels } from '../units.ts';

export interface StationDemand {
  readonly deliveryParcelsPerDay: Parcels;
  readonly pickupParcelsPerDay: Parcels;
}

/** Parcels handed over at each station per day: the sum over the places it serves. */
export function stationDemand(scenario: Scenario): ReadonlyMap<StationId, StationDemand> {
  const byPlace = new Map(scenario.demands.map((demand) => [demand.placeId, demand]));
  return new Map(
    scenario.stations.map((station) => {
      let deliveryParcelsPerDay = 0;
      let pickupParcelsPerDay = 0;
      for (const placeId of station.servesPlaceIds) {
        const demand = byPlace.get(placeId);
        if (!demand) continue;
        deliveryParcelsPerDay += demand.deliveryParcelsPerDay;
        pickupParcelsPerDay += demand.pickupParcelsPerDay;
      }
      return [station.id, { deliveryParcelsPerDay, pickupParcelsPerDay }];
    }),
  );
}

/** Parcels a line must bring to and fetch from each station: a hub also passes on those of its stations. */
export function stationThroughput(scenario: Scenario): ReadonlyMap<StationId, StationDemand> {
  const own = stationDemand(scenario);
  const throughput = new Map(own);
  for (const station of scenario.stations) {
    if (station.hubId === null) continue;
    const hub = throughput.get(station.hubId);
    invariant(hub, `station ${station.id} hangs on an unknown hub ${station.hubId}`);
    const demand = own.get(station.id)!;
    throughput.set(station.hubId, {
      deliveryParcelsPerDay: hub.deliveryParcelsPerDay + demand.deliveryParcelsPerDay,
      pickupParcelsPerDay: hub.pickupParcelsPerDay + demand.pickupParcelsPerDay,
    });
  }
  return throughput;
}

/** Stations that other stations are supplied from. */
export function hubIds(scenario: Scenario): ReadonlySet<StationId> {
  return new Set(scenario.stations.flatMap((station) => (station.hubId === null ? [] : [station.hubId])));
}
