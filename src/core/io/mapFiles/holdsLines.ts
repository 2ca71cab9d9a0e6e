import { strFromU8 } from 'fflate';
import { geojson } from './geojson.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import type { MapFile, MapFormat } from './mapFile.ts';
import { shapefile } from './shapefile.ts';

/** What lines are called in each of the text formats. */
const lineMarks: ReadonlyMap<MapFormat, RegExp> = new Map([
  [kml, /<(\w+:)?(LineString|Track)\b/],
  [gpx, /<(trk|rte)\b/],
  [geojson, /"(Multi)?LineString"/],
]);

/** Shape types of points in a shapefile: alone or several, also with heights and measures. */
const pointTypes = new Set([1, 8, 11, 18, 21, 28]);

/** Whether a map file has lines, not points alone; null where it is of no map format. Nothing is read in full. */
export function holdsLines({ bytes }: MapFile): boolean | null {
  const start = bytes.subarray(0, 4096);
  if (shapefile.matches(start)) return !pointTypes.has(bytes[32] ?? 0);
  for (const [format, mark] of lineMarks) if (format.matches(start)) return mark.test(strFromU8(bytes));
  return null;
}
