import type { RoadNetwork } from '../../core/model/scenario.ts';
import type { RoadStretch } from './sources.ts';

/** Roads as polylines for drawing; a road whose end is missing cannot be drawn and is left out. */
export function roadStretches(network: RoadNetwork | null): RoadStretch[] {
  if (!network) return [];
  const lonLatOf = new Map(network.nodes.map((node) => [node.id, node.lonLat]));
  return network.roads.flatMap((road): RoadStretch[] => {
    const from = lonLatOf.get(road.fromNodeId);
    const to = lonLatOf.get(road.toNodeId);
    if (!from || !to) return [];
    return [{ coordinates: [from, ...road.via, to], isEstimated: road.isEstimated ?? false }];
  });
}
