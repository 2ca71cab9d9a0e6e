import { expect, test } from 'vitest';
import type { RoadNetwork } from '../../../../src/core/model/scenario.ts';
import { networkComponents } from '../../../../src/core/network/components.ts';
import { setRoadClass, setRoadClosed, setRoadLength } from '../../../../src/core/network/edit/changeRoad.ts';
import { drawRoad } from '../../../../src/core/network/edit/drawRoad.ts';

const network: RoadNetwork = {
  source: 'test',
  licence: '',
  nodes: [
    { id: 'a', lonLat: [113, 26] },
    { id: 'b', lonLat: [113.1, 26] },
  ],
  roads: [
    {
      id: 'ab',
      fromNodeId: 'a',
      toNodeId: 'b',
      lengthKm: 12,
      roadClass: 'county',
      isOneWay: false,
      isClosed: false,
      name: 'X023',
      via: [],
    },
  ],
};
const drawn = {
  id: 'new',
  roadClass: 'village',
  isOneWay: false,
  name: '',
  lengthKm: null,
  isEstimated: false,
  snapM: 50,
} as const;

test('closing, reopening and reclassing leave the old document as it was', () => {
  const closed = setRoadClosed(network, 'ab', true);
  expect(closed.roads[0]!.isClosed).toBe(true);
  expect(setRoadClosed(closed, 'ab', false)).toEqual(network);
  expect(setRoadClass(network, 'ab', 'village').roads[0]!.roadClass).toBe('village');
  expect(network.roads[0]).toMatchObject({ isClosed: false, roadClass: 'county' });
  expect(() => setRoadClosed(network, 'none', true)).toThrow('none');
});

test('a drawn road joins the road it starts at and ends free', () => {
  // Starts 22 m north of the middle of ab, which is cut there: 6 + 6 km.
  const edited = drawRoad(network, {
    ...drawn,
    line: [
      [113.05, 26.0002],
      [113.05, 26.05],
      [113.06, 26.06],
    ],
  });
  expect(edited.nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'new:end', 'new:start']);
  const lengths = new Map(edited.roads.map(({ id, lengthKm }) => [id, lengthKm]));
  expect(lengths.get('ab/1')).toBeCloseTo(6, 2);
  expect(lengths.get('ab/2')).toBeCloseTo(6, 2);
  // 0.05 degrees north = 5.56 km, then 0.01 north and 0.01 east = 1.49 km.
  expect(lengths.get('new')).toBeCloseTo(7.05, 1);
  expect(new Set(networkComponents(edited).values()).size).toBe(1);
});

test('a road drawn from node to node uses those nodes', () => {
  const edited = drawRoad(network, {
    ...drawn,
    line: [
      [113, 26.0001],
      [113.05, 26.03],
      [113.1, 26],
    ],
  });
  expect(edited.nodes.length).toBe(2);
  expect(edited.roads[1]).toMatchObject({ fromNodeId: 'a', toNodeId: 'b' });
});

test('a stated length goes before that of the line, and a guessed course is marked', () => {
  const line = [
    [113, 26.0001],
    [113.1, 26],
  ] as const;
  const edited = drawRoad(network, { ...drawn, line, lengthKm: 14.5, isEstimated: true });
  expect(edited.roads[1]).toMatchObject({ lengthKm: 14.5, isEstimated: true });
  expect(drawRoad(network, { ...drawn, line }).roads[1]).not.toHaveProperty('isEstimated');
  // Somebody has measured it: no longer a guess.
  const measured = setRoadLength(edited, 'new', 13).roads[1];
  expect(measured).toMatchObject({ lengthKm: 13 });
  expect(measured).not.toHaveProperty('isEstimated');
});

test('a road drawn far from any other starts a part of its own', () => {
  const edited = drawRoad(network, {
    ...drawn,
    line: [
      [114, 27],
      [114.1, 27],
    ],
  });
  expect(new Set(networkComponents(edited).values()).size).toBe(2);
});
