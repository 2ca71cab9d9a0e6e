import type { LonLat } from '../../geo.ts';
import { fromStatedPair } from '../gaussKruger.ts';
import type { StatedCrs } from './statedCrs.ts';

const earthRadiusM = 6_378_137;
const metresPerDegree = (earthRadiusM * Math.PI) / 180;

export function fromWebMercator(x: number, y: number): LonLat {
  const lat = Math.atan(Math.sinh(y / earthRadiusM)) * (180 / Math.PI);
  return [x / metresPerDegree, lat];
}

/** What turns a point of a file into degrees of its system. */
export function degreesUnder(crs: StatedCrs): (x: number, y: number) => LonLat {
  if (crs.kind === 'webMercator') return fromWebMercator;
  if (crs.kind !== 'transverse') return (x, y) => [x, y];
  const { meridianDeg, scale } = crs;
  return (x, y) => fromStatedPair(x, y, meridianDeg, scale);
}
