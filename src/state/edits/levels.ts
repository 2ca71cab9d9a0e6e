import { asId, type PlaceId, type StationId } from '../../core/model/ids.ts';
import type { HubPolicy } from '../../core/model/networkPolicy.ts';
import type { Place, Scenario, Station } from '../../core/model/scenario.ts';

/** Changes of who is supplied from where. */

const defaultHubPolicy: HubPolicy = { choice: 'given', assignment: 'given', maxHubCount: null };

/** The shape follows from what hangs on hubs, but for the urban star, which has none. */
function withShape(scenario: Scenario): Scenario {
  if (scenario.shape === 'urbanStar' || scenario.shape === 'mixed') return scenario;
  const hasHub = scenario.stations.some(({ hubId }) => hubId !== null);
  const hasDirect = scenario.stations.some(
    ({ hubId, role, id }) =>
      hubId === null && role === 'villageStation' && !scenario.stations.some((other) => other.hubId === id),
  );
  const shape = hasHub ? (hasDirect ? 'mixed' : 'hub') : 'direct';
  return shape === scenario.shape ? scenario : { ...scenario, shape };
}

const changeStations = (scenario: Scenario, change: (station: Station) => Station): Scenario =>
  withShape({ ...scenario, stations: scenario.stations.map(change) });

/** Supplies stations from a hub, or from the depot (null); a hub is never supplied from another. */
export function supplyFrom(
  scenario: Scenario,
  stationIds: readonly StationId[],
  hubId: StationId | null,
): Scenario {
  const moved = new Set(stationIds);
  const hubs = new Set(scenario.stations.flatMap((station) => station.hubId ?? []));
  return changeStations(scenario, (station) => {
    if (station.id === hubId) return station.hubId === null ? station : { ...station, hubId: null };
    return moved.has(station.id) && !(hubId !== null && hubs.has(station.id))
      ? { ...station, hubId }
      : station;
  });
}

/** Villages of a township hang on its station; candidates for the program to choose are none of them any more. */
export function makeHub(scenario: Scenario, hubId: StationId, villageIds: readonly StationId[]): Scenario {
  const next = supplyFrom(scenario, villageIds, hubId);
  return changeStations(next, (station) => (station.id === hubId ? withoutCandidate(station) : station));
}

/** Everything the hub supplied comes from the depot again. */
export function closeHub(scenario: Scenario, hubId: StationId): Scenario {
  return changeStations(scenario, (station) => {
    if (station.id === hubId) return withoutCandidate(station);
    return station.hubId === hubId ? { ...station, hubId: null } : station;
  });
}

function withoutCandidate(station: Station): Station {
  return station.hub ? { ...station, hub: { ...station.hub, isCandidate: false } } : station;
}

/** The program decides whether the station becomes a hub, and which villages hang on it. */
export function letChoose(scenario: Scenario, hubId: StationId): Scenario {
  const policy = scenario.policy.hubs ?? defaultHubPolicy;
  const stations = scenario.stations.map((station) =>
    station.id === hubId ? { ...station, hub: { ...station.hub, isCandidate: true } } : station,
  );
  return {
    ...scenario,
    shape: scenario.shape === 'urbanStar' ? scenario.shape : 'mixed',
    stations,
    policy: {
      ...scenario.policy,
      hubs: {
        ...policy,
        choice: 'chosen',
        assignment: policy.assignment === 'given' ? 'chosen' : policy.assignment,
      },
    },
  };
}

/** A station at a township's seat, to be a hub: its parcels stay where they are handed over now. */
export function addTownshipStation(scenario: Scenario, place: Place): Scenario {
  if (place.lonLat === null) return scenario;
  const like = scenario.stations.find(({ role }) => role === 'townshipStation') ?? scenario.depot;
  const station: Station = {
    id: townshipStationId(place.id),
    name: `${place.name}站`,
    role: 'townshipStation',
    tier: 'township',
    placeId: place.id,
    lonLat: place.lonLat,
    coordQuality: place.coordQuality,
    servesPlaceIds: [],
    hubId: null,
    openClockMin: like.openClockMin,
    closeClockMin: like.closeClockMin,
  };
  return { ...scenario, stations: [...scenario.stations, station] };
}

export const townshipStationId = (placeId: PlaceId): StationId => asId<StationId>(`T${placeId}`);
