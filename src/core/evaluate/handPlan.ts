import type { StationId } from '../model/ids.ts';
import type { Plan, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { withoutIdleStations } from '../model/suppliedBy.ts';

const tolerance = 1e-6;

/**
 * Lines settled by hand as a plan of the scenario as it is now: stations and vehicles that are gone are left out, new
 * stations are unserved until somebody puts them on a line. null when nothing is settled by hand.
 */
export function handPlanOf(scenario: Scenario): Plan | null {
  const { handPlan } = scenario;
  if (!handPlan) return null;
  const originOf = new Map(scenario.stations.map(({ id, hubId }) => [id, hubId ?? scenario.depot.id]));
  const vehicleIds = new Set(scenario.vehicleTypes.map(({ id }) => id));
  const lines = handPlan.lines.flatMap((line): PlannedLine[] => {
    const isHere = line.stopIds.map((id) => originOf.get(id) === line.originId);
    const stopIds = line.stopIds.filter((_, index) => isHere[index]);
    const stopShares = line.stopShares?.filter((_, index) => isHere[index]);
    if (stopIds.length === 0 || !vehicleIds.has(line.vehicleTypeId)) return [];
    return [{ ...line, stopIds, ...(stopShares ? { stopShares } : {}) }];
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
