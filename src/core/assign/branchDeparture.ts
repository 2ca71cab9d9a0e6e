import { cycleDays } from '../evaluate/calendar.ts';
import { depotCohorts, runLine } from '../evaluate/cohorts.ts';
import { scenarioSortingRounds, sortWaves } from '../evaluate/sorting.ts';
import { stationDemand, stationThroughput } from '../evaluate/stationDemand.ts';
import type { StationId } from '../model/ids.ts';
import { visitsWhileOpen } from '../model/openHours.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { PlanPart } from './toPlan.ts';

const branchStepMin = 5;

/** When the first trunk trip of a day has been unloaded and handed over at the hub; null when no trunk line calls there. */
export function branchDepartureClockMin(
  scenario: Scenario,
  matrix: TravelMatrix,
  depotPart: PlanPart,
  hubId: StationId,
): number | null {
  const cycle = cycleDays(depotPart.lines);
  const delivery = [...stationDemand(scenario).values()].reduce(
    (sum, own) => sum + own.deliveryParcelsPerDay,
    0,
  );
  const waves = sortWaves(scenario, delivery, scenarioSortingRounds(scenario));
  const cohorts = depotCohorts(waves, cycle, scenario.policy.cutoffLeadMin);
  const stationById = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  const indexById = new Map(matrix.stationIds.map((stationId, index) => [stationId, index]));
  const readyClocks: number[] = [];
  for (const line of depotPart.lines) {
    const callIndex = line.stopIds.indexOf(hubId);
    if (callIndex < 0) continue;
    const run = runLine({
      line,
      cycle,
      cohorts,
      throughput: stationThroughput(scenario),
      stationById,
      indexById,
      matrix,
      serviceTimes: scenario.serviceTimes,
      dutyRules: scenario.dutyRules,
      waitsForOpening: visitsWhileOpen(scenario),
    });
    // Several trunk lines may share a hub's parcels: the branch waits for the last of their first rounds.
    const firstRound = run.trips.filter((_trip, index) => run.departures[index]!.roundIndex === 0);
    readyClocks.push(Math.max(...firstRound.map((trip) => trip.visits[callIndex]!.departureClockMin)));
  }
  if (readyClocks.length === 0) return null;
  const readyMin = Math.max(...readyClocks) + scenario.serviceTimes.hubHandoverMin.value;
  return Math.ceil((readyMin + scenario.serviceTimes.loadingMin.value) / branchStepMin) * branchStepMin;
}
