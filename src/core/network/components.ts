import type { RoadNetwork } from '../model/scenario.ts';
import { type EdgeTable, impassable } from './edgeTable.ts';

/** Parts of a network that hang together when one-way signs are ignored. */
export interface Components {
  /** Component of each node, numbered by size: 0 is the one with most nodes. */
  readonly ofNode: Int32Array;
  readonly nodeCounts: Int32Array;
}

/** Weak components over the edges that can be driven in at least one direction; ties go to the lower first node. */
export function findComponents(edges: EdgeTable): Components {
  const { nodeCount, edgeCount, from, to } = edges;
  const root = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const find = (start: number): number => {
    let node = start;
    while (root[node]! !== node) {
      root[node] = root[root[node]!]!;
      node = root[node]!;
    }
    return node;
  };
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edges.forwardDs[edge]! === impassable && edges.backwardDs[edge]! === impassable) continue;
    const a = find(from[edge]!);
    const b = find(to[edge]!);
    if (a < b) root[b] = a;
    else root[a] = b;
  }
  const sizeOf = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) sizeOf[find(node)]!++;
  const roots: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (sizeOf[node]! > 0) roots.push(node);
  roots.sort((a, b) => sizeOf[b]! - sizeOf[a]! || a - b);
  const numberOf = new Int32Array(nodeCount);
  for (const [index, node] of roots.entries()) numberOf[node] = index;
  const ofNode = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) ofNode[node] = numberOf[find(node)]!;
  return { ofNode, nodeCounts: Int32Array.from(roots, (node) => sizeOf[node]!) };
}

/** Component of every node of a network, closed roads and one-way signs ignored; numbered by size as above. */
export function networkComponents(network: RoadNetwork): Map<string, number> {
  const indexOf = new Map(network.nodes.map(({ id }, index) => [id, index]));
  const roadCount = network.roads.length;
  const passable = new Int32Array(roadCount);
  const { ofNode } = findComponents({
    nodeCount: network.nodes.length,
    edgeCount: roadCount,
    from: Int32Array.from(network.roads, ({ fromNodeId }) => indexOf.get(fromNodeId)!),
    to: Int32Array.from(network.roads, ({ toNodeId }) => indexOf.get(toNodeId)!),
    forwardDs: passable,
    backwardDs: passable,
    lengthDm: passable,
    isEstimated: new Uint8Array(roadCount),
  });
  return new Map(network.nodes.map(({ id }, index) => [id, ofNode[index]!]));
}
