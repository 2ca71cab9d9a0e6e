import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoadNetwork } from '../../../src/core/model/roads.ts';
import {
  type DistancePlace,
  distanceTable,
  prepareDistances,
  wayBetween,
} from '../../../src/core/network/distances.ts';
import { buildHierarchy } from '../../../src/core/network/hierarchy.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { mountainTravel, randomNetwork } from './randomNetwork.ts';

const county = {
  roadClass: 'county',
  isOneWay: false,
  isClosed: false,
  name: '307',
  via: [],
} as const;
/** A to B to C in a row; D lies 0.02 degrees (2,224 m) north of the middle of A-B. */
const row: RoadNetwork = {
  source: '',
  licence: '',
  nodes: [
    { id: 'a', lonLat: [110, 0] },
    { id: 'b', lonLat: [110.1, 0] },
    { id: 'c', lonLat: [110.2, 0] },
  ],
  roads: [
    { ...county, id: 'ab', fromNodeId: 'a', toNodeId: 'b', lengthKm: 12 },
    { ...county, id: 'bc', fromNodeId: 'b', toNodeId: 'c', lengthKm: 15, speedKmPerH: 60, isOneWay: true },
  ],
};
const at = (name: string, lonLat: DistancePlace['lonLat']): DistancePlace => ({ name, lonLat });
const places = [at('A', [110, 0]), at('C', [110.2, 0]), at('D', [110.05, 0.02]), at('far', [120, 30])];

test('kilometres and minutes by hand, with a speed of its own, a one-way road and a place without a road', () => {
  const distances = prepareDistances(row, places, mountainTravel);
  const table = toEnd(distanceTable(distances, null));
  const entry = (from: number, to: number): number => from * table.placeCount + to;
  // County roads in the mountains: 30 km/h, so 12 km take 24 min; 15 km at 60 km/h take 15 min.
  expect(table.lengthKm[entry(0, 1)]).toBeCloseTo(27, 3);
  expect(table.durationMin[entry(0, 1)]).toBeCloseTo(39, 1);
  // The road from B to C is one-way.
  expect(table.lengthKm[entry(1, 0)]).toBeNaN();
  expect(table.isFar[2]).toBe(1);
  expect(table.snapM[2]).toBeCloseTo(2224, -1);
  expect(table.isFar[3]).toBe(1);
  expect(table.snapM[3]).toBeNaN();
  expect(table.lengthKm[entry(3, 0)]).toBeNaN();

  const way = wayBetween(distances, 0, 1);
  expect(way?.steps.reduce((sum, step) => sum + step.lengthM, 0)).toBeCloseTo(27_000, -1);
  expect(wayBetween(distances, 1, 0)).toBeNull();
});

test('over a hierarchy the table is the same, entry by entry', () => {
  fc.assert(
    fc.property(randomNetwork, (network) => {
      const everywhere = network.nodes.map(({ id, lonLat }) => ({ name: id, lonLat }));
      const distances = prepareDistances(network, everywhere, mountainTravel);
      const plain = toEnd(distanceTable(distances, null));
      const hierarchy = toEnd(buildHierarchy(distances.router.csr));
      expect(toEnd(distanceTable(distances, hierarchy))).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});
