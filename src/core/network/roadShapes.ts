import { haversineKm, type LonLat } from '../geo.ts';
import type { RoadNetwork } from '../model/scenario.ts';
import { pointBetween } from './localPlane.ts';

/**
 * Shapes of all roads in flat arrays: the points of road r, its end nodes included, are
 * firstPoint[r] .. firstPoint[r + 1] - 1. Coordinates may be NaN for a road list without positions.
 */
export interface RoadShapes {
  readonly firstPoint: Int32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Number of the node at either end of each road. */
  readonly fromNode: Int32Array;
  readonly toNode: Int32Array;
}

/** Throws where a road names a node that the network does not have: readers check that. */
export function readShapes(network: RoadNetwork): RoadShapes {
  const nodeIndex = new Map(network.nodes.map(({ id }, index) => [id, index]));
  const roadCount = network.roads.length;
  const firstPoint = new Int32Array(roadCount + 1);
  for (const [index, road] of network.roads.entries()) {
    firstPoint[index + 1] = firstPoint[index]! + road.via.length + 2;
  }
  const lon = new Float64Array(firstPoint[roadCount]!);
  const lat = new Float64Array(firstPoint[roadCount]!);
  const fromNode = new Int32Array(roadCount);
  const toNode = new Int32Array(roadCount);
  const indexOf = (id: string, roadId: string): number => {
    const index = nodeIndex.get(id);
    if (index === undefined) throw new Error(`invariant: road ${roadId} names unknown node ${id}`);
    return index;
  };
  for (const [index, road] of network.roads.entries()) {
    fromNode[index] = indexOf(road.fromNodeId, road.id);
    toNode[index] = indexOf(road.toNodeId, road.id);
    let point = firstPoint[index]!;
    const put = (lonLat: LonLat): void => {
      lon[point] = lonLat[0];
      lat[point] = lonLat[1];
      point++;
    };
    put(network.nodes[fromNode[index]!]!.lonLat);
    for (const lonLat of road.via) put(lonLat);
    put(network.nodes[toNode[index]!]!.lonLat);
  }
  return { firstPoint, lon, lat, fromNode, toNode };
}

/** Straight length of every stretch of a road, km, in order. */
export function stretchesKm(shapes: RoadShapes, roadIndex: number): number[] {
  const stretches: number[] = [];
  for (let point = shapes.firstPoint[roadIndex]!; point < shapes.firstPoint[roadIndex + 1]! - 1; point++) {
    stretches.push(haversineKm(pointOf(shapes, point), pointOf(shapes, point + 1)));
  }
  return stretches;
}

export const pointOf = (shapes: RoadShapes, point: number): LonLat => [
  shapes.lon[point]!,
  shapes.lat[point]!,
];

/** Part of a road between two shares of its length (0 to 1, start before end), both ends included. */
export function partOfRoad(shapes: RoadShapes, roadIndex: number, start: number, end: number): LonLat[] {
  const stretches = stretchesKm(shapes, roadIndex);
  const totalKm = stretches.reduce((sum, km) => sum + km, 0);
  const first = shapes.firstPoint[roadIndex]!;
  const last = shapes.firstPoint[roadIndex + 1]! - 1;
  if (totalKm === 0) return [pointOf(shapes, first), pointOf(shapes, last)];
  const coordinates: LonLat[] = start <= 0 ? [pointOf(shapes, first)] : [];
  let doneKm = 0;
  for (const [offset, km] of stretches.entries()) {
    const a = pointOf(shapes, first + offset);
    const b = pointOf(shapes, first + offset + 1);
    const shareOfStretch = (share: number): number => (km === 0 ? 0 : (share * totalKm - doneKm) / km);
    const startHere = shareOfStretch(start);
    const endHere = shareOfStretch(end);
    if (coordinates.length === 0 && startHere < 1)
      coordinates.push(pointBetween(a, b, Math.max(0, startHere)));
    if (coordinates.length > 0) {
      if (end < 1 && endHere <= 1) {
        coordinates.push(pointBetween(a, b, Math.max(0, endHere)));
        return coordinates;
      }
      coordinates.push(b);
    }
    doneKm += km;
  }
  return coordinates;
}
