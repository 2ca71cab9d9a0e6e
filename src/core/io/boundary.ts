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

const bandCount = 256;

/**
 * The same answer for thousands of points: edges are sorted into bands of latitude once, so that a point looks at those of
 * its own band only.
 */
export function insideTest(boundary: CountyBoundary): (point: LonLat) => boolean {
  const tests = boundary.coordinates.map((rings) => rings.map(ringTest));
  return (point) =>
    tests.some(([outline, ...holes]) => outline?.(point) && !holes.some((hole) => hole(point)));
}

function ringTest(ring: Ring): (point: LonLat) => boolean {
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const [, lat] of ring) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  // Also for a ring of no points at all.
  if (!(north > south)) return () => false;
  const bandOf = (lat: number): number =>
    Math.min(bandCount - 1, Math.max(0, Math.floor(((lat - south) / (north - south)) * bandCount)));
  const bands: (readonly [LonLat, LonLat])[][] = Array.from({ length: bandCount }, () => []);
  for (let index = 0, previous = ring.length - 1; index < ring.length; previous = index++) {
    const a = ring[index]!;
    const b = ring[previous]!;
    const last = bandOf(Math.max(a[1], b[1]));
    for (let band = bandOf(Math.min(a[1], b[1])); band <= last; band++) bands[band]!.push([a, b]);
  }
  return ([lon, lat]) => {
    if (!(lat >= south && lat <= north)) return false;
    let isInside = false;
    for (const [[aLon, aLat], [bLon, bLat]] of bands[bandOf(lat)]!)
      if (aLat > lat !== bLat > lat && lon < ((bLon - aLon) * (lat - aLat)) / (bLat - aLat) + aLon)
        isInside = !isInside;
    return isInside;
  };
}

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
