import { haversineKm, type LonLat } from '../../geo.ts';
import type { PlaceId, StationId } from '../ids.ts';
import type { Place, Scenario } from '../scenario.ts';
import { changeDemands } from './demands.ts';
import { addStation, changeStation } from './stations.ts';

/** A village that is to get a station of its own: a known place, or a point nobody has named yet. */
export interface NewVillage {
  readonly placeId: PlaceId | null;
  /** For a new place; a known one keeps its own. */
  readonly name: string;
  readonly lonLat: LonLat;
  readonly deliveryParcelsPerDay: number;
  readonly pickupParcelsPerDay: number;
}

/** Villages that are served next door or by nobody: those a station can still be given to. */
export function villagesWithoutStation(scenario: Scenario): readonly (Place & { readonly lonLat: LonLat })[] {
  const standing = new Set([scenario.depot, ...scenario.stations].map(({ placeId }) => placeId));
  return scenario.places.flatMap((place) => {
    const { lonLat } = place;
    return place.kind === 'village' && lonLat !== null && !standing.has(place.id)
      ? [{ ...place, lonLat }]
      : [];
  });
}

/** Parcels a day typical of a village here: the median of those that have any; 10 and 1 where none has. */
export function typicalVillageParcels({ demands, places }: Scenario): {
  readonly delivery: number;
  readonly pickup: number;
} {
  const villages = new Set(places.filter(({ kind }) => kind === 'village').map(({ id }) => id));
  const own = demands.filter(
    ({ placeId, deliveryParcelsPerDay }) => villages.has(placeId) && deliveryParcelsPerDay > 0,
  );
  if (own.length === 0) return { delivery: 10, pickup: 1 };
  const median = (values: readonly number[]): number =>
    Math.round(values.toSorted((left, right) => left - right)[values.length >> 1]!);
  return {
    delivery: median(own.map((each) => each.deliveryParcelsPerDay)),
    pickup: median(own.map((each) => each.pickupParcelsPerDay)),
  };
}

/**
 * The scenario with a station in the village. It belongs to the township of the nearest village and is supplied from where
 * that one is, so that in a county with hubs it does not hang on the county town.
 */
export function withNewVillage(
  scenario: Scenario,
  village: NewVillage,
): { readonly scenario: Scenario; readonly stationId: StationId } {
  const { placeId, name, lonLat } = village;
  const nearest = <Item extends { readonly lonLat: LonLat | null }>(items: readonly Item[]): Item | null =>
    items.reduce<Item | null>((best, item) => {
      if (item.lonLat === null) return best;
      return best?.lonLat && haversineKm(best.lonLat, lonLat) <= haversineKm(item.lonLat, lonLat)
        ? best
        : item;
    }, null);
  const villages = scenario.places.filter(({ kind, id }) => kind === 'village' && id !== placeId);
  const added = addStation(scenario, {
    name,
    role: 'villageStation',
    lonLat,
    placeId,
    parentId: nearest(villages)?.parentId ?? null,
  });
  const neighbour = nearest(scenario.stations.filter(({ role }) => role === 'villageStation'));
  const supplied = neighbour
    ? changeStation(added.scenario, added.stationId, { hubId: neighbour.hubId })
    : added.scenario;
  const station = supplied.stations.find(({ id }) => id === added.stationId)!;
  const { deliveryParcelsPerDay, pickupParcelsPerDay } = village;
  return {
    stationId: added.stationId,
    scenario: changeDemands(supplied, new Set([station.placeId]), {
      deliveryParcelsPerDay,
      pickupParcelsPerDay,
    }),
  };
}
