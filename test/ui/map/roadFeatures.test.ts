import { expect, it } from 'vitest';
import type { RoadNetwork } from '../../../src/core/model/scenario.ts';
import { roadFeatures } from '../../../src/ui/map/roadFeatures.ts';
import { villageLabelsFromZoom } from '../../../src/ui/map/sources.ts';

it('draws a road from its first node by its bends to its last, and leaves out one without an end', () => {
  const road = {
    lengthKm: 1 as RoadNetwork['roads'][number]['lengthKm'],
    name: '',
    roadClass: 'county' as const,
    isOneWay: false,
    isClosed: false,
  };
  const network: RoadNetwork = {
    source: 'test',
    licence: 'none',
    nodes: [
      { id: 'a', lonLat: [110, 30] },
      { id: 'b', lonLat: [111, 31] },
    ],
    roads: [
      { ...road, id: 'r1', fromNodeId: 'a', toNodeId: 'b', via: [[110.5, 30.2]] },
      { ...road, id: 'r2', fromNodeId: 'a', toNodeId: 'gone', via: [] },
    ],
  };
  const making = roadFeatures(network);
  const { value } = making.next();
  expect(value).toEqual([
    {
      type: 'Feature',
      properties: { roadId: 'r1', isEstimated: false, roadClass: 'county' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [110, 30],
          [110.5, 30.2],
          [111, 31],
        ],
      },
    },
  ]);
});

it('shows the names of villages a zoom step later for every fourfold number of them', () => {
  // 600 at 10.2; 2,400 = 600 x 4 one step later; 5,000 lies between 600 x 4 and 600 x 16: two steps.
  expect([69, 600, 2400, 5000].map(villageLabelsFromZoom)).toEqual([10.2, 10.2, 11.2, 12.2]);
});
