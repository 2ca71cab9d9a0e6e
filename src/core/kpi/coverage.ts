import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario, StationRole } from '../model/scenario.ts';

/** A share with the counts behind it; missing (NaN) of nothing. */
export interface CountedShare {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

const counted = (numerator: number, denominator: number): CountedShare => ({
  value: denominator > 0 ? numerator / denominator : Number.NaN,
  numerator,
  denominator,
});

const visitedStationIds = (plan: Plan): Set<StationId> => new Set(plan.lines.flatMap((line) => line.stopIds));
const villagesOf = (scenario: Scenario) => scenario.places.filter((place) => place.kind === 'village');

/** K2: administrative villages with a village station inside that a line visits, of all administrative villages. */
export function villageCoverage(scenario: Scenario, plan: Plan): CountedShare {
  const visited = visitedStationIds(plan);
  const stationedIn = new Set(
    scenario.stations
      .filter((station) => station.role === 'villageStation' && visited.has(station.id))
      .map((station) => station.placeId),
  );
  const villages = villagesOf(scenario);
  return counted(villages.filter((village) => stationedIn.has(village.id)).length, villages.length);
}

/** K1: administrative villages whose parcels a line brings to a village station, their own or one they are attached to. */
export function villageReach(scenario: Scenario, plan: Plan): CountedShare {
  const visited = visitedStationIds(plan);
  const reached = new Set(
    scenario.stations
      .filter((station) => station.role === 'villageStation' && visited.has(station.id))
      .flatMap((station) => station.servesPlaceIds),
  );
  const villages = villagesOf(scenario);
  return counted(villages.filter((village) => reached.has(village.id)).length, villages.length);
}

export const stationsWithin = (scenario: Scenario, role: StationRole): number =>
  scenario.stations.filter((station) => station.role === role).length;
