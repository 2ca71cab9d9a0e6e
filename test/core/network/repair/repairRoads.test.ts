import { expect, test } from 'vitest';
import type { LonLat } from '../../../../src/core/geo.ts';
import type { Road, RoadNetwork } from '../../../../src/core/model/scenario.ts';
import { networkComponents } from '../../../../src/core/network/components.ts';
import { type RepairOptions, repairRoads } from '../../../../src/core/network/repair/repairRoads.ts';

/** Straight roads between points named by the way; lengths 1 km per 0.01 degree, near enough. */
function networkOf(lines: Record<string, LonLat[]>): RoadNetwork {
  const nodes = new Map<string, LonLat>();
  const nodeAt = (lonLat: LonLat): string => {
    const id = lonLat.join(' ');
    nodes.set(id, lonLat);
    return id;
  };
  const roads = Object.entries(lines).map(
    ([id, line]): Road => ({
      id,
      fromNodeId: nodeAt(line[0]!),
      toNodeId: nodeAt(line[line.length - 1]!),
      lengthKm: 4,
      roadClass: 'village',
      isOneWay: false,
      isClosed: false,
      name: '',
      via: line.slice(1, -1),
    }),
  );
  return { source: '', licence: '', nodes: [...nodes].map(([id, lonLat]) => ({ id, lonLat })), roads };
}

const everything: RepairOptions = {
  isNodingCrossings: true,
  joinToleranceM: 30,
  islandKm: 5,
  skipKeys: new Set(),
};

function repair(network: RoadNetwork, options: Partial<RepairOptions> = {}) {
  const run = repairRoads(network, { ...everything, ...options });
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

const cross = networkOf({
  we: [
    [113, 26],
    [113.04, 26],
  ],
  sn: [
    [113.01, 25.98],
    [113.01, 26.02],
  ],
});

test('crossing lines get a common node and share out their lengths', () => {
  const { network, repairs } = repair(cross);
  expect(repairs.map(({ code, roadIds }) => [code, roadIds])).toEqual([['road.crossingNoded', ['we', 'sn']]]);
  expect(repairs[0]!.lonLat[0]).toBeCloseTo(113.01, 9);
  expect(repairs[0]!.lonLat[1]).toBeCloseTo(26, 9);
  // The crossing is at a quarter of we (4 km) and half way along sn.
  const lengths = Object.fromEntries(
    network.roads.map(({ id, lengthKm }) => [id, Math.round(lengthKm * 1000) / 1000]),
  );
  expect(lengths).toEqual({ 'we/1': 1, 'we/2': 3, 'sn/1': 2, 'sn/2': 2 });
  expect(new Set(networkComponents(network).values()).size).toBe(1);
  expect(cross.roads.length).toBe(2);
});

test('a repair whose key is skipped is not made', () => {
  const first = repair(cross, { islandKm: 0 });
  const second = repair(cross, { islandKm: 0, skipKeys: new Set(first.repairs.map(({ key }) => key)) });
  expect(second.repairs).toEqual([]);
  expect(second.network).toEqual(cross);
});

test('an end that stops short of a road is joined to it; one beyond the tolerance is not', () => {
  // 0.0002 degrees of latitude = 22.2 m.
  const network = networkOf({
    we: [
      [113, 26],
      [113.04, 26],
    ],
    s: [
      [113.01, 25.98],
      [113.01, 25.9998],
    ],
  });
  const joined = repair(network);
  expect(joined.repairs.map(({ code, lengthM }) => [code, Math.round(lengthM)])).toEqual([
    ['road.endJoined', 22],
  ]);
  expect(new Set(networkComponents(joined.network).values()).size).toBe(1);
  expect(joined.network.roads.length).toBe(4);
  const apart = repair(network, { joinToleranceM: 20, islandKm: 0 });
  expect(apart.network).toEqual(network);
});

test('two ends that face each other are joined once', () => {
  const network = networkOf({
    w: [
      [113, 26],
      [113.01, 26],
    ],
    e: [
      [113.0102, 26],
      [113.03, 26],
    ],
  });
  const joined = repair(network);
  expect(joined.repairs.length).toBe(1);
  expect(joined.network.roads.length).toBe(3);
});

test('tiny islands are taken away and listed, the longest part never', () => {
  const network = networkOf({
    a: [
      [113, 26],
      [113.1, 26],
    ],
    b: [
      [113.1, 26],
      [113.2, 26],
    ],
    far: [
      [114, 27],
      [114.01, 27],
    ],
  });
  const { network: kept, repairs } = repair(network);
  expect(repairs).toMatchObject([{ code: 'road.islandRemoved', roadIds: ['far'], lengthM: 4000 }]);
  expect(kept.roads.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(kept.nodes.length).toBe(3);
  expect(
    repair(
      networkOf({
        far: [
          [114, 27],
          [114.01, 27],
        ],
      }),
    ).network.roads.length,
  ).toBe(1);
});
