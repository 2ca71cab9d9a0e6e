import dijkstra from 'graphology-shortest-path/dijkstra';
import { expect, test } from 'vitest';
import type { LonLat } from '../../../src/core/geo.ts';
import type { RoadNetwork } from '../../../src/core/model/scenario.ts';
import { compileCsr } from '../../../src/core/network/csr.ts';
import { unreachedDs } from '../../../src/core/network/dijkstra.ts';
import { durationDs } from '../../../src/core/network/edgeTable.ts';
import { buildHierarchy } from '../../../src/core/network/hierarchy.ts';
import { manyToMany, tableByBuckets } from '../../../src/core/network/manyToMany.ts';
import { reduceChains } from '../../../src/core/network/reduceChains.ts';
import { roadSpeedKmPerH } from '../../../src/core/network/roadSpeed.ts';
import { buildTravelNetwork } from '../../../src/core/network/travelNetwork.ts';
import { createRandom } from '../../../src/core/random.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { fixture, importFile } from '../io/roads/importFile.ts';
import { mountainDriving } from './randomNetwork.ts';
import { buildRoadGraph } from './roadGraph.ts';

/** One road in twelve closed, by a seed. */
function withClosures(network: RoadNetwork, seed: number): RoadNetwork {
  const random = createRandom(seed);
  return {
    ...network,
    roads: network.roads.map((road) => ({ ...road, isClosed: random.nextInt(12) === 0 })),
  };
}

/** Times between nodes as graphology gives them, the fastest of parallel roads on every step. */
function graphologyTimes(network: RoadNetwork, nodeIds: readonly string[]): number[] {
  const graph = buildRoadGraph(network);
  for (const road of network.roads) if (road.isClosed) graph.dropEdge(road.id);
  const driveDs = (road: RoadNetwork['roads'][number]): number =>
    durationDs(road.lengthKm, roadSpeedKmPerH(road, mountainDriving));
  return nodeIds.flatMap((from) => {
    const paths = dijkstra.singleSource(graph, from, (_edge, road) => driveDs(road));
    return nodeIds.map((to) => {
      const path = paths[to];
      if (from !== to && !path) return unreachedDs;
      let ds = 0;
      for (let step = 1; path && step < path.length; step++) {
        const roads = graph
          .outboundEdges(path[step - 1]!, path[step]!)
          .map((edge) => graph.getEdgeAttributes(edge));
        ds += Math.min(...roads.map(driveDs));
      }
      return ds;
    });
  });
}

test.each([
  'andorra.osm.pbf',
  'beatty.osm.gz',
  'fiji-ferry.pbf',
  'laos-hills.tar.gz',
  'haixi-roads.geojson.gz',
])(
  '%s: buckets, hierarchy and graphology give the same table, one-ways and closures on',
  (name) => {
    const network = withClosures(importFile(name, fixture(name)).network!, 5);
    const random = createRandom(9);
    const open = network.roads.filter(({ isClosed, lengthKm }) => !isClosed && lengthKm > 0.01);
    const chosen = Array.from({ length: 6 }, () => open[random.nextInt(open.length)]!.fromNodeId);
    const lonLatOf = new Map<string, LonLat>(network.nodes.map(({ id, lonLat }) => [id, lonLat]));
    const indexOf = new Map(network.nodes.map(({ id }, index) => [id, index]));
    const travel = buildTravelNetwork(
      network,
      chosen.map((id) => lonLatOf.get(id)!),
      mountainDriving,
    );
    // A place on a node stands on that node: no road is cut, so that graphology sees the same roads.
    const nodes = Int32Array.from(chosen, (id) => indexOf.get(id)!);
    const isKept = new Uint8Array(travel.edges.nodeCount);
    for (const node of nodes) isKept[node] = 1;
    const reduced = reduceChains(travel.edges, isKept);
    const csr = compileCsr(reduced.edges);
    const at = nodes.map((node) => reduced.nodeOf[node]!);
    const byBuckets = toEnd(tableByBuckets(csr, at, at));
    const byHierarchy = toEnd(manyToMany(toEnd(buildHierarchy(csr)), at, at));
    expect(byHierarchy).toEqual(byBuckets);
    expect([...byBuckets.durationDs]).toEqual(graphologyTimes(network, chosen));
  },
  30_000,
);

test('CUMCM 1998 B: all 53 x 53 shortest ways of the contest county', () => {
  const network = importFile('edges.csv', fixture('cumcm1998b-edges.csv')).network!;
  const { edges } = buildTravelNetwork(network, [], mountainDriving);
  const everyNode = Int32Array.from({ length: edges.nodeCount }, (_, node) => node);
  const table = toEnd(tableByBuckets(compileCsr(edges), everyNode, everyNode));
  const rows = new TextDecoder()
    .decode(fixture('cumcm1998b-shortest-km.csv'))
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const indexOf = new Map(network.nodes.map(({ id }, index) => [id, index]));
  const wrong: string[] = [];
  for (const [name, ...cells] of rows.slice(1)) {
    for (const [column, text] of cells.entries()) {
      const other = rows[0]![column + 1]!;
      // All roads are of one class, so the fastest way is the shortest; the table has one decimal.
      const km = table.lengthDm[indexOf.get(name!)! * edges.nodeCount + indexOf.get(other)!]! / 10_000;
      if (Math.abs(km - Number(text)) > 0.0501) wrong.push(`${name}-${other}: ${km} instead of ${text}`);
    }
  }
  expect(rows.length).toBe(54);
  expect(wrong).toEqual([]);
});
