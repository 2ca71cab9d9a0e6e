import type { LonLat } from '../geo.ts';
import type { StationId } from '../model/ids.ts';
import type { RoadClass } from '../model/scenario.ts';
import { lonDifference } from './localPlane.ts';
import { partOfRoad } from './roadShapes.ts';
import type { Router } from './router.ts';
import type { TravelNetwork } from './travelNetwork.ts';

/** A stretch of the way on one road, for a turn-by-turn list. */
export interface PathStep {
  /** Road name or number; empty where it has none or off the road network. */
  readonly name: string;
  /** null for the access between a station and its road. */
  readonly roadClass: RoadClass | null;
  readonly lengthM: number;
  readonly durationS: number;
  readonly isEstimated: boolean;
}

/** Path under a leg. */
export interface LegPath {
  /** From station to station; longitudes may pass 180 so that the line does not jump. */
  readonly coordinates: readonly LonLat[];
  readonly isEstimated: boolean;
  readonly lengthM: number;
  readonly durationS: number;
  readonly steps: readonly PathStep[];
}

export interface LegPaths {
  /** Path of least time; null where there is none. Stations outside the scenario are a bug: throws. */
  legPath(from: StationId, to: StationId): LegPath | null;
}

/** Paths over a network for stations in the order of `network.places`; one search per path asked for. */
export function createLegPaths(
  network: TravelNetwork,
  router: Router,
  stationIds: readonly StationId[],
): LegPaths {
  const indexOf = new Map(stationIds.map((id, index) => [id, index]));
  const stationIndex = (id: StationId): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`invariant: no station ${id}`);
    return index;
  };
  const find = createWayFinder(network, router);
  return { legPath: (from, to) => find(stationIndex(from), stationIndex(to)) };
}

/** Finds ways between places by their numbers in `network.places`; null where there is none. */
export function createWayFinder(
  network: TravelNetwork,
  router: Router,
): (from: number, to: number) => LegPath | null {
  return (from, to) => {
    const start = network.places[from]!;
    if (from === to) return pathAlong(network, [], start);
    const fromNode = router.placeNode[from]!;
    const toNode = router.placeNode[to]!;
    if (fromNode < 0 || toNode < 0) return null;
    router.search.run(fromNode, Int32Array.of(toNode));
    const way = router.wayTo(toNode);
    return way && pathAlong(network, way, start);
  };
}

function pathAlong(network: TravelNetwork, directions: readonly number[], start: LonLat): LegPath {
  const coordinates: LonLat[] = [];
  const append = (lonLat: LonLat): void => {
    const last = coordinates[coordinates.length - 1];
    const next: LonLat = last ? [last[0] + lonDifference(wrapped(last[0]), lonLat[0]), lonLat[1]] : lonLat;
    if (!last || last[0] !== next[0] || last[1] !== next[1]) coordinates.push(next);
  };
  const steps: PathStep[] = [];
  let lengthDm = 0;
  let ds = 0;
  let isEstimated = false;
  for (const direction of directions) {
    const edge = direction >> 1;
    const isBackward = (direction & 1) === 1;
    const part = edgeCoordinates(network, edge);
    for (const lonLat of isBackward ? part.reverse() : part) append(lonLat);
    const edgeDs = (isBackward ? network.edges.backwardDs : network.edges.forwardDs)[edge]!;
    lengthDm += network.edges.lengthDm[edge]!;
    ds += edgeDs;
    const edgeIsEstimated = network.edges.isEstimated[edge] === 1;
    isEstimated ||= edgeIsEstimated;
    addStep(steps, network, edge, edgeDs, edgeIsEstimated);
  }
  if (coordinates.length === 0) append(start);
  return {
    coordinates,
    isEstimated,
    lengthM: Math.round(lengthDm / 10),
    durationS: Math.round(ds / 10),
    steps,
  };
}

function addStep(
  steps: PathStep[],
  network: TravelNetwork,
  edge: number,
  ds: number,
  isEstimated: boolean,
): void {
  const road = network.road[edge]! < 0 ? null : network.roads.roads[network.road[edge]!]!;
  const name = road?.name ?? '';
  const roadClass = road?.roadClass ?? null;
  const lengthM = network.edges.lengthDm[edge]! / 10;
  const durationS = ds / 10;
  const last = steps[steps.length - 1];
  if (last && last.name === name && last.roadClass === roadClass && last.isEstimated === isEstimated) {
    steps[steps.length - 1] = {
      ...last,
      lengthM: last.lengthM + lengthM,
      durationS: last.durationS + durationS,
    };
  } else steps.push({ name, roadClass, lengthM, durationS, isEstimated });
}

/** Points of an edge from its first node to its second. */
function edgeCoordinates(network: TravelNetwork, edge: number): LonLat[] {
  const roadIndex = network.road[edge]!;
  if (roadIndex >= 0) {
    return partOfRoad(network.shapes, roadIndex, network.startShare[edge]!, network.endShare[edge]!);
  }
  const place = network.placeNode.indexOf(network.edges.from[edge]!);
  return [network.places[place]!, network.snaps[place]!.lonLat];
}

const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;
