import type { LonLat } from '../../core/geo.ts';
import { isInChina } from '../../core/geo.ts';
import { readAngle, splitPair } from '../../core/io/tables/cells/readAngle.ts';
import { changeStation, movePlace } from '../../core/model/edit/stations.ts';
import { asId, type PlaceId, type StationId } from '../../core/model/ids.ts';
import type { Place, Scenario, Station } from '../../core/model/scenario.ts';
import { clockFrom, isRefusal, type Refusal, refuse, type WriteCell } from './tableEdit.ts';

export interface StationTableRow {
  readonly station: Station;
  readonly township: string;
  readonly serves: string;
  readonly hub: string;
}

export const everyStation = (scenario: Scenario): readonly Station[] => [
  scenario.depot,
  ...scenario.stations,
];

/** The township a place is or lies in. */
export function townshipName(place: Place | undefined, placeById: ReadonlyMap<string, Place>): string {
  if (!place) return '';
  if (place.tier === 'township') return place.name;
  const parent = place.parentId === null ? undefined : placeById.get(place.parentId);
  return parent?.tier === 'township' ? parent.name : '';
}

export function stationRows(scenario: Scenario): readonly StationTableRow[] {
  const placeById = new Map<string, Place>(scenario.places.map((place) => [place.id, place]));
  const stations = everyStation(scenario);
  const nameById = new Map(stations.map(({ id, name }) => [id, name]));
  return stations.map((station) => ({
    station,
    township: townshipName(placeById.get(station.placeId), placeById),
    serves: station.servesPlaceIds.map((id) => placeById.get(id)?.name ?? id).join('、'),
    hub: station.hubId === null ? '' : (nameById.get(station.hubId) ?? ''),
  }));
}

/** A coordinate typed into one of the two columns, or both at once: "109.98, 28.21". A place without a point needs both. */
export function pointFrom(before: LonLat | null, columnKey: string, text: string): LonLat | Refusal {
  const pair = splitPair(text)?.map((part) => readAngle(part));
  const [first, second] = pair ?? [];
  let [lon, lat] = before ?? [Number.NaN, Number.NaN];
  if (first?.kind === 'angle' && second?.kind === 'angle') {
    const isSwapped = first.value < 54 && second.value > 73;
    [lon, lat] = isSwapped ? [second.value, first.value] : [first.value, second.value];
  } else {
    const reading = readAngle(text);
    if (reading.kind !== 'angle') return refuse('notANumber', text);
    if (before === null) return refuse('needsBoth', text);
    if (columnKey === 'lon') lon = reading.value;
    else lat = reading.value;
  }
  return isInChina([lon, lat]) ? [lon, lat] : refuse('outsideChina', text);
}

export const writeStation: WriteCell = (scenario, rowId, columnKey, text) => {
  const id = asId<StationId>(rowId);
  const station = everyStation(scenario).find((each) => each.id === id);
  // A scenario without this station has nothing to change.
  if (!station) return scenario;
  switch (columnKey) {
    case 'name':
      return text === '' ? refuse('required', text) : changeStation(scenario, id, { name: text });
    case 'lon':
    case 'lat': {
      const point = pointFrom(station.lonLat, columnKey, text);
      return isRefusal(point) ? point : movePlace(scenario, station.placeId, point);
    }
    case 'open':
    case 'close': {
      const clock = clockFrom(text);
      if (typeof clock !== 'number') return clock;
      return changeStation(
        scenario,
        id,
        columnKey === 'open' ? { openClockMin: clock } : { closeClockMin: clock },
      );
    }
    case 'hub': {
      if (text === '') return changeStation(scenario, id, { hubId: null });
      const hub = scenario.stations.find(({ name, role }) => name === text && role === 'townshipStation');
      if (!hub) return refuse('noStation', text);
      // Two levels of lines: a hub is supplied from the depot.
      const suppliesOthers = scenario.stations.some(({ hubId }) => hubId === id);
      if (hub.id === id || hub.hubId !== null || suppliesOthers) return refuse('hubOfHub', text);
      return changeStation(scenario, id, { hubId: hub.id });
    }
    default:
      return refuse('readOnly', text);
  }
};

/** Columns that are facts of the county and hold for every scenario. */
export const countyColumns: ReadonlySet<string> = new Set(['lon', 'lat', 'name']);

export const placeOfStation = (scenario: Scenario, stationId: string): PlaceId | null =>
  everyStation(scenario).find(({ id }) => id === stationId)?.placeId ?? null;
