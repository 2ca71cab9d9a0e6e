import type { Road, RoadNetwork, RoadNode, TravelSettings } from '../model/scenario.ts';
import { networkComponents } from './components.ts';
import { buildProxyNetwork, type ProxyPoint } from './proxyNetwork.ts';
import { cutRoadsAt, nodePositions, placeOnLine, type RoadCut, roadLine } from './repair/cutRoads.ts';
import { readShapes } from './roadShapes.ts';
import { buildRoadIndex } from './snap.ts';

/** A network whose gaps are filled, and the ids of the estimated roads that fill them. */
export interface CompletedRoads {
  readonly network: RoadNetwork;
  readonly addedRoadIds: readonly string[];
}

/** Places farther than this from every road start from a node of their own. */
const joinWithinM = 2_000;

/**
 * Fills the gaps of a road file: where places lie on parts of it that do not hang together, or far from any road,
 * the shortest links of the proxy network that join them are added as estimated roads. Surveyed roads stay as they
 * are, and nothing is added where all places are joined already.
 */
export function completeRoads(
  network: RoadNetwork,
  points: readonly ProxyPoint[],
  travel: TravelSettings,
): CompletedRoads {
  const ordered = [...points].sort((x, y) => (x.id < y.id ? -1 : x.id > y.id ? 1 : 0));
  const placed = attachPoints(network, ordered);
  const componentOf = networkComponents(placed.network);
  const group = new Map<number, number>();
  const groupOf = (nodeId: string): number => {
    let part = componentOf.get(nodeId)!;
    while (group.has(part)) part = group.get(part)!;
    return part;
  };
  const added: Road[] = [];
  const links = [...buildProxyNetwork(ordered, travel).roads].sort(
    (x, y) => x.lengthKm - y.lengthKm || (x.id < y.id ? -1 : 1),
  );
  for (const link of links) {
    const from = placed.nodeOf.get(link.fromNodeId)!;
    const to = placed.nodeOf.get(link.toNodeId)!;
    if (groupOf(from) === groupOf(to)) continue;
    group.set(groupOf(from), groupOf(to));
    added.push({ ...link, id: `estimated ${link.id}`, fromNodeId: from, toNodeId: to });
  }
  if (added.length === 0) return { network, addedRoadIds: [] };
  const completed = { ...placed.network, roads: [...placed.network.roads, ...added] };
  return { network: withoutUnusedNodes(completed), addedRoadIds: added.map(({ id }) => id) };
}

/** Gives every point a node: on the road beside it, cutting that road, or one of its own where no road is near. */
function attachPoints(
  network: RoadNetwork,
  points: readonly ProxyPoint[],
): { network: RoadNetwork; nodeOf: Map<string, string> } {
  const shapes = readShapes(network);
  const index = buildRoadIndex(shapes);
  const lonLatOf = nodePositions(network);
  const nodeOf = new Map<string, string>();
  const cuts = new Map<string, RoadCut[]>();
  const freeNodes: RoadNode[] = [];
  const isJoinable = (road: number): boolean =>
    !network.roads[road]!.isClosed && network.roads[road]!.isExpressway !== true;
  for (const { id, lonLat } of points) {
    const snap = index.nearest(lonLat, joinWithinM, isJoinable);
    const nodeId = `place ${id}`;
    if (!snap) {
      freeNodes.push({ id: nodeId, lonLat });
      nodeOf.set(id, nodeId);
      continue;
    }
    const road = network.roads[snap.roadIndex]!;
    const end = snap.share <= 0 ? road.fromNodeId : snap.share >= 1 ? road.toNodeId : null;
    nodeOf.set(id, end ?? nodeId);
    if (end !== null) continue;
    const line = roadLine(road, lonLatOf);
    const cut: RoadCut = { ...placeOnLine(line, snap.lonLat), node: { id: nodeId, lonLat: snap.lonLat } };
    cuts.set(road.id, [...(cuts.get(road.id) ?? []), cut]);
  }
  const cutNetwork = cutRoadsAt(network, cuts);
  return { network: { ...cutNetwork, nodes: [...cutNetwork.nodes, ...freeNodes] }, nodeOf };
}

function withoutUnusedNodes(network: RoadNetwork): RoadNetwork {
  const used = new Set(network.roads.flatMap(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId]));
  return { ...network, nodes: network.nodes.filter(({ id }) => used.has(id)) };
}
