import gcoord from 'gcoord';
import { isInChina, type LonLat } from '../../geo.ts';
import { issue } from '../../issues.ts';
import { countyMeridianDeg, fromProjectedPair } from '../gaussKruger.ts';
import { degreesUnder, fromWebMercator } from '../mapFiles/degreesUnder.ts';
import type { ReportIssue } from '../mapFiles/mapFile.ts';
import { type StatedCrs, wgs84Degrees } from '../mapFiles/statedCrs.ts';
import type { RawRoads } from './roadFile.ts';

/**
 * What the coordinates of a file are in. auto: what the file says or its numbers tell, else WGS-84, and said so; gauss:
 * metres under a central meridian the planner knows.
 */
export const coordinateSystems = ['auto', 'wgs84', 'gcj02', 'bd09', 'gauss'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

const nowhere: LonLat = [Number.NaN, Number.NaN];

/** How numbers look: degrees, degrees with latitude first, metres, or none of these. */
type Look = 'degrees' | 'latitudeFirst' | 'metres' | 'none';

function lookOf(x: number, y: number): Look {
  if (isInChina([y, x])) return 'latitudeFirst';
  if (Math.abs(x) <= 360 && Math.abs(y) <= 90) return 'degrees';
  return Math.abs(x) > 1000 && Math.abs(y) > 1000 ? 'metres' : 'none';
}

/** The look of most points of a file, and the first of them; null where no point has numbers. */
function commonLook(raw: RawRoads): { readonly look: Look; readonly first: LonLat } | null {
  const counts = { degrees: 0, latitudeFirst: 0, metres: 0, none: 0 };
  const first: Partial<Record<Look, LonLat>> = {};
  const count = (x: number, y: number): void => {
    if (Number.isNaN(x + y)) return;
    const look = lookOf(x, y);
    counts[look]++;
    first[look] ??= [x, y];
  };
  for (let point = 0; point < raw.lon.length; point++) count(raw.lon[point]!, raw.lat[point]!);
  for (const { lonLat } of raw.places) count(lonLat[0], lonLat[1]);
  const looks: readonly Look[] = ['degrees', 'latitudeFirst', 'metres', 'none'];
  const look = looks.reduce((best, each) => (counts[each] > counts[best] ? each : best));
  const at = first[look];
  return at ? { look, first: at } : null;
}

/** What metres of no stated system are: Gauss-Krüger, or Web Mercator where that lies nearer to the county. */
function crsOfMetres([x, y]: LonLat, countyLonDeg: number | null): StatedCrs | null {
  const projected = fromProjectedPair(x, y, countyLonDeg === null ? null : countyMeridianDeg(countyLonDeg));
  const mercator = fromWebMercator(x, y);
  const mayBeMercator = isInChina(mercator);
  if (!projected) return mayBeMercator ? { kind: 'webMercator' } : null;
  const { lonLat, meridianDeg } = projected;
  const isNearer =
    countyLonDeg !== null && Math.abs(mercator[0] - countyLonDeg) < Math.abs(lonLat[0] - countyLonDeg);
  if (mayBeMercator && isNearer) return { kind: 'webMercator' };
  return { kind: 'transverse', meridianDeg, scale: 1, isOldDatum: false };
}

/** As `degreesUnder`, for metres of which nothing is stated: each easting with a zone number lies in that zone. */
function degreesGuessed(crs: StatedCrs): (x: number, y: number) => LonLat {
  if (crs.kind !== 'transverse') return degreesUnder(crs);
  return (x, y) => fromProjectedPair(x, y, crs.meridianDeg)?.lonLat ?? nowhere;
}

function inRange([lon, lat]: LonLat): LonLat {
  if (!(Math.abs(lon) <= 360 && Math.abs(lat) <= 90)) return nowhere;
  return [lon < -180 || lon >= 180 ? lon - 360 * Math.floor((lon + 180) / 360) : lon, lat];
}

/** How coordinates are to be taken. */
export interface CoordinateChoice {
  readonly coordinateSystem: CoordinateSystem;
  /** Central meridian of 'gauss'. */
  readonly meridianDeg: number | null;
  /** Where the county lies, for metres of which nothing is stated; null = not known. */
  readonly countyLonDeg: number | null;
}

/**
 * Turns the coordinates into WGS-84 between -180 and 180 degrees, points in place; what lies nowhere becomes NaN, places
 * there are left out. Metres are taken for what the planner says, else what the file states, else for what lies in the
 * county's zone. null and an issue where they can be nothing known.
 */
export function toWgs84(raw: RawRoads, choice: CoordinateChoice, report: ReportIssue): RawRoads | null {
  const { coordinateSystem: system, meridianDeg, countyLonDeg } = choice;
  const file = raw.source;
  const common = commonLook(raw);
  if (!common) return { ...raw, places: keepPlaces(raw, () => nowhere, report) };
  const { look, first } = common;
  // Numbers that are plainly degrees, or plainly none, weigh more than a statement to the contrary.
  const isStated = raw.crs !== null && (raw.crs.kind === 'degrees') === (look !== 'metres');
  const isChosen = system === 'gauss' && meridianDeg !== null && look === 'metres';
  const crs =
    look === 'none'
      ? null
      : isChosen
        ? ({ kind: 'transverse', meridianDeg, scale: 1, isOldDatum: false } as const)
        : isStated
          ? raw.crs
          : look === 'metres'
            ? crsOfMetres(first, countyLonDeg)
            : wgs84Degrees;
  if (!crs || crs.kind === 'other') {
    report(issue('road.notDegrees', { file, value: first.map((number) => number.toFixed(1)).join(', ') }));
    return null;
  }
  if (crs.kind === 'transverse') report(issue('road.projected', { file, meridianDeg: crs.meridianDeg }));
  else if (crs.kind === 'webMercator') report(issue('road.webMercator', { file }));
  if ('isOldDatum' in crs && crs.isOldDatum) report(issue('road.oldDatum', { file }));
  // Formats with names for longitude and latitude do not mix them up.
  const mayBeSwapped = raw.crs === null || raw.topology === 'drawn';
  const isSwapped = crs.kind === 'degrees' && look === 'latitudeFirst' && mayBeSwapped;
  if (isSwapped) report(issue('road.latitudeFirst', { file, value: first.join(', ') }));
  if ((system === 'auto' || system === 'gauss') && !isStated && crs.kind !== 'transverse')
    report(issue('road.crsAssumed', { file }));
  const toDegrees = isStated || isChosen ? degreesUnder(crs) : degreesGuessed(crs);
  const mayBeShifted = crs.kind !== 'transverse';
  const shift = !mayBeShifted
    ? null
    : system === 'gcj02'
      ? gcoord.GCJ02
      : system === 'bd09'
        ? gcoord.BD09
        : null;
  const convert = (x: number, y: number): LonLat => {
    const degrees = isSwapped ? toDegrees(y, x) : toDegrees(x, y);
    const [lon, lat] = inRange(degrees);
    if (!shift || Number.isNaN(lon)) return [lon, lat];
    return gcoord.transform<[number, number]>([lon, lat], shift, gcoord.WGS84);
  };
  for (let point = 0; point < raw.lon.length; point++) {
    const [lon, lat] = convert(raw.lon[point]!, raw.lat[point]!);
    raw.lon[point] = lon;
    raw.lat[point] = lat;
  }
  return { ...raw, places: keepPlaces(raw, convert, report) };
}

function keepPlaces(
  { places }: RawRoads,
  convert: (x: number, y: number) => LonLat,
  report: ReportIssue,
): RawRoads['places'] {
  return places.flatMap((place) => {
    const [x, y] = place.lonLat;
    const lonLat = convert(x, y);
    if (!Number.isNaN(lonLat[0])) return { ...place, lonLat };
    report(issue('place.unlocated', { name: place.name }, { entity: 'place', id: place.id }));
    return [];
  });
}
