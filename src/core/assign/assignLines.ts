import { branchDepartureClockMin, sortedParcelsPerDay } from '../evaluate/branchDeparture.ts';
import { stationThroughput } from '../evaluate/stationDemand.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan, PlanQuality } from '../model/plan.ts';
import type { SearchAnswer } from '../model/progress.ts';
import type { LineKind, Scenario, ServiceDays, Station } from '../model/scenario.ts';
import { suppliedBy, withoutIdleStations } from '../model/suppliedBy.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { type AssignOptions, type AssignProgress, qualityOf, type SolvedPart } from './assignTask.ts';
import { carryByBus, stationsNearBuses } from './busCarriage.ts';
import { branchDays, designDays } from './carriedDays.ts';
import { lockHolds } from './lockedLines.ts';
import { shareLines } from './shareLines.ts';
import { byDays } from './stationDays.ts';
import type { PlanPart } from './toPlan.ts';
import { type FleetlessTask, type FleetlessTimetable, withinFleet } from './withinFleet.ts';

export type { AssignOptions, AssignProgress };

/** Lines of one kind from one origin, on the same days. */
interface TaskGroup {
  readonly kind: LineKind;
  readonly serviceDays: ServiceDays;
  readonly stations: readonly Station[];
}

/**
 * Draws the lines of a scenario as its stations say: parcels on buses first, then the lines from the depot, then those
 * from each hub; stations with days of their own get lines of their own. Same seed, same plan.
 */
export function* assignLines(
  given: Scenario,
  matrix: TravelMatrix,
  options: AssignOptions,
): Generator<AssignProgress, Plan, SearchAnswer | undefined> {
  const real = withoutIdleStations(given);
  const buses = carryByBus(
    real,
    stationThroughput(real),
    busStations(real, options),
    (serviceDays, clockMin) => designDays(real, serviceDays, [clockMin]),
  );
  // What rides on a bus wholly needs no hub: throughputs are those of the rest.
  const scenario = suppliedBy(real, { lines: buses.lines });
  const { carriedShare } = buses;
  const throughput = stationThroughput(scenario);
  const { policy } = scenario;
  const left = scenario.stations.filter(({ id }) => (carriedShare.get(id) ?? 0) < 1);
  const hubs = new Set(left.flatMap(({ hubId }) => (hubId === null ? [] : [hubId])));
  const groups = depotGroups(scenario, left, hubs);
  const depotShare = hubs.size === 0 ? 1 : 1 / (1 + hubs.size);
  const quality = { seed: options.seed, iterations: 0, objectiveYuanPerDay: 0, lowerBoundYuanPerDay: null };
  const busPart: PlanPart = { lines: buses.lines, duties: [], unserved: [] };
  const parts: SolvedPart[] = [{ part: busPart, solution: null, bound: null }];
  const partsSoFar = (): PlanPart[] => parts.map((entry) => entry.part);

  const { min, max } = policy.lineCount;
  const groupSizes = groups.map(({ stations }) => stations.length);
  const mostLines = max === null ? null : shareLines(max, groupSizes);
  // A share of the least may pass that of the most, by the remainders.
  const leastLines = shareLines(min, groupSizes).map((least, group) =>
    Math.min(least, mostLines?.[group] ?? least),
  );

  for (const [groupIndex, { kind, serviceDays, stations }] of groups.entries()) {
    const clocks = policy.departureClockMin;
    const days = designDays(scenario, serviceDays, clocks);
    const task: FleetlessTask = {
      kind,
      originId: scenario.depot.id,
      stationIds: stations.map(({ id }) => id),
      throughput,
      carriedShare,
      ...days,
      roundsPerDay: clocks.length,
      minLines: leastLines[groupIndex]!,
      maxLines: mostLines?.[groupIndex] ?? null,
    };
    // Trunk lines of the hub shape all run on the same days, so that branch lines find the parcels of the whole county.
    const timetable: FleetlessTimetable = {
      serviceDays,
      departureClockMin: clocks,
      phase: kind === 'trunk' ? 0 : null,
      turnaroundMin: scenario.serviceTimes.loadingMin.value,
    };
    const before = partsSoFar();
    const prefix = groupIndex === 0 ? 'L' : `L${groupIndex + 1}-`;
    const draw = (carried: typeof days): Generator<AssignProgress, SolvedPart> =>
      withinFleet(
        before,
        scenario,
        matrix,
        { ...task, ...carried },
        timetable,
        prefix,
        options,
        (part, share) => ({
          phase: 'lines',
          doneShare: ((groupIndex + share) / groups.length) * depotShare,
          incumbent: part && toPlan([...before, part], quality),
        }),
      );
    let solved: SolvedPart = yield* draw(days);
    // What is left out is not sorted: the rest is ready sooner, and more of it may leave at once.
    const sortedParcels = sortedParcelsPerDay(scenario, toPlan([...before, solved.part], quality));
    const isFuller =
      designDays(scenario, serviceDays, clocks, sortedParcels).deliveryDays > days.deliveryDays + 1e-9;
    if (isFuller) solved = yield* draw(designDays(scenario, serviceDays, clocks, 0));
    parts.push(solved);
  }
  const depotPart = toPlan(partsSoFar(), quality);

  for (const [hubIndex, hubId] of [...hubs].entries()) {
    const ofHub = left.filter((station) => station.hubId === hubId);
    const departureClockMin = branchDepartureClockMin(scenario, matrix, depotPart, hubId);
    if (departureClockMin === null) {
      parts.push({ part: unservedHub(ofHub, hubId, depotPart), solution: null, bound: null });
      continue;
    }
    const hub = scenario.stations.find(({ id }) => id === hubId)!;
    const trunkDays = depotPart.lines.find(({ stopIds }) => stopIds.includes(hubId))!.serviceDays;
    const branchGroups = byDays(ofHub, policy.branchServiceDays, policy, lockHolds(scenario));
    const phase = trunkDays.kind === 'daily' ? null : 0;
    for (const [groupIndex, { serviceDays, stations }] of branchGroups.entries()) {
      const branch = { serviceDays, departureClockMin: [departureClockMin], phase: phase ?? 0 };
      const task: FleetlessTask = {
        kind: 'branch',
        originId: hubId,
        stationIds: stations.map(({ id }) => id),
        throughput,
        carriedShare,
        ...branchDays(scenario, matrix, depotPart, hubId, branch),
        roundsPerDay: 1,
        minLines: 0,
        maxLines: null,
        departureClockMin: [departureClockMin],
        dockCount: hub.hub?.dockCount ?? null,
      };
      const timetable: FleetlessTimetable = {
        serviceDays,
        departureClockMin: [departureClockMin],
        phase,
        turnaroundMin: scenario.serviceTimes.loadingMin.value,
        dockCount: hub.hub?.dockCount ?? null,
      };
      const prefix = `H${hubIndex + 1}${groupIndex === 0 ? '' : `.${groupIndex + 1}`}-`;
      const before = partsSoFar();
      parts.push(
        yield* withinFleet(before, scenario, matrix, task, timetable, prefix, options, (part, share) => ({
          phase: 'branches',
          doneShare: depotShare * (1 + hubIndex + (groupIndex + share) / branchGroups.length),
          incumbent: part && toPlan([...before, part], quality),
        })),
      );
    }
  }
  return toPlan(partsSoFar(), qualityOf(parts, options.seed));
}

function busStations(scenario: Scenario, options: AssignOptions): readonly StationId[] {
  if (options.busStationIds) return options.busStationIds;
  return scenario.policy.buses?.use === 'first' ? stationsNearBuses(scenario) : [];
}

/** Lines from the depot by kind and days: in the mixed shape hubs and the stations served direct have lines of their own. */
function depotGroups(
  scenario: Scenario,
  left: readonly Station[],
  hubs: ReadonlySet<StationId>,
): TaskGroup[] {
  const { shape, policy } = scenario;
  const fromDepot = left.filter(({ hubId }) => hubId === null);
  const holds = lockHolds(scenario);
  const onTrunk = new Set([
    ...hubs,
    ...holds.flatMap(({ stationIds }) => (stationIds.some((id) => hubs.has(id)) ? stationIds : [])),
  ]);
  const kinds: readonly { readonly kind: LineKind; readonly stations: readonly Station[] }[] =
    shape === 'mixed'
      ? [
          { kind: 'trunk', stations: fromDepot.filter(({ id }) => onTrunk.has(id)) },
          { kind: 'direct', stations: fromDepot.filter(({ id }) => !onTrunk.has(id)) },
        ]
      : [
          {
            kind: shape === 'urbanStar' ? 'urban' : shape === 'hub' ? 'trunk' : 'direct',
            stations: fromDepot,
          },
        ];
  return kinds
    .filter(({ stations }) => stations.length > 0)
    .flatMap(({ kind, stations }) =>
      byDays(stations, policy.serviceDays, policy, holds).map((group) => ({ kind, ...group })),
    );
}

function toPlan(parts: readonly PlanPart[], quality: PlanQuality): Plan {
  return {
    lines: parts.flatMap((part) => part.lines),
    duties: parts.flatMap((part) => part.duties),
    unserved: parts.flatMap((part) => part.unserved),
    quality,
  };
}

/**
 * A hub without a trunk line leaves its stations without parcels, for the hub's own reason. One that hangs on another hub
 * itself has none: there are two levels of lines.
 */
function unservedHub(stations: readonly Station[], hubId: StationId, depotPart: Plan): PlanPart {
  const ofHub = depotPart.unserved.find((entry) => entry.stationId === hubId);
  const { reason, params } = ofHub ?? { reason: 'unreachable' as const, params: {} };
  return {
    lines: [],
    duties: [],
    unserved: stations.map((station) => ({ stationId: station.id, reason, params })),
  };
}
