import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Road, type RoadNetwork, roadClasses } from '../../../src/core/model/scenario.ts';
import { packRoads, unpackRoads } from '../../../src/core/network/packedRoads.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

const lonLat = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const nodeIds = ['n0', 'n1', 'n2', 'n3'];
const road: fc.Arbitrary<Omit<Road, 'id'>> = fc.record(
  {
    fromNodeId: fc.constantFrom(...nodeIds),
    toNodeId: fc.constantFrom(...nodeIds),
    lengthKm: fc.double({ min: 0, max: 100, noNaN: true }),
    roadClass: fc.constantFrom(...roadClasses),
    isOneWay: fc.boolean(),
    isClosed: fc.boolean(),
    isEstimated: fc.boolean(),
    isExpressway: fc.boolean(),
    limits: fc.record({ grossKg: fc.nat(), heightM: fc.nat() }, { requiredKeys: [] }),
    speedKmPerH: fc.integer({ min: 5, max: 120 }),
    climb: fc.record({ forward: fc.constantFrom(1, 1.7), backward: fc.constantFrom(1, 1.3) }),
    name: fc.constantFrom('', '307省道', 'G211'),
    via: fc.array(lonLat, { maxLength: 4 }),
  },
  {
    requiredKeys: ['fromNodeId', 'toNodeId', 'lengthKm', 'roadClass', 'isOneWay', 'isClosed', 'name', 'via'],
  },
);

test('packing loses nothing, whatever fields a road has', () => {
  fc.assert(
    fc.property(
      fc.array(lonLat, { minLength: 4, maxLength: 4 }),
      fc.array(road, { maxLength: 8 }),
      (points, bare) => {
        const network: RoadNetwork = {
          source: 'survey',
          licence: 'ODbL 1.0',
          nodes: nodeIds.map((id, index) => ({ id, lonLat: points[index]! })),
          roads: bare.map((each, index) => ({ id: `r${index}`, ...each })),
        };
        expect(toEnd(unpackRoads(toEnd(packRoads(network))))).toEqual(network);
      },
    ),
    { numRuns: 60 },
  );
});

test('a point without a position stays one', () => {
  const network: RoadNetwork = {
    source: '',
    licence: '',
    nodes: [{ id: 'a', lonLat: [Number.NaN, Number.NaN] }],
    roads: [],
  };
  expect(toEnd(unpackRoads(toEnd(packRoads(network))))).toEqual(network);
});

test('roads put away by an earlier version, with their ids one by one, are read', () => {
  const network: RoadNetwork = {
    source: '',
    licence: '',
    nodes: [
      { id: 'a', lonLat: [107, 36] },
      { id: 'bc', lonLat: [107.1, 36] },
    ],
    roads: [],
  };
  const packed = toEnd(packRoads(network));
  expect(packed.nodeIds).toEqual({ text: 'abc', ends: Int32Array.of(1, 3) });
  expect(toEnd(unpackRoads({ ...packed, nodeIds: ['a', 'bc'], roadIds: [] }))).toEqual(network);
});
