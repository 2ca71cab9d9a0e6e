import type { StationId } from '../model/ids.ts';
import type { Scenario, Station, StationRole, Tier } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { hubIds, type StationDemand, stationDemand, stationThroughput } from './stationDemand.ts';

/** Look-ups of one scenario that do not depend on the plan: laid once, used for every plan evaluated. */
export interface Groundwork {
  readonly scenario: Scenario;
  readonly matrix: TravelMatrix;
  readonly stationById: ReadonlyMap<StationId, Station>;
  /** Row and column of each station in the matrix. */
  readonly indexById: ReadonlyMap<StationId, number>;
  readonly demand: ReadonlyMap<StationId, StationDemand>;
  readonly throughput: ReadonlyMap<StationId, StationDemand>;
  readonly hubs: ReadonlySet<StationId>;
  readonly measuredRole: StationRole;
  /** Villages served at each station; 1 where it serves none. */
  readonly villagesAt: ReadonlyMap<StationId, number>;
}

/** The tier whose parcels the county-to-village time is about: the deepest the scenario serves. */
export function measuredRole(scenario: Scenario): StationRole {
  const roles = new Set(scenario.stations.map((station) => station.role));
  if (roles.has('villageStation')) return 'villageStation';
  return roles.has('urbanStation') ? 'urbanStation' : 'townshipStation';
}

/** The same as a tier: how deep the parcels of a plan go. */
export function measuredTier(scenario: Scenario): Tier {
  const role = measuredRole(scenario);
  return role === 'villageStation' ? 'village' : role === 'townshipStation' ? 'township' : 'county';
}

export function layGroundwork(scenario: Scenario, matrix: TravelMatrix): Groundwork {
  const villageIds = new Set(
    scenario.places.filter((place) => place.kind === 'village').map((place) => place.id),
  );
  return {
    scenario,
    matrix,
    stationById: new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station])),
    indexById: new Map(matrix.stationIds.map((stationId, index) => [stationId, index])),
    demand: stationDemand(scenario),
    throughput: stationThroughput(scenario),
    hubs: hubIds(scenario),
    measuredRole: measuredRole(scenario),
    villagesAt: new Map(
      scenario.stations.map((station) => [
        station.id,
        Math.max(1, station.servesPlaceIds.filter((placeId) => villageIds.has(placeId)).length),
      ]),
    ),
  };
}
