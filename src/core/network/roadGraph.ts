import { MultiGraph } from 'graphology';
import type { LonLat } from '../geo.ts';
import type { Road, RoadNetwork } from '../model/scenario.ts';

export interface RoadNodeAttributes {
  readonly lonLat: LonLat;
}
/** Editable graph of a road network: two-way roads are undirected edges, one-way roads directed ones. */
export type RoadGraph = MultiGraph<RoadNodeAttributes, Road>;

/** Node and edge keys are the ids of the network; closed roads stay in, marked. */
export function buildRoadGraph(network: RoadNetwork): RoadGraph {
  const graph: RoadGraph = new MultiGraph<RoadNodeAttributes, Road>({ type: 'mixed' });
  for (const node of network.nodes) graph.addNode(node.id, { lonLat: node.lonLat });
  for (const road of network.roads) {
    if (road.isOneWay) graph.addDirectedEdgeWithKey(road.id, road.fromNodeId, road.toNodeId, road);
    else graph.addUndirectedEdgeWithKey(road.id, road.fromNodeId, road.toNodeId, road);
  }
  return graph;
}

/** The network of an edited graph, in the order of the graph. */
export function roadsOfGraph(graph: RoadGraph, origin: Pick<RoadNetwork, 'source' | 'licence'>): RoadNetwork {
  return {
    source: origin.source,
    licence: origin.licence,
    nodes: graph.mapNodes((id, { lonLat }) => ({ id, lonLat })),
    roads: graph.mapEdges((_id, road) => road),
  };
}
