import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineKm, type LonLat } from '../../../src/core/geo.ts';
import type { Tier } from '../../../src/core/model/scenario.ts';
import { findComponents } from '../../../src/core/network/components.ts';
import { compileCsr } from '../../../src/core/network/csr.ts';
import { createOneToAll } from '../../../src/core/network/dijkstra.ts';
import { buildProxyNetwork, type ProxyPoint } from '../../../src/core/network/proxyNetwork.ts';
import { buildTravelNetwork } from '../../../src/core/network/travelNetwork.ts';
import { createRandom } from '../../../src/core/random.ts';
import { mountainDriving, mountainTravel } from './randomNetwork.ts';

/** A county of 1 seat, `townships` townships and villages, scattered over about 60 km. */
function scatteredCounty(townships: number, villages: number, seed: number): ProxyPoint[] {
  const random = createRandom(seed);
  const lonLat = (): LonLat => [113.5 + random.nextFloat() * 0.6, 26.2 + random.nextFloat() * 0.6];
  const points: ProxyPoint[] = [{ id: 'seat', lonLat: lonLat(), tier: 'county', parentId: null }];
  for (let index = 0; index < townships; index++) {
    points.push({ id: `t${index}`, lonLat: lonLat(), tier: 'township', parentId: 'seat' });
  }
  for (let index = 0; index < villages; index++) {
    points.push({ id: `v${index}`, lonLat: lonLat(), tier: 'village', parentId: `t${index % townships}` });
  }
  return points;
}

const gridPoint = fc.record({
  x: fc.integer({ min: 0, max: 12 }),
  y: fc.integer({ min: 0, max: 12 }),
  tier: fc.constantFrom<Tier>('county', 'township', 'village'),
  parent: fc.integer({ min: -1, max: 40 }),
});
// A grid, so that equal distances and coincident places are common.
const gridPlaces = fc.array(gridPoint, { minLength: 1, maxLength: 40 }).map((rows) =>
  rows.map(
    (row, index): ProxyPoint => ({
      id: `p${index}`,
      lonLat: [113 + row.x / 50, 26 + row.y / 50],
      tier: row.tier,
      parentId: row.parent < 0 ? null : `p${row.parent}`,
    }),
  ),
);

test('every proxy network is connected, longer than the straight line and all estimated', () => {
  fc.assert(
    fc.property(gridPlaces, (points) => {
      const network = buildProxyNetwork(points, mountainTravel);
      const { edges } = buildTravelNetwork(network, [], mountainDriving);
      expect(findComponents(edges).nodeCounts.length).toBe(1);
      const at = new Map(network.nodes.map(({ id, lonLat }) => [id, lonLat]));
      for (const road of network.roads) {
        const straightKm = haversineKm(at.get(road.fromNodeId)!, at.get(road.toNodeId)!);
        expect(road.lengthKm).toBeGreaterThanOrEqual(straightKm);
        expect(road.lengthKm).toBeLessThanOrEqual(straightKm * 1.8 + 1e-9);
        expect(road.isEstimated).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('the order of the places changes nothing', () => {
  fc.assert(
    fc.property(gridPlaces, fc.integer(), (points, seed) => {
      const random = createRandom(seed);
      const shuffled = [...points];
      for (let index = shuffled.length - 1; index > 0; index--) {
        const other = random.nextInt(index + 1);
        [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
      }
      expect(buildProxyNetwork(shuffled, mountainTravel)).toEqual(buildProxyNetwork(points, mountainTravel));
    }),
    { numRuns: 100 },
  );
});

test('a valley: villages in a row become a chain of roads, not a hairball', () => {
  // Seat - v1 - v2 - township on one line, 0.1 degrees apart: only the three neighbouring links are needed, and
  // since the way from the township to the seat runs over all of them they are county roads.
  const points: ProxyPoint[] = [
    { id: 'seat', lonLat: [113.0, 26], tier: 'county', parentId: null },
    { id: 'v1', lonLat: [113.1, 26], tier: 'village', parentId: 'town' },
    { id: 'v2', lonLat: [113.2, 26], tier: 'village', parentId: 'town' },
    { id: 'town', lonLat: [113.3, 26], tier: 'township', parentId: 'seat' },
  ];
  const network = buildProxyNetwork(points, mountainTravel);
  expect(network.roads.map(({ id, roadClass }) => `${id} ${roadClass}`)).toEqual([
    'seat~v1 county',
    'town~v2 county',
    'v1~v2 county',
  ]);
});

test('road km from all places to the county seat are the detour factor times the straight km', () => {
  const points = scatteredCounty(12, 68, 3);
  const network = buildProxyNetwork(points, mountainTravel);
  const { edges } = buildTravelNetwork(network, [], mountainDriving);
  const search = createOneToAll(compileCsr(edges));
  const seat = network.nodes.findIndex(({ id }) => id === 'seat');
  search.run(seat);
  let roadKm = 0;
  let straightKm = 0;
  for (const [node, { lonLat }] of network.nodes.entries()) {
    roadKm += search.lengthDm[node]! / 10_000;
    straightKm += haversineKm(lonLat, network.nodes[seat]!.lonLat);
  }
  // The search prefers the faster road where the detour factor counts the shorter one, hence a few per cent more.
  expect(roadKm / straightKm).toBeGreaterThan(1.8);
  expect(roadKm / straightKm).toBeLessThan(1.8 * 1.05);
});

test('road classes follow the tiers that a road joins', () => {
  const points: ProxyPoint[] = [
    { id: 'depot', lonLat: [113.0, 26.0], tier: 'county', parentId: 'seat' },
    { id: 'seat', lonLat: [113.01, 26.0], tier: 'county', parentId: null },
    { id: 'town', lonLat: [113.2, 26.0], tier: 'township', parentId: 'seat' },
    { id: 'v1', lonLat: [113.35, 26.1], tier: 'village', parentId: 'town' },
    { id: 'v2', lonLat: [113.4, 26.15], tier: 'village', parentId: 'town' },
  ];
  const classes = new Map(
    buildProxyNetwork(points, mountainTravel).roads.map((road) => [road.id, road.roadClass]),
  );
  expect(Object.fromEntries(classes)).toEqual({
    'depot~seat': 'urban',
    'seat~town': 'county',
    'town~v1': 'township',
    'v1~v2': 'village',
  });
});

test('600 places take well under a second and no denser network than valleys have', () => {
  const points = scatteredCounty(20, 579, 7);
  const before = process.cpuUsage();
  const network = buildProxyNetwork(points, mountainTravel);
  const cpuMs = (process.cpuUsage(before).user + process.cpuUsage(before).system) / 1000;
  expect(network.roads.length / points.length).toBeLessThan(1.6);
  // The aim is 200 ms; the machine that runs the tests may be three times slower or busy.
  expect(cpuMs).toBeLessThan(600);
});
