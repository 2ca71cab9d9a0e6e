import type { LonLat } from '../../../src/core/geo.ts';
import { invariant } from '../../../src/core/result.ts';
import { type BuiltStation, buildBase, type CountyBase, villageParcelsPerStation } from '../builtCounty.ts';
import { assignToHubs, combinations, nearest, type Supplied } from '../chooseHubs.ts';
import { depotOf, townshipStation, villageStation, villageStations } from '../stationRecipes.ts';

const adcode = '430225';
const countyTownId = `${adcode}100000`;
/** 大院农场 and 桃源洞管理局: listed beside the ten townships, but none of them. */
const townshipLevelSettlements = [`${adcode}400000`, `${adcode}401000`];
const hubCount = 3;
const stationCount = 96;
const stationCountBefore = 128;
/** What a 4.2 m box truck carries (defaults/vehicle-quantities.csv). */
const truckParcels = 1500;

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

/** The three centres with the least parcels × km to their stations, none handing out more than one truck brings. */
function threeCentres(scenarioId: string, base: CountyBase): BuiltStation[] {
  const deliveryOf = new Map(base.demands.map(({ placeId, delivery }) => [placeId, delivery]));
  const pointOf = new Map<string, LonLat>(base.places.map(({ id, lonLat }) => [id, lonLat]));
  const supplied = (station: BuiltStation): Supplied => ({
    id: station.id,
    lonLat: pointOf.get(station.placeId)!,
    deliveryParcelsPerDay: station.serves.reduce((sum, placeId) => sum + deliveryOf.get(placeId)!, 0),
  });
  const merged = villageStations(scenarioId, base, stationCount);
  const candidates = base.townships.filter(({ id }) => id !== countyTownId);
  let best: { calls: BuiltStation[]; parcelKm: number } | null = null;
  for (const centres of combinations(candidates, hubCount)) {
    const hubs = centres.map((centre) => townshipStation(scenarioId, centre, base));
    const calls = attachToNearest([...hubs, ...merged], base);
    const assignment = assignToHubs(
      calls.slice(0, hubCount).map(supplied),
      calls.slice(hubCount).map(supplied),
      truckParcels,
    );
    if (assignment === null || (best !== null && assignment.parcelKm >= best.parcelKm)) continue;
    best = {
      parcelKm: assignment.parcelKm,
      calls: calls.map((station) => {
        const hubId = assignment.hubByStation.get(station.id);
        return hubId === undefined ? station : { ...station, hubId };
      }),
    };
  }
  invariant(best !== null, 'no three centres can hand out all parcels');
  return [depotOf(scenarioId, base), ...best.calls];
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
