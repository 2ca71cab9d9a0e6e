import { issue } from '../issues.ts';
import { asId, type PlaceId, type StationId } from '../model/ids.ts';
import type { Place, Station, StationRole, Tier } from '../model/scenario.ts';
import type { TableSource } from './tableRows.ts';

/** Urban pick-up stations stand in the county town, so they belong to the county tier. */
const tierOfRole = {
  depot: 'county',
  townshipStation: 'township',
  villageStation: 'village',
  urbanStation: 'county',
} as const satisfies Record<StationRole, Tier>;
const roles = Object.keys(tierOfRole) as StationRole[];

export interface ScenarioStation {
  readonly scenarioId: string;
  readonly station: Station;
}

/** Stations of all scenarios. A station stands on its place's point; one without a located place is left out. */
export function readStations(source: TableSource, file: string, places: readonly Place[]): ScenarioStation[] {
  const placeById = new Map<string, Place>(places.map((place) => [place.id, place]));
  const seen = new Set<string>();
  const hubs: { scenarioId: string; hubId: string; row: number }[] = [];
  const stations = source
    .read(file, 'stations', (row): ScenarioStation | null => {
      const scenarioId = row.text('scenario_id');
      const id = row.text('id');
      if (seen.has(`${scenarioId} ${id}`)) row.reject('row.duplicateId', 'id', { id });
      seen.add(`${scenarioId} ${id}`);
      const placeId = row.text('place_id');
      const place = placeById.get(placeId);
      if (place === undefined) row.reject('row.unknownReference', 'place_id', { reference: placeId });
      else if (place.lonLat === null) row.reject('place.unlocated', 'place_id', { name: place.name });
      const servesPlaceIds = row.list('serves_place_ids');
      for (const served of servesPlaceIds)
        if (!placeById.has(served))
          row.reject('row.unknownReference', 'serves_place_ids', { reference: served });
      const hubId = row.optionalText('hub_id');
      if (hubId !== '') hubs.push({ scenarioId, hubId, row: row.row });
      const role = row.oneOf('role', roles);
      const name = row.text('name');
      const openClockMin = row.clock('open_clock');
      const closeClockMin = row.clock('close_clock');
      if (closeClockMin <= openClockMin && row.isGood)
        row.reject('cell.outOfRange', 'close_clock', { text: row.text('close_clock') });
      if (place === undefined || place.lonLat === null) return null;
      return {
        scenarioId,
        station: {
          id: asId<StationId>(id),
          name,
          role,
          tier: tierOfRole[role],
          placeId: place.id,
          lonLat: place.lonLat,
          coordQuality: place.coordQuality,
          servesPlaceIds: servesPlaceIds.map((served) => asId<PlaceId>(served)),
          hubId: hubId === '' ? null : asId<StationId>(hubId),
          openClockMin,
          closeClockMin,
        },
      };
    })
    .filter((entry) => entry !== null);
  for (const { scenarioId, hubId, row } of hubs)
    if (!seen.has(`${scenarioId} ${hubId}`))
      source.issues.push(
        issue('row.unknownReference', { reference: hubId }, { table: file, row, column: 'hub_id' }),
      );
  return stations;
}
