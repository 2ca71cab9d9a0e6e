import type { LonLat } from '../../../geo.ts';
import type { CountyBoundary } from '../../../model/county.ts';

const kmPerDegree = 111.195;

/** Positive where a, b, c turn left. */
const turn = (a: LonLat, b: LonLat, c: LonLat): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Convex hull by Andrew's monotone chain (1979), counter-clockwise, closed. */
function hullOf(points: readonly LonLat[]): LonLat[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly LonLat[]): LonLat[] => {
    const chain: LonLat[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const ring = [...half(sorted), ...half(sorted.toReversed())];
  return [...ring, ring[0]!];
}

/** The outline of a county of which only points are known: their convex hull with a margin. No official line. */
export function outlineOf(points: readonly LonLat[], marginKm: number): CountyBoundary {
  const corners = points.flatMap(([lon, lat]): LonLat[] => {
    const dLat = marginKm / kmPerDegree;
    const dLon = dLat / Math.cos((lat * Math.PI) / 180);
    return [
      [lon - dLon, lat - dLat],
      [lon + dLon, lat - dLat],
      [lon - dLon, lat + dLat],
      [lon + dLon, lat + dLat],
    ];
  });
  return { type: 'MultiPolygon', coordinates: [[hullOf(corners)]] };
}

/** Area inside an outline, on a plane that touches the middle of it. */
export function areaKm2({ coordinates }: CountyBoundary): number {
  const ring = coordinates[0]?.[0] ?? [];
  const middleLat = ring.reduce((sum, point) => sum + point[1], 0) / Math.max(1, ring.length);
  const lonKm = kmPerDegree * Math.cos((middleLat * Math.PI) / 180);
  let twice = 0;
  for (let index = 1; index < ring.length; index++)
    twice += ring[index - 1]![0] * ring[index]![1] - ring[index]![0] * ring[index - 1]![1];
  return Math.abs(twice / 2) * lonKm * kmPerDegree;
}
