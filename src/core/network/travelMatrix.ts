import { type Issue, issue } from '../issues.ts';
import type { VehicleTypeId } from '../model/ids.ts';
import type { RoadClass, RoadNetwork, Scenario, Station } from '../model/scenario.ts';
import { type TravelMatrix, type TravelTables, unreachable } from '../model/travel.ts';
import { unreachedDs } from './dijkstra.ts';
import { createLegPaths, type LegPaths } from './legPath.ts';
import { buildProxyNetwork, type ProxyPoint } from './proxyNetwork.ts';
import { anyVehicle, type VehicleProfile } from './roadSpeed.ts';
import { createRouter, type Router } from './router.ts';
import type { Snap } from './snap.ts';
import { buildTravelNetwork, farSnapM, type TravelNetwork } from './travelNetwork.ts';

/** Everything known about travel in a scenario. */
export interface Travel {
  readonly matrix: TravelMatrix;
  readonly paths: LegPaths;
  /** The same for vehicle types that may not use every road; absent = `paths` hold. */
  readonly pathsOf: ReadonlyMap<VehicleTypeId, LegPaths>;
  readonly issues: readonly Issue[];
  /** The roads the figures rest on: the scenario's own, or the proxy network. */
  readonly roads: RoadNetwork;
  /** Where each station meets the roads, in the order of the matrix; null where none is near enough. */
  readonly snaps: readonly (Snap | null)[];
}

export interface TravelOptions {
  readonly vehicle?: VehicleProfile;
}

/** Travel between the depot and all stations of a scenario, by the roads it has or by a proxy network. */
export function travelMatrix(scenario: Scenario, options: TravelOptions = {}): Travel {
  const roads = scenario.roads ?? buildProxyNetwork(proxyPoints(scenario), scenario.travel);
  const stations = [scenario.depot, ...scenario.stations];
  const network = buildTravelNetwork(
    roads,
    stations.map(({ lonLat }) => lonLat),
    { travel: scenario.travel, vehicle: options.vehicle ?? anyVehicle },
  );
  const router = createRouter(network);
  const stationIds = stations.map(({ id }) => id);
  const matrix = { stationIds, ...tablesBetween(router) };
  const restricted = restrictedTravel(scenario, network, options);
  return {
    matrix:
      restricted.length > 0 ? { ...matrix, restricted: restricted.map(({ tables }) => tables) } : matrix,
    paths: createLegPaths(network, router, stationIds),
    pathsOf: new Map(restricted.map(({ tables, paths }) => [tables.vehicleTypeId, paths])),
    issues: reportPlaces(stations, network, matrix),
    roads,
    snaps: network.snaps,
  };
}

/** The places of a scenario with a position, and its stations where they stand elsewhere. */
export function proxyPoints(scenario: Scenario): ProxyPoint[] {
  const points: ProxyPoint[] = [];
  const taken = new Set<string>();
  const add = (point: ProxyPoint): void => {
    const key = `${point.lonLat[0]} ${point.lonLat[1]}`;
    if (taken.has(key)) return;
    taken.add(key);
    points.push(point);
  };
  const ordered = [...scenario.places].sort((x, y) => (x.id < y.id ? -1 : 1));
  for (const { id, lonLat, tier, parentId } of ordered) if (lonLat) add({ id, lonLat, tier, parentId });
  const stations = [scenario.depot, ...scenario.stations].sort((x, y) => (x.id < y.id ? -1 : 1));
  const placeIds = new Set(points.map(({ id }) => id));
  for (const { id, placeId, lonLat, tier } of stations) {
    add({ id: `station ${id}`, lonLat, tier, parentId: placeIds.has(placeId) ? placeId : null });
  }
  return points;
}

function tablesBetween(router: Router): TravelTables {
  const { placeNode, search } = router;
  const size = placeNode.length;
  const lengthM = new Int32Array(size * size).fill(unreachable);
  const durationS = new Int32Array(size * size).fill(unreachable);
  const isEstimated = new Uint8Array(size * size);
  const targets = placeNode.filter((node) => node >= 0);
  const traceEstimated = estimatedTracer(router);
  for (let from = 0; from < size; from++) {
    const source = placeNode[from]!;
    if (source >= 0) search.run(source, targets);
    const isEstimatedTo = traceEstimated(source);
    for (let to = 0; to < size; to++) {
      const entry = from * size + to;
      const target = placeNode[to]!;
      if (from === to) {
        lengthM[entry] = 0;
        durationS[entry] = 0;
      } else if (source >= 0 && target >= 0 && search.durationDs[target]! !== unreachedDs) {
        durationS[entry] = Math.min(unreachable, Math.round(search.durationDs[target]! / 10));
        lengthM[entry] = Math.min(unreachable, Math.round(search.lengthDm[target]! / 10));
        isEstimated[entry] = isEstimatedTo(target) ? 1 : 0;
      }
    }
  }
  return { lengthM, durationS, isEstimated };
}

/**
 * Travel of vehicle types that may not use all classes of roads. Their stations join the roads left to them, but no
 * farther off than `farSnapM` or the road they stand at: nobody drives across the fields to where a road is forbidden.
 */
function restrictedTravel(scenario: Scenario, open: TravelNetwork, options: TravelOptions) {
  const vehicle = options.vehicle ?? anyVehicle;
  const limitM = open.snaps.map((snap) => Math.max(farSnapM, snap?.distanceM ?? 0));
  const stationIds = [scenario.depot, ...scenario.stations].map(({ id }) => id);
  const ofClasses = new Map<string, { readonly tables: TravelTables; readonly paths: LegPaths }>();
  return scenario.vehicleTypes.flatMap(({ id }) => {
    const roadClasses = forbiddenClasses(scenario, id);
    if (roadClasses.length === 0) return [];
    const key = roadClasses.join(' ');
    let travel = ofClasses.get(key);
    if (!travel) {
      const excludedClasses = [...vehicle.excludedClasses, ...roadClasses];
      const conditions = { travel: scenario.travel, vehicle: { ...vehicle, excludedClasses } };
      const network = buildTravelNetwork(open.roads, open.places, conditions, { limitM });
      const router = createRouter(network);
      travel = { tables: tablesBetween(router), paths: createLegPaths(network, router, stationIds) };
      ofClasses.set(key, travel);
    }
    return [{ tables: { ...travel.tables, vehicleTypeId: id }, paths: travel.paths }];
  });
}

const forbiddenClasses = (scenario: Scenario, vehicleTypeId: VehicleTypeId): RoadClass[] =>
  [
    ...new Set(
      (scenario.policy.lineRules?.forbiddenRoads ?? [])
        .filter((rule) => rule.vehicleTypeId === vehicleTypeId)
        .flatMap((rule) => rule.roadClasses),
    ),
  ].sort();

/** After a search from `source`: does the way to a node use an estimated edge? Remembers what it has walked. */
function estimatedTracer(router: Router): (source: number) => (target: number) => boolean {
  const { csr, search, tailOf } = router;
  const { isEstimated } = router.reduced.edges;
  if (!isEstimated.includes(1)) return () => () => false;
  if (!isEstimated.includes(0)) return (source) => (target) => source !== target;
  const unknown = 2;
  const known = new Uint8Array(csr.nodeCount);
  const walked: number[] = [];
  return (source) => {
    known.fill(unknown);
    if (source >= 0) known[source] = 0;
    return (target) => {
      let node = target;
      while (known[node] === unknown) {
        walked.push(node);
        node = tailOf(search.entryArc[node]!);
      }
      let flag = known[node]!;
      while (walked.length > 0) {
        const back = walked.pop()!;
        flag |= isEstimated[csr.direction[search.entryArc[back]!]! >> 1]!;
        known[back] = flag;
      }
      return flag === 1;
    };
  };
}

/** One issue for each station that is far from any road, and one for each that the depot cannot serve and return from. */
function reportPlaces(stations: readonly Station[], network: TravelNetwork, matrix: TravelMatrix): Issue[] {
  const issues: Issue[] = [];
  const size = stations.length;
  for (const [index, { id, name }] of stations.entries()) {
    const at = { entity: 'station', id };
    const snap = network.snaps[index];
    if (snap && snap.distanceM > farSnapM) {
      issues.push(issue('place.farFromRoad', { name, distanceM: Math.round(snap.distanceM) }, at));
    }
    const isCutOff =
      matrix.durationS[index]! >= unreachable || matrix.durationS[index * size]! >= unreachable;
    if (isCutOff || !snap) issues.push(issue('place.unreachable', { name }, at));
  }
  return issues;
}
