import type { LonLat } from '../geo.ts';
import type { Graded } from './graded.ts';
import type { CountyId, ScenarioId } from './ids.ts';
import { isRealPoint, type Name, type Place, type Scenario, type Target, type Terrain } from './scenario.ts';

/** GeoJSON geometry, WGS-84; polygons as rings, the first ring of a polygon is its outline. */
export interface CountyBoundary {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}

/** Longitude half-way between a county's western and eastern ends. */
export function middleLonDeg({ coordinates }: CountyBoundary): number {
  let west = 180;
  let east = -180;
  for (const [lon] of coordinates.flat(2)) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return (west + east) / 2;
}

/** One row of the county index: what a picker shows before the county is loaded. */
export interface CountySummary {
  readonly id: CountyId;
  /** Six-digit code of the administrative division. */
  readonly adcode: string;
  readonly name: Name;
  readonly terrain: Terrain;
  readonly residents: Graded;
  readonly areaKm2: number;
}

/** A statement of a county report, with the document it was read in. */
export interface Claim {
  readonly id: string;
  readonly document: string;
  /** Year, month or day as the document gives it. */
  readonly asOf: string;
  readonly kind: string;
  readonly subject: string;
  /** As printed: may be a range (1-3) or a class (next day). */
  readonly valueText: string;
  readonly value?: number;
  readonly unit: string;
  readonly note: string;
  /** Key of the figure a person holds it against, or `none`; absent = what its words say. */
  readonly comparedWith?: string;
}

export interface TargetPack {
  readonly id: string;
  readonly name: Name;
  readonly targets: readonly Target[];
}

/** A line of attribution the app must show. */
export interface Credit {
  readonly text: Name;
  readonly licence: string;
}

/** township and village count the units of those kinds only; communities, settlements and urban points are other. */
export type PointGroup = 'county' | 'township' | 'village' | 'other';
export interface PointCount {
  /** exact or approx. */
  readonly real: number;
  /** approxSeat or approxCatchment. */
  readonly approximate: number;
  readonly missing: number;
}
export type PointCounts = Readonly<Record<PointGroup, PointCount>>;

/** A loaded county: its places and the scenarios that come with it. */
export interface County extends CountySummary {
  readonly boundary: CountyBoundary;
  readonly places: readonly Place[];
  readonly scenarios: readonly Scenario[];
  readonly defaultScenarioId: ScenarioId;
  readonly claims: readonly Claim[];
  /** The first pack is the one the scenarios start with. */
  readonly targetPacks: readonly TargetPack[];
  readonly credits: readonly Credit[];
  readonly pointCounts: PointCounts;
}

const groupOf = (place: Place): PointGroup =>
  place.kind === 'county' || place.kind === 'township' || place.kind === 'village' ? place.kind : 'other';

/** How many places of each group stand on a real point, on a placed one, on none. */
export function countPoints(places: readonly Place[]): PointCounts {
  const counts = {
    county: { real: 0, approximate: 0, missing: 0 },
    township: { real: 0, approximate: 0, missing: 0 },
    village: { real: 0, approximate: 0, missing: 0 },
    other: { real: 0, approximate: 0, missing: 0 },
  };
  for (const place of places) {
    const count = counts[groupOf(place)];
    if (place.lonLat === null || place.coordQuality === 'missing') count.missing++;
    else if (isRealPoint(place.coordQuality)) count.real++;
    else count.approximate++;
  }
  return counts;
}
