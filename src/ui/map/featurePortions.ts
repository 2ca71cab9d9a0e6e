import type { Feature } from 'geojson';

/**
 * Positions handed over at once: copying so many takes a few milliseconds, at most some ten. With every portion the map
 * goes through all it has, so that many things need larger ones (20,000 roads: 4.6 s in portions of 3,000).
 */
const smallestPortion = 3000;
const largestPortion = 12_000;
const portionsWanted = 16;
/** What a feature costs besides its positions, in positions. */
const featureWeight = 6;
const featuresPerSlice = 500;

/** What turns the features a map shows into others. */
export interface FeatureChange {
  readonly removedIds: readonly string[];
  /** New and changed features, few enough at a time for the screen to stay free. */
  readonly portions: readonly (readonly Feature[])[];
  /** Whether nothing of what is shown stays, changed or not. */
  readonly isAllNew: boolean;
}

/** Compares by id; a slice of work at a time. Of several features with one id the last counts. */
export function* changeOf(
  shown: ReadonlyMap<string, Feature>,
  wanted: ReadonlyMap<string, Feature>,
): Generator<undefined, FeatureChange> {
  const changed: Feature[] = [];
  let total = 0;
  let compared = 0;
  let stay = 0;
  for (const [id, feature] of wanted) {
    const before = shown.get(id);
    if (before) stay += 1;
    if (!before || !isSame(before, feature)) {
      changed.push(feature);
      total += weightOf(feature);
    }
    compared += 1;
    if (compared % featuresPerSlice === 0) yield;
  }
  const removedIds: string[] = [];
  for (const id of shown.keys()) if (!wanted.has(id)) removedIds.push(id);
  return { removedIds, portions: portionsOf(changed, total), isAllNew: stay === 0 };
}

function portionsOf(features: readonly Feature[], total: number): Feature[][] {
  const full = Math.min(largestPortion, Math.max(smallestPortion, total / portionsWanted));
  const portions: Feature[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const feature of features) {
    if (weight >= full) {
      portions.push([]);
      weight = 0;
    }
    portions.at(-1)!.push(feature);
    weight += weightOf(feature);
  }
  return portions;
}

const weightOf = ({ geometry }: Feature): number =>
  featureWeight + (geometry.type === 'LineString' ? geometry.coordinates.length : 1);

/** Of features whose properties are plain values. */
function isSame(one: Feature, other: Feature): boolean {
  if (one === other) return true;
  const values = one.properties ?? {};
  const others = other.properties ?? {};
  for (const name in others) if (values[name] !== others[name]) return false;
  for (const name in values) if (!(name in others)) return false;
  if (one.geometry.type !== other.geometry.type) return false;
  return isSamePlace(coordinatesOf(one), coordinatesOf(other));
}

const coordinatesOf = ({ geometry }: Feature): readonly unknown[] =>
  geometry.type === 'GeometryCollection' ? geometry.geometries : geometry.coordinates;

function isSamePlace(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) {
    const a = one[index];
    const b = other[index];
    if (a === b) continue;
    if (!Array.isArray(a) || !Array.isArray(b) || !isSamePlace(a, b)) return false;
  }
  return true;
}
