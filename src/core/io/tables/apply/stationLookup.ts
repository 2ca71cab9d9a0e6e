import type { PlaceId } from '../../../model/ids.ts';
import type { Scenario, Station } from '../../../model/scenario.ts';
import { placeName } from '../places/placeNames.ts';
import type { LineStop } from '../read/rowTypes.ts';

/** Finds the station that a stop of a line means. */
export interface StationLookup {
  /** By its own name, else the one that stands at the stop's place, else the one that serves it. */
  of(stop: LineStop): Station | undefined;
}

export function stationLookup(scenario: Scenario): StationLookup {
  const byPlace = new Map<PlaceId, Station>();
  const byFullName = new Map<string, Station | null>();
  const byName = new Map<string, Station | null>();
  const stations = [scenario.depot, ...scenario.stations];
  const note = (names: Map<string, Station | null>, name: string, station: Station): void => {
    names.set(name, names.has(name) ? null : station);
  };
  for (const station of stations) for (const placeId of station.servesPlaceIds) byPlace.set(placeId, station);
  for (const station of stations) {
    byPlace.set(station.placeId, station);
    note(byFullName, station.name, station);
    note(byName, placeName(station.name), station);
  }
  byPlace.set(scenario.depot.placeId, scenario.depot);
  // 泸溪 for 泸溪县: the county's name alone is where its lines start.
  const county = scenario.places.find(({ tier }) => tier === 'county');
  for (const name of county ? [county.name, county.name.replace(/[县市区]$/, '')] : [])
    if (!byName.has(placeName(name))) byName.set(placeName(name), scenario.depot);
  return {
    of: ({ name, placeId }) =>
      byFullName.get(name) ??
      (placeId === null ? byName.get(placeName(name)) : byPlace.get(placeId)) ??
      undefined,
  };
}
