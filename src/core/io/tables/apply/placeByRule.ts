import { haversineKm, type LonLat } from '../../../geo.ts';
import { median } from '../crs/judgeSystem.ts';

/** Seat-to-village distance where nothing is known: half of the villages of five Hunan counties lie within it (places.md). */
const usualKm = 5;
/** Turns by this angle never bring two points close to each other (the golden angle). */
const turnRad = 2.399963229728653;
const kmPerDegree = 111.195;

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/**
 * Points for the villages of one township that have none, in the order of `ids`: on a spiral about the township's centre,
 * as far out as half of its known villages lie. The same list gives the same points.
 */
export function placeByRule(
  ids: readonly string[],
  centre: LonLat,
  known: readonly LonLat[],
): ReadonlyMap<string, LonLat> {
  const distances = known.map((point) => haversineKm(centre, point)).filter((km) => km > 0.1);
  const halfKm = distances.length >= 3 ? median(distances) : usualKm;
  const points = new Map<string, LonLat>();
  for (const [index, id] of ids.entries()) {
    // Equal areas: half of the points within half of the disc.
    const radiusKm = halfKm * Math.SQRT2 * Math.sqrt((index + 0.5) / ids.length);
    const angle = index * turnRad;
    const eastKm = radiusKm * Math.cos(angle);
    const northKm = radiusKm * Math.sin(angle);
    const lonKm = kmPerDegree * Math.cos((centre[1] * Math.PI) / 180);
    points.set(id, [rounded(centre[0] + eastKm / lonKm), rounded(centre[1] + northKm / kmPerDegree)]);
  }
  return points;
}

/** Middle of some points; null without any. */
export function middleOf(points: readonly LonLat[]): LonLat | null {
  if (points.length === 0) return null;
  const lon = points.reduce((sum, point) => sum + point[0], 0) / points.length;
  const lat = points.reduce((sum, point) => sum + point[1], 0) / points.length;
  return [rounded(lon), rounded(lat)];
}
