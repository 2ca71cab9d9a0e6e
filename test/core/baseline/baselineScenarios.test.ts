import { describe, expect, it } from 'vitest';
import { baselineReach, baselineScenarios } from '../../../src/core/baseline/baselineScenarios.ts';
import { poolCouriers } from '../../../src/core/baseline/pooledOperators.ts';
import {
  asId,
  type BusLineId,
  type CourierId,
  type PlaceId,
  type StationId,
} from '../../../src/core/model/ids.ts';
import type { Courier, Scenario } from '../../../src/core/model/scenario.ts';
import { aScenario, graded } from '../../builders.ts';

const couriers: Courier[] = [0.35, 0.2, 0.15, 0.12, 0.1, 0.08].map((share, index) => ({
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
const scenario: Scenario = {
  ...base,
  places: base.places.map((place) =>
    place.name === 'V' ? { ...place, parentId: asId<PlaceId>('place-T') } : place,
  ),
};
const parcels = (operators: readonly Scenario[]): number =>
  operators
    .flatMap((operator) => operator.demands)
    .reduce((sum, demand) => sum + demand.deliveryParcelsPerDay + demand.pickupParcelsPerDay, 0);

describe('poolCouriers', () => {
  it('deals six couriers out to three operators of like size', () => {
    // .35 | .20 | .15 -> .12 joins .15 = .27 -> .10 joins .20 = .30 -> .08 joins .27 = .35
    const pools = poolCouriers(couriers, 3);
    expect(pools.map((pool) => pool.id)).toEqual(['c1', 'c2+c5', 'c3+c4+c6']);
    const shares = pools.map((pool) => pool.volumeShare.value);
    expect(shares[0]).toBeCloseTo(0.35, 12);
    expect(shares[1]).toBeCloseTo(0.3, 12);
    expect(shares[2]).toBeCloseTo(0.35, 12);
  });

  it('leaves couriers alone when there are more operators than couriers', () => {
    expect(poolCouriers(couriers, 9)).toHaveLength(6);
  });
});

describe('baselineScenarios', () => {
  it.each([
    ['B1', 6, 'township'],
    ['B2', 3, 'township'],
    ['B3', 6, 'village'],
  ] as const)('%s has %i operators that carry all parcels to the %s', (kind, count, reach) => {
    const operators = baselineScenarios(scenario, kind);
    expect(operators).toHaveLength(count);
    // 120 in and 12 out, whoever carries them.
    expect(parcels(operators)).toBeCloseTo(132, 9);
    expect(baselineReach(scenario, kind)).toBe(reach);
    const stops = kind === 'B3' ? ['T', 'V'] : ['T'];
    for (const operator of operators) {
      expect(operator.stations.map((station) => station.id)).toEqual(stops);
      expect(operator.stations.every((station) => station.hubId === null)).toBe(true);
      expect(new Set(operator.stations.flatMap((station) => station.servesPlaceIds)).size).toBe(2);
    }
  });

  it('gives B3 as many vans as equal service takes', () => {
    const scarce = {
      ...scenario,
      baselineVehicleTypes: scenario.baselineVehicleTypes.map((type) => ({ ...type, count: 1 })),
    };
    expect(baselineScenarios(scarce, 'B3')[0]!.vehicleTypes[0]!.count).toBe(2);
    expect(baselineScenarios(scarce, 'B1')[0]!.vehicleTypes[0]!.count).toBe(1);
  });
});

describe('what is the pooled network’s alone', () => {
  const asked: Scenario = {
    ...scenario,
    stations: scenario.stations.map((station) => ({
      ...station,
      calendar: { kind: 'given', serviceDays: { kind: 'everyNDays', n: 2 } },
    })),
    sorting: {
      ...scenario.sorting,
      chuteCount: 48,
      alsoSorts: { destinationCount: 17, parcelsPerDay: 5000 },
    },
    busLines: [
      {
        id: asId<BusLineId>('bus'),
        name: 'bus',
        operator: '',
        calls: [{ stationId: asId<StationId>('T'), offsetMin: 30, accessMin: 0 }],
        runs: [{ departureClockMin: 480 }],
        serviceDays: { kind: 'daily' },
        spareParcelsPerRun: graded(99),
        yuanPerParcel: graded(0.1),
      },
    ],
    todaysPlan: { lines: [], duties: [] },
    policy: {
      ...scenario.policy,
      hubs: { choice: 'chosen', assignment: 'chosen', maxHubCount: null },
      calendar: { choice: 'chosen', options: [{ kind: 'everyNDays', n: 3 }] },
      timeBound: { measure: 'worst', limitH: 1 },
      buses: { use: 'first', maxAccessMin: 10 },
      stability: { mode: 'keepLines', maxChangedStations: 0, yuanPerChangedStation: 9 },
    },
  };

  it.each(['B1', 'B2', 'B3'] as const)(
    'asks nothing of %s: own vans, own sorting, every stop every day',
    (kind) => {
      expect(baselineScenarios(asked, kind)).toEqual(baselineScenarios(scenario, kind));
    },
  );
});
