import { asId, type PlaceId, type StationId } from '../model/ids.ts';
import type { LineKind, Scenario, Station } from '../model/scenario.ts';

/**
 * Every township with a point gets a station that may be a hub: the one it has, or a place on paper at its seat, which
 * costs nothing until the solver opens it. Every vehicle may then drive every kind of line its size is used for.
 */
export function withHubCandidates(scenario: Scenario): Scenario {
  const known = new Set(
    scenario.stations.filter(({ role }) => role === 'townshipStation').map(({ placeId }) => placeId),
  );
  const serviceHours = scenario.stations.find(({ role }) => role === 'townshipStation') ?? scenario.depot;
  const added = scenario.places.flatMap((place): Station[] =>
    place.kind === 'township' && place.lonLat !== null && !known.has(place.id)
      ? [
          {
            id: asId<StationId>(`hub-${place.id}`),
            name: place.name,
            role: 'townshipStation',
            tier: 'township',
            placeId: place.id,
            lonLat: place.lonLat,
            coordQuality: place.coordQuality,
            servesPlaceIds: [],
            hubId: null,
            openClockMin: serviceHours.openClockMin,
            closeClockMin: serviceHours.closeClockMin,
            hub: { isCandidate: true },
          },
        ]
      : [],
  );
  return {
    ...scenario,
    stations: [
      ...scenario.stations.map((station) =>
        station.role === 'townshipStation' && !station.hub
          ? { ...station, hub: { isCandidate: true } }
          : station,
      ),
      ...added,
    ],
    vehicleTypes: scenario.vehicleTypes.map((type) => {
      const isTruck = type.usedFor.includes('trunk');
      const kinds: LineKind[] = isTruck ? ['direct', 'trunk', 'branch'] : ['direct', 'branch'];
      const isRural = type.usedFor.some((kind) => kind !== 'urban' && kind !== 'bus');
      return isRural ? { ...type, usedFor: [...new Set([...type.usedFor, ...kinds])] } : type;
    }),
  };
}

/** Candidate hub of each township. */
export function hubOfTownship(scenario: Scenario): Map<PlaceId, StationId> {
  return new Map(
    scenario.stations
      .filter((station) => station.role === 'townshipStation')
      .map((station) => [station.placeId, station.id]),
  );
}
