import { expect, test } from 'vitest';
import type { RoadNetwork } from '../../../src/core/model/scenario.ts';
import {
  addClimbs,
  elevationM,
  gradeFactor,
  readElevationTile,
} from '../../../src/core/network/elevation.ts';

/** Tile of 3 x 3 samples: heights 0, 100, 200 from west to east in every row, a hole in the north-east corner. */
function slopingTile(name = 'N26E113.hgt') {
  const bytes = new Uint8Array(18);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) view.setInt16(2 * (3 * row + column), column * 100);
  view.setInt16(4, -32768);
  return readElevationTile(name, bytes)!;
}

test('heights are read from north to south and interpolated', () => {
  const tiles = [slopingTile()];
  expect(elevationM(tiles, [113, 26])).toBe(0);
  expect(elevationM(tiles, [113.25, 26.2])).toBeCloseTo(50, 9);
  expect(elevationM(tiles, [114, 26])).toBe(200);
  expect(elevationM(tiles, [113.9, 26.9])).toBeNaN();
  expect(elevationM(tiles, [112.9, 26.2])).toBeNaN();
  expect(slopingTile('s27w005').lat).toBe(-27);
  expect(slopingTile('s27w005').lon).toBe(-5);
});

test('what is no tile is not read as one', () => {
  expect(readElevationTile('N26E113.hgt', new Uint8Array(19))).toBeNull();
  expect(readElevationTile('heights.hgt', new Uint8Array(18))).toBeNull();
});

test('steep climbs cost more than steep descents, gentle grades nothing', () => {
  // 10 % up: 1 + 10 x (0.10 - 0.03) = 1.7; 10 % down: 1 + 6 x (0.10 - 0.05) = 1.3.
  expect(gradeFactor(0.1)).toBeCloseTo(1.7, 9);
  expect(gradeFactor(-0.1)).toBeCloseTo(1.3, 9);
  expect(gradeFactor(0.03)).toBe(1);
  expect(gradeFactor(-0.05)).toBe(1);
});

test('a road up a slope is slower uphill; one outside the tiles is level', () => {
  // 1,000 m of rise over 0.1 degree of longitude at 26 N = 9.994 km: grade 0.10006.
  const bytes = new Uint8Array(2 * 11 * 11);
  const view = new DataView(bytes.buffer);
  for (let sample = 0; sample < 121; sample++) view.setInt16(2 * sample, (sample % 11) * 1000);
  const tile = readElevationTile('N26E113', bytes)!;
  const road = {
    lengthKm: 10,
    roadClass: 'county',
    isOneWay: false,
    isClosed: false,
    name: '',
    via: [],
  } as const;
  const network: RoadNetwork = {
    source: '',
    licence: '',
    nodes: [
      { id: 'low', lonLat: [113.1, 26.05] },
      { id: 'high', lonLat: [113.2, 26.05] },
      { id: 'abroad', lonLat: [112.5, 26.05] },
    ],
    roads: [
      { ...road, id: 'up', fromNodeId: 'low', toNodeId: 'high' },
      { ...road, id: 'away', fromNodeId: 'abroad', toNodeId: 'abroad', via: [[112.6, 26.05]] },
    ],
  };
  const [up, away] = addClimbs(network, [tile]).roads;
  expect(up?.climb?.forward).toBeCloseTo(gradeFactor(0.10006), 2);
  expect(up?.climb?.backward).toBeCloseTo(gradeFactor(-0.10006), 2);
  expect(away).toEqual(network.roads[1]);
});
