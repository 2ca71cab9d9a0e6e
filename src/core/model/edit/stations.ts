import type { LonLat } from '../../geo.ts';
import { asId, type PlaceId, type StationId } from '../ids.ts';
import type { Place, Scenario, Station, StationRole, Tier } from '../scenario.ts';
import { suppliesVillages } from '../suppliesVillages.ts';

/** Edits of places and stations: each gives a new scenario and leaves the one before as it was. */

/** What a planner may change of a station by hand. */
export type StationChange = Partial<
  Pick<Station, 'name' | 'hubId' | 'openClockMin' | 'closeClockMin' | 'servesPlaceIds' | 'hub' | 'calendar'>
>;

export const mapSource = 'user: map';

const tierOfRole: Readonly<Record<StationRole, Tier>> = {
  depot: 'county',
  townshipStation: 'township',
  villageStation: 'village',
  urbanStation: 'county',
};

const changeStations = (
  scenario: Scenario,
  change: (station: Station) => Station,
): Pick<Scenario, 'depot' | 'stations'> => ({
  depot: change(scenario.depot),
  stations: scenario.stations.map(change),
});

/** A place at its real point: no longer approximate; the stations that stand on it move with it. */
export const movePlace = (
  scenario: Scenario,
  placeId: PlaceId,
  lonLat: LonLat,
  source: string = mapSource,
): Scenario => ({
  ...scenario,
  places: scenario.places.map(
    (place): Place =>
      place.id === placeId ? { ...place, lonLat, coordQuality: 'exact', coordSource: source } : place,
  ),
  ...changeStations(scenario, (station) =>
    station.placeId === placeId ? { ...station, lonLat, coordQuality: 'exact' } : station,
  ),
});

/**
 * The same change for several stations at once ("all villages of this township"). A place that a station newly serves is no
 * longer served by another one.
 */
export function changeManyStations(
  scenario: Scenario,
  stationIds: ReadonlySet<StationId>,
  change: StationChange,
): Scenario {
  const taken = new Set(change.servesPlaceIds ?? []);
  return {
    ...scenario,
    ...changeStations(scenario, (station) => {
      if (stationIds.has(station.id)) return { ...station, ...change };
      return station.servesPlaceIds.some((id) => taken.has(id))
        ? { ...station, servesPlaceIds: station.servesPlaceIds.filter((id) => !taken.has(id)) }
        : station;
    }),
  };
}

export const changeStation = (scenario: Scenario, stationId: StationId, change: StationChange): Scenario =>
  changeManyStations(scenario, new Set([stationId]), change);

export interface NewStation {
  readonly name: string;
  readonly role: Exclude<StationRole, 'depot'>;
  readonly lonLat: LonLat;
  /** The place it stands on; null makes a place of its own. */
  readonly placeId: PlaceId | null;
  /** Township of a new place. */
  readonly parentId: PlaceId | null;
}

/** A new station; a new place is a settlement, which coverage does not count. Hours are those of stations of its role. */
export function addStation(
  scenario: Scenario,
  { name, role, lonLat, placeId, parentId }: NewStation,
): { readonly scenario: Scenario; readonly stationId: StationId } {
  const freeId = (start: string, taken: readonly string[]): string => {
    const used = new Set(taken);
    let id = start;
    for (let copy = 2; used.has(id); copy++) id = `${start}-${copy}`;
    return id;
  };
  const known = scenario.places.find(({ id }) => id === placeId);
  const place: Place = known
    ? { ...known, lonLat, coordQuality: 'exact', coordSource: mapSource }
    : {
        id: asId<PlaceId>(
          freeId(
            `user-${scenario.places.length + 1}`,
            scenario.places.map(({ id }) => id),
          ),
        ),
        name,
        tier: role === 'townshipStation' ? 'township' : 'village',
        kind: role === 'urbanStation' ? 'urbanPoint' : role === 'townshipStation' ? 'township' : 'settlement',
        parentId,
        lonLat,
        coordQuality: 'exact',
        coordSource: mapSource,
      };
  const sibling = scenario.stations.find((station) => station.role === role) ?? scenario.depot;
  const stationId = asId<StationId>(
    freeId(
      `S${place.id}`,
      [scenario.depot, ...scenario.stations].map(({ id }) => id),
    ),
  );
  const hub =
    role === 'villageStation'
      ? scenario.stations.find(
          (each) =>
            each.role === 'townshipStation' &&
            each.placeId === (known?.parentId ?? parentId) &&
            suppliesVillages(scenario)(each.id),
        )
      : undefined;
  const station: Station = {
    id: stationId,
    name,
    role,
    tier: tierOfRole[role],
    placeId: place.id,
    lonLat,
    coordQuality: 'exact',
    servesPlaceIds: [place.id],
    hubId: hub?.id ?? null,
    openClockMin: sibling.openClockMin,
    closeClockMin: sibling.closeClockMin,
  };
  const moved = known ? movePlace(scenario, known.id, lonLat) : scenario;
  const freed = changeStations(moved, (each) =>
    each.servesPlaceIds.includes(place.id)
      ? { ...each, servesPlaceIds: each.servesPlaceIds.filter((id) => id !== place.id) }
      : each,
  );
  return {
    stationId,
    scenario: {
      ...moved,
      places: known ? moved.places : [...moved.places, place],
      depot: freed.depot,
      stations: [...freed.stations, station],
      demands: moved.demands.some((demand) => demand.placeId === place.id)
        ? moved.demands
        : [
            ...moved.demands,
            {
              placeId: place.id,
              deliveryParcelsPerDay: 0,
              pickupParcelsPerDay: 0,
              grade: 'user',
              source: mapSource,
            },
          ],
    },
  };
}

/**
 * Without a station. Its places go to the station named, or are served by nobody and lose their parcels. Lines, buses and
 * hubs no longer name it. The depot cannot be taken out.
 */
export function removeStation(
  scenario: Scenario,
  stationId: StationId,
  servedInsteadBy: StationId | null = null,
): Scenario {
  const gone = scenario.stations.find(({ id }) => id === stationId);
  if (!gone) return scenario;
  const stations = scenario.stations
    .filter(({ id }) => id !== stationId)
    .map((station) => {
      const isHeir = station.id === servedInsteadBy;
      if (!isHeir && station.hubId !== stationId) return station;
      return {
        ...station,
        hubId: station.hubId === stationId ? null : station.hubId,
        servesPlaceIds: isHeir ? [...station.servesPlaceIds, ...gone.servesPlaceIds] : station.servesPlaceIds,
      };
    });
  const served = new Set([scenario.depot, ...stations].flatMap(({ servesPlaceIds }) => servesPlaceIds));
  const { todaysPlan, busLines } = scenario;
  return {
    ...scenario,
    stations,
    demands: scenario.demands.filter(
      ({ placeId }) => served.has(placeId) || !gone.servesPlaceIds.includes(placeId),
    ),
    ...(todaysPlan ? { todaysPlan: withoutStop(todaysPlan, stationId) } : {}),
    ...(busLines
      ? {
          busLines: busLines.map((line) => ({
            ...line,
            calls: line.calls.filter((call) => call.stationId !== stationId),
          })),
        }
      : {}),
  };
}

function withoutStop(
  plan: NonNullable<Scenario['todaysPlan']>,
  stationId: StationId,
): NonNullable<Scenario['todaysPlan']> {
  const lines = plan.lines.flatMap((line) => {
    if (line.originId === stationId) return [];
    const kept = line.stopIds
      .map((id, index) => ({ id, share: line.stopShares?.[index] }))
      .filter(({ id }) => id !== stationId);
    if (kept.length === 0) return [];
    if (kept.length === line.stopIds.length) return [line];
    return [
      {
        ...line,
        stopIds: kept.map(({ id }) => id),
        ...(line.stopShares ? { stopShares: kept.map(({ share }) => share ?? 1) } : {}),
      },
    ];
  });
  const lineIds = new Set(lines.map(({ id }) => id));
  const duties = plan.duties
    .map((duty) => ({ ...duty, trips: duty.trips.filter(({ lineId }) => lineIds.has(lineId)) }))
    .filter(({ trips }) => trips.length > 0);
  return { lines, duties };
}
