import type { PlaceId } from '../model/ids.ts';
import { asId, type ScenarioId, type StationId } from '../model/ids.ts';
import type { BaselineKind } from '../model/report.ts';
import type { Courier, Demand, Place, Scenario, Station } from '../model/scenario.ts';

/**
 * Baseline B1 (model.md section 9): each courier on its own, from the same depot site over the same roads, with its own
 * vans, its own sorting by hand and its share of every place's parcels, stopping at the township stations (in the urban
 * star: at the same urban stations). One scenario per courier; priced and solved like any other.
 */
export function separateCourierScenarios(scenario: Scenario): Scenario[] {
  const stations = stopsAtTownship(scenario);
  return scenario.couriers.map((courier) => operatorScenario(scenario, 'B1', courier, stations));
}

/** Where an operator stops that goes no further than the township; in the urban star there is nothing below. */
export const stopsAtTownship = (scenario: Scenario): Station[] =>
  scenario.shape === 'urbanStar' ? [...scenario.stations] : townshipStations(scenario);

/** A courier's share of every place's parcels. */
export function demandsOf({ demands }: Scenario, { volumeShare: { value: share } }: Courier): Demand[] {
  return demands.map((demand) => ({
    ...demand,
    deliveryParcelsPerDay: demand.deliveryParcelsPerDay * share,
    pickupParcelsPerDay: demand.pickupParcelsPerDay * share,
  }));
}

/**
 * The county without what is asked of the pooled network: its lines locked, settled by hand or driven today, the buses
 * that carry for it, and the planner's rules, hubs, days, limits and wishes bind no courier on its own.
 */
function withoutPooledNetwork(scenario: Scenario): Scenario {
  const { locks: _locks, handPlan: _handPlan, todaysPlan: _today, busLines: _busLines, ...county } = scenario;
  const {
    lineRules: _lineRules,
    hubs: _hubs,
    calendar: _calendar,
    timeBound: _timeBound,
    buses: _buses,
    stability: _stability,
    ...policy
  } = scenario.policy;
  return { ...county, policy };
}

/** One operator of a baseline with its share of every place's parcels, its own sorting by hand and its own vans. */
export function operatorScenario(
  scenario: Scenario,
  kind: BaselineKind,
  courier: Courier,
  stations: readonly Station[],
): Scenario {
  const none = { value: 0, grade: 'derived', source: kind } as const;
  const county = withoutPooledNetwork(scenario);
  const { alsoSorts: _alsoSorts, ...sorting } = scenario.sorting;
  return {
    ...county,
    id: asId<ScenarioId>(`${scenario.id}/${kind}/${courier.id}`),
    shape: scenario.shape === 'urbanStar' ? 'urbanStar' : 'direct',
    stations: stations.map(({ calendar: _calendar, ...station }) => station),
    demands: demandsOf(scenario, courier),
    couriers: [courier],
    // A courier on its own has no trunk or branch lines: its vehicles do whatever there is.
    vehicleTypes: scenario.baselineVehicleTypes.map((type) => ({ ...type, usedFor: ['direct', 'urban'] })),
    sorting: { ...sorting, chuteCount: 0 },
    policy: {
      ...county.policy,
      lineCount: { min: 0, max: null },
      serviceDays: { kind: 'daily' },
      departureClockMin:
        scenario.shape === 'urbanStar'
          ? scenario.policy.departureClockMin
          : scenario.policy.departureClockMin.slice(0, 1),
      allowSeveralTripsPerDuty: false,
    },
    rates: {
      ...scenario.rates,
      sortingYuanPerParcel: scenario.rates.separateSortingYuanPerParcel,
      sortingFixedYuanPerDay: none,
      overheadYuanPerDay: none,
      investmentYuan: none,
      subsidyYuanPerParcel: none,
    },
  };
}

/** One station at every township, taking all parcels of the township and what lies below it. */
function townshipStations(scenario: Scenario): Station[] {
  const placeById = new Map(scenario.places.map((place) => [place.id, place]));
  const servedBy = new Map<PlaceId, PlaceId[]>();
  // In order of the codes, so that the order of rows in a table changes nothing.
  const ordered = [...scenario.demands].sort((a, b) => (a.placeId < b.placeId ? -1 : 1));
  for (const demand of ordered) {
    const township = townshipOf(demand.placeId, placeById);
    if (!township) continue;
    const served = servedBy.get(township.id);
    if (served) served.push(demand.placeId);
    else servedBy.set(township.id, [demand.placeId]);
  }
  const stationAt = new Map(
    scenario.stations
      .filter((station) => station.role === 'townshipStation')
      .map((station) => [station.placeId, station]),
  );
  const sample = scenario.stations[0] ?? scenario.depot;
  const byTownship = [...servedBy].sort(([a], [b]) => (a < b ? -1 : 1));
  return byTownship.flatMap(([townshipId, servesPlaceIds]) => {
    const place = placeById.get(townshipId)!;
    const station = stationAt.get(townshipId);
    if (station) return [{ ...station, servesPlaceIds, hubId: null }];
    if (!place.lonLat) return [];
    return [
      {
        id: asId<StationId>(`B1-${townshipId}`),
        name: place.name,
        role: 'townshipStation' as const,
        tier: 'township' as const,
        placeId: townshipId,
        lonLat: place.lonLat,
        coordQuality: place.coordQuality,
        servesPlaceIds,
        hubId: null,
        openClockMin: sample.openClockMin,
        closeClockMin: sample.closeClockMin,
      },
    ];
  });
}

function townshipOf(placeId: PlaceId, placeById: ReadonlyMap<PlaceId, Place>): Place | null {
  let place = placeById.get(placeId) ?? null;
  while (place && place.tier !== 'township') {
    place = place.parentId === null ? null : (placeById.get(place.parentId) ?? null);
  }
  return place;
}
