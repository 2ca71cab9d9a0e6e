import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { haversineKm, type LonLat } from '../../src/core/geo.ts';
import { hashText } from '../../src/core/hash.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import { invariant } from '../../src/core/result.ts';
import { drawCatchments } from './catchments.ts';
import { bareName, type SourcePlace } from './sourcePlaces.ts';

/**
 * Seat-to-village distance over sqrt(cell area / π), measured on 849 real villages of five Hunan counties
 * (10, 25, 50, 75, 90 %); the two ends are set so that no village stands on its seat or far outside its cell.
 */
const radiusQuantiles: readonly (readonly [share: number, scaled: number])[] = [
  [0, 0.07],
  [0.1, 0.14],
  [0.25, 0.34],
  [0.5, 0.59],
  [0.75, 0.84],
  [0.9, 1.15],
  [1, 1.4],
];
const catchmentSpacingKm = 1;
const seatSpacingKm = 0.15;
const seatRingKm = { min: 0.3, max: 0.6 };
const anglesPerRadius = 48;
const radiiPerSpacing = 30;
const kmPerDegree = 111.195;

export interface PlacedPoint {
  readonly lonLat: LonLat;
  readonly coordQuality: 'approxSeat' | 'approxCatchment';
  readonly coordSource: string;
}

function scaledRadius(share: number): number {
  const upper = radiusQuantiles.findIndex(([quantile]) => quantile >= share);
  const [toShare, toRadius] = radiusQuantiles[Math.max(1, upper)]!;
  const [fromShare, fromRadius] = radiusQuantiles[Math.max(1, upper) - 1]!;
  return fromRadius + ((share - fromShare) / (toShare - fromShare)) * (toRadius - fromRadius);
}

const roundDegrees = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export function offset([lon, lat]: LonLat, distanceKm: number, angle: number): LonLat {
  const kmPerLonDegree = kmPerDegree * Math.cos((lat * Math.PI) / 180);
  return [
    roundDegrees(lon + (distanceKm * Math.cos(angle)) / kmPerLonDegree),
    roundDegrees(lat + (distanceKm * Math.sin(angle)) / kmPerDegree),
  ];
}

/**
 * Draws points until one is allowed: at each radius several angles, and after enough radii a smaller spacing.
 * The stream is seeded by the place's code, so a place keeps its point from build to build.
 */
export function drawPoint(
  code: string,
  centre: LonLat,
  nextRadiusKm: (random: Random) => number,
  spacingKm: number,
  taken: readonly LonLat[],
  isAllowed: (point: LonLat) => boolean,
): LonLat {
  const random = createRandom(hashText(code));
  for (let spacing = spacingKm; spacing > spacingKm / 8; spacing *= 0.8) {
    for (let radius = 0; radius < radiiPerSpacing; radius++) {
      const distanceKm = nextRadiusKm(random);
      for (let angle = 0; angle < anglesPerRadius; angle++) {
        const point = offset(centre, distanceKm, random.nextFloat() * 2 * Math.PI);
        if (isAllowed(point) && taken.every((other) => haversineKm(point, other) >= spacing)) return point;
      }
    }
  }
  throw new Error(`no room for place ${code}`);
}

/** Points of a township's centre: its communities, the village that carries its name, town-centre codes 121, 123 and 210. */
const standsAtSeat = (place: SourcePlace, seat: SourcePlace): boolean =>
  place.kind === 'community' ||
  ['121', '123', '210'].includes(place.urbanRuralCode) ||
  bareName(place.name) === bareName(seat.name);

/** A point for every village-level place that has none; real points are never touched. */
export function placeMissing(
  places: readonly SourcePlace[],
  county: Feature<Polygon | MultiPolygon>,
): Map<string, PlacedPoint> {
  const seats = places.filter((place) => place.tier === 'township' && place.lonLat !== null);
  const seatById = new Map(seats.map((seat) => [seat.id, seat]));
  const catchments = drawCatchments(
    seats.map(({ id, lonLat }) => ({
      id,
      lonLat: lonLat!,
      villageCount: places.filter((place) => place.kind === 'village' && place.parentId === id).length,
    })),
    county,
  );
  const taken: LonLat[] = places.flatMap(({ lonLat }) => (lonLat === null ? [] : [lonLat]));
  const placed = new Map<string, PlacedPoint>();
  const missing = places.filter((place) => place.tier === 'village' && place.lonLat === null);
  const put = (place: SourcePlace, point: PlacedPoint): void => {
    taken.push(point.lonLat);
    placed.set(place.id, point);
  };
  const seatOf = (place: SourcePlace): SourcePlace => {
    const seat = seatById.get(place.parentId);
    invariant(seat !== undefined, `place ${place.id} has no located seat`);
    return seat;
  };
  for (const place of missing) {
    const seat = seatOf(place);
    if (!standsAtSeat(place, seat)) continue;
    const lonLat = drawPoint(
      place.id,
      seat.lonLat!,
      (random) => seatRingKm.min + random.nextFloat() * (seatRingKm.max - seatRingKm.min),
      seatSpacingKm,
      taken,
      (point) => booleanPointInPolygon([...point], county),
    );
    put(place, { lonLat, coordQuality: 'approxSeat', coordSource: 'rule: 300-600 m from the township seat' });
  }
  for (const place of missing) {
    if (placed.has(place.id)) continue;
    const seat = seatOf(place);
    const catchment = catchments.get(seat.id);
    invariant(catchment !== undefined, `township ${seat.id} has no catchment`);
    const scaleKm = Math.sqrt(catchment.areaKm2 / Math.PI);
    const lonLat = drawPoint(
      place.id,
      seat.lonLat!,
      (random) => scaledRadius(random.nextFloat()) * scaleKm,
      catchmentSpacingKm,
      taken,
      (point) => booleanPointInPolygon([...point], catchment.shape),
    );
    put(place, {
      lonLat,
      coordQuality: 'approxCatchment',
      coordSource: 'rule: within the township catchment, radius from real villages',
    });
  }
  return placed;
}
