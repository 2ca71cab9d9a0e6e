import type { LonLat } from '../geo.ts';
import { issue } from '../issues.ts';
import type { CountyBoundary } from '../model/county.ts';
import type { TableSource } from './tableRows.ts';

type Ring = readonly LonLat[];

/** Even-odd rule; a point exactly on an edge may fall on either side. */
function isInsideRing([lon, lat]: LonLat, ring: Ring): boolean {
  let isInside = false;
  for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index++) {
    const [aLon, aLat] = ring[index]!;
    const [bLon, bLat] = ring[previous]!;
    if (aLat > lat !== bLat > lat && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon)
      isInside = !isInside;
  }
  return isInside;
}

/** Inside an outline and in none of its holes. */
export const isInsideBoundary = (point: LonLat, boundary: CountyBoundary): boolean =>
  boundary.coordinates.some(
    ([outline, ...holes]) =>
      outline !== undefined &&
      isInsideRing(point, outline) &&
      !holes.some((hole) => isInsideRing(point, hole)),
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every polygon in a GeoJSON text (FeatureCollection, Feature or geometry), as one MultiPolygon. */
function collectPolygons(value: unknown, polygons: Ring[][]): void {
  if (!isRecord(value)) return;
  if (value.type === 'FeatureCollection' && Array.isArray(value.features))
    for (const feature of value.features) collectPolygons(feature, polygons);
  else if (value.type === 'Feature') collectPolygons(value.geometry, polygons);
  else if (value.type === 'Polygon') polygons.push(value.coordinates as Ring[]);
  else if (value.type === 'MultiPolygon') polygons.push(...(value.coordinates as Ring[][]));
}

/** County outline from GeoJSON, WGS-84; null and an issue when the file holds none. */
export function readBoundary(source: TableSource, file: string): CountyBoundary | null {
  const text = source.text(file);
  if (text.trim() === '') return null;
  const polygons: Ring[][] = [];
  try {
    collectPolygons(JSON.parse(text), polygons);
  } catch {
    polygons.length = 0;
  }
  if (polygons.length > 0) return { type: 'MultiPolygon', coordinates: polygons };
  source.issues.push(issue('file.notReadable', { file }));
  return null;
}
