import { type Issue, issue } from '../issues.ts';
import type { PlaceId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';

const shareTolerance = 1e-6;

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

/** Places that more than one station serves, or one station twice: their parcels would count twice. */
function servedTwice({ places, stations }: Scenario): Issue[] {
  const nameOf = new Map(places.map(({ id, name }) => [id, name]));
  const servedBy = new Map<PlaceId, string>();
  return stations.flatMap(({ id, name, servesPlaceIds }) =>
    servesPlaceIds.flatMap((placeId) => {
      const first = servedBy.get(placeId);
      if (first === undefined) {
        servedBy.set(placeId, name);
        return [];
      }
      const params = { place: nameOf.get(placeId) ?? placeId, first, second: name };
      return [issue('station.servesServedPlace', params, { entity: 'station', id })];
    }),
  );
}

/** Numbers that contradict each other, by the path of the field. */
function contradictions({ stations, policy: { lineCount } }: Scenario): Issue[] {
  const fault = (path: string): Issue =>
    issue('file.schema', { path: `scenario.${path}`, problem: 'custom' });
  const ownHubs = stations.flatMap(({ id, hubId }, index) =>
    hubId === id ? [fault(`stations.${index}.hubId`)] : [],
  );
  return lineCount.max !== null && lineCount.min > lineCount.max
    ? [...ownHubs, fault('policy.lineCount')]
    : ownHubs;
}

/** What a schema cannot see: doubled ids, references to nothing, numbers that do not go together. */
export function checkReferences(scenario: Scenario): Issue[] {
  const issues: Issue[] = [];
  const unknown = (entity: string, id: string, reference: string): void => {
    issues.push(issue('row.unknownReference', { id, reference }, { entity, id }));
  };
  const stations = [scenario.depot, ...scenario.stations];
  for (const [entity, ids] of [
    ['place', scenario.places.map(({ id }) => id)],
    ['station', stations.map(({ id }) => id)],
    ['demand', scenario.demands.map(({ placeId }) => placeId)],
    ['courier', scenario.couriers.map(({ id }) => id)],
    ['bus', (scenario.busLines ?? []).map(({ id }) => id)],
  ] as const)
    for (const id of repeated(ids)) issues.push(issue('row.duplicateId', { id }, { entity, id }));

  const placeIds = new Set(scenario.places.map(({ id }) => id));
  const stationIds = new Set(stations.map(({ id }) => id));
  for (const { id, parentId } of scenario.places)
    if (parentId !== null && !placeIds.has(parentId)) unknown('place', id, parentId);
  for (const { id, placeId, servesPlaceIds, hubId } of stations) {
    for (const reference of [placeId, ...servesPlaceIds])
      if (!placeIds.has(reference)) unknown('station', id, reference);
    if (hubId !== null && !stationIds.has(hubId)) unknown('station', id, hubId);
  }
  for (const { placeId } of scenario.demands) if (!placeIds.has(placeId)) unknown('demand', placeId, placeId);
  for (const { id, calls } of scenario.busLines ?? [])
    for (const { stationId } of calls) if (!stationIds.has(stationId)) unknown('bus', id, stationId);
  if (scenario.roads !== null) {
    const nodeIds = new Set(scenario.roads.nodes.map(({ id }) => id));
    for (const { id, fromNodeId, toNodeId } of scenario.roads.roads)
      for (const reference of [fromNodeId, toNodeId])
        if (!nodeIds.has(reference)) unknown('road', id, reference);
  }
  for (const [table, shares] of [
    ['waves', scenario.waves.map(({ share }) => share)],
    ['couriers', scenario.couriers.map(({ volumeShare }) => volumeShare.value)],
  ] as const)
    if (Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) > shareTolerance)
      issues.push(issue('scenario.sharesDoNotAddUp', { table }, { entity: 'scenario', id: scenario.id }));
  return [...issues, ...servedTwice(scenario), ...contradictions(scenario)];
}
