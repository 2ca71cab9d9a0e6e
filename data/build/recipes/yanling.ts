import type { LonLat } from '../../../src/core/geo.ts';
import { type BuiltStation, buildBase, type CountyBase, villageParcelsPerStation } from '../builtCounty.ts';
import { chooseHubs, nearest } from '../chooseHubs.ts';
import {
  depotOf,
  townshipStation,
  townshipStationId,
  villageStation,
  villageStations,
} from '../stationRecipes.ts';

const adcode = '430225';
const countyTownId = `${adcode}100000`;
/** 大院农场 and 桃源洞管理局: listed beside the ten townships, but none of them. */
const townshipLevelSettlements = [`${adcode}400000`, `${adcode}401000`];
const hubCount = 3;
const stationCount = 96;
const stationCountBefore = 128;

/** Gives every place not yet served to the station nearest to it. */
function attachToNearest(stations: readonly BuiltStation[], base: CountyBase): BuiltStation[] {
  const pointOf = new Map<string, LonLat>(base.places.map(({ id, lonLat }) => [id, lonLat]));
  const located = stations.map((station) => ({ ...station, lonLat: pointOf.get(station.placeId)! }));
  const served = new Set(stations.flatMap(({ serves }) => serves));
  const attached = new Map<string, string[]>();
  for (const { placeId } of base.demands) {
    if (served.has(placeId)) continue;
    const { id } = nearest(located, pointOf.get(placeId)!);
    attached.set(id, [...(attached.get(id) ?? []), placeId]);
  }
  return stations.map((station) => ({
    ...station,
    serves: [...station.serves, ...(attached.get(station.id) ?? [])],
  }));
}

function threeCentres(scenarioId: string, base: CountyBase): BuiltStation[] {
  const deliveryOf = new Map(base.demands.map(({ placeId, delivery }) => [placeId, delivery]));
  const hubs = chooseHubs(
    base.townships.filter(({ id }) => id !== countyTownId),
    base.villages.map((village) => ({ ...village, deliveryParcelsPerDay: deliveryOf.get(village.id)! })),
    hubCount,
  );
  const pointOf = new Map<string, LonLat>(base.villages.map(({ id, lonLat }) => [id, lonLat]));
  const calls = [
    ...hubs.map((hub) => townshipStation(scenarioId, hub, base)),
    ...villageStations(scenarioId, base, stationCount).map((station) => ({
      ...station,
      hubId: townshipStationId(nearest(hubs, pointOf.get(station.placeId)!)),
    })),
  ];
  return [depotOf(scenarioId, base), ...attachToNearest(calls, base)];
}

function before(base: CountyBase): BuiltStation[] {
  const places = [...base.villages, ...base.communities.slice(0, stationCountBefore - base.villages.length)];
  const calls = places.map((place) => villageStation('before', place, []));
  return [depotOf('before', base), ...attachToNearest(calls, base)];
}

export function buildYanling(sourceFolder: string): { base: CountyBase; stations: BuiltStation[] } {
  const base = buildBase(
    sourceFolder,
    adcode,
    villageParcelsPerStation * stationCount,
    townshipLevelSettlements,
  );
  return {
    base,
    stations: [...threeCentres('1+3+96', base), ...threeCentres('1+3+96-daily', base), ...before(base)],
  };
}
