import { isRealPoint } from '../../src/core/model/scenario.ts';
import type { BuiltStation, CountyBase, LocatedPlace } from './builtCounty.ts';
import { mergeVillages } from './mergeVillages.ts';
import { shortVillageName } from './sourcePlaces.ts';

export const depotOf = (scenarioId: string, { seat, adcode }: CountyBase): BuiltStation => ({
  scenarioId,
  id: `D${adcode}`,
  name: `${seat.name}配送中心`,
  role: 'depot',
  placeId: seat.id,
  serves: [],
});

export const townshipStationId = (township: { readonly id: string }): string => `T${township.id}`;

/** A township's station takes the parcels of the seat and of its communities. */
export const townshipStation = (
  scenarioId: string,
  township: LocatedPlace,
  { communities }: CountyBase,
): BuiltStation => ({
  scenarioId,
  id: townshipStationId(township),
  name: `${township.name}站`,
  role: 'townshipStation',
  placeId: township.id,
  serves: [
    township.id,
    ...communities.filter(({ parentId }) => parentId === township.id).map(({ id }) => id),
  ],
});

export const villageStation = (
  scenarioId: string,
  place: LocatedPlace,
  attached: readonly string[],
): BuiltStation => ({
  scenarioId,
  id: `V${place.id}`,
  name: shortVillageName(place.name),
  role: 'villageStation',
  placeId: place.id,
  serves: [place.id, ...attached],
});

/** Village stations after merging so that `stationCount` are left. */
export function villageStations(scenarioId: string, base: CountyBase, stationCount: number): BuiltStation[] {
  const deliveryOf = new Map(base.demands.map(({ placeId, delivery }) => [placeId, delivery]));
  const hostByGuest = mergeVillages(
    base.villages.map(({ id, parentId, lonLat, coordQuality }) => ({
      id,
      parentId,
      lonLat,
      isReal: isRealPoint(coordQuality),
      deliveryParcelsPerDay: deliveryOf.get(id) ?? 0,
    })),
    base.villages.length - stationCount,
  );
  return base.villages
    .filter(({ id }) => !hostByGuest.has(id))
    .map((village) =>
      villageStation(
        scenarioId,
        village,
        [...hostByGuest].filter(([, host]) => host === village.id).map(([guest]) => guest),
      ),
    );
}

/** Township stations and merged village stations under one depot; in the hub shape each village hangs on its own township. */
export function townshipNetwork(
  scenarioId: string,
  base: CountyBase,
  stationCount: number,
  isHub: boolean,
): BuiltStation[] {
  const parentOf = new Map(base.villages.map(({ id, parentId }) => [id, parentId]));
  return [
    depotOf(scenarioId, base),
    ...base.townships.map((township) => townshipStation(scenarioId, township, base)),
    ...villageStations(scenarioId, base, stationCount).map((station) =>
      isHub ? { ...station, hubId: townshipStationId({ id: parentOf.get(station.placeId)! }) } : station,
    ),
  ];
}
