import type { StationId } from '../model/ids.ts';
import { visitsWhileOpen } from '../model/openHours.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { Parcels } from '../units.ts';
import { cycleDays } from './calendar.ts';
import { depotCohorts, type LineRun, runLine } from './cohorts.ts';
import { scenarioSortingRounds, sortWaves } from './sorting.ts';
import { stationDemand, stationThroughput } from './stationDemand.ts';

const branchStepMin = 5;

/** The lines from the depot, and what they leave out. */
export type DepotPart = Pick<Plan, 'lines' | 'unserved'>;

/** Parcels a day that are sorted: those for stations that are left out, or whose hub is, are not. */
export function sortedParcelsPerDay(scenario: Scenario, { lines, unserved }: DepotPart): Parcels {
  const called = new Set(lines.flatMap(({ stopIds }) => stopIds));
  const leftOut = new Set(unserved.map(({ stationId }) => stationId).filter((id) => !called.has(id)));
  const demand = stationDemand(scenario);
  return scenario.stations
    .filter(({ id, hubId }) => !leftOut.has(id) && !(hubId !== null && leftOut.has(hubId)))
    .reduce((sum, { id }) => sum + demand.get(id)!.deliveryParcelsPerDay, 0);
}

/** The lines that call at a hub, run through a cycle of days. */
export function trunkRuns(
  scenario: Scenario,
  matrix: TravelMatrix,
  depotPart: DepotPart,
  hubId: StationId,
  cycle: number,
): LineRun[] {
  const waves = sortWaves(
    scenario,
    sortedParcelsPerDay(scenario, depotPart),
    scenarioSortingRounds(scenario),
  );
  const cohorts = depotCohorts(waves, cycle, scenario.policy.cutoffLeadMin);
  const stationById = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  const indexById = new Map(matrix.stationIds.map((stationId, index) => [stationId, index]));
  const throughput = stationThroughput(scenario);
  return depotPart.lines
    .filter(({ stopIds }) => stopIds.includes(hubId))
    .map((line) =>
      runLine({
        line,
        cycle,
        cohorts,
        throughput,
        stationById,
        indexById,
        matrix,
        serviceTimes: scenario.serviceTimes,
        dutyRules: scenario.dutyRules,
        waitsForOpening: visitsWhileOpen(scenario),
      }),
    );
}

/** When the first trunk trip of a day has been unloaded and handed over at the hub; null when no trunk line calls there. */
export function branchDepartureClockMin(
  scenario: Scenario,
  matrix: TravelMatrix,
  depotPart: DepotPart,
  hubId: StationId,
): number | null {
  const runs = trunkRuns(scenario, matrix, depotPart, hubId, cycleDays(depotPart.lines));
  if (runs.length === 0) return null;
  const readyClocks = runs.map((run) => {
    // Several trunk lines may share a hub's parcels: the branch waits for the last of their first rounds.
    const callIndex = run.line.stopIds.indexOf(hubId);
    const firstRound = run.trips.filter((_trip, index) => run.departures[index]!.roundIndex === 0);
    return Math.max(...firstRound.map((trip) => trip.visits[callIndex]!.departureClockMin));
  });
  const readyMin = Math.max(...readyClocks) + scenario.serviceTimes.hubHandoverMin.value;
  return Math.ceil((readyMin + scenario.serviceTimes.loadingMin.value) / branchStepMin) * branchStepMin;
}
