import { haversineKm, type LonLat } from '../../geo.ts';
import type { Road, RoadNetwork, RoadNode } from '../../model/scenario.ts';
import { nearestOnSegment } from '../localPlane.ts';

/** A place where a road is to be cut: in the stretch that starts at point `stretch`, at a share of it. */
export interface RoadCut {
  readonly stretch: number;
  readonly share: number;
  readonly node: RoadNode;
}

/** All points of a road, its end nodes included. */
export const roadLine = (road: Road, lonLatOf: ReadonlyMap<string, LonLat>): LonLat[] => [
  lonLatOf.get(road.fromNodeId)!,
  ...road.via,
  lonLatOf.get(road.toNodeId)!,
];

export const nodePositions = (network: RoadNetwork): Map<string, LonLat> =>
  new Map(network.nodes.map(({ id, lonLat }) => [id, lonLat]));

/** Cuts roads at new nodes; pieces are called id/1, id/2 and share the stated length by their drawn length. */
export function cutRoadsAt(
  network: RoadNetwork,
  cuts: ReadonlyMap<string, readonly RoadCut[]>,
  addedRoads: readonly Road[] = [],
): RoadNetwork {
  if (cuts.size === 0 && addedRoads.length === 0) return network;
  const lonLatOf = nodePositions(network);
  const added = new Map<string, RoadNode>();
  const roads = network.roads.flatMap((road) => {
    const cutsOfRoad = cuts.get(road.id);
    if (!cutsOfRoad) return [road];
    for (const { node } of cutsOfRoad) added.set(node.id, node);
    return piecesOf(road, roadLine(road, lonLatOf), cutsOfRoad);
  });
  return {
    ...network,
    nodes: [...network.nodes, ...[...added.values()].filter(({ id }) => !lonLatOf.has(id))],
    roads: [...roads, ...addedRoads],
  };
}

function piecesOf(road: Road, line: readonly LonLat[], cuts: readonly RoadCut[]): Road[] {
  const ordered = [...cuts].sort((a, b) => a.stretch - b.stretch || a.share - b.share);
  const totalKm = lengthKmOf(line);
  const pieces: Road[] = [];
  let fromNodeId = road.fromNodeId;
  let start = line[0]!;
  let nextPoint = 1;
  const addPiece = (toNodeId: string, end: LonLat, lastPoint: number): void => {
    const via = line.slice(nextPoint, lastPoint);
    const pieceKm = lengthKmOf([start, ...via, end]);
    pieces.push({
      ...road,
      id: `${road.id}/${pieces.length + 1}`,
      fromNodeId,
      toNodeId,
      lengthKm: totalKm > 0 ? (road.lengthKm * pieceKm) / totalKm : 0,
      via,
    });
    fromNodeId = toNodeId;
    start = end;
    nextPoint = lastPoint;
  };
  for (const { stretch, node } of ordered) {
    if (node.id !== fromNodeId) addPiece(node.id, node.lonLat, stretch + 1);
  }
  addPiece(road.toNodeId, line[line.length - 1]!, line.length - 1);
  return pieces;
}

export function lengthKmOf(line: readonly LonLat[]): number {
  let km = 0;
  for (let index = 1; index < line.length; index++) km += haversineKm(line[index - 1]!, line[index]!);
  return km;
}

/** Where a point on (or near) a line lies: number of the stretch and share of it. */
export function placeOnLine(line: readonly LonLat[], lonLat: LonLat): { stretch: number; share: number } {
  let best = { stretch: 0, share: 0 };
  let bestM = Infinity;
  for (let stretch = 0; stretch + 1 < line.length; stretch++) {
    const { share, distanceM } = nearestOnSegment(lonLat, line[stretch]!, line[stretch + 1]!);
    if (distanceM >= bestM) continue;
    bestM = distanceM;
    best = { stretch, share };
  }
  return best;
}
