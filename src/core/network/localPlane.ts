import type { LonLat } from '../geo.ts';

const metresPerDegree = 111_195.08;
const radiansPerDegree = Math.PI / 180;

/** Degrees from one longitude to another by the shorter way round, so that the antimeridian is no edge. */
export function lonDifference(fromLon: number, toLon: number): number {
  const difference = toLon - fromLon;
  if (difference > 180) return difference - 360;
  return difference < -180 ? difference + 360 : difference;
}

/** Metres east and north of an origin; good to a few parts in 10,000 over some tens of kilometres. */
export function metresFrom(origin: LonLat, point: LonLat): { x: number; y: number } {
  const x = lonDifference(origin[0], point[0]) * Math.cos(origin[1] * radiansPerDegree) * metresPerDegree;
  return { x, y: (point[1] - origin[1]) * metresPerDegree };
}

/** Half width in degrees of a box that holds every point within `radiusM` of a latitude. */
export function boxDegrees(lat: number, radiusM: number): { lon: number; lat: number } {
  const cos = Math.max(0.01, Math.cos(lat * radiansPerDegree));
  return { lon: radiusM / (metresPerDegree * cos), lat: radiusM / metresPerDegree };
}

/** Nearest point of the segment a-b to a point: share of the way from a (0 to 1) and distance in metres. */
export function nearestOnSegment(point: LonLat, a: LonLat, b: LonLat): { share: number; distanceM: number } {
  const start = metresFrom(point, a);
  const end = metresFrom(point, b);
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(start.x * dx + start.y * dy) / squared));
  return { share, distanceM: Math.hypot(start.x + share * dx, start.y + share * dy) };
}

/** Point at a share of the straight way from a to b. */
export const pointBetween = (a: LonLat, b: LonLat, share: number): LonLat => [
  a[0] + lonDifference(a[0], b[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
