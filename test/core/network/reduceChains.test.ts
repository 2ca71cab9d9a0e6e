import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCsr } from '../../../src/core/network/csr.ts';
import { createOneToAll } from '../../../src/core/network/dijkstra.ts';
import { createEdgeTableBuilder, impassable } from '../../../src/core/network/edgeTable.ts';
import { expandDirection, reduceChains } from '../../../src/core/network/reduceChains.ts';
import { buildTravelNetwork } from '../../../src/core/network/travelNetwork.ts';
import { mountainDriving, randomNetwork } from './randomNetwork.ts';

test('times, lengths and parts between kept nodes survive, with one-ways and closures', () => {
  fc.assert(
    fc.property(randomNetwork, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), (network, draws) => {
      const { edges } = buildTravelNetwork(network, [], mountainDriving);
      const isKept = Uint8Array.from({ length: edges.nodeCount }, (_, node) => (draws[node] ? 1 : 0));
      const reduced = reduceChains(edges, isKept);
      const complete = createOneToAll(compileCsr(edges));
      const search = createOneToAll(compileCsr(reduced.edges));
      for (let source = 0; source < edges.nodeCount; source++) {
        if (isKept[source] === 0) continue;
        complete.run(source);
        search.run(reduced.nodeOf[source]!);
        for (let node = 0; node < edges.nodeCount; node++) {
          if (isKept[node] === 0) continue;
          const other = reduced.nodeOf[node]!;
          expect(search.durationDs[other]).toBe(complete.durationDs[node]);
          if (search.entryArc[other]! >= 0) expect(search.lengthDm[other]).toBe(complete.lengthDm[node]);
        }
      }
      for (let direction = 0; direction < reduced.edges.edgeCount * 2; direction++) {
        const ds = (direction & 1 ? reduced.edges.backwardDs : reduced.edges.forwardDs)[direction >> 1]!;
        if (ds === impassable) continue;
        const parts = expandDirection(reduced, direction);
        const sum = parts.reduce(
          (total, part) => total + (part & 1 ? edges.backwardDs : edges.forwardDs)[part >> 1]!,
          0,
        );
        expect(sum).toBe(ds);
      }
    }),
    { numRuns: 200 },
  );
});

test('a road with bends and a blind alley becomes one edge', () => {
  // 0 -1- 2 -3, all two-way, and a blind alley 1 - 4; 0 and 3 are kept: only the edge 0-3 of 6 + 7 + 8 is left.
  const builder = createEdgeTableBuilder();
  const add = (from: number, to: number, ds: number): number =>
    builder.add({ from, to, forwardDs: ds, backwardDs: ds, lengthDm: ds * 10, isEstimated: false });
  add(0, 1, 6);
  add(2, 1, 7);
  add(2, 3, 8);
  add(1, 4, 9);
  const reduced = reduceChains(builder.finish(5), Uint8Array.of(1, 0, 0, 1, 0));
  expect([...reduced.nodeOf]).toEqual([0, -1, -1, 1, -1]);
  expect([...reduced.edges.forwardDs]).toEqual([21]);
  expect([...reduced.edges.lengthDm]).toEqual([210]);
  // Edge 1 is driven against its direction.
  expect([...reduced.parts]).toEqual([0, 3, 4]);
});
