import { type DepotPart, sortedParcelsPerDay, trunkRuns } from '../evaluate/branchDeparture.ts';
import { cycleDays, departuresOf } from '../evaluate/calendar.ts';
import {
  deliveryDaysPerDeparture,
  depotCohorts,
  hubCohorts,
  pickupDaysPerDeparture,
} from '../evaluate/cohorts.ts';
import { scenarioSortingRounds, sortWaves } from '../evaluate/sorting.ts';
import type { StationId } from '../model/ids.ts';
import type { PlannedLine } from '../model/plan.ts';
import type { Scenario, ServiceDays } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { Parcels } from '../units.ts';

/** Most days' worth of parcels one departure carries, in and out, where so many a day are sorted (absent = all). */
export function designDays(
  scenario: Scenario,
  serviceDays: ServiceDays,
  departureClockMin: readonly number[],
  sortedParcels: Parcels = sortedParcelsPerDay(scenario, { lines: [], unserved: [] }),
) {
  const timetable = { serviceDays, phase: 0, departureClockMin };
  const cycle = cycleDays([timetable]);
  const rounds = scenarioSortingRounds(scenario);
  const cohorts = depotCohorts(
    sortWaves(scenario, sortedParcels, rounds),
    cycle,
    scenario.policy.cutoffLeadMin,
  );
  const departures = departuresOf(timetable, cycle);
  return {
    deliveryDays: Math.max(...deliveryDaysPerDeparture(departures, cohorts, cycle)),
    pickupDays: Math.max(...pickupDaysPerDeparture(departures, cycle)),
  };
}

/**
 * Most days' worth of parcels one departure of a branch line carries: in, what the trunk lines have brought to the hub
 * since the one before; out, those since its last service day.
 */
export function branchDays(
  scenario: Scenario,
  matrix: TravelMatrix,
  depotPart: DepotPart,
  hubId: StationId,
  branch: Pick<PlannedLine, 'serviceDays' | 'departureClockMin' | 'phase'>,
) {
  const cycle = cycleDays([...depotPart.lines, branch]);
  const runs = trunkRuns(scenario, matrix, depotPart, hubId, cycle);
  const brought = hubCohorts(runs, hubId, scenario.serviceTimes.hubHandoverMin.value);
  const departures = departuresOf(branch, cycle);
  return {
    deliveryDays: Math.max(...deliveryDaysPerDeparture(departures, brought, cycle)),
    pickupDays: Math.max(...pickupDaysPerDeparture(departures, cycle)),
  };
}
