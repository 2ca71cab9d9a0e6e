import { type Csr, compileCsr } from './csr.ts';
import { createOneToAll, type OneToAll } from './dijkstra.ts';
import type { EdgeDirection } from './edgeTable.ts';
import { expandDirection, type ReducedNetwork, reduceChains } from './reduceChains.ts';
import type { TravelNetwork } from './travelNetwork.ts';

/** A travel network made ready for searches between its places. */
export interface Router {
  readonly reduced: ReducedNetwork;
  readonly csr: Csr;
  readonly search: OneToAll;
  /** Node of each place in the reduced network; -1 where it is not joined to a road. */
  readonly placeNode: Int32Array;
  /** After a search: edges of the travel network from the source to a node, in driving order; null if unreached. */
  wayTo(node: number): EdgeDirection[] | null;
  /** Node at which an arc starts. */
  tailOf(arc: number): number;
}

export function createRouter(network: TravelNetwork): Router {
  const isKept = new Uint8Array(network.edges.nodeCount);
  for (const node of network.placeNode) if (node >= 0) isKept[node] = 1;
  const reduced = reduceChains(network.edges, isKept);
  const csr = compileCsr(reduced.edges);
  const search = createOneToAll(csr);
  const tailOf = (arc: number): number => {
    const direction = csr.direction[arc]!;
    return (direction & 1 ? reduced.edges.to : reduced.edges.from)[direction >> 1]!;
  };
  return {
    reduced,
    csr,
    search,
    placeNode: network.placeNode.map((node) => (node < 0 ? -1 : reduced.nodeOf[node]!)),
    wayTo(node) {
      const backwards: EdgeDirection[] = [];
      let at = node;
      while (search.entryArc[at]! >= 0) {
        backwards.push(csr.direction[search.entryArc[at]!]!);
        at = tailOf(search.entryArc[at]!);
      }
      if (search.durationDs[at] !== 0) return null;
      return backwards.reverse().flatMap((direction) => expandDirection(reduced, direction));
    },
    tailOf,
  };
}
