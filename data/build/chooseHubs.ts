import { haversineKm, type LonLat } from '../../src/core/geo.ts';

interface Located {
  readonly id: string;
  readonly lonLat: LonLat;
}
export interface Supplied extends Located {
  readonly deliveryParcelsPerDay: number;
}

/** Of points in a list, the nearest by straight line; ties go to the first. */
export const nearest = <Point extends Located>(points: readonly Point[], to: LonLat): Point =>
  points.reduce((best, point) =>
    haversineKm(point.lonLat, to) < haversineKm(best.lonLat, to) ? point : best,
  );

export function* combinations<Item>(items: readonly Item[], count: number): Generator<Item[]> {
  if (count === 0) yield [];
  else
    for (const [index, item] of items.entries())
      for (const rest of combinations(items.slice(index + 1), count - 1)) yield [item, ...rest];
}

export interface HubAssignment {
  readonly hubByStation: ReadonlyMap<string, string>;
  /** Parcels a day times straight km from station to hub: the objective of the p-median. */
  readonly parcelKm: number;
}

/**
 * Every station to its nearest hub; then, while a hub hands out more than the limit, the station that loses
 * the least distance moves to a hub with room. null when that does not come to an end within the limit.
 */
export function assignToHubs(
  hubs: readonly Supplied[],
  stations: readonly Supplied[],
  limitParcelsPerDay: number,
): HubAssignment | null {
  const hubOf = new Map<string, Supplied>();
  const loads = new Map(hubs.map((hub) => [hub.id, hub.deliveryParcelsPerDay]));
  const addLoad = (hub: Supplied, parcels: number): void => {
    loads.set(hub.id, loads.get(hub.id)! + parcels);
  };
  for (const station of stations) {
    const hub = nearest(hubs, station.lonLat);
    hubOf.set(station.id, hub);
    addLoad(hub, station.deliveryParcelsPerDay);
  }
  for (;;) {
    const overloaded = hubs.find(({ id }) => loads.get(id)! > limitParcelsPerDay);
    if (overloaded === undefined) break;
    const moves = stations
      .filter(({ id }) => hubOf.get(id) === overloaded)
      .flatMap((station) =>
        hubs
          .filter(({ id }) => loads.get(id)! + station.deliveryParcelsPerDay <= limitParcelsPerDay)
          .map((to) => ({
            station,
            to,
            extraKm: haversineKm(station.lonLat, to.lonLat) - haversineKm(station.lonLat, overloaded.lonLat),
          })),
      )
      .sort((a, b) => a.extraKm - b.extraKm);
    const [move] = moves;
    if (move === undefined) return null;
    hubOf.set(move.station.id, move.to);
    addLoad(overloaded, -move.station.deliveryParcelsPerDay);
    addLoad(move.to, move.station.deliveryParcelsPerDay);
  }
  return {
    hubByStation: new Map([...hubOf].map(([stationId, hub]) => [stationId, hub.id])),
    parcelKm: stations.reduce(
      (sum, station) =>
        sum + station.deliveryParcelsPerDay * haversineKm(station.lonLat, hubOf.get(station.id)!.lonLat),
      0,
    ),
  };
}
