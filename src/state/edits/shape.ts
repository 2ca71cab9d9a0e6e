import type { PlaceId, StationId } from '../../core/model/ids.ts';
import type { LineKind, Scenario, Station, VehicleType } from '../../core/model/scenario.ts';

/** The scenario with hubs and without. */

const supplied = (stations: readonly Station[]): boolean => stations.some(({ hubId }) => hubId !== null);

/** Everything comes from the depot. A number of lines fixed for trunk lines says nothing of direct ones. */
export function withoutHubs(scenario: Scenario): Scenario {
  if (!supplied(scenario.stations)) return { ...scenario, shape: 'direct' };
  return {
    ...scenario,
    shape: 'direct',
    stations: scenario.stations.map((station) => ({ ...station, hubId: null })),
    vehicleTypes: scenario.vehicleTypes.map((type) => usableFor(type, ['trunk', 'branch'], 'direct')),
    policy: { ...scenario.policy, lineCount: { min: 1, max: null } },
  };
}

/** The hubs given, else every township station with the villages of its township; null without any. */
export function withHubs(scenario: Scenario): Scenario | null {
  if (supplied(scenario.stations)) return { ...scenario, shape: 'hub' };
  const parentOf = new Map(scenario.places.map((place) => [place.id, place.parentId]));
  const hubAt = new Map<PlaceId, StationId>(
    scenario.stations.flatMap((station) =>
      station.role === 'townshipStation' ? [[station.placeId, station.id] as const] : [],
    ),
  );
  if (hubAt.size === 0) return null;
  const hubOf = (station: Station): StationId | null =>
    station.role === 'townshipStation'
      ? null
      : (hubAt.get(parentOf.get(station.placeId) ?? station.placeId) ?? null);
  return {
    ...scenario,
    shape: 'hub',
    stations: scenario.stations.map((station) => ({ ...station, hubId: hubOf(station) })),
    vehicleTypes: scenario.vehicleTypes.map((type) =>
      usableFor(usableFor(type, ['direct'], 'trunk'), ['direct'], 'branch'),
    ),
    policy: { ...scenario.policy, lineCount: { min: 1, max: null } },
  };
}

/** A vehicle used for one of these kinds of line is used for another kind too. */
function usableFor(type: VehicleType, kinds: readonly LineKind[], kind: LineKind): VehicleType {
  if (type.usedFor.includes(kind) || !kinds.some((each) => type.usedFor.includes(each))) return type;
  return { ...type, usedFor: [...type.usedFor, kind] };
}
