import { MultiGraph } from 'graphology';
import type { LonLat } from '../../../src/core/geo.ts';
import type { Road, RoadNetwork } from '../../../src/core/model/scenario.ts';

/**
 * The graph of a road network for the ready-made searches ours are compared with: two-way roads are undirected edges,
 * one-way roads directed ones. Node and edge keys are the ids of the network; closed roads stay in, marked.
 */
export function buildRoadGraph(network: RoadNetwork): MultiGraph<{ readonly lonLat: LonLat }, Road> {
  const graph = new MultiGraph<{ readonly lonLat: LonLat }, Road>({ type: 'mixed' });
  for (const node of network.nodes) graph.addNode(node.id, { lonLat: node.lonLat });
  for (const road of network.roads) {
    if (road.isOneWay) graph.addDirectedEdgeWithKey(road.id, road.fromNodeId, road.toNodeId, road);
    else graph.addUndirectedEdgeWithKey(road.id, road.fromNodeId, road.toNodeId, road);
  }
  return graph;
}
