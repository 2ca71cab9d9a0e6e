import { strFromU8 } from 'fflate';
import { geojson } from './geojson.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import type { MapFile, MapFormat } from './mapFile.ts';
import { shapefile } from './shapefile.ts';

/** What lines and points are called in each of the text formats; point null: one line makes it a file of lines. */
const marks = new Map<MapFormat, { readonly line: RegExp; readonly point: RegExp | null }>([
  [kml, { line: /<(\w+:)?(LineString|Track)\b/g, point: /<(\w+:)?Point\b/g }],
  // A recorded way, with the places where somebody stopped on it.
  [gpx, { line: /<(trk|rte)\b/g, point: null }],
  [geojson, { line: /"(Multi)?LineString"/g, point: /"(Multi)?Point"/g }],
]);

/** Whoever surveys stations has a few lines among many pins; a map of roads has more roads than villages. */
const pointsPerLine = 3;

/** Shape types of points in a shapefile: alone or several, also with heights and measures. */
const pointTypes = new Set([1, 8, 11, 18, 21, 28]);

/**
 * Whether a map file is one of lines, with or without points, rather than of points with a line here and there; null
 * where it is of no map format. Nothing is read in full.
 */
export function isOfLines({ bytes }: MapFile): boolean | null {
  const start = bytes.subarray(0, 4096);
  if (shapefile.matches(start)) return !pointTypes.has(bytes[32] ?? 0);
  for (const [format, { line, point }] of marks) {
    if (!format.matches(start)) continue;
    const text = strFromU8(bytes);
    const lines = text.match(line)?.length ?? 0;
    if (lines === 0 || point === null) return lines > 0;
    return (text.match(point)?.length ?? 0) < pointsPerLine * lines;
  }
  return null;
}
