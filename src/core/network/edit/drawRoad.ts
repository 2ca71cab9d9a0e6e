import type { LonLat } from '../../geo.ts';
import type { Road, RoadClass, RoadNetwork, RoadNode } from '../../model/scenario.ts';
import {
  cutRoadsAt,
  lengthKmOf,
  nodePositions,
  placeOnLine,
  type RoadCut,
  roadLine,
} from '../repair/cutRoads.ts';
import { readShapes } from '../roadShapes.ts';
import { buildRoadIndex } from '../snap.ts';

export interface DrawnRoad {
  /** New id of the road; its own nodes are called after it. */
  readonly id: string;
  /** At least two points. */
  readonly line: readonly LonLat[];
  readonly roadClass: RoadClass;
  readonly isOneWay: boolean;
  readonly name: string;
  /** Stated length; null: that of the line. */
  readonly lengthKm: number | null;
  /** True where the line only shows that there is a road, not its course. */
  readonly isEstimated: boolean;
  /** An end nearer than this to a road joins it. */
  readonly snapM: number;
}

/** An end this near to a node of the network is that node. */
const sameNodeM = 15;

/** Adds a road drawn by hand. Ends near a road are joined to it, cutting it where need be; the rest are free ends. */
export function drawRoad(network: RoadNetwork, drawn: DrawnRoad): RoadNetwork {
  const first = drawn.line[0];
  const last = drawn.line[drawn.line.length - 1];
  if (!first || !last || drawn.line.length < 2) throw new Error('invariant: a road has two ends');
  const index = buildRoadIndex(readShapes(network));
  const lonLatOf = nodePositions(network);
  const cuts = new Map<string, RoadCut[]>();
  const freeNodes: RoadNode[] = [];
  const joinEnd = (end: LonLat, id: string): RoadNode => {
    const snap = index.nearest(end, drawn.snapM);
    if (!snap) {
      const node = { id, lonLat: end };
      freeNodes.push(node);
      return node;
    }
    const road = network.roads[snap.roadIndex]!;
    for (const nodeId of [road.fromNodeId, road.toNodeId]) {
      const lonLat = lonLatOf.get(nodeId)!;
      if (lengthKmOf([lonLat, snap.lonLat]) * 1000 <= sameNodeM) return { id: nodeId, lonLat };
    }
    const node = { id, lonLat: snap.lonLat };
    const cut: RoadCut = { ...placeOnLine(roadLine(road, lonLatOf), snap.lonLat), node };
    cuts.set(road.id, [...(cuts.get(road.id) ?? []), cut]);
    return node;
  };
  const from = joinEnd(first, `${drawn.id}:start`);
  const to = joinEnd(last, `${drawn.id}:end`);
  const via = drawn.line.slice(1, -1);
  const road: Road = {
    id: drawn.id,
    fromNodeId: from.id,
    toNodeId: to.id,
    lengthKm: drawn.lengthKm ?? lengthKmOf([from.lonLat, ...via, to.lonLat]),
    roadClass: drawn.roadClass,
    isOneWay: drawn.isOneWay,
    isClosed: false,
    ...(drawn.isEstimated ? { isEstimated: true } : {}),
    name: drawn.name,
    via,
  };
  return cutRoadsAt({ ...network, nodes: [...network.nodes, ...freeNodes] }, cuts, [road]);
}
