import type { Km } from './units.ts';

/** WGS-84 degrees, longitude first. */
export type LonLat = readonly [lon: number, lat: number];

const earthRadiusKm = 6371.0088;
const radiansPerDegree = Math.PI / 180;

/** Great-circle distance on the mean sphere (IUGG radius 6371.0088 km). */
export function haversineKm(a: LonLat, b: LonLat): Km {
  const dLat = (b[1] - a[1]) * radiansPerDegree;
  const dLon = (b[0] - a[0]) * radiansPerDegree;
  const sinLat = Math.sin(dLat / 2);
  const sinLon = Math.sin(dLon / 2);
  const h =
    sinLat * sinLat + Math.cos(a[1] * radiansPerDegree) * Math.cos(b[1] * radiansPerDegree) * sinLon * sinLon;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Rough frame of China's land; outside it neither GCJ-02 nor BD-09 is defined. */
export const isInChina = ([lon, lat]: LonLat): boolean => lon > 73 && lon < 136 && lat > 3 && lat < 54;
