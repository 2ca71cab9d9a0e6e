import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineKm, type LonLat } from '../../../src/core/geo.ts';
import { asId, type PlaceId, type StationId, type VehicleTypeId } from '../../../src/core/model/ids.ts';
import type { Place, Road, RoadNetwork, Scenario, Station } from '../../../src/core/model/scenario.ts';
import { travelFor, unreachable } from '../../../src/core/model/travel.ts';
import { anyVehicle, type VehicleProfile } from '../../../src/core/network/roadSpeed.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { lineKm, mountainTravel, randomNetwork } from './randomNetwork.ts';

const place = (id: string, lonLat: LonLat, tier: Place['tier'], parentId: string | null): Place => ({
  id: asId<PlaceId>(id),
  name: id,
  tier,
  kind: tier,
  parentId: parentId === null ? null : asId<PlaceId>(parentId),
  lonLat,
  coordQuality: 'exact',
  coordSource: 'test',
});
const station = (id: string, lonLat: LonLat, tier: Station['tier'] = 'village'): Station => ({
  id: asId<StationId>(id),
  name: id,
  role: 'villageStation',
  tier,
  placeId: asId<PlaceId>(id),
  lonLat,
  coordQuality: 'exact',
  servesPlaceIds: [],
  hubId: null,
  openClockMin: 480,
  closeClockMin: 1080,
});

/** The part of a scenario that travel rests on. */
function scenarioOf(
  stations: readonly Station[],
  roads: RoadNetwork | null,
  places: readonly Place[] = [],
): Scenario {
  return {
    depot: stations[0]!,
    stations: stations.slice(1),
    roads,
    places,
    travel: mountainTravel,
    vehicleTypes: [],
    policy: {},
  } as unknown as Scenario;
}

const road = (id: string, from: string, to: string, lengthKm: number, more: Partial<Road> = {}): Road => ({
  id,
  fromNodeId: from,
  toNodeId: to,
  lengthKm,
  roadClass: 'township',
  isOneWay: false,
  isClosed: false,
  name: id,
  via: [],
  ...more,
});

/** One straight road of 0.1 degree along the equator of the county (26 N), said to be 22 km long. */
const straightRoad: RoadNetwork = {
  source: 'test',
  licence: '',
  nodes: [
    { id: 'west', lonLat: [113.0, 26] },
    { id: 'east', lonLat: [113.1, 26] },
  ],
  roads: [road('R1', 'west', 'east', 22)],
};

test('stations are joined to the road between its nodes, by hand', () => {
  const travel = travelMatrix(
    scenarioOf(
      [station('A', [113.02, 26]), station('B', [113.07, 26]), station('C', [113.1, 26])],
      straightRoad,
    ),
  );
  // 0.05 of 0.1 degree = 11 of 22 km at 22 km/h = 1800 s; B to C: 0.03 of 0.1 degree = 6.6 km = 1080 s.
  expect([...travel.matrix.durationS]).toEqual([0, 1800, 2880, 1800, 0, 1080, 2880, 1080, 0]);
  expect([...travel.matrix.lengthM]).toEqual([0, 11000, 17600, 11000, 0, 6600, 17600, 6600, 0]);
  expect([...travel.matrix.isEstimated]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(travel.issues).toEqual([]);
  const path = travel.paths.legPath(asId('B'), asId('A'))!;
  expect(path.coordinates.length).toBe(2);
  expect(path.coordinates[0]![0]).toBeCloseTo(113.07, 6);
  expect(path.coordinates[1]![0]).toBeCloseTo(113.02, 6);
  expect(path.steps).toEqual([
    { name: 'R1', roadClass: 'township', lengthM: 11000, durationS: 1800, isEstimated: false },
  ]);
});

test('a station off the road pays for its access, and far ones are flagged and reported', () => {
  const near = station('near', [113.02, 26.002]);
  const far = station('far', [113.07, 26.02]);
  const travel = travelMatrix(scenarioOf([station('A', [113.0, 26]), near, far], straightRoad));
  // near: 0.002 degree = 222.39 m x 1.8 = 400.3 m at 15 km/h = 96.1 s, after 0.02 of 0.1 degree = 4.4 km = 720 s.
  expect(travel.matrix.lengthM[1]).toBe(4800);
  expect(travel.matrix.durationS[1]).toBe(816);
  expect(travel.matrix.isEstimated[1]).toBe(0);
  // far: 2223.9 m from the road.
  expect(travel.matrix.isEstimated[2]).toBe(1);
  expect(travel.matrix.isEstimated[3]).toBe(0);
  expect(travel.snaps[2]!.distanceM).toBeCloseTo(2223.9, 0);
  expect(travel.issues).toEqual([
    {
      code: 'place.farFromRoad',
      severity: 'warning',
      params: { name: 'far', distanceM: 2224 },
      at: { entity: 'station', id: 'far' },
    },
  ]);
});

test('what a one-way road or a closure cuts off is reported, one by one', () => {
  const nodes = [
    { id: 'a', lonLat: [113, 26] as LonLat },
    { id: 'b', lonLat: [113.05, 26] as LonLat },
    { id: 'c', lonLat: [113.1, 26] as LonLat },
  ];
  const roads = [road('ab', 'a', 'b', 10, { isOneWay: true }), road('bc', 'b', 'c', 10, { isClosed: true })];
  const stations = nodes.map(({ id, lonLat }) => station(id, lonLat));
  const travel = travelMatrix(scenarioOf(stations, { source: '', licence: '', nodes, roads }));
  // c stands on a closed road; the nearest open point is b, 0.05 degree or 4997 m away.
  expect(travel.matrix.durationS[1]).toBe(1636);
  expect(travel.matrix.durationS[3]).toBe(unreachable);
  expect(travel.matrix.lengthM[3]).toBe(unreachable);
  expect(travel.issues.map(({ code, at }) => [code, at])).toEqual([
    ['place.unreachable', { entity: 'station', id: 'b' }],
    ['place.farFromRoad', { entity: 'station', id: 'c' }],
    ['place.unreachable', { entity: 'station', id: 'c' }],
  ]);
});

test('a place with no road within 20 km is unreachable, not dropped', () => {
  const travel = travelMatrix(
    scenarioOf([station('A', [113, 26]), station('lost', [114, 27])], straightRoad),
  );
  expect([...travel.matrix.durationS]).toEqual([0, unreachable, unreachable, 0]);
  expect(travel.snaps[1]).toBeNull();
  expect(travel.issues.map(({ code }) => code)).toEqual(['place.unreachable']);
  expect(travel.paths.legPath(asId('A'), asId('lost'))).toBeNull();
});

test('a road over the antimeridian is short and its path does not jump', () => {
  const network: RoadNetwork = {
    ...straightRoad,
    nodes: [
      { id: 'west', lonLat: [179.9, -17] },
      { id: 'east', lonLat: [-179.9, -17] },
    ],
  };
  const travel = travelMatrix(
    scenarioOf([station('A', [179.95, -17]), station('B', [-179.95, -17])], network),
  );
  // Half of 22 km at 22 km/h.
  expect(travel.matrix.durationS[1]).toBe(1800);
  const path = travel.paths.legPath(asId('A'), asId('B'))!;
  expect(path.coordinates.map(([lon]) => Math.round(lon * 100) / 100)).toEqual([179.95, 180.05]);
});

test('without a road file every figure is estimated and every station is reached', () => {
  const places = [
    place('seat', [113.8, 26.5], 'county', null),
    place('town', [113.9, 26.6], 'township', 'seat'),
    place('v1', [113.95, 26.65], 'village', 'town'),
    place('v2', [113.85, 26.7], 'village', 'town'),
  ];
  const stations = places.map(({ id, lonLat, tier }) => station(id, lonLat!, tier));
  const travel = travelMatrix(scenarioOf(stations, null, places));
  expect(travel.issues).toEqual([]);
  expect(travel.roads.source).toBe('proxy');
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) {
      const entry = from * 4 + to;
      expect(travel.matrix.isEstimated[entry]).toBe(from === to ? 0 : 1);
      const straightM = haversineKm(stations[from]!.lonLat, stations[to]!.lonLat) * 1000;
      expect(travel.matrix.lengthM[entry]).toBeGreaterThanOrEqual(Math.floor(straightM));
      expect(travel.matrix.durationS[entry]).toBeLessThan(unreachable);
    }
  }
  expect(travelMatrix(scenarioOf(stations, null, [...places].reverse())).matrix).toEqual(travel.matrix);
});

test('paths agree with the matrix: length, time, estimate and end points', () => {
  fc.assert(
    fc.property(
      randomNetwork,
      fc.array(fc.tuple(fc.nat(420), fc.nat(420)), { minLength: 2, maxLength: 8 }),
      (network, spots) => {
        const stations = spots.map(([x, y], index) =>
          station(`s${index}`, [113.49 + x / 4000, 26.29 + y / 4000]),
        );
        const { matrix, paths } = travelMatrix(scenarioOf(stations, network));
        for (const [from, a] of stations.entries()) {
          for (const [to, b] of stations.entries()) {
            const entry = from * stations.length + to;
            const path = paths.legPath(a.id, b.id);
            if (matrix.durationS[entry] === unreachable) {
              expect(path).toBeNull();
              continue;
            }
            expect(path!.lengthM).toBe(matrix.lengthM[entry]);
            expect(path!.durationS).toBe(matrix.durationS[entry]);
            expect(path!.isEstimated).toBe(matrix.isEstimated[entry] === 1);
            const coordinates = path!.coordinates;
            expect(haversineKm(coordinates[0]!, a.lonLat)).toBeLessThan(0.0021);
            expect(haversineKm(coordinates[coordinates.length - 1]!, b.lonLat)).toBeLessThan(0.0021);
            expect(Number.isFinite(lineKm(coordinates))).toBe(true);
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('vehicle sizes, classes and top speed decide where and how fast a van goes', () => {
  const nodes = [
    { id: 'a', lonLat: [113, 26] as LonLat },
    { id: 'b', lonLat: [113.1, 26] as LonLat },
  ];
  const roads = [
    road('short', 'a', 'b', 11, { limits: { heightM: 2.5 } }),
    road('long', 'a', 'b', 30, { roadClass: 'county', via: [[113.05, 26.1]] }),
  ];
  const scenario = scenarioOf(
    nodes.map(({ id, lonLat }) => station(id, lonLat)),
    { source: '', licence: '', nodes, roads },
  );
  const drive = (vehicle: Partial<VehicleProfile>) =>
    travelMatrix(scenario, { vehicle: { ...anyVehicle, ...vehicle } }).matrix.durationS[1];
  // 11 km at 22 km/h = 1800 s under the bridge of 2.5 m; 30 km at 30 km/h = 3600 s round it.
  expect(drive({})).toBe(1800);
  expect(drive({ sizes: { heightM: 2.5 } })).toBe(1800);
  expect(drive({ sizes: { heightM: 2.6 } })).toBe(3600);
  expect(drive({ excludedClasses: ['township'] })).toBe(3600);
  // At most 11 km/h: 11 km in an hour.
  expect(drive({ topSpeedKmPerH: 11 })).toBe(3600);
  expect(drive({ excludedClasses: ['township', 'county'] })).toBe(unreachable);
});

test('rain at 0.5 doubles every time', () => {
  const scenario = scenarioOf([station('A', [113.02, 26]), station('B', [113.07, 26])], straightRoad);
  const wet = { ...scenario, travel: { ...scenario.travel, weatherFactor: 0.5 } };
  expect(travelMatrix(wet).matrix.durationS[1]).toBe(3600);
});

test('a place beside an expressway is entered from the ordinary road behind it', () => {
  const nodes = [
    { id: 'w', lonLat: [113, 26] as LonLat },
    { id: 'e', lonLat: [113.1, 26] as LonLat },
    { id: 'w2', lonLat: [113, 26.01] as LonLat },
    { id: 'e2', lonLat: [113.1, 26.01] as LonLat },
  ];
  const roads = [road('express', 'w', 'e', 10, { isExpressway: true }), road('old', 'w2', 'e2', 10)];
  const travel = travelMatrix(
    scenarioOf([station('v', [113.05, 26.001])], { source: '', licence: '', nodes, roads }),
  );
  // 0.009 degrees of latitude = 1,000.8 m to the old road.
  expect(travel.snaps[0]).toMatchObject({ roadIndex: 1 });
  expect(travel.snaps[0]!.distanceM).toBeCloseTo(1000.8, 0);
});

test('a vehicle type drives round the classes of roads forbidden to it, and nowhere else', () => {
  // From a to b 10 km of village road, or 24 km of township road over d; c lies at the end of a village road of 5 km.
  const nodes = (['a', 'b', 'c', 'd'] as const).map((id, index) => ({
    id,
    lonLat: [113 + 0.05 * index, 26 + (id === 'd' ? 0.1 : 0)] as LonLat,
  }));
  const network: RoadNetwork = {
    source: '',
    licence: '',
    nodes,
    roads: [
      road('ab', 'a', 'b', 10, { roadClass: 'village' }),
      road('bc', 'b', 'c', 5, { roadClass: 'village' }),
      road('ad', 'a', 'd', 11),
      road('db', 'd', 'b', 13),
    ],
  };
  const truck = asId<VehicleTypeId>('truck');
  const van = asId<VehicleTypeId>('van');
  const scenario = {
    ...scenarioOf(
      nodes.slice(0, 3).map(({ id, lonLat }) => station(id, lonLat)),
      network,
    ),
    vehicleTypes: [{ id: van }, { id: truck }],
    policy: { lineRules: { forbiddenRoads: [{ vehicleTypeId: truck, roadClasses: ['village'] }] } },
  } as unknown as Scenario;
  const travel = travelMatrix(scenario);
  expect([...travelFor(travel.matrix, van).lengthM.slice(0, 3)]).toEqual([0, 10_000, 15_000]);
  // c is 5 km from the nearest road left to the truck: it does not get there across the fields.
  expect([...travelFor(travel.matrix, truck).lengthM.slice(0, 3)]).toEqual([0, 24_000, unreachable]);
  expect(
    travel.pathsOf
      .get(truck)!
      .legPath(asId('a'), asId('b'))!
      .steps.map(({ name }) => name),
  ).toEqual(['ad', 'db']);
  expect(travel.pathsOf.has(van)).toBe(false);
  expect(travel.issues).toEqual([]);
});
