import { asId, type PlaceId, type StationId } from '../../../src/core/model/ids.ts';
import type { Policy, Scenario } from '../../../src/core/model/scenario.ts';
import { aMatrix, aScenario, aVehicleType, graded, someRates } from '../../builders.ts';

/** Two townships of two villages each; `H1` and `H2` may be hubs and have no parcels of their own. */
export function smallCounty(
  change: Partial<Scenario> = {},
  policy: Partial<Policy> = {},
  hubRentYuanPerDay = 20,
): Scenario {
  const base = aScenario(
    [
      { id: 'H1', role: 'townshipStation' },
      { id: 'H2', role: 'townshipStation' },
      { id: 'a1', delivery: 40 },
      { id: 'a2', delivery: 30 },
      { id: 'b1', delivery: 60 },
      { id: 'b2', delivery: 20 },
    ],
    { shape: 'mixed' },
  );
  const township: Readonly<Record<string, string>> = { a1: 'H1', a2: 'H1', b1: 'H2', b2: 'H2' };
  const placeOf = (id: string) => asId<PlaceId>(`place-${id}`);
  return {
    ...base,
    places: base.places.map((place) => {
      const seat = township[place.name];
      return seat ? { ...place, parentId: placeOf(seat) } : place;
    }),
    stations: base.stations.map((station) =>
      station.role === 'townshipStation'
        ? { ...station, servesPlaceIds: [], hub: { isCandidate: true } }
        : station,
    ),
    vehicleTypes: [
      aVehicleType('van', {
        capacityParcels: graded(120),
        fixedYuanPerDay: graded(60),
        energyYuanPerKm: graded(0.3),
        driverYuanPerDay: graded(190),
      }),
    ],
    waves: [
      { arrivalClockMin: 360, share: 0.7 },
      { arrivalClockMin: 810, share: 0.3 },
    ],
    rates: someRates({ hubRentYuanPerDay, hubHandlingYuanPerParcel: 0.05 }),
    policy: {
      ...base.policy,
      allowSeveralTripsPerDuty: true,
      hubs: { choice: 'chosen', assignment: 'chosen', maxHubCount: null },
      calendar: { choice: 'chosen', options: [{ kind: 'daily' }, { kind: 'everyNDays', n: 2 }] },
      ...policy,
    },
    ...change,
  };
}

export const smallMatrix = () =>
  aMatrix(
    ['depot', 'H1', 'H2', 'a1', 'a2', 'b1', 'b2'],
    [
      ['depot', 'H1', 40, 70],
      ['depot', 'H2', 35, 60],
      ['H1', 'a1', 8, 20],
      ['H1', 'a2', 9, 25],
      ['a1', 'a2', 6, 15],
      ['H2', 'b1', 7, 18],
      ['H2', 'b2', 10, 24],
      ['b1', 'b2', 9, 22],
      ['H1', 'H2', 25, 50],
    ],
  );

export const stationId = (id: string): StationId => asId<StationId>(id);
