import fc from 'fast-check';
import dijkstra from 'graphology-shortest-path/dijkstra';
import { expect, test } from 'vitest';
import { compileCsr } from '../../../src/core/network/csr.ts';
import { createOneToAll, unreachedDs } from '../../../src/core/network/dijkstra.ts';
import { durationDs, type EdgeTable } from '../../../src/core/network/edgeTable.ts';
import { roadSpeedKmPerH } from '../../../src/core/network/roadSpeed.ts';
import { buildTravelNetwork } from '../../../src/core/network/travelNetwork.ts';
import { mountainDriving, randomNetwork } from './randomNetwork.ts';
import { buildRoadGraph } from './roadGraph.ts';

/** Plain Dijkstra on (time, length) pairs by scanning all nodes: the slow truth. */
function plainOneToAll(edges: EdgeTable, source: number): { ds: number[]; dm: number[] } {
  const ds = new Array<number>(edges.nodeCount).fill(Infinity);
  const dm = new Array<number>(edges.nodeCount).fill(Infinity);
  const isSettled = new Array<boolean>(edges.nodeCount).fill(false);
  ds[source] = 0;
  dm[source] = 0;
  for (;;) {
    let node = -1;
    for (let other = 0; other < edges.nodeCount; other++) {
      if (isSettled[other] || ds[other] === Infinity) continue;
      if (node < 0 || ds[other]! < ds[node]! || (ds[other] === ds[node] && dm[other]! < dm[node]!))
        node = other;
    }
    if (node < 0) return { ds, dm };
    isSettled[node] = true;
    for (let edge = 0; edge < edges.edgeCount; edge++) {
      const relax = (tail: number, head: number, arcDs: number): void => {
        if (tail !== node || arcDs < 0) return;
        const onwardDs = ds[tail]! + arcDs;
        const onwardDm = dm[tail]! + edges.lengthDm[edge]!;
        if (onwardDs > ds[head]! || (onwardDs === ds[head] && onwardDm >= dm[head]!)) return;
        ds[head] = onwardDs;
        dm[head] = onwardDm;
      };
      relax(edges.from[edge]!, edges.to[edge]!, edges.forwardDs[edge]!);
      relax(edges.to[edge]!, edges.from[edge]!, edges.backwardDs[edge]!);
    }
  }
}

test('bucket search equals plain Dijkstra, node by node, with one-ways and closures', () => {
  fc.assert(
    fc.property(randomNetwork, (network) => {
      const { edges } = buildTravelNetwork(network, [], mountainDriving);
      const search = createOneToAll(compileCsr(edges));
      for (let source = 0; source < edges.nodeCount; source++) {
        search.run(source);
        const plain = plainOneToAll(edges, source);
        const ds = plain.ds.map((value) => (value === Infinity ? unreachedDs : value));
        expect([...search.durationDs]).toEqual(ds);
        const lengths = [...search.lengthDm].map((dm, node) => (ds[node] === unreachedDs ? Infinity : dm));
        expect(lengths).toEqual(plain.dm);
      }
    }),
    { numRuns: 200 },
  );
});

test('bucket search equals graphology-shortest-path, with one-ways and closures', () => {
  fc.assert(
    fc.property(randomNetwork, (network) => {
      const { edges } = buildTravelNetwork(network, [], mountainDriving);
      const search = createOneToAll(compileCsr(edges));
      const graph = buildRoadGraph(network);
      for (const road of network.roads) {
        if (road.isClosed || road.fromNodeId === road.toNodeId) graph.dropEdge(road.id);
      }
      for (const [source, { id }] of network.nodes.entries()) {
        search.run(source);
        const cost = dijkstra.singleSource(graph, id, (_edge, road) =>
          durationDs(road.lengthKm, roadSpeedKmPerH(road, mountainDriving)),
        );
        for (const [node, other] of network.nodes.entries()) {
          const path = cost[other.id];
          let ds = path ? 0 : unreachedDs;
          for (let step = 1; path && step < path.length; step++) {
            // graphology gives the nodes of the way; between two nodes it takes the fastest road that is allowed.
            const options = graph
              .outboundEdges(path[step - 1]!, path[step]!)
              .map((edge) => graph.getEdgeAttributes(edge))
              .map((road) => durationDs(road.lengthKm, roadSpeedKmPerH(road, mountainDriving)));
            ds += Math.min(...options);
          }
          expect(search.durationDs[node]).toBe(ds);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('a search that stops at its targets gives them the same times, and leaves the queue clean', () => {
  fc.assert(
    fc.property(randomNetwork, fc.nat(1000), (network, pick) => {
      const { edges } = buildTravelNetwork(network, [], mountainDriving);
      const csr = compileCsr(edges);
      const complete = createOneToAll(csr);
      const stopping = createOneToAll(csr);
      for (let source = 0; source < edges.nodeCount; source++) {
        const target = (source + pick) % edges.nodeCount;
        complete.run(source);
        stopping.run(source, Int32Array.of(target, source));
        expect(stopping.durationDs[target]).toBe(complete.durationDs[target]);
        stopping.run(source);
        expect(stopping.durationDs).toEqual(complete.durationDs);
      }
    }),
    { numRuns: 100 },
  );
});
