import type { LonLat } from '../geo.ts';
import type { Metres } from '../units.ts';

/** CGCS2000 ellipsoid (GB 22021-2008): semi-major axis and flattening; differs from WGS-84 by 0.1 mm. */
const semiMajorM = 6_378_137;
const flattening = 1 / 298.257222101;
const falseEastingM = 500_000;

const n = flattening / (2 - flattening);
/** Radius of the rectifying sphere and the Krüger series to n^4 (Karney 2011, eq. 14, 35, 36): errors below 0.1 mm here. */
const rectifyingM = (semiMajorM / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const alpha = [
  n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
  (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
  (61 * n ** 3) / 240 - (103 * n ** 4) / 140,
  (49_561 * n ** 4) / 161_280,
];
const beta = [
  n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360,
  n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440,
  (17 * n ** 3) / 480 - (37 * n ** 4) / 840,
  (4397 * n ** 4) / 161_280,
];
const eccentricity = Math.sqrt(flattening * (2 - flattening));
const radiansPerDegree = Math.PI / 180;

export interface ProjectedPoint {
  /** Called x in Chinese surveying. */
  readonly northingM: Metres;
  /** Called y; with the 500 km offset, without the zone number. */
  readonly eastingM: Metres;
}

/** Gauss-Krüger coordinates (scale 1) of a point for a central meridian. */
export function toGaussKruger([lon, lat]: LonLat, meridianDeg: number): ProjectedPoint {
  const sinLat = Math.sin(lat * radiansPerDegree);
  const t = Math.sinh(Math.atanh(sinLat) - eccentricity * Math.atanh(eccentricity * sinLat));
  const dLon = (lon - meridianDeg) * radiansPerDegree;
  const xi = Math.atan2(t, Math.cos(dLon));
  const eta = Math.atanh(Math.sin(dLon) / Math.sqrt(1 + t * t));
  let xiSum = xi;
  let etaSum = eta;
  for (const [index, a] of alpha.entries()) {
    const order = 2 * (index + 1);
    xiSum += a * Math.sin(order * xi) * Math.cosh(order * eta);
    etaSum += a * Math.cos(order * xi) * Math.sinh(order * eta);
  }
  return { northingM: rectifyingM * xiSum, eastingM: falseEastingM + rectifyingM * etaSum };
}

/** Degrees of a Gauss-Krüger point. */
export function fromGaussKruger({ northingM, eastingM }: ProjectedPoint, meridianDeg: number): LonLat {
  const xi = northingM / rectifyingM;
  const eta = (eastingM - falseEastingM) / rectifyingM;
  let xiBase = xi;
  let etaBase = eta;
  for (const [index, b] of beta.entries()) {
    const order = 2 * (index + 1);
    xiBase -= b * Math.sin(order * xi) * Math.cosh(order * eta);
    etaBase -= b * Math.cos(order * xi) * Math.sinh(order * eta);
  }
  const conformal = Math.asin(Math.sin(xiBase) / Math.cosh(etaBase));
  const target = Math.atanh(Math.sin(conformal));
  let lat = conformal;
  // Fixed point of the isometric latitude; the eccentricity shrinks the error 150-fold each round.
  for (let round = 0; round < 8; round++)
    lat = Math.asin(Math.tanh(target + eccentricity * Math.atanh(eccentricity * Math.sin(lat))));
  const dLon = Math.atan2(Math.sinh(etaBase), Math.cos(xiBase));
  return [meridianDeg + dLon / radiansPerDegree, lat / radiansPerDegree];
}

const isNorthing = (value: number): boolean => value > 1_800_000 && value < 6_000_000;
const isEasting = (value: number): boolean => value > 100_000 && value < 900_000;

/**
 * A pair of metres under a stated meridian (and scale, 0.9996 for UTM) as degrees, however far from the meridian; easting
 * first unless only the first can be a northing. Zone numbers before the easting are dropped.
 */
export function fromStatedPair(a: number, b: number, meridianDeg: number, scale: number): LonLat {
  const [northM, second] = isNorthing(a) && !isNorthing(b) ? [a, b] : [b, a];
  const zone = Math.floor(second / 1_000_000);
  const eastM = zone >= 13 && zone <= 45 ? second - zone * 1_000_000 : second;
  const eastingM = (eastM - falseEastingM) / scale + falseEastingM;
  return fromGaussKruger({ northingM: northM / scale, eastingM }, meridianDeg);
}

/** Metres without a zone number, in either order: which meridian they are from is not in them. */
export const hasNoZone = (a: number, b: number): boolean =>
  (isNorthing(a) && isEasting(b)) || (isNorthing(b) && isEasting(a));

/** Central meridians of China's zones, with room for local ones. */
export const meridianRangeDeg = { min: 72, max: 138 };

/** Meridian in the middle of the three-degree zone a county lies in. */
export const countyMeridianDeg = (countyLonDeg: number): number => 3 * Math.round(countyLonDeg / 3);

/**
 * A pair of metres in either order as degrees; null where it is no CGCS2000 pair within China.
 * Eastings of eight digits start with their zone: 13-23 six degrees wide, 25-45 three degrees wide (24 is taken as three).
 * Without a zone, the meridian given counts.
 */
export function fromProjectedPair(
  a: number,
  b: number,
  meridianOfNoneDeg: number | null,
): { readonly lonLat: LonLat; readonly meridianDeg: number } | null {
  const [northingM, second] = isNorthing(a) ? [a, b] : [b, a];
  if (!isNorthing(northingM)) return null;
  const zone = Math.floor(second / 1_000_000);
  const eastingM = second - zone * 1_000_000;
  if (!isEasting(eastingM) || (zone !== 0 && (zone < 13 || zone > 45))) return null;
  const meridianDeg = zone === 0 ? meridianOfNoneDeg : zone <= 23 ? 6 * zone - 3 : 3 * zone;
  if (meridianDeg === null) return null;
  return { lonLat: fromGaussKruger({ northingM, eastingM }, meridianDeg), meridianDeg };
}
