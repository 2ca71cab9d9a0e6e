import Flatbush from 'flatbush';
import type { LonLat } from '../geo.ts';
import { isInsideBoundary } from '../io/boundary.ts';
import type { CountyBoundary } from '../model/county.ts';
import type { RoadNetwork } from '../model/scenario.ts';
import { boxDegrees, nearestOnSegment } from './localPlane.ts';

/** Keeps the roads with an end inside a boundary or within a margin of it. Roads are kept whole. */
export function clipRoads(network: RoadNetwork, boundary: CountyBoundary, marginKm: number): RoadNetwork {
  const rings = boundary.coordinates.flat();
  const edges = rings.flatMap((ring) => ring.slice(1).map((point, index) => [ring[index]!, point] as const));
  if (edges.length === 0) return network;
  const index = new Flatbush(edges.length);
  for (const [a, b] of edges) {
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  index.finish();
  const isNear = (point: LonLat): boolean => {
    const box = boxDegrees(point[1], marginKm * 1000);
    const near = index.search(point[0] - box.lon, point[1] - box.lat, point[0] + box.lon, point[1] + box.lat);
    return near.some((edge) => nearestOnSegment(point, ...edges[edge]!).distanceM <= marginKm * 1000);
  };
  const kept = new Set<string>();
  for (const { id, lonLat } of network.nodes)
    if (isInsideBoundary(lonLat, boundary) || isNear(lonLat)) kept.add(id);
  const roads = network.roads.filter(
    ({ fromNodeId, toNodeId }) => kept.has(fromNodeId) || kept.has(toNodeId),
  );
  const used = new Set(roads.flatMap(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId]));
  return { ...network, nodes: network.nodes.filter(({ id }) => used.has(id)), roads };
}
