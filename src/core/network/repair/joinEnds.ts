import type { LonLat } from '../../geo.ts';
import type { Road, RoadNetwork } from '../../model/scenario.ts';
import { nearestOnSegment } from '../localPlane.ts';
import { readShapes } from '../roadShapes.ts';
import { buildRoadIndex } from '../snap.ts';
import { cutRoadsAt, nodePositions, placeOnLine, type RoadCut, roadLine } from './cutRoads.ts';
import type { Repair, Repaired } from './repair.ts';

const nodesPerReport = 5000;
/** A road that comes this near to a node of the other ends there. */
const sameNodeM = 0.5;

/**
 * Joins ends that stop short of another road: within `toleranceM` a short link is drawn to the nearest point, where
 * the other road gets a node. Yields the share done.
 */
export function* joinEnds(
  network: RoadNetwork,
  toleranceM: number,
  skipKeys: ReadonlySet<string>,
): Generator<number, Repaired> {
  const shapes = readShapes(network);
  const index = buildRoadIndex(shapes);
  const lonLatOf = nodePositions(network);
  const roadsAt = new Map<string, number[]>();
  for (const [road, { fromNodeId, toNodeId }] of network.roads.entries()) {
    for (const id of [fromNodeId, toNodeId]) roadsAt.set(id, [...(roadsAt.get(id) ?? []), road]);
  }
  const cuts = new Map<string, RoadCut[]>();
  const links: Road[] = [];
  const repairs: Repair[] = [];
  const joined = new Set<string>();
  for (const [number, { id, lonLat }] of network.nodes.entries()) {
    if (number % nodesPerReport === 0) yield number / network.nodes.length;
    const own = roadsAt.get(id) ?? [];
    const key = `join ${id}`;
    if (own.length !== 1) continue;
    const snap = index.nearest(lonLat, toleranceM, (road) => !own.includes(road));
    if (!snap) continue;
    const other = network.roads[snap.roadIndex]!;
    const line = roadLine(other, lonLatOf);
    const node = nodeNear(other, line, snap.lonLat) ?? { id: `${key} on ${other.id}`, lonLat: snap.lonLat };
    // An end that points at a neighbour of its own road, or was joined from the other side, needs nothing.
    if (joined.has(`${node.id} ${id}`) || isNeighbour(network.roads[own[0]!]!, node.id)) continue;
    joined.add(`${id} ${node.id}`);
    if (skipKeys.has(key)) continue;
    if (!lonLatOf.has(node.id)) {
      const cut: RoadCut = { ...placeOnLine(line, snap.lonLat), node };
      cuts.set(other.id, [...(cuts.get(other.id) ?? []), cut]);
    }
    links.push({
      ...network.roads[own[0]!]!,
      id: key,
      fromNodeId: id,
      toNodeId: node.id,
      lengthKm: snap.distanceM / 1000,
      isOneWay: false,
      via: [],
    });
    repairs.push({
      key,
      code: 'road.endJoined',
      lonLat,
      roadIds: [network.roads[own[0]!]!.id, other.id],
      lengthM: snap.distanceM,
    });
  }
  return { network: cutRoadsAt(network, cuts, links), repairs };
}

const isNeighbour = (road: Road, nodeId: string): boolean =>
  road.fromNodeId === nodeId || road.toNodeId === nodeId;

function nodeNear(
  road: Road,
  line: readonly LonLat[],
  lonLat: LonLat,
): { id: string; lonLat: LonLat } | null {
  const first = line[0]!;
  const last = line[line.length - 1]!;
  const distanceM = (end: LonLat): number => nearestOnSegment(lonLat, end, end).distanceM;
  if (distanceM(first) <= sameNodeM) return { id: road.fromNodeId, lonLat: first };
  return distanceM(last) <= sameNodeM ? { id: road.toNodeId, lonLat: last } : null;
}
