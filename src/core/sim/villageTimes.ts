import type { PlaceId, StationId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SimulatedTimes, SimulationResult } from '../model/simulation.ts';

/** The times of one place: those of the station that serves it. */
export interface VillageTimes {
  readonly placeId: PlaceId;
  readonly name: string;
  readonly stationId: StationId;
  readonly times: SimulatedTimes;
}

/** One row per place served, villages merged into one station each with that station's times. */
export function villageTimes(scenario: Scenario, result: SimulationResult): VillageTimes[] {
  const nameById = new Map(scenario.places.map((place) => [place.id, place.name]));
  const servedBy = new Map(scenario.stations.map((station) => [station.id, station.servesPlaceIds]));
  return result.stations.flatMap(({ stationId, times }) =>
    (servedBy.get(stationId) ?? []).map((placeId) => ({
      placeId,
      name: nameById.get(placeId) ?? '',
      stationId,
      times,
    })),
  );
}
