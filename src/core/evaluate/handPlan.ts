import type { StationId } from '../model/ids.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { busLineOf, isSupplyOpen, withoutIdleStations } from '../model/suppliedBy.ts';

const tolerance = 1e-6;

/** A line with those of its stops that are still there; none where none is. */
function withStops(line: PlannedLine, isHere: readonly boolean[]): PlannedLine[] {
  const stopIds = line.stopIds.filter((_, index) => isHere[index]);
  const stopShares = line.stopShares?.filter((_, index) => isHere[index]);
  return stopIds.length === 0 ? [] : [{ ...line, stopIds, ...(stopShares ? { stopShares } : {}) }];
}

/** What rides on a passenger line: as long as buses may be used, the run is in its timetable, and the stop on its way. */
function onItsBus(
  scenario: Scenario,
  line: PlannedLine,
  known: ReadonlyMap<StationId, unknown>,
): PlannedLine[] {
  const bus = busLineOf(scenario, line);
  const { buses } = scenario.policy;
  if (!bus || !buses || buses.use === 'off') return [];
  const runs = line.departureClockMin.every((clockMin) =>
    bus.runs.some(({ departureClockMin }) => departureClockMin === clockMin),
  );
  if (!runs) return [];
  const isHere = line.stopIds.map(
    (id) =>
      known.has(id) &&
      bus.calls.some(({ stationId, accessMin }) => stationId === id && accessMin <= buses.maxAccessMin),
  );
  return withStops({ ...line, serviceDays: bus.serviceDays }, isHere);
}

/**
 * Lines settled by hand as a plan of the scenario as it is now: stations and vehicles that are gone are left out, new
 * stations are unserved until somebody puts them on a line. null when nothing is settled by hand.
 */
export function handPlanOf(scenario: Scenario): Plan | null {
  const { handPlan } = scenario;
  if (!handPlan) return null;
  const originOf = new Map(scenario.stations.map(({ id, hubId }) => [id, hubId ?? scenario.depot.id]));
  const isOpen = isSupplyOpen(scenario.policy);
  const vehicleIds = new Set(scenario.vehicleTypes.map(({ id }) => id));
  const lines = handPlan.lines.flatMap((line): PlannedLine[] => {
    if (line.kind === 'bus') return onItsBus(scenario, line, originOf);
    const { originId } = line;
    const starts = originId === scenario.depot.id || originOf.has(originId);
    const isHere = line.stopIds.map((id) =>
      isOpen ? starts && originOf.has(id) : originOf.get(id) === originId,
    );
    return vehicleIds.has(line.vehicleTypeId) ? withStops(line, isHere) : [];
  });
  const lineIds = new Set(lines.map(({ id }) => id));
  const servedShare = new Map<StationId, number>();
  for (const { stopIds, stopShares } of lines)
    stopIds.forEach((id, index) => {
      servedShare.set(id, (servedShare.get(id) ?? 0) + (stopShares?.[index] ?? 1));
    });
  return {
    lines,
    duties: handPlan.duties
      .map((duty) => ({ ...duty, trips: duty.trips.filter(({ lineId }) => lineIds.has(lineId)) }))
      .filter(({ trips }) => trips.length > 0),
    // Places on paper that might be hubs are not missed.
    unserved: withoutIdleStations(scenario, servedShare.keys())
      .stations.filter(({ id }) => (servedShare.get(id) ?? 0) < 1 - tolerance)
      .map(({ id }) => ({ stationId: id, reason: 'byHand' as const, params: {} })),
    quality: { seed: 0, iterations: 0, objectiveYuanPerDay: 0, lowerBoundYuanPerDay: null },
  };
}
