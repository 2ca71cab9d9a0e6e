import type { LonLat } from '../geo.ts';
import { issue } from '../issues.ts';
import type { CountyBoundary } from '../model/county.ts';
import { asId, type PlaceId } from '../model/ids.ts';
import type { CoordQuality, Demand, Place, PlaceKind, Tier } from '../model/scenario.ts';
import { isInsideBoundary } from './boundary.ts';
import type { TableRow, TableSource } from './tableRows.ts';

const tiers: readonly Tier[] = ['county', 'township', 'village'];
const kinds: readonly PlaceKind[] = [
  'county',
  'township',
  'village',
  'community',
  'settlement',
  'urbanPoint',
];
const qualities: readonly CoordQuality[] = ['exact', 'approx', 'approxSeat', 'approxCatchment', 'missing'];

/** Both coordinates or none; one alone is a fault. */
function readLonLat(row: TableRow): LonLat | null {
  const lon = row.optionalNumber('lon_deg', { min: -180, max: 180 });
  const lat = row.optionalNumber('lat_deg', { min: -90, max: 90 });
  if (lon !== undefined && lat !== undefined) return [lon, lat];
  if (lon !== undefined && row.optionalText('lat_deg') === '') row.reject('cell.required', 'lat_deg');
  if (lat !== undefined && row.optionalText('lon_deg') === '') row.reject('cell.required', 'lon_deg');
  return null;
}

/** Places of a county. Doubled codes are left out; an unknown parent or a point outside the boundary is reported. */
export function readPlaces(source: TableSource, file: string, boundary: CountyBoundary | null): Place[] {
  const seen = new Set<string>();
  const parents: { id: string; parentId: string; row: number }[] = [];
  const places = source.read(file, 'places', (row): Place => {
    const id = row.text('id');
    if (seen.has(id)) row.reject('row.duplicateId', 'id', { id });
    seen.add(id);
    const name = row.text('name');
    const lonLat = readLonLat(row);
    if (lonLat !== null && boundary !== null && !isInsideBoundary(lonLat, boundary))
      row.warn('place.outsideCounty', 'lon_deg', { name });
    const parentId = row.optionalText('parent_id');
    if (parentId !== '') parents.push({ id, parentId, row: row.row });
    return {
      id: asId<PlaceId>(id),
      name,
      tier: row.oneOf('tier', tiers),
      kind: row.oneOf('kind', kinds),
      parentId: parentId === '' ? null : asId<PlaceId>(parentId),
      lonLat,
      coordQuality: lonLat === null ? 'missing' : row.oneOf('coord_quality', qualities),
      coordSource: row.optionalText('coord_source'),
    };
  });
  const known = new Set<string>(places.map((place) => place.id));
  for (const { id, parentId, row } of parents)
    if (!known.has(parentId))
      source.issues.push(issue('row.unknownReference', { id, reference: parentId }, { table: file, row }));
  return places;
}

/** Daily parcels by place; a place that is not in the list is reported. */
export function readDemand(source: TableSource, file: string, placeIds: ReadonlySet<string>): Demand[] {
  const seen = new Set<string>();
  return source.read(file, 'demand', (row): Demand => {
    const placeId = row.text('place_id');
    if (!placeIds.has(placeId)) row.reject('row.unknownReference', 'place_id', { reference: placeId });
    if (seen.has(placeId)) row.reject('row.duplicateId', 'place_id', { id: placeId });
    seen.add(placeId);
    return {
      placeId: asId<PlaceId>(placeId),
      deliveryParcelsPerDay: row.number('delivery_parcels_per_day', { min: 0 }),
      pickupParcelsPerDay: row.number('pickup_parcels_per_day', { min: 0 }),
      grade: row.oneOf('grade', ['sourced', 'derived', 'assumption', 'user'] as const),
      source: row.text('source'),
    };
  });
}
