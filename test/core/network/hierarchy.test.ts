import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCsr } from '../../../src/core/network/csr.ts';
import { createOneToAll, unreachedDs } from '../../../src/core/network/dijkstra.ts';
import { createEdgeTableBuilder, type EdgeTable, impassable } from '../../../src/core/network/edgeTable.ts';
import { buildHierarchy } from '../../../src/core/network/hierarchy.ts';
import { manyToMany, unpackWay } from '../../../src/core/network/manyToMany.ts';
import { buildTravelNetwork } from '../../../src/core/network/travelNetwork.ts';
import { createRandom } from '../../../src/core/random.ts';
import { mountainDriving, randomNetwork } from './randomNetwork.ts';

function finish<Value>(run: Generator<number, Value>): Value {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
    if (!(step.value >= 0 && step.value <= 1)) throw new Error(`progress ${step.value}`);
  }
}

/** Every pair by the hierarchy against the bucket search, times, lengths and unpacked ways. */
function compareAllPairs(edges: EdgeTable): void {
  const csr = compileCsr(edges);
  const hierarchy = finish(buildHierarchy(csr));
  const everyNode = Int32Array.from({ length: edges.nodeCount }, (_, node) => node);
  const table = finish(manyToMany(hierarchy, everyNode, everyNode));
  const search = createOneToAll(csr);
  const wrong: string[] = [];
  for (const source of everyNode) {
    search.run(source);
    for (const target of everyNode) {
      const entry = source * edges.nodeCount + target;
      const ds = search.durationDs[target]!;
      const way = unpackWay(hierarchy, source, target);
      const isReached = ds !== unreachedDs;
      const isRight =
        table.durationDs[entry] === ds &&
        (isReached
          ? table.lengthDm[entry] === search.lengthDm[target] &&
            way !== null &&
            driveDs(edges, source, target, way) === ds
          : way === null);
      if (!isRight) wrong.push(`${source} ${target}`);
    }
  }
  expect(wrong).toEqual([]);
}

/** Time of driving a way; NaN where it does not lead from source to target over passable edges. */
function driveDs(edges: EdgeTable, source: number, target: number, way: readonly number[]): number {
  let node = source;
  let ds = 0;
  for (const direction of way) {
    const edge = direction >> 1;
    const isBackward = (direction & 1) === 1;
    const edgeDs = (isBackward ? edges.backwardDs : edges.forwardDs)[edge]!;
    if ((isBackward ? edges.to : edges.from)[edge] !== node || edgeDs === impassable) return Number.NaN;
    node = (isBackward ? edges.from : edges.to)[edge]!;
    ds += edgeDs;
  }
  return node === target ? ds : Number.NaN;
}

test('the hierarchy gives every pair the time, length and way of the bucket search', () => {
  fc.assert(
    fc.property(randomNetwork, (network) => {
      compareAllPairs(buildTravelNetwork(network, [], mountainDriving).edges);
    }),
    { numRuns: 100 },
  );
});

test('the same on a town grid of two-way streets, where many ways are equally long', () => {
  const random = createRandom(11);
  const side = 9;
  const builder = createEdgeTableBuilder();
  const add = (from: number, to: number): void => {
    const ds = 10 + random.nextInt(3);
    builder.add({
      from,
      to,
      forwardDs: ds,
      backwardDs: ds,
      lengthDm: 100 + random.nextInt(2),
      isEstimated: false,
    });
  };
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (x + 1 < side) add(y * side + x, y * side + x + 1);
      if (y + 1 < side) add(y * side + x, (y + 1) * side + x);
    }
  }
  compareAllPairs(builder.finish(side * side));
});
