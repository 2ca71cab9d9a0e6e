import { expect, test } from 'vitest';
import type { LonLat } from '../../../src/core/geo.ts';
import type { Road, RoadNetwork, Tier } from '../../../src/core/model/scenario.ts';
import { completeRoads } from '../../../src/core/network/completeRoads.ts';
import { networkComponents } from '../../../src/core/network/components.ts';
import type { ProxyPoint } from '../../../src/core/network/proxyNetwork.ts';
import { mountainTravel } from './randomNetwork.ts';

const point = (id: string, lonLat: LonLat, tier: Tier): ProxyPoint => ({ id, lonLat, tier, parentId: null });
const road = (id: string, fromNodeId: string, toNodeId: string, isClosed = false): Road => ({
  id,
  fromNodeId,
  toNodeId,
  lengthKm: 11,
  roadClass: 'county',
  isOneWay: false,
  isClosed,
  name: '',
  via: [],
});
/** Two roads that do not meet: west (113.0 to 113.1) and east (113.2 to 113.3), both at 26 N. */
const twoParts: RoadNetwork = {
  source: 'survey',
  licence: '',
  nodes: [
    { id: 'a', lonLat: [113.0, 26] },
    { id: 'b', lonLat: [113.1, 26] },
    { id: 'c', lonLat: [113.2, 26] },
    { id: 'd', lonLat: [113.3, 26] },
  ],
  roads: [road('west', 'a', 'b'), road('east', 'c', 'd')],
};

test('nothing is added where all places are on one part', () => {
  const points = [point('seat', [113.02, 26], 'county'), point('v', [113.08, 26.001], 'village')];
  expect(completeRoads(twoParts, points, mountainTravel)).toEqual({ network: twoParts, addedRoadIds: [] });
});

test('two parts and a place without a road are joined by as few estimated links as it takes', () => {
  const points = [
    point('seat', [113.05, 26], 'county'),
    point('near', [113.1, 26], 'village'),
    point('east', [113.2, 26], 'village'),
    point('lost', [113.2, 26.2], 'village'),
  ];
  const { network, addedRoadIds } = completeRoads(twoParts, points, mountainTravel);
  // near-east joins the parts (0.1 degree), east-lost brings in the place that has no road within 2 km.
  expect(addedRoadIds).toEqual(['estimated east~near', 'estimated east~lost']);
  expect(new Set(networkComponents(network).values()).size).toBe(1);
  expect(network.roads.filter(({ isEstimated }) => isEstimated).length).toBe(2);
  // The seat stands in the middle of the western road, which is cut there.
  expect(network.roads.map(({ id }) => id)).toEqual(['west/1', 'west/2', 'east', ...addedRoadIds]);
  expect(network.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'place lost', 'place seat']);
});

test('the order of the places changes nothing', () => {
  const points = [
    point('s', [113.05, 26], 'county'),
    point('t', [113.25, 26], 'township'),
    point('u', [113.2, 26.2], 'village'),
  ];
  expect(completeRoads(twoParts, [...points].reverse(), mountainTravel)).toEqual(
    completeRoads(twoParts, points, mountainTravel),
  );
});
