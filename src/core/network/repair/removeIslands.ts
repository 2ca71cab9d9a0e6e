import type { RoadNetwork } from '../../model/scenario.ts';
import { networkComponents } from '../components.ts';
import { nodePositions } from './cutRoads.ts';
import type { Repair, Repaired } from './repair.ts';

/** Takes away parts of less than `islandKm` that hang together with nothing else; the longest part always stays. */
export function removeIslands(
  network: RoadNetwork,
  islandKm: number,
  skipKeys: ReadonlySet<string>,
): Repaired {
  const componentOf = networkComponents(network);
  const lonLatOf = nodePositions(network);
  const parts = new Map<number, { roadIds: string[]; km: number; key: string }>();
  for (const road of network.roads) {
    const component = componentOf.get(road.fromNodeId)!;
    const part = parts.get(component) ?? { roadIds: [], km: 0, key: `island ${road.id}` };
    part.roadIds.push(road.id);
    part.km += road.lengthKm;
    parts.set(component, part);
  }
  const longestKm = Math.max(0, ...[...parts.values()].map(({ km }) => km));
  const repairs: Repair[] = [];
  const gone = new Set<number>();
  const firstNode = new Map(network.roads.map(({ id, fromNodeId }) => [id, fromNodeId]));
  for (const [component, { roadIds, km, key }] of parts) {
    if (km >= islandKm || km === longestKm || skipKeys.has(key)) continue;
    gone.add(component);
    const lonLat = lonLatOf.get(firstNode.get(roadIds[0]!)!)!;
    repairs.push({ key, code: 'road.islandRemoved', lonLat, roadIds, lengthM: km * 1000 });
  }
  if (gone.size === 0) return { network, repairs };
  return {
    network: {
      ...network,
      nodes: network.nodes.filter(({ id }) => !gone.has(componentOf.get(id)!)),
      roads: network.roads.filter(({ fromNodeId }) => !gone.has(componentOf.get(fromNodeId)!)),
    },
    repairs,
  };
}
