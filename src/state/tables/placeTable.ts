import { changeDemands } from '../../core/model/edit/demands.ts';
import { changeStation, movePlace } from '../../core/model/edit/stations.ts';
import { asId, type PlaceId } from '../../core/model/ids.ts';
import type { Demand, Place, Scenario, Station } from '../../core/model/scenario.ts';
import { everyStation, pointFrom, townshipName } from './stationTable.ts';
import { isRefusal, numberFrom, refuse, type WriteCell } from './tableEdit.ts';

export interface PlaceTableRow {
  readonly place: Place;
  readonly township: string;
  readonly demand: Demand | null;
  readonly station: Station | null;
}

/** Townships, villages and points in town with their parcels and the station that serves them. */
export function placeRows(scenario: Scenario): readonly PlaceTableRow[] {
  const placeById = new Map<string, Place>(scenario.places.map((place) => [place.id, place]));
  const demandOf = new Map(scenario.demands.map((demand) => [demand.placeId, demand]));
  const stationOf = new Map<PlaceId, Station>();
  for (const station of everyStation(scenario))
    for (const id of station.servesPlaceIds) if (!stationOf.has(id)) stationOf.set(id, station);
  return scenario.places
    .filter(({ tier }) => tier !== 'county')
    .map((place) => ({
      place,
      township: townshipName(place, placeById),
      demand: demandOf.get(place.id) ?? null,
      station: stationOf.get(place.id) ?? null,
    }));
}

export const writePlace: WriteCell = (scenario, rowId, columnKey, text) => {
  const id = asId<PlaceId>(rowId);
  const place = scenario.places.find((each) => each.id === id);
  if (!place) return scenario;
  switch (columnKey) {
    case 'name':
      if (text === '') return refuse('required', text);
      return {
        ...scenario,
        places: scenario.places.map((each) => (each.id === id ? { ...each, name: text } : each)),
      };
    case 'lon':
    case 'lat': {
      const point = pointFrom(place.lonLat, columnKey, text);
      return isRefusal(point) ? point : movePlace(scenario, id, point);
    }
    case 'delivery':
    case 'pickup': {
      const before = scenario.demands.find(({ placeId }) => placeId === id);
      const key = columnKey === 'delivery' ? 'deliveryParcelsPerDay' : 'pickupParcelsPerDay';
      const parcels = numberFrom(text, before?.[key] ?? 0, { max: 1_000_000 });
      return typeof parcels === 'number'
        ? changeDemands(scenario, new Set([id]), { [key]: parcels })
        : parcels;
    }
    case 'station': {
      const station = everyStation(scenario).find(({ name }) => name === text);
      if (!station) return refuse('noStation', text);
      if (station.servesPlaceIds.includes(id)) return scenario;
      return changeStation(scenario, station.id, { servesPlaceIds: [...station.servesPlaceIds, id] });
    }
    default:
      return refuse('readOnly', text);
  }
};
