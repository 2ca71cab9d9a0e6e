import gcoord from 'gcoord';
import { issue } from '../../issues.ts';
import type { RawRoads, ReportIssue } from './roadFile.ts';

/** What the coordinates of a file are in; auto: what the format says, else WGS-84, and said so. */
export const coordinateSystems = ['auto', 'wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Turns the coordinates into WGS-84 between -180 and 180 degrees, in place. */
export function toWgs84(raw: RawRoads, system: CoordinateSystem, report: ReportIssue): RawRoads {
  if (system === 'auto' && !raw.isWgs84 && raw.lon.some((lon) => !Number.isNaN(lon))) {
    report(issue('road.crsAssumed', { file: raw.source }));
  }
  const from = system === 'gcj02' ? gcoord.GCJ02 : system === 'bd09' ? gcoord.BD09 : null;
  const convert = (lon: number, lat: number): [number, number] => {
    const [x, y] = from ? gcoord.transform([lon, lat], from, gcoord.WGS84) : [lon, lat];
    return [x < -180 || x >= 180 ? x - 360 * Math.floor((x + 180) / 360) : x, y];
  };
  for (let point = 0; point < raw.lon.length; point++) {
    if (Number.isNaN(raw.lon[point]!)) continue;
    const [lon, lat] = convert(raw.lon[point]!, raw.lat[point]!);
    raw.lon[point] = lon;
    raw.lat[point] = lat;
  }
  return {
    ...raw,
    places: raw.places.map((place) => ({ ...place, lonLat: convert(place.lonLat[0], place.lonLat[1]) })),
  };
}
