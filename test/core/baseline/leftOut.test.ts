import { expect, it } from 'vitest';
import { asId, type CourierId, type PlaceId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { runBaseline } from '../../../src/core/run/runBaselines.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aScenario, graded } from '../../builders.ts';

const couriers = [0.75, 0.25].map((share, index) => ({
  id: asId<CourierId>(`c${index + 1}`),
  name: { zh: `快递${index + 1}`, en: `Courier ${index + 1}` },
  volumeShare: graded(share),
}));
const base = aScenario(
  [
    { id: 'T', role: 'townshipStation', delivery: 100, pickup: 10 },
    { id: 'V', hubId: 'T', delivery: 20, pickup: 2 },
  ],
  { couriers, shape: 'hub' },
);

/** Every courier has so many vans of 40 parcels. */
const withVans = (count: number): Scenario => ({
  ...base,
  places: base.places.map((place) =>
    place.name === 'V' ? { ...place, parentId: asId<PlaceId>('place-T') } : place,
  ),
  // Some 20 km from the depot, so that there is a way to it.
  stations: base.stations.map((station) => ({ ...station, lonLat: [110.1, 30.1] })),
  baselineVehicleTypes: base.baselineVehicleTypes.map((type) => ({
    ...type,
    count,
    capacityParcels: graded(40),
  })),
});
const leftOut = (scenario: Scenario) => {
  const onRoads = { ...scenario, roads: travelMatrix(scenario).roads };
  return toEnd(runBaseline(onRoads, 'B1', { seed: 1, iterations: 50 }, () => null)).leftOut;
};

it('is nothing where every courier has vans enough', () => {
  expect(leftOut(withVans(3))).toEqual({ stationCount: 0, parcelsPerDay: 0 });
});

it('counts the parcels on nobody’s lines, of part of a station too', () => {
  // The first courier has 0.75 x 120 = 90 in and 9 out: three vans of 30 and 3. With one van two of them stay: 66. The
  // second has 30 in and 3 out, one van's worth.
  const { stationCount, parcelsPerDay } = leftOut(withVans(1));
  expect(stationCount).toBe(1);
  expect(parcelsPerDay).toBeCloseTo(66, 9);
});

it('counts a station that several couriers leave out once', () => {
  // Without vans nobody carries anything: 120 in and 12 out.
  const { stationCount, parcelsPerDay } = leftOut(withVans(0));
  expect(stationCount).toBe(1);
  expect(parcelsPerDay).toBeCloseTo(132, 9);
});

it('counts what belongs to a township nobody can stop at, and what belongs to none', () => {
  // T has no station of its own and no point, so that nobody stops there: T's 110 and V's 22 parcels are not brought.
  const scenario = withVans(3);
  const [, village] = scenario.stations;
  const direct: Scenario = {
    ...scenario,
    shape: 'direct',
    places: scenario.places.map((place) => ({ ...place, lonLat: null })),
    stations: [{ ...village!, hubId: null, servesPlaceIds: scenario.places.map(({ id }) => id) }],
  };
  const nowhere = leftOut(direct);
  expect(nowhere.stationCount).toBe(1);
  expect(nowhere.parcelsPerDay).toBeCloseTo(132, 9);
  // V without a township: its 22 parcels are the plan's alone, T's 110 are brought.
  const apart = leftOut({
    ...scenario,
    places: scenario.places.map((place) => (place.name === 'V' ? { ...place, parentId: null } : place)),
  });
  expect(apart.stationCount).toBe(1);
  expect(apart.parcelsPerDay).toBeCloseTo(22, 9);
});

it('leaves it open whether the saving meets its target, since the before does less', () => {
  const status = (vans: number) => {
    const target = {
      kpi: 'savingShare',
      direction: 'atLeast',
      threshold: -9,
      document: 'test',
      clause: '1',
    } as const;
    // A van costs 10 yuan a day, before and after: a before that costs nothing can be no dearer.
    const given = withVans(vans);
    const priced = { fixedYuanPerDay: graded(10) };
    const scenario: Scenario = {
      ...given,
      vehicleTypes: given.vehicleTypes.map((type) => ({ ...type, ...priced })),
      baselineVehicleTypes: given.baselineVehicleTypes.map((type) => ({ ...type, ...priced })),
      targets: [target],
    };
    const report = toEnd(runScenario(scenario, { seed: 1, iterations: 50 }));
    return report.kpis.find(({ key }) => key === 'savingShare')!.status;
  };
  // No plan costs ten times the before: with vans enough the target is met.
  expect(status(3)).toBe('pass');
  expect(status(1)).toBe('none');
});
