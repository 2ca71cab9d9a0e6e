import { area, featureCollection, intersect, polygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { haversineKm, type LonLat } from '../../src/core/geo.ts';
import { invariant } from '../../src/core/result.ts';

export interface Seat {
  readonly id: string;
  readonly lonLat: LonLat;
  readonly villageCount: number;
}
export interface Catchment {
  readonly shape: Feature<Polygon | MultiPolygon>;
  readonly areaKm2: number;
}

const kmPerDegree = 111.195;
/** At most a quarter of the squared distance to the nearest seat, so that no seat falls into another's cell. */
const weightShare = 0.25;

type Point = readonly [x: number, y: number];

/** Cuts a convex polygon by the half plane a·x <= b. */
function clipByHalfPlane(corners: readonly Point[], normal: Point, bound: number): Point[] {
  const kept: Point[] = [];
  const excess = (p: Point): number => normal[0] * p[0] + normal[1] * p[1] - bound;
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const fromExcess = excess(from);
    const toExcess = excess(to);
    if (fromExcess <= 0) kept.push(from);
    if (fromExcess < 0 !== toExcess < 0 && fromExcess !== toExcess) {
      const share = fromExcess / (fromExcess - toExcess);
      kept.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]);
    }
  });
  return kept;
}

/**
 * Weighted Voronoi (power) cells of the township seats, clipped to the county.
 * A seat's weight grows with its number of villages against the mean, in km².
 */
export function drawCatchments(
  seats: readonly Seat[],
  county: Feature<Polygon | MultiPolygon>,
): Map<string, Catchment> {
  const meanLat = seats.reduce((sum, { lonLat }) => sum + lonLat[1], 0) / seats.length;
  const kmPerLonDegree = kmPerDegree * Math.cos((meanLat * Math.PI) / 180);
  const toKm = ([lon, lat]: LonLat): Point => [lon * kmPerLonDegree, lat * kmPerDegree];
  const meanVillages = seats.reduce((sum, { villageCount }) => sum + villageCount, 0) / seats.length;
  const weighted = seats.map((seat) => {
    const others = seats.filter(({ id }) => id !== seat.id);
    const nearestKm = Math.min(...others.map((other) => haversineKm(seat.lonLat, other.lonLat)));
    const surplus = Math.max(-1, Math.min(1, seat.villageCount / meanVillages - 1));
    return { ...seat, point: toKm(seat.lonLat), weightKm2: weightShare * nearestKm * nearestKm * surplus };
  });
  const catchments = new Map<string, Catchment>();
  for (const own of weighted) {
    const [x, y] = own.point;
    let corners: Point[] = [
      [x - 300, y - 300],
      [x + 300, y - 300],
      [x + 300, y + 300],
      [x - 300, y + 300],
    ];
    for (const other of weighted) {
      if (other.id === own.id) continue;
      const [ox, oy] = other.point;
      const bound = (ox * ox + oy * oy - x * x - y * y - other.weightKm2 + own.weightKm2) / 2;
      corners = clipByHalfPlane(corners, [ox - x, oy - y], bound);
    }
    const ring = [...corners, corners[0]!].map(([px, py]) => [px / kmPerLonDegree, py / kmPerDegree]);
    const shape = intersect(featureCollection<Polygon | MultiPolygon>([polygon([ring]), county]));
    invariant(shape !== null, `catchment of ${own.id} lies outside the county`);
    catchments.set(own.id, { shape, areaKm2: area(shape) / 1e6 });
  }
  return catchments;
}
