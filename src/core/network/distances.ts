import type { LonLat } from '../geo.ts';
import type { RoadNetwork, TravelSettings } from '../model/scenario.ts';
import { unreachedDs } from './dijkstra.ts';
import type { Hierarchy } from './hierarchy.ts';
import { createWayFinder, type LegPath } from './legPath.ts';
import { manyToMany, tableByBuckets, type WayTable } from './manyToMany.ts';
import { anyVehicle } from './roadSpeed.ts';
import { createRouter, type Router } from './router.ts';
import { buildTravelNetwork, farSnapM, type TravelNetwork } from './travelNetwork.ts';

/** Road distances between any places, with or without a scenario: for looking things up and for checking roads. */

export interface DistancePlace {
  readonly name: string;
  readonly lonLat: LonLat;
}

/** All pairs, row-major: entry [from * placeCount + to]. */
export interface DistanceTable {
  readonly placeCount: number;
  /** NaN where there is no way. */
  readonly lengthKm: Float64Array;
  readonly durationMin: Float64Array;
  /** Metres from each place to its road; NaN where none is near enough. */
  readonly snapM: Float64Array;
  /** 1 where a place is so far from its road that the way to it is a guess, or has none. */
  readonly isFar: Uint8Array;
}

export interface Distances {
  readonly network: TravelNetwork;
  readonly router: Router;
}

export function prepareDistances(
  roads: RoadNetwork,
  places: readonly DistancePlace[],
  travel: TravelSettings,
): Distances {
  const conditions = { travel, vehicle: anyVehicle };
  const network = buildTravelNetwork(
    roads,
    places.map(({ lonLat }) => lonLat),
    conditions,
  );
  return { network, router: createRouter(network) };
}

/** From so many searches, or on so large a graph, a hierarchy that is kept for the next time pays. */
const hierarchyFromPlaces = 900;
const hierarchyFromNodes = 30_000;

export const isHierarchyWorthwhile = ({ router }: Distances): boolean =>
  router.csr.nodeCount >= hierarchyFromNodes || router.placeNode.length >= hierarchyFromPlaces;

/** By buckets, or over a hierarchy of `router.csr` where one is given. Yields the share done. */
export function* distanceTable(
  { network, router }: Distances,
  hierarchy: Hierarchy | null,
): Generator<number, DistanceTable> {
  const { placeNode, csr } = router;
  const joined = [...placeNode.keys()].filter((place) => placeNode[place]! >= 0);
  const nodes = Int32Array.from(joined, (place) => placeNode[place]!);
  const table = hierarchy
    ? yield* manyToMany(hierarchy, nodes, nodes)
    : yield* tableByBuckets(csr, nodes, nodes);
  return spread(table, joined, network);
}

/** A table over the joined places only becomes one over all. */
function spread(table: WayTable, joined: readonly number[], { snaps }: TravelNetwork): DistanceTable {
  const placeCount = snaps.length;
  const lengthKm = new Float64Array(placeCount * placeCount).fill(Number.NaN);
  const durationMin = new Float64Array(placeCount * placeCount).fill(Number.NaN);
  for (const [row, from] of joined.entries()) {
    for (const [column, to] of joined.entries()) {
      const entry = row * joined.length + column;
      if (table.durationDs[entry] === unreachedDs) continue;
      lengthKm[from * placeCount + to] = table.lengthDm[entry]! / 10_000;
      durationMin[from * placeCount + to] = table.durationDs[entry]! / 600;
    }
  }
  const snapM = Float64Array.from(snaps, (snap) => snap?.distanceM ?? Number.NaN);
  const isFar = Uint8Array.from(snapM, (metres) => (metres <= farSnapM ? 0 : 1));
  return { placeCount, lengthKm, durationMin, snapM, isFar };
}

/** Way of least time between two places, with its turns; null where there is none. */
export const wayBetween = ({ network, router }: Distances, from: number, to: number): LegPath | null =>
  createWayFinder(network, router)(from, to);
